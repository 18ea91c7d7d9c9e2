// Times of day of date claims: "4:17 a.m.", "at eight in the evening".
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// Does the date name a time of day? Parts of the day ("in the morning") and times with a zone do not count: the latter may be
// the same moment in other words.
bool has_clock(Claim const& date);
// Both do, and no moment fits both. "At six" and "at 5:50" go together, as do "by 7 p.m." and any time before; "4:17" and
// "4:20" too, but not "4:17" and "4:47".
bool clocks_apart(Claim const& a, Claim const& b);
// Both tell of a stretch of months, and the one begins and ends weeks before the other: "from September to February", "from
// November to May".
bool stretches_apart(Claim const& a, Claim const& b);

// "From May 3 to June 9", "from 8 a.m. to 6 p.m.": between two days or two times.
bool is_stretch(Claim const& claim);
bool is_start(Claim const& claim);   // "deliveries begin": of what may come again, once
bool is_finish(Claim const& claim);  // "the show ends"
// Does the other tell when such a thing begins or ends?
bool tells_end_of(Claim const& stretch, Claim const& other);
// One is a stretch, the other tells when that begins or ends, and it is another day or time: "runs from May 3 to June 9", "ends
// on June 30".
bool begins_or_ends_apart(Claim const& a, Claim const& b);

}  // namespace counterclaim
