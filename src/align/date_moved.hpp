// A day that one article tells as the one first meant, beside the one that took its place.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// "On February 1. The first plan said January 1", beside another article's January 1; "a month later than planned".
bool tells_how_it_moved(ClaimSet const& set, std::uint32_t a, std::uint32_t b);

}  // namespace counterclaim
