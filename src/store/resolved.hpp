// Articles with their claims as the whole set makes them: names joined, synonyms applied.
#pragma once
#include "counterclaim/learned_names.hpp"
#include "counterclaim/settings.hpp"
#include "src/store/rows.hpp"

namespace counterclaim::store {

using ClaimNumber = std::int64_t;  // in the tables: the article's row and the claim's place in its blob

struct Resolved {
  ClaimSet set;                      // of one article, or of several
  std::vector<std::int64_t> rows;    // of its articles
  std::vector<ClaimNumber> numbers;  // of its claims
};

class ResolvedReader {
 public:
  ResolvedReader(SQLite::Database& db, LearnedNames const& names, Settings const& settings)
      : reader_(db), names_(names), settings_(settings) {}
  // The articles in this order. The names must outlive what is returned.
  Resolved read(std::vector<std::int64_t> const& rows, std::vector<std::string> const& ids);
  Resolved read(std::int64_t row, std::string const& id) { return read(std::vector{row}, std::vector{id}); }

 private:
  ArticleReader reader_;
  LearnedNames const& names_;
  Settings const& settings_;
};

}  // namespace counterclaim::store
