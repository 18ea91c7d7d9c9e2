// The stages that see the whole set, over what is stored.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include "counterclaim/store.hpp"
#include "src/store/rows.hpp"

namespace counterclaim::store {

// Articles and claims of the set, in the order of extract_claims().
struct StoredSet {
  ClaimSet set;
  std::vector<std::int64_t> rows;  // of its articles
};
StoredSet load_set(SQLite::Database& db, std::vector<KnownArticle> const& articles);

// Names, alignment and judgement of all; what comes of it is put into the tables.
Report find_all(SQLite::Database& db, std::vector<KnownArticle> const& articles, RuleBook const& rules,
                Settings const& settings);

}  // namespace counterclaim::store
