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

}  // namespace counterclaim
