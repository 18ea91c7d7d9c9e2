// Day numbers by eras of 400 years (146,097 days) with years that begin in March, so that the leap day comes last.
#include "counterclaim/calendar.hpp"

#include <algorithm>
#include <cstdio>

namespace counterclaim {
namespace {

int floor_divide(int a, int b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

// Exactly `count` digits at text[at], or -1.
int digits_at(std::string_view text, std::size_t at, int count) {
  if (text.size() < at + std::size_t(count)) return -1;
  int value = 0;
  for (char c : text.substr(at, std::size_t(count))) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool is_valid(Civil d) { return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(d.year, d.month); }

Day to_day(Civil date) {
  int const year = date.month <= 2 ? date.year - 1 : date.year;
  int const era = floor_divide(year, 400), year_of_era = year - era * 400;
  int const day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
  int const day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil to_civil(Day day) {
  int const shifted = day + 719468, era = floor_divide(shifted, 146097), day_of_era = shifted - era * 146097;
  int const year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int const day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int const march_month = (5 * day_of_year + 2) / 153, month = march_month < 10 ? march_month + 3 : march_month - 9;
  return {year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * march_month + 2) / 5 + 1};
}

Weekday weekday(Day day) {
  int const from_monday = (day + 3) - floor_divide(day + 3, 7) * 7;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(from_monday + 1);
}

std::optional<Day> parse_iso_date(std::string_view text) {
  Civil const date{digits_at(text, 0, 4), digits_at(text, 5, 2), digits_at(text, 8, 2)};
  if (date.year < 0 || text[4] != '-' || text.size() < 10 || text[7] != '-' || !is_valid(date)) return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != 't' && text[10] != ' ') return std::nullopt;
  return to_day(date);
}

std::string to_iso(Day day) {
  Civil const date = to_civil(day);
  if (date.year >= 0 && date.year <= 9999) {
    std::string text = "0000-00-00";
    auto const put = [&](std::size_t at, int value) {
      text[at] = static_cast<char>('0' + value / 10), text[at + 1] = static_cast<char>('0' + value % 10);
    };
    put(0, date.year / 100), put(2, date.year % 100), put(5, date.month), put(8, date.day);
    return text;
  }
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

bool disjoint(DayRange a, DayRange b) { return a.to < b.from || b.to < a.from; }
bool contains(DayRange outer, DayRange inner) { return outer.from <= inner.from && inner.to <= outer.to; }

DayRange year_range(int year) { return {to_day({year, 1, 1}), to_day({year, 12, 31})}; }

DayRange month_range(int year, int month) {
  return {to_day({year, month, 1}), to_day({year, month, days_in_month(year, month)})};
}

DayRange quarter_range(int year, int quarter) {
  return {month_range(year, quarter * 3 - 2).from, month_range(year, quarter * 3).to};
}

DayRange week_range(int iso_year, int week) {
  Day const fourth = to_day({iso_year, 1, 4});  // always in week 1
  Day const monday = fourth - (static_cast<int>(weekday(fourth)) - 1) + (week - 1) * 7;
  return {monday, monday + 6};
}

}  // namespace counterclaim
