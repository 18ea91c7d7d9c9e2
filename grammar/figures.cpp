// Numbers in digits. What the scanner could not know one token at a time: groups divided by blanks, fractions, powers.
#include <algorithm>
#include <cstdlib>

#include "grammar/joints.hpp"
#include "grammar/number.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

bool is_figure(Token const& t) { return t.is(TokenKind::figure) && !t.has(ordinal_suffix) && !t.has(decade_suffix); }
std::uint32_t digits_of(Token const& t) { return t.end - t.begin; }
bool is_plain(Cursor const& c) { return is_figure(*c) && c.figure().place == 0 && !c.figure().grouped; }

// A unit of more than a letter, a percent sign or a noun in the plural.
bool is_counted_noun(Token const& t) {
  if (t.is(TokenKind::percent)) return true;
  if (!t.is(TokenKind::word) || t.word == unknown_word || t.has(capital) || t.begins(Category::function_words)) return false;
  if (t.begins(Category::units) || t.begins(Category::currencies)) return t.end - t.begin > 1 && !joints::is(t, joints::in);
  auto const& w = word_info(t.word);
  return w.usual_part == PartOfSpeech::noun && w.noun_lemma != t.word;
}

// "70 000", "9 876 543.21": groups of three digits, each one blank from the last.
void take_blank_groups(Cursor& at, Number& n) {
  if (!is_plain(at) || at.figure().leading_zero || digits_of(*at) > 3) return;
  Cursor next = at;
  Decimal value = at.figure().value;
  int place = 0;
  while (place == 0) {
    Token const& t = next.peek(1);
    if (!is_figure(t) || t.has(glued) || t.begin - next->end > 3) break;
    Cursor const group = next.plus(1);
    auto const dot = group.text().find('.');
    auto const whole = dot == std::string_view::npos ? digits_of(t) : std::uint32_t(dot);
    bool const zeros = group.text().substr(0, 3) == "000", narrow = t.begin - next->end == 3;
    // "19 500 km", "19 500 voters": what is counted in them makes one figure of two groups.
    bool const more = (is_figure(next.peek(2)) && digits_of(next.peek(2)) == 3) || is_counted_noun(next.peek(2));
    if (whole != 3 || group.figure().grouped || (!zeros && !narrow && !more && next.at == at.at)) break;
    value = value * Decimal(1000) + group.figure().value;
    place = group.figure().place;
    next = group;
  }
  if (next.at == at.at) return;
  n.value = value;
  n.place = place;
  at = next;
}

// "23,45,678.5": groups of two before the last three.
void take_indian_groups(Cursor& at, Number& n) {
  if (!is_plain(at) || digits_of(*at) > 2) return;
  Cursor next = at;
  Decimal value = at.figure().value;
  for (;;) {
    Token const &comma = next.peek(1), &group = next.peek(2);
    if (!comma.is(TokenKind::comma) || !comma.has(glued) || !is_figure(group) || !group.has(glued)) return;
    Cursor const to = next.plus(2);
    Figure const& f = to.figure();
    if (f.grouped && to.text().size() >= 6 && to.text()[2] == ',') {  // "45,678.5"
      n.value = value * Decimal(100000) + f.value;
      n.place = f.place;
      at = to;
      return;
    }
    if (digits_of(group) != 2 || f.place != 0) return;
    value = value * Decimal(100) + f.value;
    next = to;
  }
}

// "2,5 million", "0,75 percent": what is measured in them makes one figure of two, where "1,3 and 5" are several.
bool takes_decimal_comma(Cursor const& at) {
  Token const &comma = at.peek(1), &tail = at.peek(2), &behind = at.peek(3);
  if (!is_plain(at) || at.figure().leading_zero || digits_of(*at) > 3 || at.peek(-1).has(glued) || at->has(glued)) return false;
  if (!comma.is(TokenKind::comma) || !comma.has(glued) || !is_figure(tail) || !tail.has(glued) || !is_plain(at.plus(2)))
    return false;
  if (digits_of(tail) > 2 || at.peek(-1).is(TokenKind::comma)) return false;
  if (behind.is(TokenKind::percent)) return true;
  // "The ratio is 1,3." tells one number.
  Token const& before = at.peek(-1);
  bool const told = before.is(TokenKind::word) && (is_form_of_be(before.word) || joints::is(before, joints::by));
  if (told && (behind.is(TokenKind::stop) || at.plus(3).ended())) return true;
  if (!behind.is(TokenKind::word) || behind.has(glued) || behind.end - behind.begin < 2 || joints::is(behind, joints::in))
    return false;
  return behind.begins(Category::scales) || behind.begins(Category::units) || behind.begins(Category::currencies);
}

// "4.216.380,55": stops divide the groups, a comma the decimals.
void take_comma_decimals(Cursor& at, Number& n) {
  if (takes_decimal_comma(at)) {
    Cursor const decimals = at.plus(2);
    int const place = -int(digits_of(*decimals));
    n.value = at.figure().value + decimals.figure().value * Decimal::scaled(1, place);
    n.place = place;
    at = decimals;
    return;
  }
  auto const text = at.text();
  auto const dot = text.find('.');
  Token const &comma = at.peek(1), &tail = at.peek(2);
  bool const priced = at.peek(-1).is(TokenKind::currency) && at->has(glued) && dot == text.npos && is_plain(at) &&
                      digits_of(tail) == 2 && !at.peek(3).has(glued);  // "€5,50"
  if (priced && comma.is(TokenKind::comma) && comma.has(glued) && is_figure(tail) && tail.has(glued) && is_plain(at.plus(2))) {
    n.value = at.figure().value + at.plus(2).figure().value * Decimal::scaled(1, -2);
    n.place = -2;
    at = at.plus(2);
    return;
  }
  bool const thousands = dot != text.npos && dot >= 1 && dot <= 3 && text.size() == dot + 4;
  if (!thousands || !comma.is(TokenKind::comma) || !comma.has(glued) || !is_figure(tail) || !tail.has(glued)) return;
  Cursor const decimals = at.plus(2);
  bool const listed = at.peek(3).is(TokenKind::comma) && at.peek(4).has(glued);
  if (digits_of(tail) > 2 || decimals.figure().place != 0 || listed) return;
  int const place = -int(digits_of(tail));
  n.value = at.figure().value * Decimal(1000) + decimals.figure().value * Decimal::scaled(1, place);
  n.place = place;
  at = decimals;
}

bool is_usual_denominator(Decimal d) {
  static constexpr int usual[] = {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 25, 32, 40, 48, 50, 64, 100, 1000};
  return std::ranges::any_of(usual, [&](int const n) { return d == Decimal(n); });
}

// "3/4" at `at` (its numerator): not "24/7", "9/11", "5/17/2018", "1/0".
bool slash_fraction(Cursor const& at, Decimal& value) {
  Token const &slash = at.peek(1), &below = at.peek(2);
  if (!is_plain(at) || !slash.is(TokenKind::slash) || !is_figure(below) || slash.has(glued) != below.has(glued)) return false;
  Cursor const under = at.plus(2);
  if (!is_plain(under) || at.figure().leading_zero || under.figure().leading_zero) return false;
  if (at.peek(3).is(TokenKind::slash) || at.peek(-1).is(TokenKind::slash)) return false;
  Decimal const x = at.figure().value, y = under.figure().value;
  if (x >= y || x.is_zero() || !is_usual_denominator(y)) return false;
  value = *divide(x, y);
  return true;
}

// A unit, on its own or on a hyphen.
bool measures(Cursor const& at) {
  Token const& unit = at->is(TokenKind::hyphen) && at->has(glued) ? at.peek(1) : *at;
  return unit.begins(Category::units) || unit.is(TokenKind::quote);
}

void take_fraction(Cursor& at, Number& n) {
  Decimal part;
  if (slash_fraction(at, part)) {
    n.value = part;
    n.place = -2;
    n.fraction = true;
    at = at.plus(2);
    return;
  }
  if (n.place != 0) return;
  Token const& next = at.peek(1);
  // "5-1/2 inches", "a 3-3/4-inch bolt"
  if (next.is(TokenKind::hyphen) && next.has(glued) && at.peek(2).has(glued) && is_figure(at.peek(2)) &&
      slash_fraction(at.plus(2), part) && part >= Decimal::scaled(1, -2) && measures(at.plus(5))) {
    n.value = n.value + part;
    n.place = -2;
    at = at.plus(4);
    return;
  }
  if (!is_figure(next)) return;
  Cursor const behind = at.plus(1);
  if (slash_fraction(behind, part)) {  // "2 1/2"
    n.value = n.value + part;
    n.place = -2;
    at = at.plus(3);
  } else if (digits_of(next) >= 2 && static_cast<unsigned char>(behind.text()[0]) >= 0x80) {  // "2½", "2 ½"
    n.value = n.value + behind.figure().value;
    n.place = -2;
    at = behind;
  }
}

Decimal power(Decimal base, int exponent) {
  Decimal r = 1;
  for (int i = std::abs(exponent); i > 0; --i) r = r * base;
  return exponent < 0 ? divide(1, r).value_or(0) : r;
}

constexpr int largest_power = 400;

// "^10", "^-3", "−5", "⁻⁵" behind a base; `bare` allows the forms without a caret that only ten takes ("10−5").
bool take_exponent(Cursor& at, bool bare, int& exponent) {
  Cursor next = at.plus(1);
  bool const caret = next.text() == "^";
  if (caret) next = next.plus(1);
  if (!caret && !bare) return false;
  if (!caret && next->is(TokenKind::superscript)) {
    static constexpr std::string_view digit[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    int value = 0, sign = 1, count = 0;
    for (; !next.ended() && next->is(TokenKind::superscript); next = next.plus(1)) {
      if (next.text() == "⁻") sign = -1;
      for (int d = 0; d < 10; ++d)
        if (next.text() == digit[d]) value = value * 10 + d, ++count;
      at = next;
    }
    exponent = sign * value;
    return count > 0 && value <= largest_power;
  }
  int sign = 1;
  bool signed_ = false;
  while (!next.ended() && (next->is(TokenKind::hyphen) || next.text() == "−" || next.text() == "+") && next->has(glued)) {
    sign = next.text() == "+" ? sign : -1;
    signed_ = true;
    next = next.plus(1);
  }
  if (next.ended() || !is_plain(next) || !next->has(glued) || (!caret && !signed_)) return false;
  if (next.figure().value > Decimal(largest_power)) return false;
  exponent = sign * int(next.figure().value.digits * (next.figure().value.exponent == 1   ? 10
                                                      : next.figure().value.exponent == 2 ? 100
                                                                                          : 1));
  at = next;
  return true;
}

// The base in a code token that begins with "x" ("x10", "x10-3"): its value and, if written there, the exponent.
bool times_code(Token const& t, std::string_view text, Decimal& base, int& exponent, bool& has_exponent) {
  if (!t.is(TokenKind::code) || !t.has(glued) || text.size() < 2 || (text[0] != 'x' && text[0] != 'X')) return false;
  auto const hyphen = text.find('-');
  auto const b = parse_decimal(text.substr(1, hyphen == text.npos ? text.npos : hyphen - 1));
  if (!b) return false;
  base = *b;
  has_exponent = hyphen != text.npos;
  if (!has_exponent) return true;
  auto const e = parse_decimal(text.substr(hyphen + 1));
  if (!e || !e->is_whole() || *e > Decimal(largest_power)) return false;
  exponent = -int(to_double(*e));
  return true;
}

void take_power(Cursor& at, Number& n) {
  Token const& next = at.peek(1);
  Cursor mark = at.plus(1);
  int exponent = 0;
  bool const times = (next.is(TokenKind::sign) && mark.text() == "×") || (mark.text() == "*" && at.peek(3).has(glued)) ||
                     (joints::is(next, joints::x) && at.peek(3).has(glued));
  if (times && is_figure(at.peek(2))) {
    Cursor base = at.plus(2);
    Decimal const b = base.figure().value;
    // "4.1 × 106": a raised exponent that lost its place; only behind a mantissa.
    auto const text = base.text();
    bool const flat = (text.size() == 3 || text.size() == 4) && text.starts_with("10") && text[2] != '0' && b.is_whole() &&
                      n.value >= Decimal(1) && n.value < Decimal(10);
    if (flat && !take_exponent(base, false, exponent)) {
      exponent = int(to_double(b)) - (text.size() == 3 ? 100 : 1000);
      n.value = n.value * Decimal::scaled(1, exponent);
      n.place += exponent;
      at = base;
      return;
    }
    if (!take_exponent(base, b == Decimal(10), exponent)) return;
    n.value = n.value * power(b, exponent);
    n.place += exponent;
    at = base;
    return;
  }
  Decimal base;
  bool has_exponent = false;
  if (!mark.ended() && times_code(next, mark.text(), base, exponent, has_exponent)) {
    Cursor end = mark;
    if (!has_exponent && !take_exponent(end, false, exponent)) return;
    n.value = n.value * power(base, exponent);
    n.place += base == Decimal(10) ? exponent : 0;
    at = end;
    return;
  }
  if (mark.ended() || mark.text() != "^" || !next.has(glued)) return;
  if (take_exponent(at, false, exponent) && std::abs(exponent) <= 64) n.value = power(n.value, exponent);
}

}  // namespace

bool parse_figures(Cursor& first, Cursor const& last, Number& out) {
  if (first == last || !is_figure(*first)) return false;
  out.value = first.figure().value;
  out.place = first.figure().place;
  // A word behind it ends it, unless it is the sign of times.
  Token const& next = first.peek(1);
  if (next.is(TokenKind::percent) || (next.is(TokenKind::word) && !joints::is(next, joints::x))) {
    first = first.plus(1);
    return true;
  }
  Cursor at = first;
  take_blank_groups(at, out);
  if (at == first) take_indian_groups(at, out);
  if (at == first) take_comma_decimals(at, out);
  if (at == first) take_fraction(at, out);
  if (at == first) take_power(at, out);
  first = at.plus(1);
  return true;
}

}  // namespace counterclaim
