// What tells figures of a contest apart: the stage that a score is of, what a hall holds and who came, all money and a prize.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// Why two figures are of other stages, or of the hall and of its crowd; nullptr where nothing says so.
char const* stages_apart(Claim const& a, Claim const& b);

}  // namespace counterclaim
