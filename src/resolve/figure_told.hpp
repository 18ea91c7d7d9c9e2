// How a figure is told: as a number of times, as known already, as what went down.
#pragma once
#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

bool counts_times(Context const& context, QuantityMention const& figure);
bool is_presupposed(Context const& context, QuantityMention const& figure, Frame const& frame);
bool is_fall(Context const& context, QuantityMention const& figure);

}  // namespace counterclaim
