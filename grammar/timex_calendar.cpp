// Points of the calendar: their days, arithmetic on them, and the year of a date that is written without one.
//
// Without a year: in narrative texts the year of the date before (the next one when the months run backwards over the turn of
// a year); else the nearest occurrence that the sentence's tense allows, counted from the article's date.
#include <algorithm>
#include <cstdlib>

#include "grammar/timex.hpp"

namespace counterclaim::dates {
namespace {

int floor_divide(int a, int b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

// The occurrence among the years around `day` that the tense allows and that is nearest. A day of the week that is told beside
// it (0 if none) speaks for the years in which it fits, but may be the writer's slip.
template <class InYear>
int nearest_year(Day day, Tense tense, int of_week, InYear in_year) {
  constexpr int unfit = 120;
  int const year = to_civil(day).year;
  int best = year;
  std::int64_t best_distance = INT64_MAX;
  for (int y = year - 8; y <= year + 8; ++y) {
    std::optional<DayRange> const days = in_year(y);
    if (!days) continue;
    std::int64_t distance = days->to < day ? day - days->to : days->from > day ? days->from - day : 0;
    bool const against = (tense == Tense::past && days->from > day) || (tense == Tense::future && days->to < day);
    if (against) distance += 400;
    if (tense == Tense::unknown && days->from > day) distance += 60;
    if (tense == Tense::present && days->to < day) distance += 100;  // "opens on July 6", unless that was weeks ago
    if (of_week > 0 && days->from == days->to && int(weekday(days->from)) != of_week) distance += unfit;
    if (distance < best_distance) best = y, best_distance = distance;
  }
  return best;
}

int base_year(Reference const& r) {
  if (r.last.grain != Grain::none && r.last.has_year() && (r.narrative || !r.written)) return r.last.year;
  return r.written ? to_civil(*r.written).year : unknown_year;
}

int two_digit_year(int two, Reference const& r) {
  int const base = base_year(r) == unknown_year ? 2000 : base_year(r);
  int const century = base - base % 100;
  int best = century + two;
  for (int y : {century - 100 + two, century + 100 + two})
    if (std::abs(y - base) < std::abs(best - base)) best = y;
  return best > base + 20 ? best - 100 : best;
}

int inferred_year(Point const& p, Phrase const& phrase, Reference const& r) {
  auto const in_year = [&](int y) -> std::optional<DayRange> {
    if (phrase.holiday >= 0) {
      auto const day = holiday_in(phrase.holiday, y);
      return day ? std::optional(DayRange{*day, *day}) : std::nullopt;
    }
    Point q = p;
    q.year = y;
    if (q.grain == Grain::day && !is_valid({y, q.month, q.day})) return std::nullopt;
    return days_of(q);
  };
  bool const from_text = r.last.grain != Grain::none && r.last.has_year() && (r.narrative || !r.written) && !r.in_passing;
  // "Has led it since 2015. Parents can register until August 29": what is and what comes is counted from today.
  bool const ahead = r.tense == Tense::future || r.tense == Tense::present;
  bool const told_here = r.told_here && r.last.has_year() && p.month > 0 && !ahead && r.written &&
                         std::abs(r.last.year - to_civil(*r.written).year) >= 1 && r.last.year < to_civil(*r.written).year;
  if (r.in_passing && p.month > 0 && !r.written) return r.month_year;
  if (!from_text && !told_here) return r.written ? nearest_year(*r.written, r.tense, phrase.weekday, in_year) : unknown_year;
  // "In December 1940 … in January": over the turn of the year when the months fall back by more than half a year.
  if (p.month > 0 && r.month_year == r.last.year && r.last_month - p.month >= 8) return r.last.year + 1;
  // "Filed on November 18, 2024, and approved in May", in a text of June 2025
  bool const next_year = told_here && !from_text && p.month > 0 && r.month_year == r.last.year && p.month < r.last_month &&
                         nearest_year(*r.written, r.tense, phrase.weekday, in_year) == r.last.year + 1;
  return next_year ? r.last.year + 1 : r.last.year;
}

}  // namespace

Point point_of_day(Day day) {
  auto const civil = to_civil(day);
  Point p;
  p.grain = Grain::day;
  p.year = civil.year, p.month = civil.month, p.day = civil.day;
  return p;
}

Point of_grain(Day day, Grain grain) {
  auto const civil = to_civil(day);
  Point p;
  p.grain = grain;
  p.year = civil.year;
  switch (grain) {
    case Grain::week:
    case Grain::weekend:
    case Grain::working_week:
    case Grain::fortnight: {
      Day const thursday = day + 4 - static_cast<int>(weekday(day));
      p.grain = grain == Grain::weekend ? Grain::weekend : Grain::week;
      p.year = to_civil(thursday).year;
      p.week = (thursday - to_day({p.year, 1, 1})) / 7 + 1;
      break;
    }
    case Grain::month:
      p.month = civil.month;
      break;
    case Grain::quarter:
      p.quarter = (civil.month + 2) / 3;
      break;
    case Grain::half:
      p.half = (civil.month + 5) / 6;
      break;
    case Grain::season:
      p.season = civil.month == 12 || civil.month < 3 ? 4 : civil.month / 3;
      break;
    case Grain::year:
      break;
    case Grain::fiscal_year:
      p.grain = Grain::year, p.fiscal = true;
      break;
    case Grain::school_year:
      p.grain = Grain::year, p.school = true;
      break;
    case Grain::decade:
      p.decade = floor_divide(civil.year, 10);
      break;
    case Grain::century:
      p.century = floor_divide(civil.year - 1, 100) + 1;
      break;
    default:
      p = point_of_day(day);
      break;
  }
  return p;
}

Point shifted(Point point, Grain unit, int count) {
  auto const day = first_day(point);
  if (!day) return point;
  switch (unit) {
    case Grain::day:
    case Grain::night:
    case Grain::workday:
      return point_of_day(*day + count);
    case Grain::week:
    case Grain::weekend:
    case Grain::working_week:
      return of_grain(*day + 7 * count, unit);
    case Grain::fortnight:
      return of_grain(*day + 14 * count, Grain::week);
    case Grain::month:
    case Grain::quarter:
    case Grain::half: {
      int const width = unit == Grain::month ? 1 : unit == Grain::quarter ? 3 : 6;
      auto const civil = to_civil(*day);
      int const months = civil.year * 12 + civil.month - 1 + count * width, year = floor_divide(months, 12);
      return of_grain(to_day({year, months - year * 12 + 1, 1}), unit);
    }
    default: {
      int const width = unit == Grain::decade ? 10 : unit == Grain::century ? 100 : unit == Grain::millennium ? 1000 : 1;
      return of_grain(to_day({to_civil(*day).year + count * width, 7, 1}), unit == Grain::millennium ? Grain::year : unit);
    }
  }
}

DayRange days_of(Point const& p) {
  if (p.grain == Grain::decade) {
    if (p.decade < 0) return {to_day({1 - (-p.decade * 10 + 9), 1, 1}), to_day({1 - (-p.decade * 10), 12, 31})};
    return {to_day({p.decade * 10, 1, 1}), to_day({p.decade * 10 + 9, 12, 31})};
  }
  if (p.grain == Grain::century) {
    int const first = p.century < 0 ? p.century * 100 + 1 : (p.century - 1) * 100;
    return {to_day({first, 1, 1}), to_day({first + 99, 12, 31})};
  }
  if (p.grain == Grain::none || !p.has_year() || p.impossible) return {};
  if (p.fiscal || p.school) return {to_day({p.year - 1, 1, 1}), to_day({p.year, 12, 31})};  // whose year is not known
  switch (p.grain) {
    case Grain::day:
      if (p.month == 0) return year_range(p.year);
      if (p.day == 0) return month_range(p.year, p.month);
      if (!is_valid({p.year, p.month, p.day})) return {};
      return {to_day({p.year, p.month, p.day}), to_day({p.year, p.month, p.day})};
    case Grain::weekend:
    case Grain::week: {
      if (p.month > 0) {
        Day const first = p.week > 5 ? 0 : to_day({p.year, p.month, 1});
        Day const monday = first + 1 - static_cast<int>(weekday(first)) + 7 * (p.week - 1);
        return {monday, monday + 6};
      }
      auto const week = week_range(p.year, p.week);
      return p.grain == Grain::weekend ? DayRange{week.to - 1, week.to} : week;
    }
    case Grain::month:
      return p.month == 0 ? DayRange{} : month_range(p.year, p.month);
    case Grain::quarter:
      return quarter_range(p.year, p.quarter);
    case Grain::half:
      return {quarter_range(p.year, p.half * 2 - 1).from, quarter_range(p.year, p.half * 2).to};
    // Seasons of either reckoning; a winter may lie on both sides of the new year.
    case Grain::season:
      if (p.season == 4) return {to_day({p.year - 1, 12, 1}), to_day({p.year + 1, 3, 31})};
      return {to_day({p.year, p.season * 3, 1}), to_day({p.year, p.season * 3 + 3, 22})};
    default:
      return year_range(p.year);
  }
}

std::optional<Day> first_day(Point const& p) {
  auto const days = days_of(p);
  if (days.is_unbounded()) return std::nullopt;
  return days.from;
}

int of_24(int hour, int meridiem) { return hour < 0 || meridiem < 0 ? hour : hour % 12 + 12 * meridiem; }

std::int8_t half_of_day(Phrase const& phrase) {
  constexpr std::uint8_t afternoon = 2, night = 4;
  auto const part = phrase.part_of_day;
  return part < afternoon || part > night || (part == night && phrase.hour < 5) ? 0 : 1;
}

void put_clock(Point& p, Phrase const& phrase) {
  int meridiem = phrase.meridiem;
  if (meridiem < 0 && phrase.ambiguous_hour && phrase.part_of_day != 0) meridiem = half_of_day(phrase);
  p.hour = of_24(phrase.hour, meridiem);
  p.minute = phrase.minute, p.second = phrase.second;
  p.part_of_day = p.hour < 0 ? phrase.part_of_day : 0;
  p.ambiguous_hour = phrase.ambiguous_hour && meridiem < 0;
}

Point read_calendar(Phrase const& phrase, Reference const& r) {
  Point p;
  p.month = phrase.month, p.day = phrase.day, p.weekday = phrase.weekday;
  p.quarter = phrase.quarter, p.half = phrase.half, p.season = phrase.season, p.week = phrase.week;
  p.fiscal = phrase.fiscal, p.school = phrase.school, p.edge = phrase.edge;
  put_clock(p, phrase);
  p.written = true;
  p.grain = p.day > 0 || (p.weekday > 0 && p.month == 0) || phrase.holiday >= 0 ? Grain::day
            : p.month > 0                                                       ? Grain::month
            : p.quarter > 0                                                     ? Grain::quarter
            : p.half > 0                                                        ? Grain::half
            : p.season > 0                                                      ? Grain::season
            : p.week > 0                                                        ? Grain::week
                                                                                : Grain::year;
  bool const bc = phrase.year_kind == YearKind::before_christ;
  if (phrase.century != 0) return p.grain = Grain::century, p.century = bc ? -phrase.century : phrase.century, p;
  if (phrase.decade != 0) {
    int decade = phrase.decade;
    if (decade < 10 && !bc) {  // "the nineties": the latest that has begun
      int const base = base_year(r) == unknown_year ? 2029 : base_year(r);
      decade += base / 100 * 10;
      if (decade * 10 > base) decade -= 10;
    }
    return p.grain = Grain::decade, p.decade = bc ? -decade : decade, p;
  }
  p.year_written = phrase.year_kind != YearKind::none;
  if (phrase.year_kind == YearKind::full) p.year = phrase.year;
  if (bc) p.year = 1 - phrase.year;
  if (phrase.year_kind == YearKind::two_digits) p.year = two_digit_year(phrase.year, r);
  if (phrase.day_only && p.month == 0) {  // "the 20th": of the month spoken of
    // "We begin on the 20th" below a passage of old days is of the days that the text is written in; "in January, from the
    // 13th".
    bool const of_story = !r.written || r.last_here || (r.narrative && (r.told_here || r.tense == Tense::past));
    Point const base = r.last.grain != Grain::none && r.last.month > 0 && of_story ? r.last
                       : r.written                                                 ? point_of_day(*r.written)
                                                                                   : Point{};
    p.grain = Grain::day;
    if (base.grain != Grain::none) p.year = base.year, p.month = base.month;
    return p;
  }
  if (!p.year_written) p.year = inferred_year(p, phrase, r);
  if (phrase.holiday >= 0) {
    auto const day = p.has_year() ? holiday_in(phrase.holiday, p.year) : std::nullopt;
    if (day) {
      auto const q = point_of_day(*day);
      p.year = q.year, p.month = q.month, p.day = q.day;
      if (phrase.weekend) p = of_grain(*day - (weekday(*day) == Weekday::monday ? 1 : 0), Grain::weekend);
    }
    return p;
  }
  if (p.day > 0 && p.month > 0) {
    int const year = p.year_written ? p.year : 2000;  // February 29 without a year may be one
    p.impossible = !is_valid({year, p.month, p.day});
    if (!p.impossible && !is_valid({p.has_year() ? p.year : 2000, p.month, p.day})) p.year = unknown_year;
    if (!p.impossible && p.weekday > 0 && p.has_year())
      p.weekday_mismatch = p.year_written && static_cast<int>(weekday(to_day({p.year, p.month, p.day}))) != p.weekday;
  }
  if (p.day > 0 && p.month == 0 && p.weekday > 0 && r.written) {  // "Monday 21": the nearest month in which it is one
    Civil const now = to_civil(*r.written);
    int best = INT_MAX;
    for (int k = -14; k <= 14; ++k) {
      int const months = now.year * 12 + now.month - 1 + k, year = floor_divide(months, 12), month = months - year * 12 + 1;
      if (p.day > days_in_month(year, month) || static_cast<int>(weekday(to_day({year, month, p.day}))) != p.weekday) continue;
      int const away = std::abs(to_day({year, month, p.day}) - *r.written);
      if (away < best) best = away, p.year = year, p.month = month;
    }
  }
  return p;
}

}  // namespace counterclaim::dates
