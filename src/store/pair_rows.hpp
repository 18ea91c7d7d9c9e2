// What is aligned, to and from its table.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/align.hpp"
#include "src/store/resolved.hpp"

namespace counterclaim::store {

struct PairRow {
  ClaimNumber a = 0, b = 0;  // as AlignedPair has them: a before b in the set
  int score = 0;
  std::uint8_t keys = 0;
  std::string subject, attribute, period;
};

class PairTable {
 public:
  explicit PairTable(SQLite::Database& db);
  // Those with a claim in the article. StoreError if a row is not as it was written, or if there are not `expected` of them.
  std::vector<PairRow> of_article(std::int64_t row, std::uint32_t expected);
  std::vector<PairRow> from_article(std::int64_t row);  // those whose first claim is in it
  // The claims of their ends, those of the article itself included; the rows go.
  std::vector<std::pair<ClaimNumber, ClaimNumber>> take_out(std::int64_t row);
  void put(AlignedPair const& pair, ClaimNumber a, ClaimNumber b);
  bool has(ClaimNumber claim);  // is it in any
  void clear();
  std::int64_t count_claims();  // that are in any

 private:
  std::vector<PairRow> rows(SQLite::Statement& query, std::int64_t article);
  SQLite::Database& db_;
  SQLite::Statement from_, to_, ends_from_, ends_to_, no_from_, no_to_, put_, has_from_, has_to_;
};

}  // namespace counterclaim::store
