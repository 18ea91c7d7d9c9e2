// Sides of comparisons that an article only describes: "Brevane's card", "the Oslo newcomer".
#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "src/judge/value.hpp"

namespace counterclaim::rules {

struct ComparedSides {
  std::string left, right;  // nodes of the graph
  std::uint32_t claim = 0;
};

// Puts in the place of such a side the thing that is meant: the only one of its owner that others set against the same
// opponent, where one of the two articles tells whose it is; of "the newcomer" and "the Norwegians' model" the only one, where
// they are measured by one test and its article names it too. Work grows with the descriptions and what is compared with their
// opponents.
void settle_described(std::span<ComparedSides> compared, Context const& context);

}  // namespace counterclaim::rules
