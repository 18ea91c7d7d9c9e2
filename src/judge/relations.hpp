// What two claims are to each other. Unknown where the claims do not say enough.
#pragma once
#include "src/judge/value.hpp"

namespace counterclaim::rules {

// Further apart than is tolerated.
bool apart(Number const& a, Number const& b, Tolerances const& tolerance);
bool apart(DayRange a, DayRange b, Tolerances const& tolerance);

// No value is both: figures and ranks by `compared`, dates by their days, comparisons by their order. Other kinds: unknown.
Value values_conflict(ClaimRef a, ClaimRef b, Context const& context);
Value values_agree(ClaimRef a, ClaimRef b, Context const& context);

// "Up to 4 MB", "the largest is 1 MB": two limits, more than a fifth apart. Unknown where one of them is none.
Value limits_differ(ClaimRef a, ClaimRef b, Context const& context);
// The same digits and another power of ten ("1.5 million", "15 million"); one may have been rounded more (two digits stay).
Value same_digits(ClaimRef a, ClaimRef b, Context const& context);
// "Up to 860", "860": one number in one unit, whatever is said of it.
Value same_number(ClaimRef a, ClaimRef b, Context const& context);
// The same number as written in another unit or currency.
Value other_unit(ClaimRef a, ClaimRef b, Context const& context);

// "At least 4" and then 7: a is more than the bound from below that b gives.
Value outgrows(ClaimRef a, ClaimRef b, Context const& context);
Value later(ClaimRef a, ClaimRef b, Context const& context);     // a's article appeared after b's
Value corrects(ClaimRef a, ClaimRef b, Context const& context);  // a's article says it corrects b's
// Other articles, other publishers, no common source, neither resting on the other, nobody's own word.
Value independent(ClaimRef a, ClaimRef b, Context const& context);
Value confirmed(ClaimRef c, Context const& context);  // an independent article of the set says the same
Value echoed(ClaimRef c, Context const& context);     // the body of the same article says the same
// The source at the end of the chain: a source that is itself an article of the set is followed to its own source.
Value first_said(ClaimRef c, Context const& context);  // the first figure of its sentence under its cue
Value traced(ClaimRef c, Context const& context);
Value traced_in(ClaimRef c, Context const& context);  // the article, where the claim is traced to a source

}  // namespace counterclaim::rules
