// How a figure is told: as a number of times, as known already, as the result of a test, as what went down.
#pragma once
#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

bool counts_times(Context const& context, QuantityMention const& figure);
bool is_presupposed(Context const& context, QuantityMention const& figure, Frame const& frame);
// "Gets 72.8% on GPQA", "on GPQA, it is at 72.8": a score, whatever the verb. Adds the row of scores to the frame.
bool add_test_result(Context const& context, QuantityMention const& figure, Frame& frame);
// "Ida Moor, 52, will run": her age, whatever is to come.
bool is_age_aside(Context const& context, QuantityMention const& figure);
bool is_fall(Context const& context, QuantityMention const& figure);

}  // namespace counterclaim
