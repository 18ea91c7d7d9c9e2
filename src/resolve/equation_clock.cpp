// "From 9:10 to 11:45, two hours and 35 minutes": the time between two clock times of a day against the minutes told.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

#include "src/resolve/equation_span.hpp"

namespace counterclaim::equation {
namespace {

constexpr std::int64_t day_minutes = std::int64_t(24) * 60;

constexpr PatternText texts[] = {
    {"{g} ,|(|-|: ..4 {s} ,|)|.|;|-", 0},
    {"{g} ..1 takes|took|lasts|lasted|is|was|makes ..2 {s}", 0},
    {"{s} ,|(|-|: from|between? {g}", 0},
    {"{s} from {g}", 0},
    {"{g} ..3 @end ..3 at {h} ,|(|-|; ..4 {s} ,|)|.|;|-", 0},
    {"@begin ..2 at {g} ..3 @end ..2 at {h} ,|(|-|; ..4 {s} ,|)|.|;|-|later", 0},
    {"left|leaves|departs|departed ..6 at {g} ..4 arrived|arrives|arriving|reached|reaches ..6 at {h} ,|(|-|; ..4 {s} "
     ",|)|.|;|-|later",
     0},
    {"{g} ,|(|-|: ..2 {s} in all|total", 0},
    {"@begin ..2 at {g} ..3 @end ..2 at {h} ;|,|. it|and|which took|lasted|takes|lasts ..2 {s}", 0},
    {"at {g} ..10 at {h} ,|(|-|; ..2 {s} later|late|early|afterwards", 0},
    {"left|leaves|departs|departed|began|started ..6 at {g} ..4 arrived|arrives|landed|lands|ended|ends|docked|finished ..6 at "
     "{h} ..1 "
     "after ..1 {s}",
     0},
};

// Minutes in "PT2H35M", "PT6H", "PT85M", "PT3.5H"; nothing for other lengths.
std::optional<std::int64_t> minutes_of(std::string_view timex) {
  if (!timex.starts_with("PT")) return std::nullopt;
  timex.remove_prefix(2);
  if (timex.ends_with(".5H")) {  // "three and a half hours"
    std::string hours("PT");
    hours.append(timex.substr(0, timex.size() - 3)).append("H");
    auto const whole = minutes_of(hours);
    return whole ? std::optional(*whole + 30) : std::nullopt;
  }
  std::int64_t total = 0, number = 0;
  bool digits = false, any = false;
  for (char const ch : timex) {
    if (ch >= '0' && ch <= '9') {
      if (number > 100000) return std::nullopt;
      number = number * 10 + (ch - '0'), digits = true;
    } else if ((ch == 'H' || ch == 'M') && digits) {
      total += number * (ch == 'H' ? 60 : 1), number = 0, digits = false, any = true;
    } else {
      return std::nullopt;
    }
  }
  return any && !digits ? std::optional(total) : std::nullopt;
}

// The minutes of "(T09:10,T11:45,PT2H35M)".
std::optional<std::int64_t> minutes_of_range(std::string_view timex) {
  if (!timex.starts_with("(T") || !timex.ends_with(')')) return std::nullopt;
  auto const comma = timex.rfind(',');
  return comma == timex.npos ? std::nullopt : minutes_of(timex.substr(comma + 1, timex.size() - comma - 2));
}

std::string spoken_time(std::int64_t minutes) {
  auto const some = [](std::int64_t n, std::string const& unit) {
    return std::to_string(n) + " " + unit + (n == 1 ? "" : "s");
  };
  std::int64_t const hours = minutes / 60, rest = minutes % 60;
  if (hours == 0) return some(rest, "minute");
  return rest == 0 ? some(hours, "hour") : some(hours, "hour") + " and " + some(rest, "minute");
}

// Time zones and pauses: the hours between two times are not the hours that something took.
bool has_other_hours(Context const& c, std::uint32_t sentence) {
  static WordSet const words{"zone",   "zones",   "local", "break", "breaks", "pause",  "pauses",   "interval",
                             "flight", "flights", "fly",   "plane", "lands",  "landed", "overtime", "stops"};
  Sentence const& s = c.tokens.sentences[sentence];
  for (auto i = s.first; i < s.last; ++i)
    if (WordId const w = c.tokens.tokens[i].word; words.has(w)) return true;
  return false;
}

}  // namespace

void find_clock_spans(Context const& c) {
  static auto const patterns = compile(texts);
  std::set<std::int32_t> used;
  each_match(c, patterns, [&](Match const& m, int) {
    if (used.contains(m.at('s'))) return true;
    DateMention const &d = date(c, m, 'g'), &s = date(c, m, 's');
    auto const stated = minutes_of(s.timex);
    if (!stated || s.bound == Bound::range || d.bound == Bound::about) return false;
    std::optional<std::int64_t> minutes = minutes_of_range(d.timex);
    std::string text = written(c, d.at);
    std::vector<Span> operands{d.at.span};
    if (m.at('h') >= 0) {
      DateMention const& e = date(c, m, 'h');
      if (d.minute_of_day < 0 || e.minute_of_day < 0 || d.utc_offset != e.utc_offset || e.bound == Bound::about) return false;
      minutes = (e.minute_of_day - d.minute_of_day + day_minutes) % day_minutes;
      text += " to " + written(c, e.at);
      operands.push_back(e.at.span);
    }
    if (!minutes || *minutes <= 0 || has_other_hours(c, s.at.sentence)) return false;
    // Breaks, time zones and 12-hour clocks: what is off by half, or by whole hours of a journey, is something else.
    if (*stated * 2 < *minutes || *minutes * 2 < *stated) return false;
    bool const whole_hours = *stated % 60 == 0;
    std::int64_t const slack =
        whole_hours || *stated % 10 == 0 ? std::max<std::int64_t>(*stated / 10, whole_hours ? 20 : 3) : 1;
    Interval computed = Interval::exactly(Decimal(*minutes)),
             told{Decimal(*stated - slack), Decimal(*stated + slack), false, false};
    if (s.bound == Bound::about) told = {*told.low - Decimal(*stated / 10), *told.high + Decimal(*stated / 10), false, false};
    if (s.bound == Bound::above || s.bound == Bound::at_least) told.high.reset();
    if (s.bound == Bound::below || s.bound == Bound::at_most) told.low.reset();
    text += " is " + spoken_time(*minutes);
    if (disjoint(told, computed)) text += ", not " + written(c, s.at);
    Amount const a{
        .value = {}, .bound = s.bound, .span = s.at.span, .first = s.at.first, .last = s.at.last, .sentence = s.at.sentence};
    emit(c, EquationKind::span, a, told, computed, text, operands);
    used.insert(m.at('s'));
    return true;
  });
}

}  // namespace counterclaim::equation
