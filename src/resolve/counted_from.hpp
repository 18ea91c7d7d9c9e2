// "Two days after the vote", "a week before the hearing": a date counted from an event, where the article says when that was.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/concepts.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Has a length of time a word before or behind it that it may be counted from something by?
bool may_count_days(Context const& context, DateMention const& length);
// The days meant by a length of time with such words behind it, as near as it was told: a week may be a day more or less.
// `dates` are the article's claims so far. Empty where no such words follow, or the event has no day there, or several.
std::optional<DayRange> counted_from(Context const& context, Concepts& concepts, DateMention const& length,
                                     std::span<Claim const> dates);
// The event that is counted from happened on another day than this date.
void leave_out_anchor(Context const& context, Concepts& concepts, DateMention const& length, std::vector<Term>& terms);

}  // namespace counterclaim
