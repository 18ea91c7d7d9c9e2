// Tolerance. A figure stands for every value that a writer would have rounded, cut off or hedged to it: "15%" for 14.5 to 16,
// "4,000" for 3,950 to 4,050 (from a thousand on two digits are taken as meant, zeros behind them as rounding), "about 40" for
// 36 to 44.
#include <algorithm>
#include <cstdlib>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

int digit_count(std::int64_t digits) {
  int n = 1;
  for (auto d = std::abs(digits); d >= 10; d /= 10) ++n;
  return n;
}

// The power of ten that a figure is taken to be rounded at.
int rounding_place(Amount const& a, Decimal value) {
  if (value.is_zero()) return a.place;
  if (a.scale == 0 && a.place >= 0 && abs(value) < Decimal(1000))
    return a.place == 0 && is_monetary(a.unit) ? -1 : a.place;  // $20 is no $20.40
  int const second_digit = value.exponent + digit_count(value.digits) - 2;
  return std::max(a.place, std::min(int(value.exponent), second_digit));
}

// Widens by the hedge: a tenth for "about"; nothing said on the far side of "more than".
Interval hedged(Interval v, Amount const& a, Decimal below, Decimal above) {
  if (v.low) v.low = *v.low - below;
  if (v.high) v.high = *v.high + above;
  if (a.bound != Bound::about) return v;
  // "About 31,428" is hardly rounded.
  Decimal const tenth = abs(middle(a)) * Decimal::scaled(1, digit_count(middle(a).digits) > 3 ? -2 : -1);
  if (v.low) v.low = *v.low - tenth;
  if (v.high) v.high = *v.high + tenth;
  return v;
}

Interval plain(Amount const& a, int place) {
  Decimal const half = Decimal::scaled(5, place - 1);
  return hedged(a.value, a, half, half);
}

}  // namespace

Amount const& figure(Context const& c, Match const& m, char name) {
  return c.row.amounts[std::size_t(c.row.items[std::size_t(m.at(name))].amount)];
}

Decimal middle(Amount const& a) { return midpoint(a.value).value_or(Decimal(0)); }

Interval tolerant(Amount const& a) { return plain(a, rounding_place(a, middle(a))); }

// The place of the last digit that is not a nought behind the scale: 6 in "45 million", 7 in "110 million".
int last_digit(Amount const& a) { return std::max(a.place, int(middle(a).exponent)); }
Interval tolerant_to(Amount const& a, int place) { return plain(a, std::min(place, rounding_place(a, middle(a)))); }

Interval tolerant_exact(Amount const& a) {
  bool const whole =
      a.bound == Bound::exact && a.unit == no_unit && a.place == 0 && middle(a).is_whole() && middle(a) < Decimal(1000);
  return whole ? a.value : tolerant(a);
}

bool is_percent(Amount const& a) {
  if (a.unit != no_unit) return unit(a.unit).symbol == "%";
  return a.spelled && middle(a) < Decimal(1) && middle(a) > Decimal(0);
}
bool is_points(Amount const& a) { return a.unit != no_unit && unit(a.unit).symbol == "pp"; }
bool is_multiple(Amount const& a) { return a.unit != no_unit && unit(a.unit).symbol == "x"; }
bool is_bare(Amount const& a) { return a.unit == no_unit && !a.counted; }

Amount as_percent(Amount const& a) {
  if (a.unit != no_unit) return a;
  Amount p = a;
  p.value = scaled(a.value, 100);
  p.place = 1;  // "a third" is said of 28% to 38%
  return p;
}

Interval stated_percent(Amount const& a) {
  if (a.unit == no_unit) return plain(as_percent(a), 1);
  return hedged(a.value, a, Decimal::scaled(5, a.place - 1), Decimal::scaled(1, a.place));
}

bool same_kind(Amount& a, Amount& b) {
  auto const lend = [](Amount const& from, Amount& to) {
    if (!is_bare(to) || from.unit == no_unit) return;
    to.unit = from.unit;
    if (from.scale == 0 || to.scale != 0 || to.spelled) return;
    // "from 1.2 to 1.5 million": a bare figure far smaller than the other has left its scale word out.
    if (abs(middle(to)) * Decimal(1000) <= abs(middle(from)) * Decimal(10)) {
      to.value = scaled(to.value, Decimal::scaled(1, from.scale));
      to.place += from.scale, to.scale = from.scale;
    }
  };
  lend(a, b), lend(b, a);
  if (a.unit == b.unit) {
    Amount &small = a.scale == 0 ? a : b, &large = a.scale == 0 ? b : a;
    if (small.scale == 0 && large.scale >= 3 && is_bare(small) && abs(middle(small)) * Decimal(100) <= abs(middle(large))) {
      small.value = scaled(small.value, Decimal::scaled(1, large.scale));
      small.place += large.scale, small.scale = large.scale;
    }
    return true;
  }
  if (a.unit == no_unit || b.unit == no_unit) return false;
  // "from €80 to €92 a week"
  auto const over = [](UnitId id) {
    auto const symbol = unit(id).symbol;
    return symbol.substr(0, symbol.find('/'));
  };
  auto const is_rate = [](UnitId id) { return unit(id).symbol.find('/') != std::string_view::npos; };
  if (is_rate(a.unit) != is_rate(b.unit) && over(a.unit) == over(b.unit)) {
    a.unit = b.unit = is_rate(a.unit) ? a.unit : b.unit;
    return true;
  }
  Unit const ua = unit(a.unit), ub = unit(b.unit);
  if (!convertible(a.unit, b.unit) || !ua.offset.is_zero() || !ub.offset.is_zero()) return false;
  auto const factor = divide(ub.factor, ua.factor);
  if (!factor || factor->exponent < 0) return false;  // only from the larger unit down: the place stays a power of ten
  b.value = scaled(b.value, *factor);
  b.unit = a.unit;
  b.place += digit_count(factor->digits) - 1 + factor->exponent;
  return true;
}

Decimal round_to(Decimal value, int place) {
  if (value.exponent >= place) return value;
  std::int64_t power = 1;
  for (int i = value.exponent; i < place && power < std::int64_t(100000000000000000); ++i) power *= 10;
  std::int64_t const half = value.digits < 0 ? -power / 2 : power / 2;
  return Decimal::scaled((value.digits + half) / power, place);
}

std::string shown(Decimal value, int place) { return to_grouped_string(round_to(value, place)); }

std::string text_of(Context const& c, Amount const& a) {
  if (a.first >= a.last || a.spelled) return visible(c.article.view, a.span);
  return visible(c.article.view, {c.tokens.tokens[a.first].begin, c.tokens.tokens[a.last - 1].end});
}

std::string with_unit(std::string const& number, UnitId id) {
  if (id == no_unit) return number;
  static constexpr std::pair<std::string_view, std::string_view> signs[] = {
      {"USD", "$"}, {"EUR", "€"}, {"GBP", "£"}, {"JPY", "¥"}};
  Unit const u = unit(id);
  if (u.symbol == "%") return number + "%";
  if (u.symbol == "pp") return number + (number == "1" ? " percentage point" : " percentage points");
  for (auto const& [symbol, sign] : signs)
    if (u.symbol == symbol || (u.symbol.starts_with(symbol) && u.symbol[symbol.size()] == '/'))
      return std::string(sign) + number + std::string(u.symbol.substr(symbol.size()));
  return number + " " + std::string(u.symbol);
}

std::string spoken(Decimal value, UnitId id, int scale) {
  std::string_view const word = scale == 3    ? " thousand"
                                : scale == 6  ? " million"
                                : scale == 9  ? " billion"
                                : scale == 12 ? " trillion"
                                              : "";
  if (word.empty()) {
    auto number = to_grouped_string(value);
    if (is_monetary(id) && number.size() > 1 && number[number.size() - 2] == '.') number += '0';  // "$55.20"
    return with_unit(number, id);
  }
  return with_unit(to_grouped_string(value * Decimal::scaled(1, -scale)) + std::string(word), id);
}

Claim& emit(Context const& c, EquationKind kind, Amount const& stated_figure, Interval const& stated, Interval const& computed,
            std::string_view arithmetic, std::vector<Span> const& operands) {
  Claim& claim = c.out.emplace_back();
  Sentence const& sentence = c.tokens.sentences[stated_figure.sentence];
  claim.article = c.article_index;
  claim.kind = ClaimKind::equation;
  claim.span = stated_figure.span;
  claim.sentence = sentence.span;
  claim.block = sentence.block;
  claim.headline = c.article.blocks[sentence.block].kind == BlockKind::title;
  claim.value = claim.compared = stated;
  claim.unit = stated_figure.unit;
  claim.equation = kind;
  claim.stated = stated, claim.computed = computed;
  claim.arithmetic = c.kept.keep(arithmetic);
  claim.operands = c.kept.keep(operands);
  return claim;
}

bool holds(Claim const& equation) { return !disjoint(equation.stated, equation.computed); }

std::uint64_t place_key(ClaimKind kind, Span span) { return std::uint64_t(kind) << 32 | span.begin; }

Claim& emit_problem(Context const& c, ClaimKind kind, MentionPlace const& at, std::string_view problem) {
  // What the article claims there already is marked, not said twice.
  auto& by_place = c.memory.by_place;
  if (!by_place) {
    by_place.emplace();
    for (std::size_t i = 0; i < c.memory.claims; ++i) by_place->emplace(place_key(c.out[i].kind, c.out[i].span), i);
  }
  auto const known = by_place->find(place_key(kind, at.span));
  if (known != by_place->end() && c.out[known->second].span == at.span) {
    Claim& claim = c.out[known->second];
    claim.impossible = true;
    claim.problem = c.kept.keep(problem);
    return claim;
  }
  Claim& claim = c.out.emplace_back();
  Sentence const& sentence = c.tokens.sentences[at.sentence];
  claim.article = c.article_index;
  claim.kind = kind;
  claim.span = at.span;
  claim.sentence = sentence.span;
  claim.block = sentence.block;
  claim.headline = c.article.blocks[sentence.block].kind == BlockKind::title;
  claim.impossible = true;
  claim.problem = c.kept.keep(problem);
  return claim;
}

}  // namespace counterclaim::equation
