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
enum class EndOfStretch : std::uint8_t { first, last };
// The other tells when the stretch begins or ends, and it is not then.
bool ends_apart(Claim const& stretch, Claim const& other, EndOfStretch end);

}  // namespace counterclaim
