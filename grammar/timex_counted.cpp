// What is counted from a date in amounts of time: "two weeks later", "three years ago", "the past ten days".
#include <algorithm>

#include "grammar/timex.hpp"

namespace counterclaim::dates {

bool known(Point const& p) { return p.grain != Grain::none && first_day(p).has_value(); }

// Where "that day" and "two weeks later" count from: the date before in the text where one is known, else the article's.
Point anaphor(Reference const& r) {
  if (known(r.last)) return r.last;
  return r.written ? point_of_day(*r.written) : Point{};
}
Point now(Reference const& r) {
  if (r.written && !r.narrative) return point_of_day(*r.written);
  return known(r.last) && !r.in_passing ? r.last : Point{};
}

namespace {

int steps(Phrase const& phrase, int amount) {
  return phrase.direction * static_cast<int>(to_double(phrase.amounts[amount].count) + 0.5);
}

// Whole and small enough to count with: 100,000 days, but no more than 2,000 years or longer units.
bool countable(Phrase const& phrase) {
  for (int i = 0; i < phrase.amount_count; ++i) {
    auto const& a = phrase.amounts[i];
    if (!a.count.is_whole() || Decimal(a.unit >= Grain::season ? 2000 : 100000) < a.count) return false;
  }
  return true;
}

// `day` moved by the phrase's amounts, to the day: a month on from January 31 is the end of February.
Point shifted_day(Day day, Phrase const& phrase) {
  for (int i = 0; i < phrase.amount_count; ++i) {
    int const n = steps(phrase, i);
    auto const unit = phrase.amounts[i].unit;
    if (unit <= Grain::hour) continue;
    if (unit == Grain::workday) {
      for (int k = 0; k != n; k += n < 0 ? -1 : 1) do
          day += n < 0 ? -1 : 1;
        while (weekday(day) >= Weekday::saturday);
    } else if (unit <= Grain::week || unit == Grain::working_week || unit == Grain::fortnight) {
      bool const weeks = unit == Grain::week || unit == Grain::weekend || unit == Grain::working_week;
      day += n * (unit == Grain::fortnight ? 14 : weeks ? 7 : 1);
    } else {
      auto const civil = to_civil(day);
      bool const months = unit == Grain::month || unit == Grain::quarter || unit == Grain::half;
      int const width = unit == Grain::decade ? 10 : unit == Grain::century ? 100 : 1;
      auto to =
          months ? to_civil(*first_day(shifted(point_of_day(day), unit, n))) : Civil{civil.year + n * width, civil.month, 1};
      if (unit == Grain::quarter || unit == Grain::half)
        to = to_civil(*first_day(shifted(point_of_day(day), Grain::month, n * (unit == Grain::half ? 6 : 3))));
      to.day = std::min(civil.day, days_in_month(to.year, to.month));
      day = to_day(to);
    }
  }
  return point_of_day(day);
}

// "a year and a half" in months, "half a decade" in years.
Phrase in_whole_units(Phrase phrase) {
  auto& a = phrase.amounts[0];
  if (phrase.amount_count != 1 || a.vague || a.count.is_whole()) return phrase;
  Decimal const months = a.count * Decimal(12), years = a.count * Decimal(10);
  if (a.unit == Grain::year && months.is_whole()) a.count = months, a.unit = Grain::month;
  if (a.unit == Grain::decade && years.is_whole()) a.count = years, a.unit = Grain::year;
  return phrase;
}

}  // namespace

Reading read_offset(Phrase const& said, Reference const& r, Reading const* outer) {
  Phrase const phrase = in_whole_units(said);
  Reading out;
  out.relative = true;
  out.bound = phrase.bound;
  Point const base = outer != nullptr ? outer->point : phrase.from_now ? now(r) : anaphor(r);
  auto const day = first_day(base);
  Grain finest = Grain::millennium;
  bool vague = false;
  for (int i = 0; i < phrase.amount_count; ++i) {
    finest = std::min(finest, phrase.amounts[i].unit);
    vague |= phrase.amounts[i].vague;
  }
  if (!day || vague || !countable(phrase) || phrase.amount_count == 0) {
    out.timex = phrase.direction < 0 ? "PAST_REF" : "FUTURE_REF";
    return out;
  }
  Point p = base;
  // Exact to the day from a day of the article's present: "in two months", "six weeks from tomorrow".
  bool const to_the_day =
      base.grain == Grain::day &&
      (finest <= Grain::week || (!r.narrative && (outer != nullptr || (phrase.direction > 0 && phrase.from_now))));
  for (int i = 0; i < phrase.amount_count && !to_the_day; ++i) {
    auto const unit = phrase.amounts[i].unit;
    int const years = unit == Grain::decade ? 10 : unit == Grain::century ? 100 : 0;
    if (years > 0)
      p = shifted(p, Grain::year, years * steps(phrase, i));
    else if (unit > Grain::hour)
      p = shifted(p, unit, steps(phrase, i));
  }
  if (to_the_day) p = shifted_day(*day, phrase);
  p.year_written = true;
  out.point = p;
  // "Three weeks ago" is said of 18 days and of 24.
  if (base.grain == Grain::day && finest > Grain::day && finest != Grain::workday && !r.narrative && outer == nullptr) {
    auto const middle = to_the_day ? p : shifted_day(*day, phrase);
    int const slack = said.amounts[0].unit > phrase.amounts[0].unit ? 91
                      : finest <= Grain::week                       ? 3
                      : finest == Grain::fortnight                  ? 7
                      : finest == Grain::month                      ? 15
                      : finest < Grain::year                        ? 45
                                                                    : 183;
    if (auto const at_day = first_day(middle)) out.days = {*at_day - slack, *at_day + slack};
    if (out.bound == Bound::exact) out.bound = Bound::about;
  }
  // "In May it closed. A week later": a week behind some day of May
  if (outer == nullptr && !phrase.from_now && !to_the_day && base.grain > finest)
    if (auto const whole = days_of(base); !whole.is_unbounded()) {
      auto const from = first_day(shifted_day(whole.from, phrase)), to = first_day(shifted_day(whole.to, phrase));
      if (from && to) out.days = {*from, *to};
    }
  if (phrase.from_start && to_the_day && finest > Grain::hour) {
    Day const end = *first_day(p);
    out.days = {*day, end - 1};
    out.timex = "(" + to_iso(*day) + "," + to_iso(end) + "," + print_length(phrase) + ")";
  }
  if (finest <= Grain::hour) out.timex = print(p) + "TXX";
  return out;
}

// "the past two weeks": with the article's date its two ends, in narratives a length.
Reading read_period(Phrase const& phrase, Reference const& r) {
  Reading out;
  out.length = length_of(phrase);
  out.timex = print_length(phrase);
  out.shape = DateShape::duration;
  out.bound = phrase.bound;
  if (r.narrative || !r.written || !out.length.is_point() || phrase.amounts[0].unit <= Grain::hour || !countable(phrase))
    return out;
  out.relative = true;
  auto const unit = phrase.amounts[0].unit;
  Day from = *r.written, to = *r.written;
  if (unit == Grain::quarter || unit == Grain::decade || unit == Grain::century) {
    int const n = static_cast<int>(to_double(phrase.amounts[0].count) + 0.5);
    Point const here = of_grain(*r.written, unit);
    from = days_of(shifted(here, unit, phrase.step > 0 ? 1 : -n)).from;
    to = days_of(shifted(here, unit, phrase.step > 0 ? n : -1)).to + 1;
    Phrase years = phrase;
    if (unit == Grain::decade)
      years.amounts[0].unit = Grain::year, years.amounts[0].count = years.amounts[0].count * Decimal(10);
    out.timex = print_length(years);
  } else {
    Phrase offset = phrase;
    offset.form = Form::offset;
    offset.direction = phrase.step;
    offset.from_now = true;
    if (phrase.step > 0) from = *r.written + 1;
    auto const far = first_day(shifted_day(phrase.step > 0 ? from : to, offset));
    (phrase.step > 0 ? to : from) = *far;
  }
  out.shape = DateShape::date;
  out.days = {from, to - 1};
  out.timex = "(" + to_iso(from) + "," + to_iso(to) + "," + out.timex + ")";
  return out;
}

}  // namespace counterclaim::dates
