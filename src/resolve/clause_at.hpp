// The clause around a mention and the verb that it hangs on.
#pragma once
#include <string_view>

#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

struct ClauseAt {
  std::uint32_t first = 0, last = 0;  // tokens
  std::int32_t verb = -1;             // phrase index of the verb group, -1 if none
  // "Acme, which employs 480 people, lost …": the comma behind what the clause began with before a relative clause; 0 if there
  // is none, and `first` is then behind that clause.
  std::uint32_t resumes = 0;
  std::int32_t item = -1;  // phrase index of what an item without a verb is of: "was seen in 12 percent, fatigue in 9"
};
ClauseAt clause_at(Context const& context, MentionPlace const& at);
ClauseAt clause_around(Context const& context, MentionPlace const& at);  // the same, but its verb is not looked for

// The kind of a verb that says little by itself (light_verbs.tsv): "link", "report", "aspect"; empty for others.
std::string_view light_kind(WordId word);

}  // namespace counterclaim
