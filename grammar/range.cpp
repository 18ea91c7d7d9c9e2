// Measures with their bounds, and ranges: "3% to 5%", "between 3 and 5 percent", "6- to 9-meter", "$20-30 billion".
#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"
#include "grammar/terminals.hpp"

namespace counterclaim {
namespace {

using namespace terminals;

bool is_between(Cursor const& c) { return joints::is(*c, joints::between); }
bool is_from(Cursor const& c) { return joints::is(*c, joints::from); }
bool is_and(Cursor const& c) {
  return joints::is(*c, joints::and_) || c->is(TokenKind::ampersand) || joints::is(*c, joints::to);
}
bool is_hyphen(Cursor const& c) { return c->is(TokenKind::hyphen); }

enum class Joint : std::uint8_t { to, dash, tilde };

// "to", "until", a dash or a hyphen between two figures; "6- to 9-meter" has both.
bool joint_of(Cursor& first, Cursor const& last, Joint& out) {
  Cursor at = first;
  if (at == last) return false;
  bool const hyphen = at->is(TokenKind::hyphen);
  if (hyphen) at = at.plus(1);
  if (!(at == last) && (joints::is(*at, joints::to) || joints::is(*at, joints::until) || joints::is(*at, joints::through))) {
    out = Joint::to;
    at = at.plus(1);
    if (!(at == last) && is_hyphen(at) && at->has(glued)) at = at.plus(1);  // "300 to-400"
    first = at;
    return true;
  }
  if (hyphen) {
    if (!first->has(glued) || at == last || !at->has(glued)) return false;
    out = Joint::dash;
    first = at;
    return true;
  }
  if (at->is(TokenKind::dash) && at.text() != "--") {
    // A dash set off by blanks on both sides breaks a sentence more often than it makes a range; figures on both sides decide.
    if (at->has(glued) != at.peek(1).has(glued) || !at.peek(-1).is(TokenKind::figure)) {
      if (!at->has(glued)) return false;
    }
    out = Joint::dash;
    first = at.plus(1);
    return true;
  }
  if (at.text() == "~" && at->has(glued)) {
    out = Joint::tilde;
    first = at.plus(1);
    return true;
  }
  return false;
}

struct Pair {
  Measure low, high;
  Joint joint = Joint::to;
  bool low_about = false;
};

bool measure_of(Cursor& first, Cursor const& last, Measure& out) { return parse_measure(first, last, out); }
bool bound_of(Cursor& first, Cursor const& last, BoundWords& out) { return parse_bound(first, last, out); }

constexpr via<Measure, measure_of> measure{};
constexpr via<BoundWords, bound_of> bound{};
constexpr via<Joint, joint_of> joint{};
constexpr auto set_low = [](auto& c) { x3::_val(c).low = x3::_attr(c); };
constexpr auto set_high = [](auto& c) { x3::_val(c).high = x3::_attr(c); };
constexpr auto set_joint = [](auto& c) { x3::_val(c).joint = x3::_attr(c); };
constexpr auto blur = [](auto& c) { x3::_val(c).low_about |= x3::_attr(c).bound == Bound::about; };

constexpr auto between_pair = x3::rule<struct between_pair_, Pair>{"between pair"} =
    token_that<is_between>{} >> -bound[blur] >> measure[set_low] >> token_that<is_and>{} >> -bound[blur] >> measure[set_high];
constexpr auto from_pair = x3::rule<struct from_pair_, Pair>{"from pair"} =
    token_that<is_from>{} >> -bound[blur] >> measure[set_low] >> joint[set_joint] >> -bound[blur] >> measure[set_high];
// What stands behind the lower end when the two are said by their place alone: "3% to 5%", "10-15 days".
constexpr auto upper_end = x3::rule<struct upper_end_, Pair>{"upper end"} = joint[set_joint] >> measure[set_high];

Decimal mantissa(Number const& n) { return n.value * Decimal::scaled(1, -n.scale); }

// "60-70,000" is 60,000 to 70,000.
void share_thousands(Pair& p, Figure const* last) {
  auto &low = p.low.number, &high = p.high.number;
  if (p.joint == Joint::to || !last || !last->grouped || low.scaled || high.scaled || low.place != 0 || low.spelled) return;
  if (low.value >= Decimal(1000) || high.value < Decimal(1000) || low.value * Decimal(1000) >= high.value ||
      low.value * Decimal(10000) < high.value)
    return;
  low.value = low.value * Decimal(1000);
  low.place = 3;
}

// "20 to 30 billion" is 20 billion to 30 billion.
void share_scale(Measure& low, Measure const& high) {
  if (low.number.scaled || high.number.scale == 0 || low.number.value >= mantissa(high.number)) return;
  low.number.value = low.number.value * Decimal::scaled(1, high.number.scale);
  low.number.place += high.number.scale;
  low.number.scale = high.number.scale;
  low.number.scaled = true;
}

bool is_rate_of(UnitId rate, UnitId over) {
  if (rate == no_unit || over == no_unit || rate == over) return false;
  auto const name = unit(rate).name, base = unit(over).name;
  return name.starts_with(base) && name.substr(base.size()).starts_with(" per ");
}

enum class Said : std::uint8_t { in_words, by_place };

// Do the two make one range? Brings them to one unit and one order.
bool reconcile(Pair& p, Said said) {
  auto &low = p.low, &high = p.high;
  if (low.number.vague || high.number.vague) return false;
  // "fell by a third to $61 million"
  if (p.joint == Joint::to && low.number.fraction && !high.number.fraction && low.unit == no_unit) return false;
  share_scale(low, high);
  if (low.unit == no_unit) low.unit = high.unit;
  if (high.unit == no_unit) {
    if (p.joint == Joint::to && said == Said::by_place && !low.sign_before) return false;
    high.unit = low.unit;
  }
  if (is_rate_of(high.unit, low.unit)) low.unit = high.unit;  // "$3m-$4m a day"
  if (low.unit != high.unit) {
    if (!convertible(low.unit, high.unit) || is_money(low.unit)) return false;
    auto const a = unit(low.unit), b = unit(high.unit);
    if (!a.offset.is_zero() || !b.offset.is_zero()) return false;
    auto const factor = divide(a.factor, b.factor);
    if (!factor) return false;
    low.number.value = low.number.value * *factor;
    low.unit = high.unit;
  }
  if (low.number.value == high.number.value) return false;
  if (low.number.value > high.number.value) {
    bool const plain = p.joint == Joint::to && (low.unit != no_unit || said == Said::in_words);
    if (!plain) return false;
    std::swap(low.number, high.number);
  }
  return true;
}

void finish(Pair const& p, Draft& out, bool between) {
  out.low = p.low;
  out.high = p.high;
  out.bound = Bound::range;
  out.between = between;
}

// "10 plus or minus 2", "7.25±0.05": an uncertainty behind the figure becomes the ends of the interval.
bool take_uncertainty(Cursor& at, Cursor const& last, Measure const& low, Draft& out) {
  Cursor next = at;
  if (next == last) return false;
  if (next.text() == "±") {
    next = next.plus(1);
  } else if (next.text() == "+" && next.peek(1).is(TokenKind::slash) && next.peek(2).is(TokenKind::hyphen)) {
    next = next.plus(3);
  } else if (joints::is(*next, joints::plus) && joints::is(next.peek(1), joints::or_) &&
             joints::is(next.peek(2), joints::minus)) {
    next = next.plus(3);
  } else {
    return false;
  }
  Measure off;
  if (!parse_measure(next, last, off)) return false;
  if (low.unit != no_unit && off.unit != no_unit && off.unit != low.unit) return false;
  out.low = low;
  if (out.low.unit == no_unit) out.low.unit = off.unit;
  out.interval = Interval{low.number.value - off.number.value, low.number.value + off.number.value, false, false};
  out.bound = Bound::about;
  at = next;
  return true;
}

bool follows_change(Cursor const& at) {
  return at.at > at.scene->first && Cursor{at.scene, at.at - 1}.phrase(Category::change_verbs);
}

// "are up from 3 to 5", "doubled its tally from 12 to 24", "a rise from 3 to 5": a word of change near before "from"; "went
// from 3 to 5", "takes the staff from 3 to 5".
bool follows_course(Cursor const& from) {
  constexpr int reach = 5;
  Cursor at = from;
  for (int back = 1; back <= reach && at.at > at.scene->first; ++back) {
    at = Cursor{at.scene, at.at - 1};
    Token const& t = *at;
    // "rose 3%, from 30 to 31": the step stands between.
    if (t.is(TokenKind::comma) || t.is(TokenKind::figure) || t.is(TokenKind::percent) || t.is(TokenKind::currency)) continue;
    if (!t.is(TokenKind::word)) return false;
    bool const counts = (back == 1 && at.phrase(Category::change_adverbs)) ||
                        (back <= 2 && at.phrase(Category::change_nouns)) || at.phrase(Category::change_verbs) ||
                        at.phrase(Category::multiples);
    if (counts) return true;
  }
  return false;
}

// "Went from 3% to 5%", "takes the range from 3 km to 5 km": a move, where the figures have a unit or the second is less.
bool is_move(Cursor const& from, Measure const& low, Measure const& high) {
  static WordSet const moves{"go", "goes", "went", "gone", "going", "move", "moved", "shift", "shifted"};
  static WordSet const bring{"take",   "takes",   "took",     "taken", "taking", "bring",
                             "brings", "brought", "bringing", "push",  "pushed"};
  constexpr int reach = 5;
  if (low.unit == no_unit && high.unit == no_unit && low.number.value <= high.number.value) return false;
  if (from.at > from.scene->first && moves.has(from.peek(-1).word)) return true;
  for (int back = 2; back <= reach && from.at >= from.scene->first + std::uint32_t(back); ++back) {
    Token const& t = from.peek(-back);
    if (!t.is(TokenKind::word)) return false;
    if (bring.has(t.word)) return true;
  }
  return false;
}

// "rose $3 to $50", "widened by $300 to $900": by how much, and to where. "Rose 3% to 5%" tells a range.
bool is_step_to(Cursor const& first, Measure const& low, Measure const& high) {
  if (low.unit == no_unit) return false;
  if (joints::is(first.peek(-1), joints::by)) return follows_change(Cursor{first.scene, first.at - 1});
  if (!follows_change(first)) return false;
  // "The river rose 3.2 m to 7.9 m"; percentages are told as ranges.
  bool const percent = dimension_of(low.unit) == "percent" || dimension_of(low.unit) == "percentage_point";
  return (!percent && high.unit == low.unit) || high.number.value > low.number.value * Decimal(3);
}

// "200 to 300 new nurses", "40 to 50 people": things are counted behind the second figure.
bool counts_behind(Cursor const& at, Measure const& high) {
  if (at.ended() || !at->is(TokenKind::word) || at->begins(Category::function_words)) return false;
  Draft counts;
  counts.low = high;
  find_counted(at, counts);
  static WordId const people = find_word("people");
  auto const head = counts.counted_last > counts.counted_first ? at.scene->tokens[counts.counted_last - 1].word : unknown_word;
  if (head == unknown_word) return false;
  WordInfo const& w = word_info(head);
  return head == people || (w.noun_lemma != head && w.usual_part != PartOfSpeech::verb);
}

}  // namespace

bool parse_word_range(Cursor& first, Cursor const& last, Draft& out) {
  Cursor at = first;
  Pair pair;
  bool const from = joints::is(*at, joints::from);
  // "rose from 3 to 5" tells two figures, "ranges from 3 to 5" one.
  if (from && (follows_change(at) || follows_course(at))) return false;
  if (!(from ? x3::parse(at, last, from_pair, pair) : x3::parse(at, last, between_pair, pair))) return false;
  if (from && is_move(first, pair.low, pair.high)) return false;
  if (!reconcile(pair, Said::in_words)) return false;
  out.number_first = first.at + 1;
  finish(pair, out, true);
  first = at;
  return true;
}

bool parse_measured(Cursor& first, Cursor const& last, Draft& out) {
  Cursor at = first;
  if (!parse_measure(at, last, out.low)) return false;
  bool const change = first.at > first.scene->first && joints::is(first.peek(-1), joints::from) &&
                      (follows_change(Cursor{first.scene, first.at - 1}) || follows_course(Cursor{first.scene, first.at - 1}));
  Pair pair;
  // "four-nought-two" is a row of numbers.
  bool const row = first.peek(-1).is(TokenKind::hyphen) && first.peek(-1).has(glued) && first->is(TokenKind::word) &&
                   at->is(TokenKind::hyphen);
  if (Cursor high = at; !change && !row && x3::parse(high, last, upper_end, pair)) {
    pair.low = out.low;
    Cursor const upper{high.scene, high.at - 1};
    share_thousands(pair, upper->is(TokenKind::figure) ? &upper.figure() : nullptr);
    bool const moved = pair.joint == Joint::to && first.at > first.scene->first && joints::is(first.peek(-1), joints::from) &&
                       is_move(Cursor{first.scene, first.at - 1}, out.low, pair.high);
    bool const step = moved || (pair.joint == Joint::to && is_step_to(first, out.low, pair.high));
    bool const ages = first.peek(-1).begins(Category::age_words);  // "aged 18 to 75"
    bool const counted = pair.joint == Joint::to && !ages && pair.low.unit == no_unit && pair.high.unit == no_unit &&
                         counts_behind(high, pair.high) && pair.low.number.value < pair.high.number.value;
    if (!step && reconcile(pair, counted || ages ? Said::in_words : Said::by_place)) {
      finish(pair, out, false);
      first = high;
      return true;
    }
  }
  if (Cursor wide = at; take_uncertainty(wide, last, out.low, out)) at = wide;
  first = at;
  return true;
}

}  // namespace counterclaim
