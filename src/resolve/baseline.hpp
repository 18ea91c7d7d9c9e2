// Figures that only stand beside the one a text tells: "down from 60 seconds", "instead of 40", "all but 6,000".
#pragma once
#include "src/resolve/context.hpp"

namespace counterclaim {

// Is the figure what another one is set against, or those that something is not said of?
bool is_baseline(Context const& context, MentionPlace const& figure);
// "Free for companies with sales below $50 million", "households with more than four members": which of them, not how much
// anybody has.
bool is_condition(Context const& context, QuantityMention const& figure);
// "With 250 working days that is 225,000 a year": what comes of an assumption.
bool is_worked_out(Context const& context, QuantityMention const& figure);
// "Out of 1,000 valves": a rate is told by it, and nobody counted so many.
bool is_round_whole(Context const& context, MentionPlace const& figure, Interval const& value);

}  // namespace counterclaim
