// What figures come to that are told by the piece: "four crews of 52" are 208, "eight cards draw 3.6 kW between them" are 450 W
// each. The figure as it is written is told apart from what it comes to: "each of several" or "all of several" in its scope.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Appends a quantity for each such pair of figures. The first claims of `claims` are those of the quantities, in the order of
// their mentions.
void find_products(Context const& context, std::vector<Claim>& claims);

}  // namespace counterclaim
