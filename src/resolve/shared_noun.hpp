// What a figure counts that leaves its noun to the figure before.
#pragma once
#include "src/resolve/context.hpp"

namespace counterclaim {

// "scored 68 goals and conceded 39", "takes 49 seats, 13 fewer than in May": the figure before says what is counted. Null where
// this one has a noun, a unit or a place in time of its own.
QuantityMention const* shares_noun(Context const& context, QuantityMention const& quantity);

}  // namespace counterclaim
