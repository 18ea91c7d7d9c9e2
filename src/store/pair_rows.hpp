// What is aligned, to and from its table, and what the next alignment may go on from.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <vector>

#include "counterclaim/align_again.hpp"

namespace counterclaim::store {

// Claims of a set, by their place in it, and their numbers in the tables. Names have none (0): some are left out by
// resolve_names(), and none is in a pair.
using ClaimNumbers = std::vector<std::int64_t>;
ClaimNumbers numbers_before_names(std::vector<Claim> const& claims, std::vector<std::int64_t> const& rows);
ClaimNumbers numbers_after_names(std::vector<Claim> const& claims, ClaimNumbers const& before);

// A check sum of each article's names as they were resolved over the set: with other ones it is as good as new.
std::vector<std::uint64_t> name_sums(ClaimSet const& set);

struct AlignedBefore {
  std::string basis;               // of the alignment before; empty: there was none to go on from
  std::vector<AlignedPair> pairs;  // claims by their place in this set; those of fresh articles are passed over
  std::vector<bool> fresh;         // by article: new, changed, or with names that now stand for others
};
struct AlignedAgain {
  Alignment alignment;
  std::string basis;
  bool all = true;  // everything was compared
};
AlignedAgain align_again(ClaimSet const& set, AlignedBefore const& before);

// Nothing to go on from where a row is not as it was written.
AlignedBefore load_aligned(SQLite::Database& db, std::vector<std::int64_t> const& rows, std::vector<std::uint64_t> const& sums,
                           ClaimNumbers const& numbers);
void put_aligned(SQLite::Database& db, AlignedAgain const& again, ClaimSet const& set, std::vector<std::int64_t> const& rows,
                 std::vector<std::uint64_t> const& sums, ClaimNumbers const& numbers, std::vector<bool> const& fresh);

}  // namespace counterclaim::store
