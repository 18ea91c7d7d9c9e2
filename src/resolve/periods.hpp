// When a figure holds: the date that its sentence gives it.
#pragma once
#include "src/resolve/event_dates.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// Sets Claim::period and period_stated by the date nearest to the mention in its clause, else in its sentence; for "it" by the
// year of the sentence before, when that tells of years back. Leaves both where no date is the figure's.
void set_period(Context const& context, EventDates const& event_dates, MentionPlace const& at, Frame const& frame,
                Claim& claim);
// Of a comparison also by a date among its words ("sold more in 2021 than") or before the comma that it stands behind ("sold 4
// million in 2021, more than"). "Last year" is of no known year in an article without a date.
void set_comparison_period(Context const& context, MentionPlace const& at, Claim& claim);
// "So far 37 patients have been given it": more may follow; "6,000 homes were still without power": it has been more.
enum class Lasting : std::uint8_t { no, so_far, still };
Lasting tells_lasting(Context const& context, Frame const& frame);
// "By noon 112 runners had been treated", "up to June 3": some day or hour that has passed.
bool tells_up_to(Context const& context, MentionPlace const& at, Frame const& frame);
bool tells_what_can_be(Context const& context, Frame const& frame);                  // "can turn out 60 million a year"
bool tells_now(Context const& context, MentionPlace const& at, Frame const& frame);  // "is now available in 29 countries"

}  // namespace counterclaim
