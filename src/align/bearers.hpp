// Figures that are said of other things by what bears them.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// "Lunch costs $6", "a bottle of ink costs $14": said by one verb, of things with nothing in common.
bool bearers_apart(Claim const& a, Claim const& b);
// "The card draws 600 watts", "a rack of such cards draws 4,800": its subject is another, though it speaks of the one's too.
bool is_of_what_holds_it(Claim const& one, Claim const& other);
// "Demolition of the tower", "its upkeep costs $3 million", "the tower cost $90 million": money for what is done to it later.
bool is_of_what_is_done_to_it(Claim const& deed, Claim const& thing);
// "The renovation took 26 months", "was renovated in 16": one deed, once as the subject and once as the verb.
bool are_one_deed(Claim const& a, Claim const& b);
// "The console is on port 9001", "the server on TCP 8341": a thing has several, and each is of something that listens there.
bool ports_apart(Claim const& a, Claim const& b);

}  // namespace counterclaim
