#include "counterclaim/clock.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "counterclaim/calendar.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

using Minutes = std::pair<int, int>;  // of the day, first and last

// What a timex such as 2025-01-14T06:52 names: [6:52, 6:52], of T06 all of the hour. Nothing for parts of the day (TMO).
std::optional<Minutes> clock(std::string_view timex) {
  auto const t = timex.find('T');
  if (t == std::string::npos || timex.starts_with('(')) return std::nullopt;
  auto two = [&](std::size_t at) {
    if (at + 2 > timex.size() || timex[at] < '0' || timex[at] > '9' || timex[at + 1] < '0' || timex[at + 1] > '9') return -1;
    return (timex[at] - '0') * 10 + timex[at + 1] - '0';
  };
  int const hour = two(t + 1);
  if (hour < 0) return std::nullopt;
  if (timex.size() == t + 3) return std::pair(hour * 60, hour * 60 + 59);
  int const minute = two(t + 4);
  if (timex[t + 3] != ':' || minute < 0 || (timex.size() != t + 6 && timex.size() != t + 9)) return std::nullopt;
  return std::pair(hour * 60 + minute, hour * 60 + minute);
}

// Minutes by which the rounder a time is, the looser it is said.
int slack(Minutes m, Bound bound) {
  if (bound == Bound::about || m.first != m.second) return 20;
  return m.first % 30 == 0 ? 10 : m.first % 15 == 0 ? 7 : m.first % 5 == 0 ? 3 : 0;
}

}  // namespace

bool has_clock(Claim const& date) { return date.kind == ClaimKind::date && clock(date.timex).has_value(); }

bool stretches_apart(Claim const& a, Claim const& b) {
  constexpr Day months = 60, weeks = 25;
  auto const is_stretch = [](Claim const& c) {
    return c.timex.starts_with('(') && c.days.from != no_lower_day && c.days.to != no_upper_day &&
           c.days.to - c.days.from >= months;
  };
  if (!is_stretch(a) || !is_stretch(b)) return false;
  bool const earlier = a.days.from < b.days.from;
  auto const &x = earlier ? a.days : b.days, &y = earlier ? b.days : a.days;
  return y.from - x.from >= weeks && y.to - x.to >= weeks;
}

bool is_stretch(Claim const& c) {
  return c.kind == ClaimKind::date && c.timex.starts_with('(') && c.days.from != no_lower_day && c.days.to != no_upper_day;
}

bool is_start(Claim const& c) {
  static WordSet const start{"begin", "start", "commence", "open"};
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return t.role <= TermRole::verb && (t.word & unknown_bit) == 0 && start.has(t.word);
  });
}

bool is_finish(Claim const& c) {
  static WordSet const finish{"end", "close", "finish", "conclude", "cease", "expire"};
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return t.role <= TermRole::verb && (t.word & unknown_bit) == 0 && finish.has(t.word);
  });
}

namespace {

enum class EndOfStretch : std::uint8_t { first, last };
bool ends_apart(Claim const& stretch, Claim const& other, EndOfStretch end) {
  bool const first = end == EndOfStretch::first;
  auto const days = stretch.days;
  auto const comma = stretch.timex.find(','), behind = stretch.timex.find(',', comma + 1);
  if (behind == std::string_view::npos) return false;
  auto const named = first ? stretch.timex.substr(1, comma - 1) : stretch.timex.substr(comma + 1, behind - comma - 1);
  if (days.from < days.to) {
    auto const day = first ? days.from : days.to;
    // "From May to July", "from 2021 to 2023": some day of the first and of the last of them
    auto const civil = to_civil(day);
    bool const whole = civil.day == (first ? 1 : days_in_month(civil.year, civil.month));
    Day const slack = !whole ? 0 : civil.month == (first ? 1 : 12) ? 366 : 31;
    return other.days.to < day - slack || (other.days.from != no_lower_day && other.days.from > day + slack);
  }
  auto const x = clock(named);
  auto const y = clock(other.timex);
  if (!x || !y || other.bound > Bound::about) return false;
  int const apart = std::max(slack(*x, Bound::exact), slack(*y, other.bound));
  return x->first > y->second + apart || y->first > x->second + apart;
}

}  // namespace

bool tells_end_of(Claim const& stretch, Claim const& other) {
  if (!is_stretch(stretch) || is_stretch(other) || other.kind != ClaimKind::date) return false;
  if (is_start(stretch) || is_finish(stretch)) return false;  // "opens between May 3 and June 9"
  bool const of_another = std::any_of(other.terms.begin(), other.terms.end(), [](Term const& t) {
    return t.role == TermRole::object && !is_concept(t.word);  // "the shop opens a bar"
  });
  return !of_another && (is_start(other) || is_finish(other));
}

bool begins_or_ends_apart(Claim const& a, Claim const& b) {
  auto const &stretch = is_stretch(a) ? a : b, &other = is_stretch(a) ? b : a;
  if (!tells_end_of(stretch, other)) return false;
  if (is_start(other)) return ends_apart(stretch, other, EndOfStretch::first);
  return ends_apart(stretch, other, EndOfStretch::last);
}

bool clocks_apart(Claim const& a, Claim const& b) {
  auto const x = clock(a.timex), y = clock(b.timex);
  bool const bounded = a.bound > Bound::about || b.bound > Bound::about;  // "by 7 p.m."
  if (!x || !y || bounded) return false;
  int const apart = std::max(slack(*x, a.bound), slack(*y, b.bound));
  return x->first > y->second + apart || y->first > x->second + apart;
}

}  // namespace counterclaim
