// "From X to Y, an increase of P%", in the orders that English has for it; the same with a difference in the figures' own unit
// ("up 12 to 58 from 46") or in percentage points.
//
// Old and new are told by the words ("from", "up from", "compared with"), so a change has one reading; where they are not ("a
// premium of 20%" between two prices) both are tried, and what fits either is no mismatch.
#include <algorithm>
#include <set>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

enum Reading : int {
  ordered,
  either_order,
  across_sentences,
  then_and_now,
  set_against,
  second_is_old,
  set_apart,
  apart_by_share
};

constexpr PatternText texts[] = {
    // x old, y new, z the change
    {"from {x} ..7 to {y} ..7 ,|(|-|: ..4 @up|@down ..1 of ..1 {z}", ordered},
    {"from {x} ..7 to {y} ..7 ,|(|-|: ..2 {z} ..1 @up|@down", ordered},
    {"from {x} ..7 to {y} ..7 ,|(|- ..1 @updown ..1 {z}", ordered},
    {"from {x} ..7 to {y} ..7 ,|(|- or? ..1 {z} @more|@less", ordered},
    {"from {x} ..7 to {y} ..4 ,|( or? by? {z} ,|)|.|;", ordered},
    {"from {x} ..7 to {y} ..4 ,|- losing|shedding|gaining|adding ..1 {z} of its|the|their ..1 ,|.|;", ordered},
    {"from {x} ..7 to {y} ..7 ,|(|- which|that|or is|means|makes|represents? ..2 {z} @more|@less|@up|@down", ordered},
    {"@up|@down|@updown ..4 by {z} ..4 , ..2 from {x} ..7 to {y}", ordered},
    {"from {x} ..6 @up|@down ..1 by? {z} to {y}", ordered},
    {"{x} ..2 was|were|is|are|has|have|had been? @up|@down|cut|reduced|raised ..1 by {z} to {y} ,|.|;", ordered},
    {"budget|budgeted|estimate|estimated|plan|planned|forecast|target|allowed ..5 {x} ..12 {y} ..3 ,|- ..1 {z} "
     "over|above|under|below ,|.|;",
     ordered},
    {"@up|@down ..3 by? {z} ..6 from {x} ..7 to {y}", ordered},
    {"@up|@down ..3 by? {z} ..5 to|at {y} ..6 from {x}", ordered},
    {"@up|@down ..1 of {z} ..6 from {x} ..7 to {y}", ordered},
    {"{z} @up|@down ..6 from {x} ..7 to {y}", ordered},
    {"{z} @up|@down ..6 to {y} ..4 from {x}", ordered},
    {"@up|@down ..5 by {z} : {y} after|against|from {x}", ordered},
    {"{y} ..5 ,|(|- ..2 @updown ..1 {z} ..1 from|on|over {x}", ordered},
    {"{y} ..5 ,|(|- ..2 @updown ..1 {z} ..2 compared with|to ..2 {x}", ordered},
    {"{y} ..5 ,|(|- ..2 {z} up|down|higher|lower on|than ..3 {x}", ordered},
    {"{y} ..7 || that|this|it is|was|were ..2 {z} up|down|higher|lower on|than|from ..3 {x}", ordered},
    {"to {y} ..3 from {x} ..6 ,|(|- ..3 @up|@down of ..1 {z}", ordered},
    {"to {y} ..3 from {x} ..6 ,|(|- or? ..1 @updown? {z} ,|)|.|;", ordered},
    {"to {y} ..3 from {x} ..6 ,|(|- or? ..1 {z} @more|@less ,|)|.|;", ordered},
    {"from {x} ..7 to {y} ..3 ,|(|- ..3 by ..1 {z} ,|)|.|;", ordered},
    {"@updown {z} to|at {y} ..3 from {x}", ordered},
    {"{y} ..5 ,|(|- ..2 @up|@down of ..1 {z} ..1 from|over|on|compared ..3 {x}", ordered},
    {"{y} ..5 ,|(|- ..2 {z} @more|@less than ..3 {x}", ordered},
    {"{y} ..5 ,|(|- ..2 {z} above|below|over|under ..3 {x} of|in|from|at|, ..6", ordered},
    {"{y} ..3 is|are|was|were {z} @more|@less than? ..3 {x}", ordered},
    {"{y} ..4 ,|(? @updown from ..4 {x} ..6 ,|(|- ..3 @up|@down of ..1 {z}", ordered},
    {"{y} ..7 compared|versus|against|after with|to? ..3 {x} ..8 ,|- ..3 @up|@down of ..1 {z}", ordered},
    {"{x} ..4 in {d} and|, ..3 {y} ..3 in {e} ,|- ..3 @up|@down of ..1 {z}", ordered},
    {"in {d} ..10 {x} ..8 ;|,|and|while ..4 in {e} ..8 {y} ..5 ,|- ..3 @up|@down of ..1 {z}", ordered},
    {"{y} ..7 up|down|compared|versus|against|after|from with|to|from? ..3 {x} ..8 || that|this|it|which ..5 @up|@down of ..1 "
     "{z}",
     ordered},
    {"{y} ..7 up|down|compared|versus|against|after|from with|to|from? ..3 {x} ..8 || that|this|it|which ..3 {z} @up|@down",
     ordered},
    // "$1.60, down from $2.50, so we have cut it by half"; not "so profit rose by a third", which is another figure
    {"{y} ..7 up|down from ..3 {x} ..2 ,|;|:|- so|thus|hence we|it|they|has|have ..4 @up|@down ..5 by ..1 {z} ,|.|;", ordered},
    {"{y} ..4 against|versus|compared with|to? ..1 {x} ..4 ,|- which|that|and makes|leaves|is ..4 @more|@less by ..1 {z} ,|.|;",
     ordered},
    {"{y} ..7 up|down from ..3 {x} ..2 ,|;|- which? means|meaning ..5 @up|@down by ..1 {z} ,|.|;", ordered},
    {"{y} ..3 instead of ..3 {x} ..8 || that|this|it ..5 @up|@down of ..1 {z}", ordered},
    {"from {x} ..7 to {y} ..8 || that|this|it|which ..5 @up|@down of ..1 {z}", ordered},
    {"from {x} ..7 to {y} ..8 || that|this|it|which ..3 {z} @up|@down", ordered},
    {"@begin ..5 at|with {x} ..8 @end ..8 at|with {y} ..14 @up|@down ..2 {z}", ordered},
    {"@up|@down : {z} , from {x} to {y}", ordered},
    {"{x} ..8 || ..8 {y} ..3 ,|- ..3 @up|@down of ..1 {z}", across_sentences},
    {"{x} ..8 ;|,|and ..5 {y} ..3 ,|and so|meaning|thus|hence|therefore ..6 @up|@down by? ..1 {z}", either_order},
    // one thing at two times, a clause or a sentence each
    {"{x} ..12 ;|,|but|and|while|- ..16 {y} ..8 ,|- ..4 @up|@down|plus|minus of|by ..2 {z}", then_and_now},
    {"{x} ..12 ;|,|but|and|while|- ..16 {y} ..8 ,|- ..4 {z} @more|@less|@up|@down", then_and_now},
    {"{x} ..12 ;|,|but|and|while|- ..16 {y} ..8 ,|- ..1 @updown ..1 {z} ,|.|;", then_and_now},
    {"{x} ..12 || ..16 {y} ..8 ,|- ..4 @up|@down of|by ..2 {z}", then_and_now},
    {"{x} ..12 || ..16 {y} ..8 ,|- ..4 {z} @more|@less|@up|@down", then_and_now},
    {"{x} ..12 || ..16 {y} ..8 ,|- ..1 @updown ..1 {z} ,|.|;", then_and_now},
    // told in a sentence of its own
    {"was|were supposed|expected|meant|planned|budgeted|due to ..2 {x} ..6 and|but|,|; ..1 it|they|has|have|is|was ..4 {y} ..6 "
     "|| that|this|which "
     "is|was|means|makes|equals "
     "..2 @up|@down of ..1 {z}",
     ordered},
    {"{x} ..2 {d} and|,|;|but ..3 {y} ..2 {e} ..2 || that|this|which is|was|means|makes|equals ..2 @up|@down of ..1 {z}",
     ordered},
    {"was|were|had ..1 {x} ..6 and|but|,|; ..4 {e} ..1 {y} ..4 || that|this is|was|means|makes|equals ..2 @up|@down of ..1 {z}",
     ordered},
    {"had ..1 {x} ..6 and|but|,|; ..1 has|have ..1 {y} ..3 {e} ..2 || that|this is|was|means|makes|equals ..2 @up|@down of ..1 "
     "{z}",
     ordered},
    // "goes up by 6 percent: $52 in place of $48"
    {"@up|@down|@updown by? ..1 {z} ..2 :|,|- ..2 {y} ..6 instead|place of ..1 {x}", ordered},
    {"{y} ..6 instead|place of ..1 {x} ,|- ..1 which|that|or is? ..1 {z} @more|@less", ordered},
    {"was|were|had ..3 to ..3 {x} ..8 and|but|,|; ..6 {y} ..4 ,|- ..2 {z} @more|@less|over|above", ordered},
    // two figures that the words between set against each other; which is the old one is told by the direction
    {"{x} ..16 {y} ..12 ,|-|(|;|: ..4 @up|@down of|by ..2 {z}", set_against},
    {"{x} ..16 {y} ..12 ,|-|(|;|: ..4 {z} @more|@less|@up|@down", set_against},
    {"{x} ..16 {y} ..12 ,|-|(|; ..2 @updown ..1 {z} ,|.|;|)", set_against},
    {"{z} @more|@less than|those? ..7 , ..3 {x} ..3 against|after|from|versus|compared with|to? ..2 {y}", set_against},
    {"@up|@down|@updown by? ..1 {z} ..6 , ..3 {x} ..8 against|after|from|versus|compared with|to? ..2 {y}", set_against},
    {"{x} ..16 {y} ..12 ,|-|(|;|: ..3 difference|gap|lead|advantage|margin of ..1 {z}", apart_by_share},
    {"{x} ..12 and|against|versus|to ..3 {y} ..10 , ..1 {z} @more|@less ,|.|;", set_apart},
    // two prices of one thing
    {"{y} ..12 {x} ..3 , ..2 premium|discount|markup|mark-up|markdown of ..1 {z}", either_order},
    {"{y} ..6 ,|is|was|represents|represented|means|at|with ..2 {z} premium|discount to|over|on|from ..7 {x}", either_order},
    {"{z} premium|discount to|over|on ..6 {x} ..6 offer ..6 {y}", either_order},
    {"{y} ..8 || ..6 price of {x} ..9 a premium|discount of ..1 {z} ,|.|;", either_order},
};

// Words behind a percentage that hang it on something else: "15% a year", "15% of sales", and across sentences "15% on 2019".
bool hangs_elsewhere(Context const& c, std::uint32_t item, Reading reading) {
  static auto const ids = [](std::initializer_list<char const*> words) {
    std::vector<WordId> out;
    for (auto const* w : words) out.push_back(find_word(w));
    return out;
  };
  static auto const always = ids({"a", "per", "annually", "yearly", "annualized", "annualised", "annual", "each", "every", "of",
                                  "points", "compounded", "average", "monthly"});
  static auto const apart = ids({"from", "on", "over", "compared", "versus", "against", "since", "than"});
  if (item >= c.row.items.size()) return false;
  if (auto const d = c.row.items[item].date; d >= 0 && c.mentions.dates[std::size_t(d)].timex.starts_with('P'))
    return c.mentions.dates[std::size_t(d)].timex.find("_REF") == std::string_view::npos;  // "15% annually"
  if (c.row.items[item].word == unknown_word) return false;
  auto const has = [&](std::vector<WordId> const& words) {
    return std::find(words.begin(), words.end(), c.row.items[item].word) != words.end();
  };
  if (reading != ordered && reading != either_order && has(apart)) return true;
  // Another measure: at constant prices, without what was sold.
  static auto const measures = ids({"constant", "organic", "adjusted", "excluding", "without", "inflation", "real",
                                    "comparable", "underlying", "currency", "currencies", "like"});
  for (auto i = item; i < item + 6 && i < c.row.items.size() && c.row.items[i].kind == ItemKind::word; ++i)
    if (std::find(measures.begin(), measures.end(), c.row.items[i].word) != measures.end() &&
        c.row.items[i].word != unknown_word)
      return true;
  if (!has(always)) return false;
  // "has lost 30% of the investment" is said of the thing itself.
  static auto const itself = ids({"value", "worth", "investment", "money", "price", "stake", "savings", "capital", "weight",
                                  "volume", "workforce", "staff", "original"});
  static WordId const of = find_word("of");
  if (c.row.items[item].word != of) return true;
  for (std::uint32_t i = item + 1; i < item + 4 && i < c.row.items.size(); ++i)
    if (c.row.items[i].word != unknown_word && std::find(itself.begin(), itself.end(), c.row.items[i].word) != itself.end())
      return false;
  return true;
}

std::optional<Interval> percent_change(Interval const& from, Interval const& to) {
  auto const ratio = divide(to, from);
  if (!ratio) return std::nullopt;
  return scaled(shifted(*ratio, -1), 100);
}

enum class Direction { unknown, up, down };
Direction direction(Context const& c, Match const& m) {
  if (m.cue < 0) return Direction::unknown;
  Item const& cue = c.row.items[std::size_t(m.cue)];
  static WordId const down = find_word("down"), up = find_word("up");
  if (is(cue, class_updown)) return cue.word == down ? Direction::down : cue.word == up ? Direction::up : Direction::unknown;
  // Faster is less where it is time.
  static WordId const fast[] = {find_word("faster"),      find_word("slower"),  find_word("quicker"),
                                find_word("improvement"), find_word("improve"), find_word("improved")};
  if (cue.word != unknown_word && std::find(std::begin(fast), std::end(fast), cue.word) != std::end(fast))
    return Direction::unknown;
  bool const rises = is(cue, class_up) || is(cue, class_more), falls = is(cue, class_down) || is(cue, class_less);
  return rises == falls ? Direction::unknown : rises ? Direction::up : Direction::down;
}

struct Change {
  Amount old_figure, new_figure, stated;
  Direction direction;
};

std::string phrase(Context const& c, Change const& k) {
  return text_of(c, k.old_figure) + " to " + text_of(c, k.new_figure) + " is ";
}

// A slip keeps near what is right: where the words leave a doubt, a figure far from it is of something else.
bool is_likely(Amount const& told, Decimal right) {
  Decimal const value = abs(middle(told));
  return told.bound == Bound::exact && value * Decimal(3) >= right && right * Decimal(3) >= value;
}

bool take_percent(Context const& c, Change const& k, Reading reading) {
  auto change = percent_change(tolerant_exact(k.old_figure), tolerant_exact(k.new_figure));
  auto const plain = percent_change(Interval::exactly(middle(k.old_figure)), Interval::exactly(middle(k.new_figure)));
  if (!change || !plain || !plain->low) return false;
  Decimal const value = *plain->low;
  if (value.is_zero() && reading != ordered) return false;
  if (reading == then_and_now && k.direction == Direction::unknown) return false;
  bool const falls = value.is_negative();
  if ((reading == ordered || reading == then_and_now || reading == second_is_old) && k.direction != Direction::unknown &&
      falls == (k.direction == Direction::up))
    return false;
  if (falls) change = scaled(*change, -1);
  Interval const stated = stated_percent(k.stated);
  if (reading == either_order || reading == set_against || reading >= set_apart) {
    auto const other = percent_change(tolerant_exact(k.new_figure), tolerant_exact(k.old_figure));
    Interval const turned = other && falls ? *other : other ? scaled(*other, -1) : *change;
    if (disjoint(stated, *change) && !disjoint(stated, turned)) change = turned;
  }
  std::string const fact = shown(abs(value), std::min(as_percent(k.stated).place, 0) - 1);
  std::string text = phrase(c, k) + (falls ? "a fall of " : "a rise of ");
  if (is_percent(k.old_figure) && k.old_figure.unit != no_unit)
    text += to_string(abs(middle(k.new_figure) - middle(k.old_figure))) + " percentage points, or " + fact + "%";
  else
    text += fact + "%";
  Interval const computed = *change;
  if (reading >= set_against && disjoint(stated, computed) && !is_likely(as_percent(k.stated), abs(value))) return false;
  if (disjoint(stated, computed)) text += ", not " + text_of(c, k.stated);
  emit(c, EquationKind::percent_change, k.stated, stated, computed, text, {k.old_figure.span, k.new_figure.span});
  return true;
}

bool take_difference(Context const& c, Change const& k, Reading reading) {
  // "From 40000 to 60000 (60 seconds)": what the last of two bare numbers is
  bool const in_brackets = k.stated.span.begin > k.new_figure.span.end && c.article.view[k.stated.span.begin - 1] == '(';
  if (in_brackets && k.stated.unit != no_unit && k.new_figure.unit == no_unit) return false;
  Decimal const value = middle(k.new_figure) - middle(k.old_figure);
  if (value.is_zero() || (k.direction != Direction::unknown && value.is_negative() == (k.direction == Direction::up)))
    return false;
  Interval computed = tolerant_exact(k.new_figure) - tolerant_exact(k.old_figure);
  if (value.is_negative()) computed = scaled(computed, -1);
  Interval const stated = tolerant(k.stated);
  if (reading >= set_against && disjoint(stated, computed) && !is_likely(k.stated, abs(value))) return false;
  UnitId const shown_unit = is_points(k.stated) ? k.stated.unit : k.new_figure.unit;
  std::string text =
      phrase(c, k) + (value.is_negative() ? "a fall of " : "a rise of ") + spoken(abs(value), shown_unit, k.stated.scale);
  if (disjoint(stated, computed)) text += ", not " + text_of(c, k.stated);
  emit(c, EquationKind::difference, k.stated, stated, computed, text, {k.old_figure.span, k.new_figure.span});
  return true;
}

// "It took 80 minutes before. The new ferry needs 64, a cut of 20 percent": something must set the two apart in time, and the
// first must be the only figure of its kind there.
bool contrasts(Context const& c, Match const& m) {
  auto const x = std::size_t(m.at('x')), y = std::size_t(m.at('y'));
  bool before = false, now = false;
  for (auto i = x; i-- > 0 && c.row.items[i].sentence == c.row.items[x].sentence;) {
    if (c.row.items[i].amount >= 0 && c.row.amounts[std::size_t(c.row.items[i].amount)].unit == figure(c, m, 'x').unit)
      return false;
    before = before || is(c.row.items[i], class_before);
  }
  for (auto i = x + 1; i < y; ++i) {
    before = before || (c.row.items[i].sentence == c.row.items[x].sentence && is(c.row.items[i], class_before));
    now = now || (c.row.items[i].sentence == c.row.items[y].sentence && is(c.row.items[i], class_now));
  }
  return before || now;
}

// "320 in 2023 and 400 in 2024": the later date has the new figure.
bool follows(Context const& c, Match const& m) {
  auto const days = [&](char name) { return c.mentions.dates[std::size_t(c.row.items[std::size_t(m.at(name))].date)].days; };
  return days('d').from != no_lower_day && days('e').from != no_lower_day && days('d').from < days('e').from;
}

// "after a year": a date or a duration
bool is_term_behind(Context const& c, std::size_t at) {
  auto const& items = c.row.items;
  while (at < items.size() && is(items[at], class_hedge)) ++at;
  return at < items.size() && items[at].date >= 0;
}
bool is_rate_of_change(Amount const& a) { return a.unit != no_unit && unit(a.unit).symbol.starts_with("%/"); }
// "Wages rose 5% in May, after 3% in April": changes, no levels.
bool is_own_change(Context const& c, Amount const& a) {
  return is_percent(a) && a.mention >= 0 && c.mentions.quantities[std::size_t(a.mention)].change != counterclaim::Change::level;
}
// "…, after a gain of 12%": an earlier change. "Up 20% over five years": a time is no level.
bool is_apart(Context const& c, Match const& m) {
  static WordId const after = find_word("after");
  auto const& items = c.row.items;
  for (auto i = m.at('y'); i < m.at('z') && m.at('x') < m.at('y'); ++i)
    if (items[std::size_t(i)].word == after && after != unknown_word && !is_term_behind(c, std::size_t(i) + 1)) return true;
  static WordSet const spans{"over", "for", "in", "within"};
  auto const is_term = [&](char name, char other) {
    auto const i = std::size_t(m.at(name));
    return items[i].date >= 0 && items[std::size_t(m.at(other))].date < 0 && i > 0 && spans.has(items[i - 1].word);
  };
  return is_term('x', 'y') || is_term('y', 'x');
}
// "…, so the saving is …"
bool is_drawn(Context const& c, Match const& m) {
  static WordId const words[] = {find_word("so"), find_word("meaning"), find_word("thus"), find_word("hence"),
                                 find_word("therefore")};
  auto const last = std::max(m.at('x'), m.at('y'));
  for (auto i = std::size_t(last) + 1; i < std::size_t(last) + 8 && i < c.row.items.size(); ++i)
    if (WordId const w = c.row.items[i].word;
        w != unknown_word && std::find(std::begin(words), std::end(words), w) != std::end(words))
      return true;
  return false;
}
// "I paid $5 and $18, so the rebate is …": two figures side by side are no old one and new one.
bool is_pair(Context const& c, Match const& m) {
  auto const& items = c.row.items;
  auto const first = std::min(m.at('x'), m.at('y')), last = std::max(m.at('x'), m.at('y'));
  for (auto i = std::size_t(first) + 1; i < std::size_t(last); ++i) {
    if (items[i].mark == ';' || items[i].mark == ',' || items[i].kind == ItemKind::sentence_end || items[i].date >= 0)
      return false;
    if (is(items[i], class_now) || is(items[i], class_before)) return false;
    if (items[i].kind != ItemKind::word || items[i].word == unknown_word) continue;
    WordInfo const& info = word_info(items[i].word);
    if (info.usual_part == verb || ((info.parts & function_word) != 0 && (info.parts & verb) != 0)) return false;
  }
  return m.at('z') > last;
}
// "$52 million excluding the closed shops": not what the other figure measures.
bool is_of_other_measure(Context const& c, std::size_t behind) {
  static WordId const words[] = {find_word("excluding"), find_word("adjusted"), find_word("without"), find_word("comparable")};
  auto const& items = c.row.items;
  for (auto i = behind; i < behind + 3 && i < items.size() && items[i].kind == ItemKind::word; ++i)
    if (items[i].word != unknown_word && std::find(std::begin(words), std::end(words), items[i].word) != std::end(words))
      return true;
  return false;
}
// "30,000 more than the Sun": no level of its own.
bool is_difference(Context const& c, std::size_t figure) {
  if (figure + 1 >= c.row.items.size()) return false;
  Item const& next = c.row.items[figure + 1];
  static WordId const over = find_word("over"), under = find_word("under"), sea = find_word("sea"),
                      ground = find_word("ground");
  if (figure + 2 < c.row.items.size())  // "198 m above sea level"
    if (WordId const w = c.row.items[figure + 2].word; w != unknown_word && (w == sea || w == ground)) return false;
  return (is(next, class_more) || is(next, class_less)) && next.word != over && next.word != under;
}
// "800 more, 22,000 of them in Ostra": a part of one of the two.
bool is_part(Context const& c, std::size_t figure) {
  static WordId const of = find_word("of");
  static WordSet const all{"them", "whom", "which", "these", "those"};
  auto const& items = c.row.items;
  return figure + 2 < items.size() && items[figure + 1].word == of && all.has(items[figure + 2].word);
}

}  // namespace

void find_changes(Context const& c) {
  static auto const patterns = compile(texts);
  std::set<std::int32_t> used;
  each_match(c, patterns, [&](Match const& m, int tag) {
    auto const z = m.at('z');
    if (used.contains(z)) return true;
    Change k{figure(c, m, 'x'), figure(c, m, 'y'), figure(c, m, 'z'), direction(c, m)};
    if (middle(k.stated).is_negative()) k.stated.value = scaled(k.stated.value, -1), k.direction = Direction::down;
    if (is_difference(c, std::size_t(m.at('x'))) || is_difference(c, std::size_t(m.at('y')))) return false;
    if (is_part(c, std::size_t(m.at('x'))) || is_part(c, std::size_t(m.at('y')))) return false;
    if (k.old_figure.bound == Bound::range || k.new_figure.bound == Bound::range) return false;
    if (is_apart(c, m)) return false;
    if (is_percent(k.stated) && (is_own_change(c, k.old_figure) || is_own_change(c, k.new_figure))) return false;
    if (tag == across_sentences && !contrasts(c, m)) return false;
    if (tag == either_order && is_drawn(c, m) && is_pair(c, m)) return false;
    if (is_of_other_measure(c, std::size_t(m.at('x')) + 1) || is_of_other_measure(c, std::size_t(m.at('y')) + 1)) return false;
    if (tag == then_and_now && !is_then_and_now(c, m)) return false;
    auto const against = tag == set_against ? set_against_of(c, m) : Against::either_way;
    if (against == Against::no) return false;
    if (against == Against::second_is_old) {
      if (m.at('x') < m.at('y')) std::swap(k.old_figure, k.new_figure);
      tag = second_is_old;
    }
    if (tag >= set_apart && !are_only_pair(c, m)) return false;
    if (tag == apart_by_share && !is_percent(k.stated) && !is_points(k.stated)) return false;
    if (!same_kind(k.old_figure, k.new_figure)) return false;
    // "From 3.2 to 4 million": 4.0, a nought left out.
    Amount& coarse = k.old_figure.place > k.new_figure.place ? k.old_figure : k.new_figure;
    auto const fine = std::min(k.old_figure.place, k.new_figure.place);
    if (coarse.scale > 0 && k.old_figure.scale == k.new_figure.scale) coarse.place = std::max(fine, coarse.place - 1);
    bool const falls = middle(k.new_figure) < middle(k.old_figure);
    bool const turns = tag == either_order || tag == set_against;
    if (turns && k.direction != Direction::unknown && falls == (k.direction == Direction::up))
      std::swap(k.old_figure, k.new_figure);
    // "4.0 after 1,000 cycles, a loss of 20%"
    Decimal const a = abs(middle(k.old_figure)), b = abs(middle(k.new_figure));
    if (is_percent(k.stated) && (a > b * Decimal(20) || (b > a * Decimal(20) && middle(k.stated) < Decimal(500)))) return false;
    if (tag >= set_apart) k.direction = Direction::unknown;
    if (tag >= set_apart && falls) std::swap(k.old_figure, k.new_figure);
    if (m.at('d') >= 0 && !follows(c, m)) return false;
    auto const after = std::uint32_t(z) + 1;
    bool done = false;
    if (is_percent(k.stated)) {
      if (after >= m.end && hangs_elsewhere(c, after, Reading(tag))) return false;
      if (abs(middle(k.old_figure)).is_zero()) return false;
      done = take_percent(c, k, Reading(tag));
    } else if (is_points(k.stated)) {
      done = is_percent(k.old_figure) && take_difference(c, k, Reading(tag));
    } else if (!is_multiple(k.stated) && (tag == ordered || tag >= then_and_now) &&
               (!is_bare(k.stated) || k.new_figure.unit == no_unit)) {
      Amount stated = k.stated, old_figure = k.old_figure;
      if (is_rate_of_change(stated)) return false;
      if (is_bare(k.old_figure) && is_bare(k.new_figure)) old_figure.unit = stated.unit;  // "by 14 km, from 56 to 42"
      if (stated.unit != old_figure.unit || !same_kind(old_figure, stated)) return false;
      done = take_difference(c, k, Reading(tag));
    }
    if (done) used.insert(z);
    return done;
  });
}

}  // namespace counterclaim::equation
