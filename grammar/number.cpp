// Numbers in words and mixed: groups below a thousand, scale words that fall from left to right, fractions.
#include "grammar/number.hpp"

#include <vector>

#include "grammar/joints.hpp"
#include "grammar/terminals.hpp"

namespace counterclaim {
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

struct FractionRow {
  Decimal denominator;
  bool many;
};
std::vector<FractionRow> const& fractions() {
  static std::vector<FractionRow> const rows = [] {
    std::vector<FractionRow> r;
    for (auto const& row : vocabulary(Category::fractions))
      r.push_back({parse_decimal(row.column[0]).value_or(1), row.column[1] == "many"});
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
bool is_joining_hyphen(Cursor const& c) {
  // "sixty - four" is scanned as a dash; a number word must follow at once.
  return c->is(TokenKind::hyphen) || (c->is(TokenKind::dash) && c.text() == "-" &&
                                      (c.peek(1).begins(Category::numerals) || c.peek(1).begins(Category::fractions)));
}
bool is_and(Cursor const& c) { return joints::is(*c, joints::and_) || c->is(TokenKind::ampersand); }
bool is_a(Cursor const& c) { return joints::is_article(*c); }
bool is_many_fraction(Cursor const& c) {
  auto const m = c.phrase(Category::fractions);
  return m && vocabulary(Category::fractions)[std::size_t(m.row)].column[1] == "many";
}
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

// Digits behind "point", each word worth its digits: "zero four" is .04, "sixty-two" .62.
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

struct Sum {
  Decimal total;
  int lowest = 1000;  // exponent of the last scale word
  bool scaled = false, spelled = false, article = false;
  int place = 0;
};

// The scale words behind a group ("three hundred thousand million"), as one power of ten; 0 if none.
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

// group scale (and group scale)*, the scales falling: "two million three hundred thousand and six".
bool take_sum(Cursor& first, Cursor const& last, Sum& sum) {
  Cursor at = first;
  Decimal value;
  sum.article = joints::is_article(*at);
  if (!parse_group(at, last, value)) {
    Cursor scale = sum.article ? at.plus(1) : at;
    bool any = false;
    int const exponent = take_scales(scale, last, any);
    // "hundred thousand", "a million"; a lone "hundred" is no number.
    if (!any || (!sum.article && exponent < 4)) return false;
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

// The denominator at `at` that fits a numerator: thirds behind two, a third behind one.
bool take_denominator(Cursor& at, Cursor const& last, Decimal numerator, Decimal& denominator) {
  if (at == last) return false;
  auto const m = at.phrase(Category::fractions);
  if (!m) return false;
  auto const& row = fractions()[std::size_t(m.row)];
  if (row.many != (numerator > Decimal(1))) return false;
  denominator = row.denominator;
  at = at.plus(m.tokens);
  return true;
}

// "half", "a third", "two-thirds", "three fifths" at `first`.
bool take_fraction(Cursor& first, Cursor const& last, Number& out) {
  Cursor at = first;
  Decimal numerator = 1, denominator;
  if (joints::is_article(*at)) {
    at = at.plus(1);
    out.article = true;
  } else if (!joints::is(*at, joints::half) && !x3::parse(at, last, below_hundred, numerator)) {
    return false;
  }
  if (!(at == last) && is_joining_hyphen(at) && !(at == first)) at = at.plus(1);
  if (!take_denominator(at, last, numerator, denominator)) return false;
  out.value = *divide(numerator, denominator);
  out.place = -2;
  out.fraction = out.spelled = true;
  first = at;
  return true;
}

// "a third attempt", "one fifth grader": behind a singular denominator a noun makes an ordinal of it.
bool is_ordinal_use(Cursor const& at, Cursor const& last, Number const& n) {
  Token const &word = at.peek(-1), &numerator = at.peek(-2);
  if (joints::is(word, joints::half) || is_many_fraction(Cursor{at.scene, at.at - 1})) return false;
  if (!n.article && !joints::is(numerator, joints::one)) return false;
  if (at == last) return false;
  if (at->is(TokenKind::hyphen)) return !at.peek(1).begins(Category::units);
  if (!at->is(TokenKind::word)) return at->is(TokenKind::code) || at->is(TokenKind::figure);
  if (at->begins(Category::units) || at->begins(Category::change_comparatives)) return false;
  return !at->begins(Category::function_words) || joints::is_article(*at);
}

// "half a million", "a quarter of a million", "half a dozen", "three quarters billion": a fraction of a scale word.
bool take_fraction_of_scale(Cursor& first, Cursor const& last, Number& out) {
  Cursor at = first;
  bool const bare = !joints::is(*at, joints::half) && at->begins(Category::fractions);
  if (bare) {  // "quarter million"
    Decimal denominator;
    if (!take_denominator(at, last, 1, denominator) || at == last || !at->begins(Category::scales)) return false;
    out.value = *divide(1, denominator);
    out.spelled = true;
  } else if (!take_fraction(at, last, out)) {
    return false;
  }
  Cursor scale = at;
  if (!(scale == last) && joints::is(*scale, joints::of) && joints::is_article(scale.peek(1))) scale = scale.plus(1);
  if (!(scale == last) && joints::is_article(*scale)) scale = scale.plus(1);
  if (!(scale == last) && scale->is(TokenKind::hyphen)) scale = scale.plus(1);
  Scale s;
  Numeral n;
  if (Cursor dozen = scale; parse_numeral(dozen, last, n) && n.kind == NumeralClass::dozen) {
    out.value = out.value * n.value;
    out.fraction = false;
    out.place = 0;
    first = dozen;
    return true;
  }
  if (parse_scale(scale, last, s) && !s.letter && s.exponent >= 3) {
    out.value = out.value * Decimal::scaled(1, s.exponent);
    out.scale = s.exponent;
    out.fraction = false;
    out.scaled = true;
    out.place = s.exponent - 2;
    first = scale;
    return true;
  }
  if (bare || is_ordinal_use(at, last, out)) return false;
  first = at;
  return true;
}

// "and a half", "and three quarters" behind a whole number.
void take_mixed(Cursor& first, Cursor const& last, Number& n) {
  Cursor at = first;
  if (at == last) return;
  if (at->is(TokenKind::hyphen)) at = at.plus(1);
  if (at == last || !is_and(at)) return;
  at = at.plus(1);
  if (!(at == last) && at->is(TokenKind::hyphen)) at = at.plus(1);
  if (at == last) return;
  if (joints::is_article(*at) && at.peek(1).is(TokenKind::hyphen)) return;
  Number part;
  if (joints::is_article(*at) && (at.peek(1).begins(Category::fractions) && joints::is(at.peek(2), joints::of))) return;
  if (!take_fraction(at, last, part)) return;
  // "1 million and a half" is one and a half million.
  n.value = n.value + part.value * (n.scaled && n.place >= 3 ? Decimal::scaled(1, n.place) : Decimal(1));
  n.place = n.scaled && n.place >= 3 ? n.place - 1 : -1;
  first = at;
  if (n.scaled) return;
  bool any = false;
  int const exponent = take_scales(first, last, any);
  if (!any) return;
  n.value = n.value * Decimal::scaled(1, exponent);
  n.place += exponent;
  n.scaled = true;
}

void take_dozen(Cursor& first, Cursor const& last, Number& n) {
  Cursor at = first;
  Numeral dozen;
  if (!parse_numeral(at, last, dozen) || dozen.kind != NumeralClass::dozen) return;
  n.value = n.value * dozen.value;
  first = at;
}

bool spelled(Cursor& first, Cursor const& last, Number& out) {
  Cursor at = first;
  Numeral lead;
  if (Cursor a = joints::is_article(*at) ? at.plus(1) : at;
      joints::is_article(*at) && !(a == last) && parse_numeral(a, last, lead)) {
    if (lead.kind != NumeralClass::dozen) return false;  // "a two-year plan" is not a number that begins with "a"
    out.value = lead.value;
    out.spelled = out.article = true;
    first = a;
    return true;
  }
  Number fraction;
  if (Cursor f = at; take_fraction_of_scale(f, last, fraction)) {
    out = fraction;
    first = f;
    return true;
  }
  if (Numeral z; parse_numeral(at, last, z) && z.kind == NumeralClass::zero) {
    out.value = 0;
    out.spelled = true;
    parse_point(at, last, out.value, out.place);
    first = at;
    return true;
  }
  at = first;
  Sum sum;
  if (!take_sum(at, last, sum)) return false;
  out.value = sum.total;
  out.place = sum.place;
  out.spelled = true;
  out.scaled = sum.scaled;
  out.scale = sum.scaled ? sum.lowest : 0;
  out.article = sum.article;
  // "forty-one fifths"
  if (Cursor f = at; !(f == last)) {
    Decimal denominator;
    if (is_joining_hyphen(f)) f = f.plus(1);
    if (!(f == last) && sum.total > Decimal(1) && f->begins(Category::fractions) &&
        take_denominator(f, last, sum.total, denominator)) {
      out.value = *divide(sum.total, denominator);
      out.fraction = true;
      out.place = -2;
      first = f;
      return true;
    }
  }
  if (parse_point(at, last, out.value, out.place)) {
    bool any = false;
    int const exponent = take_scales(at, last, any);
    out.value = out.value * Decimal::scaled(1, exponent);
    out.place += exponent;
    out.scaled |= any;
  }
  take_mixed(at, last, out);
  take_dozen(at, last, out);
  first = at;
  return true;
}

// Is "5m" five million? In money yes; else when people or things are counted, not when a length fits.
bool letter_counts(Cursor const& letter, bool money) {
  auto const text = letter.text();
  if (text.size() > 1 || money) return true;
  bool const tight = letter->has(glued);
  Token const &next = letter.peek(1), &figure = letter.peek(-1);
  bool kelvin = false;  // "310.25K"
  if (figure.is(TokenKind::figure)) {
    Figure const& f = letter.scene->figures[figure.figure];
    kelvin = f.place <= -2 && f.value >= Decimal(100);
  }
  auto const follows_count = [&] {
    if (joints::is(next, joints::of)) return true;
    if (!next.is(TokenKind::word) || next.word == unknown_word || next.begins(Category::units)) return false;
    WordInfo const& w = word_info(next.word);
    return (w.usual_part == noun || (w.parts & noun) != 0) && w.noun_lemma != next.word &&
           !next.begins(Category::function_words);
  };
  switch (text[0]) {
    case 'k':
      return tight;
    case 'K':
      return tight && !kelvin;
    case 'M':
      return tight || next.is(TokenKind::stop) || letter.at + 1 >= letter.scene->last || follows_count();
    case 'B':
      return tight;
    case 'm':
      return follows_count();
    case 'b':
      return tight && (follows_count() || next.is(TokenKind::stop) || next.is(TokenKind::other));
    case 'T':
      return tight;
    default:
      return false;
  }
}

bool figure_number(Cursor& first, Cursor const& last, Number& out, bool money) {
  Cursor at = first;
  if (!parse_figures(at, last, out)) return false;
  Cursor scale = at;
  Scale s;
  if (!(scale == last) && scale->is(TokenKind::hyphen) && scale.peek(1).begins(Category::scales) &&
      scale.peek(1).word != unknown_word)
    scale = scale.plus(1);
  Cursor const word = scale;
  while (parse_scale(scale, last, s)) {
    if (s.letter && !(word.at + 1 == scale.at && letter_counts(word, money))) {
      scale = word;
      break;
    }
    out.value = out.value * Decimal::scaled(1, s.exponent);
    out.place += s.exponent;
    out.scale += s.exponent;
    out.scaled = true;
    out.fraction = false;
    at = scale;
    if (s.letter) break;
  }
  // "6 hundred and 12", "7 thousand 2 hundred"
  if (out.scaled && out.place >= 2 && !(at == last)) {
    Cursor next = at;
    bool const joined = is_and(next);
    if (joined) next = next.plus(1);
    Number part;
    if (!(next == last) && next->is(TokenKind::figure) && next.figure().place == 0 && next.figure().value < Decimal(1000)) {
      Cursor tail = next;
      if (figure_number(tail, last, part, false) && part.value < Decimal::scaled(1, out.place) &&
          (part.scaled || (joined && out.scale == 2 && !part.fraction))) {
        out.value = out.value + part.value;
        out.place = part.place;
        at = tail;
      }
    } else if (Sum sum; !(next == last) && joined && !joints::is_article(*next) && take_sum(next, last, sum) &&
                        sum.total < Decimal::scaled(1, out.place) && (sum.total >= Decimal(100) || out.scale == 2)) {
      out.value = out.value + sum.total;
      out.place = sum.place;
      at = next;
    }
  }
  if (!out.fraction) take_mixed(at, last, out);
  take_dozen(at, last, out);
  first = at;
  return true;
}

bool vague_number(Cursor& first, Cursor const& last, Number& out) {
  if (auto const m = first.phrase(Category::few_words)) {
    Cursor at = first.plus(m.tokens);
    bool any = false;
    int const exponent = take_scales(at, last, any);
    Numeral dozen;
    bool const dozens = !any && parse_numeral(at, last, dozen) && dozen.kind == NumeralClass::dozen;
    if (!any && !dozens) return false;
    Decimal const few = parse_decimal(vocabulary(Category::few_words)[std::size_t(m.row)].column[0]).value_or(3);
    out.value = few * (dozens ? dozen.value : Decimal::scaled(1, exponent));
    out.place = exponent;
    out.vague = out.spelled = true;
    out.scaled = any;
    first = at;
    return true;
  }
  auto const m = first.phrase(Category::magnitudes);
  if (!m) return false;
  out.value = parse_decimal(vocabulary(Category::magnitudes)[std::size_t(m.row)].column[0]).value_or(1);
  out.place = out.value.exponent;
  out.vague = out.spelled = true;
  out.scaled = out.place >= 3;
  first = first.plus(m.tokens);
  if (joints::is(first.peek(-1), joints::of)) first = Cursor{first.scene, first.at - 1};
  return true;
}

// A minus before the number: a sign that is not glued to what stands before, or the word.
bool take_sign(Cursor& at, Cursor const& last) {
  if (at == last) return false;
  bool const word = joints::is(*at, joints::minus) || joints::is(*at, joints::negative);
  Token const& next = at.peek(1);
  if (word) {
    if (next.is(TokenKind::hyphen)) at = at.plus(1);
    at = at.plus(1);
    return true;
  }
  bool const minus = at->is(TokenKind::hyphen) || at.text() == "−";
  if (!minus || !next.is(TokenKind::figure) || !next.has(glued)) return false;
  Token const& before = at.peek(-1);
  bool const free =
      !at->has(glued) || before.is(TokenKind::open_bracket) || before.is(TokenKind::currency) || before.is(TokenKind::sign);
  if (!free) return false;
  at = at.plus(1);
  return true;
}

// "twenty-first", "two hundredth": the number is the head of an ordinal.
bool is_ordinal_tail(Cursor const& at, Number const& n) {
  if (!n.spelled || n.fraction || at.ended()) return false;
  bool const hyphen = at->is(TokenKind::hyphen);
  Cursor const next = hyphen ? at.plus(1) : at;
  if (next.ended()) return false;
  static WordId const first = find_word("first"), second = find_word("second");
  bool const ten = n.value.exponent >= 1 && n.value > Decimal(10);
  bool const ordinal = joints::is(*next, first) || joints::is(*next, second) ||
                       (next->begins(Category::fractions) && !is_many_fraction(next) && !joints::is(*next, joints::half));
  if (!ordinal) return false;
  if (joints::is(*next, find_word("hundredth")) || joints::is(*next, find_word("thousandth")) ||
      joints::is(*next, find_word("millionth")))
    return true;
  return ten && (hyphen || !joints::is(*next, second));
}

bool number_of(Cursor& first, Cursor const& last, Number& out, bool money) {
  if (first == last) return false;
  Cursor at = first;
  bool const negative = take_sign(at, last);
  if (at == last) return false;
  out = {};
  bool const found =
      at->is(TokenKind::figure) ? figure_number(at, last, out, money) : vague_number(at, last, out) || spelled(at, last, out);
  if (!found) return false;
  if (is_ordinal_tail(at, out)) return false;
  if (negative) out.value = -out.value;
  first = at;
  return true;
}

}  // namespace

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
  auto const exponent = vocabulary(Category::scales)[std::size_t(m.row)].column[0];
  out.exponent = int(to_double(parse_decimal(exponent).value_or(0)));
  out.letter = first.text().size() == 1;
  first = first.plus(m.tokens);
  return true;
}

bool parse_number(Cursor& first, Cursor const& last, Number& out) { return number_of(first, last, out, false); }
bool parse_money_number(Cursor& first, Cursor const& last, Number& out) { return number_of(first, last, out, true); }

}  // namespace counterclaim
