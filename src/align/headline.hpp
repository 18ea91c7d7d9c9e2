// A headline's figure comes from the article below it. Where the article has no such figure, nor any that give it, the figure
// of its kind that fits best is what the headline should have said.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "src/align/surroundings.hpp"

namespace counterclaim {

// Pairs of a headline's figure and one of its article's body (a < b), for figures of articles that are fresh (all if `fresh` is
// empty) and stand in none of `aligned`; for ranks, dates and lengths of time too. Ages and small counts are none of them.
std::vector<std::pair<std::uint32_t, std::uint32_t>> headline_pairs(Surroundings const& surroundings,
                                                                    std::vector<bool> const& aligned,
                                                                    std::vector<bool> const& fresh);

// Does the body say the figure of this headline's claim too?
bool is_borne_out(Surroundings const& surroundings, std::uint32_t headline);

}  // namespace counterclaim
