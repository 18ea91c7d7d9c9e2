// Number words: groups below a thousand, joined by scale words that fall from left to right ("two million three hundred and
// six").
#include "grammar/number_words.hpp"

#include <vector>

#include "grammar/joints.hpp"
#include "grammar/terminals.hpp"

namespace counterclaim {

bool is_joining_hyphen(Cursor const& c) {
  // "sixty - four" is scanned as a dash; a number word must follow at once.
  return c->is(TokenKind::hyphen) || (c->is(TokenKind::dash) && c.text() == "-" &&
                                      (c.peek(1).begins(Category::numerals) || c.peek(1).begins(Category::fractions)));
}
bool is_and(Cursor const& c) { return joints::is(*c, joints::and_) || c->is(TokenKind::ampersand); }
bool is_a(Cursor const& c) { return joints::is_article(*c); }

namespace {

using namespace terminals;

struct NumeralRow {
  Decimal value;
  NumeralClass kind;
};

std::vector<NumeralRow> const& numerals() {
  static std::vector<NumeralRow> const rows = [] {
    std::vector<NumeralRow> r;
    for (auto const& row : vocabulary(Category::numerals)) {
      auto const name = row.column[1];
      r.push_back({parse_decimal(row.column[0]).value_or(0), name == "digit"   ? NumeralClass::digit
                                                             : name == "teen"  ? NumeralClass::teen
                                                             : name == "ten"   ? NumeralClass::ten
                                                             : name == "dozen" ? NumeralClass::dozen
                                                                               : NumeralClass::zero});
    }
    return r;
  }();
  return rows;
}

template <NumeralClass... Kinds>
bool numeral_of(Cursor& first, Cursor const& last, Decimal& out) {
  Numeral n;
  if (!parse_numeral(first, last, n) || !((n.kind == Kinds) || ...)) return false;
  out = n.value;
  return true;
}
template <NumeralClass... Kinds>
inline constexpr via<Decimal, numeral_of<Kinds...>> numeral{};

bool is_hundred(Cursor const& c) {
  Scale s;
  Cursor at = c;
  return parse_scale(at, {c.scene, c.scene->last}, s) && s.exponent == 2;
}
bool is_a(Cursor const& c) { return joints::is_article(*c); }
bool is_word_point(Cursor const& c) { return joints::is(*c, joints::point); }

constexpr token_that<is_hundred> hundred{};
constexpr token_that<is_joining_hyphen> hyphen{};
constexpr token_that<is_a> article{};

constexpr auto set = [](auto& c) { x3::_val(c) = x3::_attr(c); };
constexpr auto add = [](auto& c) { x3::_val(c) = x3::_val(c) + x3::_attr(c); };
constexpr auto times_hundred = [](auto& c) { x3::_val(c) = x3::_val(c) * Decimal(100); };

// twenty-one, seventeen, six
constexpr auto below_hundred = x3::rule<struct below_hundred_, Decimal>{"below hundred"} =
    (numeral<NumeralClass::ten>[set] >> -(-hyphen >> numeral<NumeralClass::digit>[add])) |
    numeral<NumeralClass::teen, NumeralClass::digit>[set];

// "… and twenty-one" behind hundred: not the head of a further hundred ("three hundred and two hundred"), nor of a fraction
// ("two hundred and three quarters").
bool tail_of(Cursor& first, Cursor const& last, Decimal& out) {
  Cursor at = first;
  bool const joined = is_and(at);
  if (joined) at = at.plus(1);
  if (at == last || !x3::parse(at, last, below_hundred, out)) return false;
  if (!(at == last) && (is_hundred(at) || (joined && is_many_fraction(at)))) return false;
  first = at;
  return true;
}
constexpr via<Decimal, tail_of> tail_of_hundred{};

// three hundred and twenty-one; ninety-five hundred
constexpr auto below_thousand = x3::rule<struct below_thousand_, Decimal>{
    "below thousand"} = below_hundred[set] >> -(-hyphen >> hundred >> x3::eps[times_hundred] >> -tail_of_hundred[add]);
constexpr auto a_hundred = x3::rule<struct a_hundred_, Decimal>{"a hundred"} =
    article >> hundred >> x3::eps[([](auto& c) { x3::_val(c) = Decimal(100); })] >> -tail_of_hundred[add];
constexpr auto group = x3::rule<struct group_, Decimal>{"group"} = below_thousand[set] | a_hundred[set];
// point zero four, point sixty-two
constexpr auto spoken_digits = x3::rule<struct spoken_digits_, Decimal>{"spoken digits"} =
    below_hundred[set] | numeral<NumeralClass::zero>[set];
constexpr auto decimals = x3::rule<struct decimals_, Decimal>{"decimals"} =
    token_that<is_word_point>{} >> +spoken_digits[([](auto& c) {
      Decimal const d = x3::_attr(c);
      // Each word brings its one or two digits; the count of places is kept in the exponent of an unnormalized sum.
      x3::_val(c) = x3::_val(c) * Decimal(d >= Decimal(10) ? 100 : 10) + d;
    })];

bool parse_group(Cursor& first, Cursor const& last, Decimal& out) { return x3::parse(first, last, group, out); }
}  // namespace

bool parse_below_hundred(Cursor& first, Cursor const& last, Decimal& out) { return x3::parse(first, last, below_hundred, out); }

bool parse_point(Cursor& first, Cursor const& last, Decimal& value, int& out_place) {
  Cursor at = first;
  int place = 0;
  Decimal digits;
  if (at == last || !is_word_point(at) || !x3::parse(at, last, decimals, digits)) return false;
  for (Cursor c = first.plus(1); !(c == at);) {
    Cursor word = c;
    Numeral n;
    if (!parse_numeral(word, at, n)) {
      c = c.plus(1);  // a hyphen
      continue;
    }
    bool const compound = n.kind == NumeralClass::digit && c.peek(-1).is(TokenKind::hyphen);
    if (!compound) place -= n.value >= Decimal(10) ? 2 : 1;
    c = word;
  }
  value = value + digits * Decimal::scaled(1, place);
  out_place = place;
  first = at;
  return true;
}

int take_scales(Cursor& at, Cursor const& last, bool& any) {
  int exponent = 0;
  for (;;) {
    Cursor next = at;
    if (!(next == last) && is_joining_hyphen(next)) next = next.plus(1);
    Scale s;
    if (!parse_scale(next, last, s) || s.letter) return exponent;
    exponent += s.exponent;
    any = true;
    at = next;
  }
}

bool take_sum(Cursor& first, Cursor const& last, Sum& sum) {
  Cursor at = first;
  Decimal value;
  sum.article = joints::is_article(*at);
  if (!parse_group(at, last, value)) {
    Cursor scale = sum.article ? at.plus(1) : at;
    bool any = false;
    int const exponent = take_scales(scale, last, any);
    // "hundred thousand", "a million"; a lone "hundred" is no number.
    if (!any || (!sum.article && (exponent < 4 || at.text().size() <= 3))) return false;
    sum.total = Decimal::scaled(1, exponent);
    sum.lowest = sum.place = exponent;
    at = scale;
  } else {
    bool any = false;
    int const exponent = take_scales(at, last, any);
    sum.total = value * Decimal::scaled(1, exponent);
    sum.lowest = any ? exponent : (value.exponent >= 2 ? 2 : 0);
    sum.place = any ? exponent : value.exponent >= 2 ? int(value.exponent) : 0;
  }
  sum.spelled = true;
  sum.scaled = sum.lowest >= 3;
  while (sum.lowest >= 2) {
    Cursor next = at;
    if (!(next == last) && (is_and(next) || (next->is(TokenKind::comma) && sum.lowest >= 3))) next = next.plus(1);
    Cursor const begin = next;
    Decimal part;
    if (next == last || joints::is_article(*next) || !parse_group(next, last, part)) break;
    if (!(next == last) && next->begins(Category::fractions) && !(begin == at)) break;  // "six million and two fifths"
    bool any = false;
    int const exponent = take_scales(next, last, any);
    Decimal const term = part * Decimal::scaled(1, exponent);
    if (term >= Decimal::scaled(1, sum.lowest)) break;
    sum.total = sum.total + term;
    sum.lowest = any ? exponent : 0;
    sum.place = any ? exponent : 0;
    at = next;
  }
  first = at;
  return true;
}

bool parse_numeral(Cursor& first, Cursor const& last, Numeral& out) {
  if (first == last) return false;
  auto const m = first.phrase(Category::numerals);
  if (!m || first.at + m.tokens > last.at) return false;
  auto const& row = numerals()[std::size_t(m.row)];
  out = {row.value, row.kind};
  first = first.plus(m.tokens);
  return true;
}

bool parse_scale(Cursor& first, Cursor const& last, Scale& out) {
  if (first == last) return false;
  auto const m = first.phrase(Category::scales);
  if (!m) return false;
  static std::vector<int> const exponents = [] {
    std::vector<int> all;
    for (auto const& row : vocabulary(Category::scales))
      all.push_back(int(to_double(parse_decimal(row.column[0]).value_or(0))));
    return all;
  }();
  out.exponent = exponents[std::size_t(m.row)];
  out.letter = first.text().size() == 1;
  first = first.plus(m.tokens);
  return true;
}

}  // namespace counterclaim
