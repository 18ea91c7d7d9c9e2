// When a thing was founded, as its age tells: "celebrates its 20th anniversary this year", "the mill turns 90 in May"; and of
// what the date is where founders are told.
#pragma once
#include <optional>

#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// The days on which the subject of the date's clause was founded; the frame then has that as what happened. Empty where the
// clause tells no age that is reached on the date, or that of a person, who was born.
std::optional<DayRange> add_founding(Context const& context, DateMention const& date, Frame& frame);
// "Goes back to 1923", "traces its history back to 1891": the year that it began, as a founding in the frame.
bool add_origin(Context const& context, DateMention const& date, Frame& frame);
// "Moor and Lund founded their firm": the date is of the firm, and of neither of them.
void leave_founders(Context const& context, Frame& frame);

}  // namespace counterclaim
