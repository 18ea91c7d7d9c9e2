// Readings of phrases that are counted from another date, and the choice of that date.
#include "grammar/timex.hpp"

#include <algorithm>
#include <cmath>

namespace counterclaim::dates {
namespace {

Day next_weekday(Day day, int which) { return day + (which - static_cast<int>(weekday(day)) + 6) % 7 + 1; }
Day last_weekday(Day day, int which) { return day - (static_cast<int>(weekday(day)) - which + 6) % 7 - 1; }

Point weekday_point(Phrase const& phrase, Reference const& r, Point const& base) {
  auto const day = first_day(base);
  Point p;
  p.grain = Grain::day;
  p.weekday = phrase.weekday;
  if (!day) return p;
  int const which = phrase.weekday;
  Day const monday = *day + 1 - static_cast<int>(weekday(*day));
  if (phrase.grain != Grain::none) {  // "next week on Friday"
    auto const week = first_day(shifted(base, Grain::week, phrase.step));
    return week ? point_of_day(*week + which - 1) : p;
  }
  if (phrase.step == 0 && (phrase.calendar_step || phrase.anaphoric)) return point_of_day(monday + which - 1);
  if (phrase.step != 0)
    return point_of_day(phrase.calendar_step ? monday + 7 * phrase.step + which - 1
                        : phrase.step > 0    ? next_weekday(*day, which)
                                             : last_weekday(*day, which));
  if (r.narrative || (!r.written && r.tense != Tense::future)) return point_of_day(last_weekday(*day + 1, which));
  bool const ahead = r.tense == Tense::future || r.tense == Tense::present;  // "opens on Friday"
  return point_of_day(ahead ? next_weekday(*day - 1, which) : last_weekday(*day + 1, which));
}

// "last May", "next summer", "this Christmas", "the previous April"
Point named_point(Phrase const& phrase, Reference const& r, Point const& base) {
  Reference at = r;
  at.narrative = false;
  auto const day = first_day(base);
  if (!day) return read_calendar(phrase, r);
  at.written = *day;
  at.last = {};
  at.tense = phrase.step > 0 ? Tense::future : phrase.step < 0 ? Tense::past : Tense::unknown;
  Phrase named = phrase;
  if (phrase.step == 0) named.year = to_civil(*day).year, named.year_kind = YearKind::full;
  Point p = read_calendar(named, at);
  auto const days = days_of(p);
  if (phrase.step > 0 && days.from <= *day)
    p = read_calendar((named.year = p.year + 1, named.year_kind = YearKind::full, named), at);
  if (phrase.step < 0 && days.to >= *day)
    p = read_calendar((named.year = p.year - 1, named.year_kind = YearKind::full, named), at);
  p.year_written = true;
  return p;
}

Reading read_pointer(Phrase const& phrase, Reference const& r) {
  Reading out;
  out.relative = true;
  bool const told = known(r.last);
  // "At the start of the year" is the writer's, unless the sentence has told another.
  bool const of_writer = (phrase.container_only || phrase.edge != Edge::none) && phrase.grain == Grain::year && r.written &&
                         !r.narrative && !r.last_here;
  Point base = phrase.anaphoric && told && !of_writer ? r.last : now(r);
  if (r.narrative && phrase.from_now && phrase.grain == Grain::day && phrase.step == 0 && phrase.part_of_day == 0) {
    out.timex = "PRESENT_REF";
    return out;
  }
  if (phrase.grain == Grain::fortnight && phrase.weekday == 0 && phrase.step != 0) {
    Phrase period = phrase;
    period.amounts[0] = {Decimal(1), Grain::fortnight, false};
    period.amount_count = 1;
    return read_period(period, r);
  }
  // A day cannot be counted from a year: "the next day" after "in 1918" is left open.
  auto const coarse = [&](Grain g) {
    return base.grain > Grain::day && (g == Grain::day || g == Grain::day_part || g == Grain::night);
  };
  Point& p = out.point;
  if (phrase.weekday > 0) {
    p = weekday_point(phrase, r, base);
  } else if (phrase.month > 0 || phrase.season > 0 || phrase.holiday >= 0) {
    p = named_point(phrase, r, base);
  } else if (!known(base) || coarse(phrase.grain)) {
    p.grain = phrase.grain == Grain::day_part || phrase.grain == Grain::night ? Grain::day : phrase.grain;
    // "The same day" is one that the text has told, and no day of the year before it.
    if (p.grain == Grain::day && known(base) && !(phrase.anaphoric && phrase.step == 0))
      p.year = base.year, p.month = base.month;
  } else if (phrase.grain == Grain::day_part) {
    p = shifted(base, Grain::day, phrase.step);
  } else if (phrase.grain <= Grain::hour) {
    p = base;
  } else {
    p = shifted(base, phrase.grain, phrase.step);
  }
  p.year_written = true;
  put_clock(p, phrase);
  p.edge = phrase.edge;
  return out;
}

Point nth_in(Point const& outer, Grain unit, int nth) {
  auto const days = days_of(outer);
  if (days.is_unbounded()) {
    Point p = outer;
    if (unit == Grain::day && outer.grain == Grain::month) p.grain = Grain::day, p.day = nth;
    return p;
  }
  switch (unit) {
    case Grain::week:
    case Grain::weekend: {
      if (outer.grain == Grain::month) {
        Point p = outer;
        p.grain = unit;
        p.week = nth > 0 ? nth : (days.to - (days.from - static_cast<int>(weekday(days.from)) + 1)) / 7 + 1;
        return p;
      }
      if (nth > 0) return shifted(of_grain(days.from + 3, unit), unit, nth - 1);
      return of_grain(days.to - 3, unit);
    }
    case Grain::day:
    case Grain::night:
      return point_of_day(nth > 0 ? days.from + nth - 1 : days.to);
    default:
      return nth > 0 ? shifted(of_grain(days.from, unit), unit, nth - 1) : of_grain(days.to, unit);
  }
}

Reading read_part(Phrase const& phrase, Reference const& r, Reading const& outer) {
  Reading out;
  out.point = outer.point;
  out.relative = outer.relative;
  Point& p = out.point;
  Point const whole = outer.point;
  p.edge = phrase.edge != Edge::none ? phrase.edge : whole.edge;
  if (phrase.weekday > 0 && phrase.day == 0) {
    auto const days = days_of(whole);
    if (!days.is_unbounded() && phrase.nth < 0) p = point_of_day(last_weekday(days.to + 1, phrase.weekday));
    if (!days.is_unbounded() && phrase.nth >= 0)
      p = point_of_day(next_weekday(days.from - 1, phrase.weekday) + 7 * (phrase.nth > 0 ? phrase.nth - 1 : 0));
  } else if (phrase.month > 0 || phrase.season > 0) {
    Phrase named;
    named.day = phrase.day, named.weekday = phrase.weekday;
    named.month = phrase.month, named.season = phrase.season, named.edge = phrase.edge;
    named.year = whole.year, named.year_kind = YearKind::full;
    p = read_calendar(named, r);
    p.year = whole.year;
  } else if (phrase.half > 0) {
    if (whole.grain == Grain::year)
      p = whole, p.grain = Grain::half, p.half = phrase.half;
    else
      p.edge = phrase.half == 1 ? Edge::start : Edge::end;
  } else if (phrase.part_of_day != 0) {
    p.part_of_day = phrase.part_of_day;
  } else if (phrase.day > 0) {
    p = nth_in(whole, Grain::day, phrase.day);
  } else if (phrase.nth != 0 && phrase.amount_count > 0) {
    auto const& a = phrase.amounts[0];
    auto const days = days_of(whole);
    if (a.vague || (a.count == Decimal(1) && a.unit == Grain::none)) return out;
    if (a.count == Decimal(1)) {
      p = nth_in(whole, a.unit, phrase.nth);
    } else {
      out.timex = print_length(phrase);
      out.shape = DateShape::duration;
      out.length = length_of(phrase);
      if (days.is_unbounded() || !a.count.is_whole() || Decimal(1000) < a.count) return out;
      int const n = static_cast<int>(std::lround(to_double(a.count)));
      auto const first = days_of(nth_in(whole, a.unit, phrase.nth > 0 ? 1 : -1));
      if (phrase.nth > 0)
        out.days = {first.from, days_of(shifted(nth_in(whole, a.unit, 1), a.unit, n - 1)).to};
      else
        out.days = {days_of(shifted(nth_in(whole, a.unit, -1), a.unit, 1 - n)).from, first.to};
      if (!r.narrative && r.written) {
        out.shape = DateShape::date;
        out.timex = "(" + to_iso(out.days.from) + "," + to_iso(out.days.to + 1) + "," + out.timex + ")";
      }
    }
  }
  p.year_written |= whole.year_written;
  return out;
}

Reading read_set(Phrase const& phrase) {
  Reading out;
  out.shape = DateShape::set;
  Point p;
  put_clock(p, phrase);
  if (phrase.often != nullptr) {
    out.timex = phrase.often->text;
  } else if (phrase.weekday > 0) {
    p.grain = Grain::day, p.weekday = phrase.weekday;
    out.timex = print(p);
  } else if (phrase.amount_count > 0 && phrase.amounts[0].unit == Grain::night) {
    out.timex = "TNI";
  } else if (phrase.amount_count > 0) {
    Phrase length = phrase;
    if (phrase.step > 1) length.amounts[0].count = Decimal(phrase.step);
    out.timex = print_length(length);
  } else if (phrase.month > 0 || phrase.season > 0) {
    p.grain = phrase.month > 0 ? Grain::month : Grain::season;
    p.month = phrase.month, p.season = phrase.season;
    out.timex = print(p);
  } else {
    out.timex = print_clock(p);
  }
  return out;
}

// Parts of a period: its first and last half where the text says early and late, its middle half.
DayRange narrowed(DayRange days, Edge edge) {
  if (edge == Edge::none || days.is_unbounded()) return days;
  Day const width = days.to - days.from + 1;
  if (width < 4) return days;
  if (edge == Edge::start) return {days.from, days.from + width / 2};
  if (edge == Edge::end) return {days.to - width / 2, days.to};
  return {days.from + width / 4, days.to - width / 4};
}

}  // namespace

Reading read_phrase(Phrase const& phrase, Reference const& r, Reading const* outer) {
  Reading out;
  switch (phrase.form) {
    case Form::pointer:
      out = read_pointer(phrase, r);
      break;
    case Form::offset:
      out = read_offset(phrase, r, outer);
      break;
    case Form::part:
      if (outer != nullptr) out = read_part(phrase, r, *outer);
      break;
    case Form::period:
      return read_period(phrase, r);
    case Form::set:
      return read_set(phrase);
    case Form::duration:
      out.shape = DateShape::duration;
      out.length = length_of(phrase);
      out.timex = print_length(phrase);
      out.bound = phrase.bound;
      return out;
    case Form::reference:
      out.timex = phrase.step < 0 ? "PAST_REF" : phrase.step > 0 ? "FUTURE_REF" : "PRESENT_REF";
      return out;
    case Form::clock:
      put_clock(out.point, phrase);
      break;
    default:
      out.point = read_calendar(phrase, r);
      out.relative = !out.point.year_written;
      break;
  }
  if (out.point.hour >= 0 || out.point.part_of_day != 0) out.shape = DateShape::time;
  if (out.days.is_unbounded()) out.days = narrowed(days_of(out.point), out.point.edge);
  if (out.point.edge != Edge::none) out.bound = Bound::about;
  return out;
}

}  // namespace counterclaim::dates
