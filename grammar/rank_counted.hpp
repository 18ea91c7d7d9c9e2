// Ranks told by those ahead: "only two ports handle more grain" (third), "second only to Halden", "any other but one".
#pragma once
#include <optional>

#include "grammar/clause.hpp"

namespace counterclaim {

// A rank that begins at token i: of what stands outside the clause ("only two ports are larger" speaks of another port).
struct CountedRank {
  TokenRange at, scale;
  int place = 0;
};
std::optional<CountedRank> counted_rank(Clause const& clause, std::uint32_t i);
// "Ranks behind Halden and behind nothing else", "trails only Halden", "surpassed only by Halden and Arle": one more than those
// ahead; of the clause's subject. Token i is "behind" or "only".
std::optional<CountedRank> rank_behind(Clause const& clause, std::uint32_t i);
// "The fourth storm of the season", "the county's third since 2010", "the 12th launch this year": one of a row that a time or a
// career bounds, said of the subject of "be", "become" or "mark". The ordinal is [i, behind).
std::optional<CountedRank> rank_of_row(Clause const& clause, std::uint32_t i, std::uint32_t behind);
// "Bar one", "but two", "after Halden" behind a superlative that ends before token `at`: how many stand ahead, and where that
// ends. No number of them is 0.
struct Ahead {
  int count = 0;
  std::uint32_t last = 0;
};
Ahead excepted(Clause const& clause, std::uint32_t at);

}  // namespace counterclaim
