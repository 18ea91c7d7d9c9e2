// When something can be had: "shops will have it from May 3", "patients can buy it from May", "has been on the shelves since
// May".
#pragma once
#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// Adds the rows of what comes out to the frame of a date from which buyers, users or guests have something; false where the
// sentence tells of nothing of the kind.
bool add_access(Context const& context, DateMention const& date, Frame& frame);

}  // namespace counterclaim
