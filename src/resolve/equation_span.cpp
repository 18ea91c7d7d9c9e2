// Durations and anniversaries against their dates. A date is a range of days, so "from 2019 to 2022" may be two to four
// years; ages and "years ago" are counted to the article's date.
#include "src/resolve/equation_span.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace counterclaim::equation {
namespace {

// "P5Y": how many of what; nothing for mixed and fuzzy ones.
struct Length {
  Decimal count;
  char unit = 0;  // Y M W D
};
std::optional<Length> length_of(DateMention const& d) {
  std::string_view t = d.timex;
  if (t.size() < 3 || t[0] != 'P' || t[1] == 'T') return std::nullopt;
  char const unit = t.back();
  auto const count = parse_decimal(t.substr(1, t.size() - 2));
  if (!count || (unit != 'Y' && unit != 'M' && unit != 'W' && unit != 'D')) return std::nullopt;
  return Length{*count, unit};
}
Decimal days_in(char unit) {
  return unit == 'Y'   ? Decimal::scaled(3652425, -4)
         : unit == 'M' ? Decimal::scaled(30436875, -6)
         : unit == 'W' ? Decimal(7)
                       : Decimal(1);
}
std::string_view name_of(char unit) { return unit == 'Y' ? "year" : unit == 'M' ? "month" : unit == 'W' ? "week" : "day"; }

// In `unit`, from the end of one date to the start of the other at least, and with both days counted at most.
std::optional<Interval> between(DayRange a, DayRange b, char unit) {
  if (a.from > b.from) std::swap(a, b);
  auto const low = divide(Decimal(std::max(0, b.from - a.to)), days_in(unit)),
             high = divide(Decimal(b.to - a.from + 1), days_in(unit));
  if (!low || !high) return std::nullopt;
  return Interval{*low, *high, false, false};
}

// A date is told at least as finely as the duration counts.
bool fine_enough(DayRange d, char unit) {
  auto const days = d.to - d.from + 1;
  return days <= (unit == 'Y' ? 366 : unit == 'M' ? 31 : 1);
}

std::string spoken(Interval const& v, std::string_view unit) {
  std::string const low = shown(v.low.value_or(0), 0), high = shown(v.high.value_or(0), 0);
  std::string const text = low == high ? low : low + " to " + high;
  return text + " " + std::string(unit) + (text == "1" ? "" : "s");
}

Amount as_amount(DateMention const& d) {
  return {.value = {}, .bound = d.bound, .span = d.at.span, .first = d.at.first, .last = d.at.last, .sentence = d.at.sentence};
}

Interval stated_count(Decimal count, Bound bound) {
  Interval v{count - Decimal::scaled(5, -1), count + Decimal::scaled(5, -1), false, false};
  if (bound == Bound::about) v.low = *v.low - count * Decimal::scaled(1, -1), v.high = *v.high + count * Decimal::scaled(1, -1);
  if (bound == Bound::above || bound == Bound::at_least) v.high.reset();
  if (bound == Bound::below || bound == Bound::at_most) v.low.reset();
  return v;
}

// Words behind a duration that make it something else than the span: "five years after", "two years longer".
bool says_something_else(Context const& c, std::uint32_t item) {
  static WordSet const words{"after",  "before", "later", "earlier", "ago", "longer", "shorter", "more",  "less", "old",
                             "behind", "ahead",  "late",  "early",   "of",  "sooner", "into",    "since", "from"};
  if (item >= c.row.items.size() || c.row.items[item].word == unknown_word) return false;
  return words.has(c.row.items[item].word);
}

// The two ends of "from May 3 to June 2024", each as finely as the range is told; nothing for a date that is no range.
struct Ends {
  DayRange from, to;
};
std::optional<Ends> ends_of(DateMention const& d) {
  std::string_view const t = d.timex;  // "(2016-01-01,2019-01-01,P3Y)"
  if (!t.starts_with('(') || !t.ends_with(')') || t.size() < 3 || !is_bounded(d)) return std::nullopt;
  auto const whole = [unit = t[t.size() - 2]](Day day) {
    Civil const c = to_civil(day);
    return unit == 'Y' ? year_range(c.year) : unit == 'M' ? month_range(c.year, c.month) : DayRange{day, day};
  };
  return Ends{whole(d.days.from), whole(d.days.to)};
}

enum Order : int { dates_first, duration_first, late };
constexpr PatternText span_texts[] = {
    {"from {d} to|until|till|through {e} ,|(|- a? ..3 {s}", dates_first},
    {"from {d} ,? to|until|till|through {e} ,|(|- a? ..3 {s}", dates_first},
    {"between {d} and {e} ,|(|- a? ..3 {s} ,|.|)", dates_first},
    {"from|between {d} ,|(|- a? ..3 {s}", dates_first},
    {"{s} ,|( from {d} to|until|till|through {e}", duration_first},
    {"{s} from {d} to|until|till|through {e}", duration_first},
    {"{s} ,|(? from {d}", duration_first},
    {"{s} , between {d}", duration_first},
    {"{s} from {d} , to|until|till|through {e}", duration_first},
    {"in|on {d} ..3 and ..5 in|on {e} ,|- after|lasting|taking|a ..4 {s} ,|.|;", dates_first},
    {"in|on {d} ..3 and ended|finished|closed|stopped ..1 in|on {e} after ..1 {s} ,|.|;", dates_first},
    {"{s} after ..5 in|on {d} ,? ..8 in|on {e}", duration_first},
    {"in|on {e} ,? ..1 {s} after ..5 in|on {d}", duration_first},
    {"in|on {d} ,|;|and|but ..6 in|on {e} ,|- {s} late|later|early|behind|overdue", late},
};

void find_durations(Context const& c, std::set<std::int32_t>& used) {
  static auto const patterns = compile(span_texts);
  each_match(c, patterns, [&](Match const& m, int order) {
    if (used.contains(m.at('s'))) return true;
    DateMention const &d = date(c, m, 'd'), &s = date(c, m, 's');
    auto const length = length_of(s);
    if (!length || !is_bounded(d) || s.bound == Bound::range || s.shape != DateShape::duration) return false;
    Ends ends{d.days, d.days};
    std::vector<Span> operands{d.at.span};
    if (m.at('e') >= 0) {
      DateMention const& e = date(c, m, 'e');
      if (!is_bounded(e)) return false;
      ends.to = e.days;
      operands.push_back(e.at.span);
    } else {
      auto const both = ends_of(d);
      if (!both) return false;
      ends = *both;
    }
    if (ends.from.from > ends.to.from) return false;
    if (order == dates_first && says_something_else(c, std::uint32_t(m.at('s')) + 1)) return false;
    auto const computed = between(ends.from, ends.to, length->unit);
    if (!computed || !fine_enough(ends.from, length->unit) || !fine_enough(ends.to, length->unit)) return false;
    // "17 nights between February and May" need not follow one another.
    if (length->count + length->count < *computed->low) return false;
    Interval const stated = stated_count(length->count, s.bound);
    std::string text = m.at('e') >= 0 ? written(c, d.at) + " to " + written(c, date(c, m, 'e').at) : written(c, d.at);
    text += " is " + spoken(*computed, name_of(length->unit));
    if (disjoint(stated, *computed)) text += ", not " + written(c, s.at);
    emit(c, EquationKind::span, as_amount(s), stated, *computed, text, operands);
    used.insert(m.at('s'));
    return true;
  });
}

// "Due on 4 June and arrived on 9 June, five days late": a day without its year is the one nearest the other.
constexpr PatternText late_texts[] = {
    {"due|planned|scheduled|promised|set|expected|to|meant|slated|announced|supposed ..4 {d} ,|and|but|; ..6 {e} ,|- ..1 {s} "
     "late|early|behind|overdue|ahead|later|earlier",
     0},
};
bool tells_year(Context const& c, DateMention const& d) {
  for (auto i = d.at.first; i < d.at.last; ++i)
    if (auto const& t = c.tokens.tokens[i]; t.is(TokenKind::figure) && c.tokens.figures[t.figure].value >= Decimal(1000))
      return true;
  return false;
}
DayRange in_year_near(DayRange days, DayRange other) {
  constexpr int half_year = 183;
  for (int shift : {-1, 1}) {
    Civil from = to_civil(days.from), to = to_civil(days.to);
    from.year += shift, to.year += shift;
    if (days.from == no_lower_day || !is_valid(from) || !is_valid(to)) continue;
    DayRange const moved{to_day(from), to_day(to)};
    if (std::abs(days.from - other.from) > half_year && std::abs(moved.from - other.from) <= half_year) return moved;
  }
  return days;
}
void find_lateness(Context const& c, std::set<std::int32_t>& used) {
  static auto const patterns = compile(late_texts);
  each_match(c, patterns, [&](Match const& m, int) {
    if (used.contains(m.at('s'))) return true;
    DateMention const &d = date(c, m, 'd'), &e = date(c, m, 'e'), &s = date(c, m, 's');
    auto const length = length_of(s);
    if (!length || !is_bounded(d) || !is_bounded(e) || s.bound != Bound::exact || d.bound != Bound::exact ||
        e.bound != Bound::exact)
      return false;
    DayRange const due = tells_year(c, d) ? d.days : in_year_near(d.days, e.days);
    auto const computed = between(due, e.days, length->unit);
    if (!computed || !fine_enough(due, length->unit) || !fine_enough(e.days, length->unit)) return false;
    Interval const stated = stated_count(length->count, s.bound);
    if (disjoint(stated, *computed) && length->count > *computed->high * Decimal(6)) return false;
    std::string text = written(c, d.at) + " to " + written(c, e.at) + " is " + spoken(*computed, name_of(length->unit));
    if (disjoint(stated, *computed)) text += ", not " + written(c, s.at);
    emit(c, EquationKind::span, as_amount(s), stated, *computed, text, {d.at.span, e.at.span});
    used.insert(m.at('s'));
    return true;
  });
}

bool has_word(Context const& c, DateMention const& d, std::string_view word) {
  WordId const id = find_word(word);
  for (auto i = d.at.first; i < d.at.last; ++i)
    if (c.tokens.tokens[i].word == id && id != unknown_word) return true;
  return false;
}

constexpr PatternText ago_texts[] = {
    {"in|on {d} , ..2 {e}", 0},
    {"{e} , in|on {d}", 0},
    {"{e} ( in? {d} )", 0},
    {"@found ..4 in|on {d} ..6 {e}", 0},
};

// "Founded in 1934, 91 years ago": the two dates must be one; "ago" is counted in whole years, tens of them are round.
void find_years_ago(Context const& c) {
  static auto const patterns = compile(ago_texts);
  if (!c.article.date) return;
  std::set<std::int32_t> used;
  DayRange const now{*c.article.date, *c.article.date};
  each_match(c, patterns, [&](Match const& m, int) {
    DateMention const &d = date(c, m, 'd'), &e = date(c, m, 'e');
    if (used.contains(m.at('e')) || !is_bounded(d) || !is_bounded(e) || d.relative || !e.relative) return false;
    if (!has_word(c, e, "ago") || !(has_word(c, e, "years") || has_word(c, e, "year")) || *c.article.date < d.days.from)
      return false;
    auto const computed = between(d.days, now, 'Y');
    auto stated = between(e.days, now, 'Y');
    if (!computed || !stated || !stated->low || !stated->high) return false;
    Decimal const half = Decimal::scaled(5, -1);
    std::string const count = shown((*stated->low + *stated->high) * half, 0);
    Decimal const slack = count.ends_with('0') ? Decimal(2) : half;
    stated = Interval{*stated->low - slack, *stated->high + slack, false, false};
    std::string text = written(c, d.at) + " is " + spoken(*computed, "year") + " before the article";
    if (disjoint(*stated, *computed)) text += ", not " + written(c, e.at);
    emit(c, EquationKind::span, as_amount(e), *stated, *computed, text, {d.at.span});
    used.insert(m.at('e'));
    return true;
  });
}

enum Later : int { between_dates, behind_dates };
constexpr PatternText later_texts[] = {{"in|on {d} ..14 {e} , ..1 in|on {f}", between_dates},
                                       {"in|on {d} ..14 in|on {f} ,|-|( {e} .|;|)", behind_dates}};

// "In 1998 …; 12 years later, in 2010".
void find_years_later(Context const& c) {
  static auto const patterns = compile(later_texts);
  each_match(c, patterns, [&](Match const& m, int tag) {
    DateMention const &d = date(c, m, 'd'), &e = date(c, m, 'e'), &f = date(c, m, 'f');
    if (!is_bounded(d) || !is_bounded(f) || d.relative || f.relative || d.days.from > f.days.from) return false;
    if (!e.relative || !has_word(c, e, "later") || !has_word(c, e, "years")) return false;
    Token const& count = c.tokens.tokens[e.at.first];
    auto const computed = between(d.days, f.days, 'Y');
    // A number in words has been counted from the first date already.
    bool const in_figures = count.is(TokenKind::figure);
    Day const from = tag == behind_dates ? f.days.from : d.days.from;  // "opened in 1998 and closed in 2010, 12 years later."
    if (!computed || (!in_figures && (!is_bounded(e) || e.days.from <= from))) return false;
    auto const years = in_figures ? c.tokens.figures[count.figure].value : Decimal(year_of(e.days.from) - year_of(from));
    Interval const stated = stated_count(years, Bound::exact);
    std::string text = written(c, d.at) + " to " + written(c, f.at) + " is " + spoken(*computed, "year");
    if (disjoint(stated, *computed)) text += ", not " + written(c, e.at);
    emit(c, EquationKind::span, as_amount(e), stated, *computed, text, {d.at.span, f.at.span});
    return true;
  });
}

// "Founded in 1934, the firm marks its 90th anniversary": of this year, the last or the next.
void find_anniversaries(Context const& c) {
  static WordSet const anniversary{"anniversary", "birthday", "jubilee"};
  static auto const patterns = compile(std::array<PatternText, 1>{{{"@found|@begin|first|built ..5 in {d}", 0}}});
  auto const& published = c.article.date;
  each_match(c, patterns, [&](Match const& m, int) {
    DateMention const& d = date(c, m, 'd');
    if (!is_bounded(d) || d.relative || (published && d.days.from > *published)) return false;
    auto const sentence = c.row.items[std::size_t(m.at('d'))].sentence;
    Sentence const& s = c.tokens.sentences[sentence];
    for (auto i = s.first; i + 1 < s.last; ++i) {
      Token const& t = c.tokens.tokens[i];
      if (!t.is(TokenKind::figure) || !t.has(ordinal_suffix) || !anniversary.has(c.tokens.tokens[i + 1].word)) continue;
      // "its 90th birthday", "the 200th birthday of its founder"
      static WordSet const own{"its", "their"}, plain{"anniversary"};
      bool const founded = m.cue >= 0 && is(c.row.items[std::size_t(m.cue)], class_found);
      if (!(founded && plain.has(c.tokens.tokens[i + 1].word)) && (i == s.first || !own.has(c.tokens.tokens[i - 1].word)))
        continue;
      Decimal const stated = c.tokens.figures[t.figure].value;
      // "… marked its 25th anniversary in 2005"; a date before it may be when that was, or not
      DateMention const *held = nullptr, *perhaps = nullptr;
      constexpr std::uint32_t near = 5;
      if (auto const* stretch = c.row.stretch(std::size_t(m.at('d'))))
        for (auto k = std::size_t(m.at('d')) + 1; k < stretch->last; ++k) {
          Item const& other = c.row.items[k];
          if (other.date < 0 || other.amount >= 0) continue;
          DateMention const& o = c.mentions.dates[std::size_t(other.date)];
          if (o.relative || o.shape != DateShape::date || !is_bounded(o) || o.bound != Bound::exact) continue;
          if (other.first < i) perhaps = &o;
          if (other.first > i && other.first <= i + near && !held) held = &o;
        }
      if (!held && perhaps && stated == Decimal(year_of(perhaps->days.from) - year_of(d.days.from))) return false;
      if (!held && !published) return false;
      int const years = year_of(held ? held->days.from : *published) - year_of(d.days.from);
      Interval const computed{Decimal(years - 1), Decimal(years + 1), false, false};
      Amount const a{
          .value = Interval::exactly(stated), .span = {t.begin, t.end}, .first = i, .last = i + 1, .sentence = sentence};
      std::string text = written(c, d.at) + " is " + std::to_string(years) + " years before " +
                         (held ? written(c, held->at) : std::string("the article"));
      if (disjoint(a.value, computed)) text += ", not " + to_string(stated);
      emit(c, EquationKind::span, a, a.value, computed, text, {d.at.span});
      return true;
    }
    return false;
  });
}

}  // namespace

void find_spans(Context const& c) {
  std::set<std::int32_t> used;  // items of lengths that were checked
  find_durations(c, used);
  find_lateness(c, used);
  find_ages(c);
  find_clock_spans(c);
  find_years_ago(c);
  find_years_later(c);
  find_anniversaries(c);
}

}  // namespace counterclaim::equation
