// What is left of something, which is no other figure for all of it.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// "Has 120 million euros left of it", "40 of the seats remain empty", "3 tonnes still to come": a part, where nothing says
// whole.
bool is_left_over(Claim const& claim, ClaimSet const& set);

}  // namespace counterclaim
