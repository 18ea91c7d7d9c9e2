// What an article's standings say of one another and of the comparisons it makes in words.
#pragma once
#include <cstddef>
#include <vector>

namespace counterclaim {

struct Claim;

// The standings are those from `from` on. Any two that contradict one another are dropped; a comparison in words that one bears
// out takes its figures as a score.
void settle_standings(std::vector<Claim>& claims, std::size_t from);

}  // namespace counterclaim
