// Dates that only say when a figure is.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// "In 2022 the farm produced 3 TWh": the year says of when the figure is; it is no event with a date of its own, and is marked
// `restated`.
void leave_dates_to_figures(Context const& context, std::vector<Claim>& claims);

}  // namespace counterclaim
