// TIMEX3 values of points, lengths and ranges.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "counterclaim/text.hpp"
#include "grammar/timex.hpp"

namespace counterclaim::dates {
namespace {

// `value`, which is not below zero, with zeros before it.
void pad(std::string& out, int value, std::size_t width) {
  char digits[12];
  auto* const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  auto const count = static_cast<std::size_t>(end - digits);
  if (count < width) out.append(width - count, '0');
  out.append(digits, count);
}

void add_year(std::string& out, Point const& p) {
  if (!p.has_year()) {
    out += "XXXX";
    return;
  }
  if (p.year <= 0) out += "BC";
  pad(out, p.year <= 0 ? 1 - p.year : p.year, 4);
}

void add_clock(std::string& out, Point const& p) {
  if (p.hour < 0) {
    if (p.part_of_day != 0) out += 'T', out += part_letters[p.part_of_day];
    return;
  }
  out += 'T', pad(out, p.hour, 2);
  if (p.minute < 0) return;
  out += ':', pad(out, p.minute, 2);
  if (p.second >= 0) out += ':', pad(out, p.second, 2);
}

struct UnitText {
  std::string_view text;
  bool clock;  // behind the T
  int times;   // a fortnight is two weeks, a quarter three months
  std::int64_t seconds;
};
// Months count 30.436875 days and years 365.2425.
UnitText unit_text(Grain g) {
  constexpr std::int64_t day = 86400, month = 2629746, year = 31556952;
  switch (g) {
    case Grain::second:
      return {"S", true, 1, 1};
    case Grain::minute:
      return {"M", true, 1, 60};
    case Grain::hour:
      return {"H", true, 1, 3600};
    case Grain::night:
    case Grain::day:
      return {"D", false, 1, day};
    case Grain::workday:
      return {"BD", false, 1, day};
    case Grain::weekend:
      return {"WE", false, 1, 2 * day};
    case Grain::week:
    case Grain::working_week:
      return {"W", false, 1, 7 * day};
    case Grain::fortnight:
      return {"W", false, 2, 7 * day};
    case Grain::month:
      return {"M", false, 1, month};
    case Grain::quarter:
    case Grain::season:
      return {"M", false, 3, month};
    case Grain::half:
      return {"M", false, 6, month};
    case Grain::decade:
      return {"DE", false, 1, 10 * year};
    case Grain::century:
      return {"CE", false, 1, 100 * year};
    case Grain::millennium:
      return {"ML", false, 1, 1000 * year};
    default:
      return {"Y", false, 1, year};
  }
}

}  // namespace

std::string print_clock(Point const& p) {
  std::string out;
  add_clock(out, p);
  return out;
}

std::string print(Point const& p) {
  std::string out;
  auto const year = [&](bool fiscal = false, bool school = false) {
    if (fiscal || school) out += fiscal ? "FY" : "SY";
    add_year(out, p);
  };
  auto const two = [&](int value, std::string_view before) {
    out += before;
    value > 0 ? pad(out, value, 2) : void(out += "XX");
  };
  switch (p.grain) {
    case Grain::century:
      if (p.century < 0) out += "BC";
      pad(out, std::abs(p.century) - 1, 2);
      break;
    case Grain::decade:
      if (p.decade < 0) out += "BC";
      pad(out, std::abs(p.decade), 3);
      break;
    case Grain::fiscal_year:
      year(true);
      break;
    case Grain::school_year:
      year(false, true);
      break;
    case Grain::year:
      year(p.fiscal, p.school);
      break;
    case Grain::half:
      year(p.fiscal), out += "-H", out += std::to_string(p.half);
      break;
    case Grain::quarter:
      year(p.fiscal), out += "-Q", out += std::to_string(p.quarter);
      break;
    case Grain::season:
      year(), out += '-', out += std::array{"", "SP", "SU", "FA", "WI"}[static_cast<std::size_t>(p.season)];
      break;
    case Grain::month:
      year(), two(p.month, "-");
      break;
    case Grain::week:
    case Grain::weekend:
      year();
      if (p.month > 0) two(p.month, "-");
      two(p.week, "-W");
      if (p.grain == Grain::weekend) out += "-WE";
      break;
    case Grain::day:
      year();
      if (p.weekday > 0 && p.day == 0) {
        out += "-WXX-" + std::to_string(p.weekday);
        break;
      }
      two(p.month, "-"), two(p.day, "-");
      break;
    default:
      break;
  }
  add_clock(out, p);
  return out;
}

std::string print_length(Phrase const& phrase) {
  std::string days, clock;
  for (int i = 0; i < phrase.amount_count; ++i) {
    auto const& a = phrase.amounts[i];
    auto const unit = unit_text(a.unit);
    auto& out = unit.clock ? clock : days;
    out += a.vague ? "X" : to_string(a.count * Decimal(unit.times));
    out += unit.text;
  }
  return "P" + days + (clock.empty() ? "" : "T" + clock);
}

Interval length_of(Phrase const& phrase) {
  Decimal total = 0;
  for (int i = 0; i < phrase.amount_count; ++i) {
    auto const& a = phrase.amounts[i];
    if (a.vague) return {};
    auto const unit = unit_text(a.unit);
    total = total + a.count * Decimal(unit.times) * Decimal(unit.seconds);
  }
  Interval out = Interval::exactly(total);
  switch (phrase.bound) {
    case Bound::above:
      out.low_open = true, out.high.reset();
      break;
    case Bound::at_least:
      out.high.reset();
      break;
    case Bound::below:
      out.high_open = true, out.low.reset();
      break;
    case Bound::at_most:
      out.low.reset();
      break;
    default:
      break;
  }
  return out;
}

namespace {

// "the middle of March", "the end of 2008" as an end of a range: where that part begins, or for the end where it is over.
Point at_edge(Point p) {
  if (p.edge == Edge::none || (p.grain != Grain::year && p.grain != Grain::month)) return p;
  bool const year = p.grain == Grain::year;
  if (p.edge == Edge::mid) {
    p.grain = Grain::day;
    p.month = year ? 7 : p.month, p.day = year ? 2 : 16;
  } else if (p.edge == Edge::end && (year || p.month == 12)) {
    p.month = year ? 0 : 1;
    if (p.has_year()) ++p.year;
  } else if (p.edge == Edge::end) {
    ++p.month;
  }
  p.edge = Edge::none;
  return p;
}

// The end of a range as the text gives it: an unwritten year stays open.
std::string print_end(Point p) {
  if (p.grain == Grain::none) return print_clock(p);
  if (!p.year_written && p.written) p.year = unknown_year;
  bool const whole = p.hour < 0 && p.part_of_day == 0 && p.month == 0 && p.weekday == 0;
  if (whole || (p.grain != Grain::month && p.grain != Grain::day)) {
    auto const days = days_of(p);
    return days.is_unbounded() ? print(p) : to_iso(days.from) + print_clock(p);
  }
  if (p.grain == Grain::month) p.grain = Grain::day, p.day = 1, p.weekday = 0;
  return print(p);
}

int months_of(Point const& p) {
  int const month = p.quarter > 0 ? p.quarter * 3 - 2 : p.half > 0 ? p.half * 6 - 5 : std::max(p.month, 1);
  return p.year * 12 + month - 1;
}
bool in_months(Point const& p) {
  return p.grain == Grain::month || p.grain == Grain::year || p.grain == Grain::quarter || p.grain == Grain::half;
}

std::string clock_length(int minutes) {
  std::string out = "PT";
  if (minutes >= 60) out += std::to_string(minutes / 60) + "H";
  if (minutes % 60 != 0) out += std::to_string(minutes % 60) + "M";
  return out;
}

}  // namespace

std::string print_range(Point const& first, Point const& last) {
  Point const from = at_edge(first), to = at_edge(last);
  bool const edges = first.edge != Edge::none || last.edge != Edge::none;
  std::string out = "(" + print_end(from) + "," + print_end(to) + ",";
  auto const a = first_day(from), b = first_day(to);
  if (from.hour >= 0 && to.hour >= 0) {
    int minutes = (to.hour - from.hour) * 60 + std::max(to.minute, 0) - std::max(from.minute, 0);
    if (a && b) minutes += (*b - *a) * 1440;
    if (minutes < 0) minutes += 1440;
    return out + clock_length(minutes) + ")";
  }
  if (!a || !b) return out + "PXD)";
  bool const years = !edges && from.grain == Grain::year && to.grain == Grain::year;
  bool const months = from.has_year() && to.has_year() && (edges || (in_months(from) && in_months(to)));
  if (years) return out + "P" + std::to_string(to.year - from.year) + "Y)";
  if (months) {
    int const n = months_of(to) - months_of(from);
    return out + "P" + std::to_string(n < 0 ? n + 12 : n) + "M)";
  }
  return out + "P" + std::to_string(*b < *a ? *b - *a + 365 : *b - *a) + "D)";
}

}  // namespace counterclaim::dates
