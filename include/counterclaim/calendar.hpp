// Civil (proleptic Gregorian) days and ranges of days. No clock and no time zone: "today" is always an article's date.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim {

// Days since 1970-01-01. Open ends of ranges are the two sentinels.
using Day = std::int32_t;
inline constexpr Day no_lower_day = INT32_MIN;
inline constexpr Day no_upper_day = INT32_MAX;

struct Civil {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31
  friend bool operator==(Civil const&, Civil const&) = default;
};

enum class Weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };  // ISO 8601

bool is_leap(int year);
int days_in_month(int year, int month);
bool is_valid(Civil date);
Day to_day(Civil date);
Civil to_civil(Day day);
Weekday weekday(Day day);
std::optional<Day> parse_iso_date(std::string_view text);  // "2024-05-01", also the date part of "2024-05-01T12:00:00Z"
std::string to_iso(Day day);                               // "2024-05-01"

// Days from..to, both inclusive.
struct DayRange {
  Day from = no_lower_day;
  Day to = no_upper_day;
  bool is_unbounded() const { return from == no_lower_day && to == no_upper_day; }
  friend bool operator==(DayRange const&, DayRange const&) = default;
};
bool disjoint(DayRange a, DayRange b);
bool contains(DayRange outer, DayRange inner);
DayRange year_range(int year);
DayRange month_range(int year, int month);
DayRange quarter_range(int year, int quarter);  // calendar quarter, 1..4
DayRange week_range(int iso_year, int week);    // ISO 8601 week, Monday to Sunday

}  // namespace counterclaim
