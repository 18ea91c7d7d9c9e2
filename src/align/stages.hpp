// What tells figures of a contest apart: the stage that a score is of, what a hall holds and who came, all money and a prize,
// all patients and those of one arm.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// Why two figures are of other stages, of the hall and of its crowd, of all and of a part of them; nullptr where nothing says
// so.
char const* stages_apart(ClaimSet const& set, Claim const& a, Claim const& b);

}  // namespace counterclaim
