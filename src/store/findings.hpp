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

// Names, alignment and judgement of all; what comes of it is put into the tables. `from_aligned`: what was aligned by the run
// before, with the same rules, settings and program, is in its table.
enum class GoOn : std::uint8_t { from_nothing, from_aligned };
struct FoundAll {
  Report report;
  bool aligned_all = true;
};
FoundAll find_all(SQLite::Database& db, std::vector<KnownArticle> const& articles, RuleBook const& rules,
                  Settings const& settings, GoOn go_on);

}  // namespace counterclaim::store
