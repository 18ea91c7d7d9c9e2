// Is one sentence a copy of another, or of a part of it, but for the figure that two claims are of?
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// The words before both figures are the same back to the start of one of the sentences, those behind them to the end of one,
// or to a comma or bracket in both; they are six or more and hold a name. Case and other marks aside.
// `one_thing`: the two texts are of one thing, and so may be "he came to" and "who came to".
bool is_copied(Claim const& a, Article const& of_a, Claim const& b, Article const& of_b, bool one_thing);

}  // namespace counterclaim
