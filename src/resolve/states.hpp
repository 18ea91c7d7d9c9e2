// A state that holds since a day or for so many years ("has run the mill since 2011", "after nine years at the helm"): the
// event that it began with. Entries of concepts.tsv that end in "since" are such states; whoever is something holds an office.
#pragma once
#include <optional>

#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// Adds the rows of the state that began at the date to the frame, as what happened; false where there is none.
bool add_state_since(Context const& context, DateMention const& date, Frame& frame);
// The same of a length of time, and when it began: about so many years before the article's day. Empty where it is no length
// of a state that still holds, or the article has no day.
std::optional<DayRange> add_state_for(Context const& context, DateMention const& length, Frame& frame);
// "Became director in 2017": took office.
void add_office(Context const& context, Frame& frame);
// "Stays with the club until 2028", "can be seen at the hall until May 3": entries of concepts.tsv of a verb and "until" are of
// its last day. False where there is none.
bool add_end(Context const& context, DateMention const& date, Frame& frame);
// "Bids must be in by May 3", "teams have until May 3 to apply": the last day for it, and no bound of when it happened. Adds
// the row of deadlines to the frame.
bool add_deadline(Context const& context, DateMention const& date, Frame& frame);
// "Has read nothing later than May 2024", "knows no data from after May": what somebody or something knows ends then. Adds the
// row of that to the frame.
std::optional<DayRange> add_cutoff(Context const& context, DateMention const& date, Frame& frame);

}  // namespace counterclaim
