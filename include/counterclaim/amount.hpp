// Numbers and days as an English reader writes them. For the eye only: six significant digits at most.
#pragma once
#include <string>

#include "counterclaim/calendar.hpp"
#include "counterclaim/interval.hpp"
#include "counterclaim/units.hpp"

namespace counterclaim {

inline constexpr UnitId any_unit = 0xFFFF;  // of a number that goes with every unit; printed without one

// "$19.5 billion", "120 km²", "35.5% to 36.5%", "at least 300 people". `base` is in the base unit of `unit`.
std::string amount_text(Interval const& base, UnitId unit);
// "2024-05-01", "May 1998", "1998", "2024-05-01 to 2024-05-10"; empty if unbounded.
std::string days_text(DayRange days);

}  // namespace counterclaim
