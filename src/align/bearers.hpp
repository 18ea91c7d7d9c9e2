// Figures that are said of other things by what bears them.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// "Lunch costs $6", "a bottle of ink costs $14": said by one verb, of things with nothing in common.
bool bearers_apart(Claim const& a, Claim const& b);
// "The console is on port 9001", "the server on TCP 8341": a thing has several, and each is of something that listens there.
bool ports_apart(Claim const& a, Claim const& b);

}  // namespace counterclaim
