// A stretch of time that a text gives from its first day to its last: "the run took 48 days, from January 5 to February 22".
#pragma once
#include "counterclaim/claim.hpp"
#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

enum class StretchEnd { first, last };

// Does the date tell from when to when what the clause is about went on? "Rose from May 3 to June 9" is a change in that time.
bool is_stretch(Context const& context, DateMention const& date, Frame const& frame);
// Makes the frame's event its beginning or its end, and a claim one of that.
void set_stretch_end(StretchEnd end, Claim& claim, Frame& frame);

}  // namespace counterclaim
