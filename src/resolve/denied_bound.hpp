// "Nobody waits for more than 20 minutes": at most 20.
#pragma once
#include "src/resolve/context.hpp"

namespace counterclaim {

// Does a negation in the clause turn the bound of what stands at `at`? "Never more than 40", "no quake above 4.2", "has not had
// more than 60 beds". "Did not pay more than 600 workers" may be of as many who went unpaid, and "no water for more than 600
// people" is: these are not turned.
bool is_bound_denied(Context const& context, MentionPlace const& at, Bound bound);
// `more than 20` as `at most 20`, `fewer than 20` as `at least 20`.
Interval turned(Interval value, Bound bound);
Bound turned(Bound bound);

}  // namespace counterclaim
