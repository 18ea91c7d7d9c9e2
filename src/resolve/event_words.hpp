// What a date is the date of, where another clause of its sentence says so: "the first time that Orla won a race was in
// 2021", "comes on May 18, when members vote", "when the deal goes through, which both expect for spring".
#pragma once
#include <optional>

#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// Gives the frame of a date the verb, the things and the names of that clause, and the verb that happens ("came", "reached")
// where the frame left it out for a light one.
void add_event_words(Context const& context, MentionPlace const& at, Frame& frame);

// "Sold since May 3, when the shop opened": the place behind the clause that says what else happened on that day; empty where
// there is none, or where the date is of that clause alone.
std::optional<MentionPlace> clause_of_when(Context const& context, MentionPlace const& at, Frame const& frame);

// "… on May 4, when the hospital opened": which one, who knows.
bool is_of_anything(Context const& context, Frame const& frame);

// "It will be five years this autumn since Orla founded the shop": how many years before the date at `at` the clause behind it
// happened, and where the length begins in the text; 0 where nothing says so.
struct YearsSince {
  int years = 0;
  std::uint32_t begin = 0;  // byte
};
YearsSince years_since(Context const& context, MentionPlace const& at);

}  // namespace counterclaim
