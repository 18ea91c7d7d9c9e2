// When a figure holds: the date that its sentence gives it.
#pragma once
#include <string_view>
#include <vector>

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
// Words for the scope of a figure by when it holds: "so far" ("so far 37 patients have been given it": more may follow),
// "still"
// ("6,000 homes were still without power": it has been more), "up to then" ("by noon 112 runners": some day or hour that has
// passed), "now" ("is now available in 29 countries"), "can" ("can turn out 60 million a year").
void add_times_told(Context const& context, MentionPlace const& at, Frame const& frame, std::vector<std::string_view>& words);

}  // namespace counterclaim
