// One figure in two units: "100 km (62 miles)", "20 centimeters, or eight inches", "48 MiB (50,331,648 bytes)". A difference of
// temperatures has no offset; which of the two it is is told by the words around ("warmer", "a rise of"), and without them
// either may fit. Sums of money are compared only with another rate that the same article gives for the same pair.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

constexpr int rough_percent = 3;  // "50 km (30 miles)"

bool any_word(Context const& c, std::uint32_t first, std::uint32_t last, std::initializer_list<WordId> ids) {
  for (auto i = first; i < last && i < c.tokens.tokens.size(); ++i) {
    WordId const w = c.tokens.tokens[i].word;
    if (w != unknown_word && std::find(ids.begin(), ids.end(), w) != ids.end()) return true;
  }
  return false;
}

bool is_temperature_difference(Context const& c, Amount const& a, Amount const& b) {
  auto const id = [](char const* w) { return find_word(w); };
  Sentence const& s = c.tokens.sentences[a.sentence];
  // "39 °C (102.2 °F) or more": a bound, and no difference
  bool const bound = any_word(c, b.last, std::min(b.last + 2, s.last), {id("or"), id("and")});
  auto const after = b.last;
  if (!bound &&
      any_word(c, after, std::min(after + 3, s.last),
               {id("warmer"), id("cooler"), id("colder"), id("hotter"), id("higher"), id("lower"), id("above"), id("below"),
                id("more"), id("less"), id("warming"), id("rise"), id("increase"), id("difference"), id("milder")}))
    return true;
  auto const before = a.first >= s.first + 3 ? a.first - 3 : s.first;
  return any_word(c, before, a.first,
                  {id("by"), id("rise"), id("increase"), id("difference"), id("warming"), id("rose"), id("fell"), id("drop"),
                   id("warmed"), id("cooled"), id("anomaly"), id("limit")}) &&
         !any_word(c, before, a.first, {id("to"), id("at")});
}

Interval widened(Interval v, Decimal percent) {
  Decimal const factor = percent * Decimal::scaled(1, -2);
  if (v.low) v.low = *v.low - abs(*v.low) * factor;
  if (v.high) v.high = *v.high + abs(*v.high) * factor;
  return v;
}

// "30 by 10 feet (9.1 m × 3 m)": which of the two a bracket restates is not told.
bool is_measure_of_two(Context const& c, Amount const& a, Amount const& b) {
  static WordId const by = find_word("by"), x = find_word("x");
  auto const times = [&](std::uint32_t i) {
    Token const& t = c.tokens.tokens[i];
    return (t.word != unknown_word && (t.word == by || t.word == x)) || text_of(t, c.article.view) == "×";
  };
  Sentence const& s = c.tokens.sentences[a.sentence];
  return (a.first > s.first + 1 && times(a.first - 1) &&
          (c.tokens.tokens[a.first - 2].is(TokenKind::figure) || c.tokens.tokens[a.first - 1].word != by)) ||
         (b.last < s.last && times(b.last)) || (a.last < s.last && times(a.last));
}

// Round tens are rough ones ("60 km (40 miles)"), hundreds to their second digit.
Interval rough(Amount const& a) {
  Interval v = tolerant(a);
  Decimal const value = middle(a);
  if (a.place != 0 || value.exponent < 1 || std::abs(value.digits) > 9) return v;
  Decimal const half = Decimal::scaled(5, value.exponent == 1 ? 0 : value.exponent - 2);
  if (v.low) v.low = std::min(*v.low, value - half);
  if (v.high) v.high = std::max(*v.high, value + half);
  return v;
}

enum class Scale { absolute, difference };
// The value of `from` in the unit `to`; by the base unit.
std::optional<Interval> converted(Interval const& v, UnitId from, UnitId to, Scale scale) {
  Unit const target = unit(to);
  Interval const base = scale == Scale::difference ? as_difference(v, from) : to_base(v, from);
  return divide(scale == Scale::difference || target.offset.is_zero() ? base : shifted(base, -target.offset),
                Interval::exactly(target.factor));
}

// "16 MB (16,777,216 bytes)": a decimal prefix is also said of the power of 1,024.
std::optional<Decimal> binary_ratio(UnitId id) {
  auto const symbol = unit(id).symbol;
  static constexpr std::pair<std::string_view, std::string_view> twins[] = {{"KB", "KiB"}, {"kB", "KiB"}, {"MB", "MiB"},
                                                                            {"GB", "GiB"}, {"TB", "TiB"}, {"PB", "PiB"}};
  for (auto const& [decimal, binary] : twins)
    if (symbol == decimal)
      if (UnitId const twin = find_unit(binary); twin != no_unit) return divide(unit(twin).factor, unit(id).factor);
  return std::nullopt;
}

// A bracket restates the figure, whatever its bound ("capped at 2 MiB (2,097,152 bytes)"), but for measures it may be the truer
// one of the two: "barely two hours (115 minutes)".
void unbind(Amount& a) {
  if (a.bound == Bound::about || a.bound == Bound::range || a.bound == Bound::exact) return;
  bool const above = a.bound == Bound::above || a.bound == Bound::at_least;
  Decimal const value = middle(a), fifth = abs(value) * Decimal::scaled(2, -1);
  bool const data = dimension_of(a.unit).starts_with("data");
  a.value =
      data ? Interval::exactly(value) : Interval{above ? value : value - fifth, above ? value + fifth : value, false, false};
  a.bound = Bound::exact;
}

// The bracket opens right before the restatement and behind the figure, and holds little else.
bool is_plain_bracket(Context const& c, Amount const& a, Amount const& b) {
  auto const& tokens = c.tokens.tokens;
  auto open = b.first;
  while (open > a.last && b.first - open < 4 && !tokens[open].is(TokenKind::open_bracket)) --open;
  if (!tokens[open].is(TokenKind::open_bracket) || open < a.last || open - a.last > 2 || b.last >= tokens.size()) return false;
  Token const& next = tokens[b.last];
  if (next.is(TokenKind::close_bracket)) return true;
  return open == a.last && (next.is(TokenKind::comma) || next.is(TokenKind::semicolon) || next.is(TokenKind::slash));
}

void check_pair(Context const& c, Amount a, Amount b) {
  if ((a.bound == Bound::range) != (b.bound == Bound::range)) return;
  Decimal const written = middle(a);
  unbind(a), unbind(b);
  if (a.unit == no_unit || b.unit == no_unit || a.unit == b.unit || !convertible(a.unit, b.unit)) return;
  // "$9 a month ($90 a year)" is a price list, no conversion.
  if (is_measure_of_two(c, a, b) || is_monetary(a.unit)) return;
  bool const temperature = !unit(a.unit).offset.is_zero() || !unit(b.unit).offset.is_zero();
  bool const data = dimension_of(a.unit).starts_with("data");
  bool const exact_data = data && unit(b.unit).symbol == "B" && unit(b.unit).factor < unit(a.unit).factor && a.place >= 0 &&
                          b.place == 0 && b.value.is_point() && b.value.low->exponent < 3 && a.bound == Bound::exact;
  Interval const from = exact_data ? a.value : temperature ? tolerant(a) : rough(a);
  Interval stated = exact_data ? b.value : temperature ? tolerant(b) : rough(b);
  Scale const first = temperature && is_temperature_difference(c, a, b) ? Scale::difference : Scale::absolute;
  auto computed = converted(from, a.unit, b.unit, first);
  auto plain = converted(Interval::exactly(written), a.unit, b.unit, first);
  if (!computed || !plain || !plain->low) return;
  if (!exact_data && !temperature) stated = widened(stated, rough_percent);
  if (temperature && first == Scale::absolute && disjoint(stated, *computed)) {
    auto const other = converted(from, a.unit, b.unit, Scale::difference);
    if (other && !disjoint(stated, *other)) computed = other;
  }
  if (data && disjoint(stated, *computed))
    for (UnitId const id : {a.unit, b.unit})
      if (auto const ratio = binary_ratio(id)) {
        auto const other = id == a.unit ? scaled(*computed, *ratio) : divide(*computed, Interval::exactly(*ratio));
        if (other && !disjoint(stated, *other)) computed = other;
      }
  std::string text = text_of(c, a) + (first == Scale::difference ? ", as a difference, is " : " is ") +
                     with_unit(shown(*plain->low, std::min(b.place, 0) - (b.place < 0 || exact_data ? 0 : 1)), b.unit);
  if (disjoint(stated, *computed)) text += ", not " + text_of(c, b);
  emit(c, EquationKind::conversion, b, stated, *computed, text, {a.span});
}

bool is_money(Amount const& a) { return a.unit != no_unit && dimension_of(a.unit) == "money"; }

struct Rate {
  Amount a, b;
  Interval value;  // b per a
};

// Two rates for one pair that differ by more than 15% cannot both be the day's.
void check_rates(Context const& c, std::map<std::pair<UnitId, UnitId>, std::vector<Rate>>& rates) {
  for (auto& [pair, list] : rates) {
    if (list.size() < 2) continue;
    std::vector<std::pair<Decimal, std::size_t>> order;
    for (std::size_t i = 0; i < list.size(); ++i) order.emplace_back(midpoint(list[i].value).value_or(0), i);
    std::sort(order.begin(), order.end());
    std::size_t const usual = list.size() == 2 ? 0 : order[order.size() / 2].second;
    Rate const& reference = list[usual];
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i == usual) continue;
      Rate const& r = list[i];
      Interval const computed = tolerant(r.a) * reference.value;
      if (!computed.low) continue;
      auto const plain = divide(middle(r.a) * middle(reference.b), middle(reference.a));
      if (!plain) continue;
      Interval const near = widened(Interval::exactly(*plain), 15), is = Interval::exactly(middle(r.b));
      Interval const stated = disjoint(near, is) ? tolerant(r.b) : widened(tolerant(r.b), 15);
      std::string text = text_of(c, reference.a) + " is " + text_of(c, reference.b) + " here, so " + text_of(c, r.a) + " is " +
                         spoken(round_to(*plain, std::min(r.b.place - 1, -2 + r.b.scale)), r.b.unit, r.b.scale);
      if (disjoint(stated, computed)) text += ", not " + text_of(c, r.b);
      emit(c, EquationKind::conversion, r.b, stated, computed, text, {r.a.span, reference.a.span, reference.b.span});
    }
  }
}

enum Wording : int { restated, hedged };
constexpr PatternText or_texts[] = {
    {"{a} , or {b} ,|)|.|;|:", restated}, {"{a} - or {b} -|,|.", restated},
    {"{a} , i.e. {b}", restated},         {"{a} , equivalent to {b}", restated},
    {"{a} ( or {b} )", restated},         {"{a} , about|around|roughly|approximately|nearly|almost {b} ,|)|.|;", hedged},
};

// Of two systems: miles and kilometers, not kilometers and meters.
bool of_two_systems(UnitId a, UnitId b) {
  if (a == no_unit || b == no_unit || dimension_of(a) == "time") return false;
  auto const ratio = divide(unit(a).factor, unit(b).factor), turned = divide(unit(b).factor, unit(a).factor);
  return ratio && turned && std::abs(ratio->digits) > 99 && std::abs(turned->digits) > 99;
}

}  // namespace

void find_conversions(Context const& c) {
  std::map<std::pair<UnitId, UnitId>, std::vector<Rate>> rates;
  for (std::size_t i = 0; i < c.mentions.quantities.size(); ++i) {
    auto const of = c.mentions.quantities[i].bracket_of;
    if (of < 0 || std::size_t(of) >= c.mentions.quantities.size()) continue;
    Amount const a = without_bound_words(c.tokens, amount_of(c.tokens, c.mentions, std::size_t(of)));
    Amount const b = without_bound_words(c.tokens, amount_of(c.tokens, c.mentions, i));
    if (!is_plain_bracket(c, a, b)) continue;
    if (is_money(a) && is_money(b) && a.unit != b.unit) {
      if (a.bound == Bound::range || b.bound == Bound::range) continue;
      auto const forward = divide(tolerant(b), tolerant(a));
      if (forward && a.unit < b.unit) rates[{a.unit, b.unit}].push_back({a, b, *forward});
      // The other way round the roles change; the stated figure stays the bracket's.
      if (forward && b.unit < a.unit) rates[{a.unit, b.unit}].push_back({a, b, *forward});
    } else {
      check_pair(c, a, b);
    }
  }
  check_rates(c, rates);
  static auto const patterns = compile(or_texts);
  each_match(c, patterns, [&](Match const& m, int wording) {
    Amount const &a = figure(c, m, 'a'), &b = figure(c, m, 'b');
    if (wording == hedged && !of_two_systems(a.unit, b.unit)) return false;
    if (b.mention >= 0 && c.mentions.quantities[std::size_t(b.mention)].bracket_of >= 0) return true;
    if (is_money(a)) return true;
    check_pair(c, a, b);
    return true;
  });
}

}  // namespace counterclaim::equation
