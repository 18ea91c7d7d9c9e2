// Fractions in words, alone ("two-thirds"), of a scale ("half a million") and behind a whole ("two and a half").
#include <algorithm>
#include <vector>

#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/number_words.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

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

// Parts that have no ordinal of their form.
bool is_other_part(Token const& t) {
  static WordId const words[] = {joints::half, find_word("halves"), find_word("quarter"), find_word("quarters")};
  return std::find(std::begin(words), std::end(words), t.word) != std::end(words);
}

// The last `power` digits of a whole number.
Decimal remainder_of(Decimal whole, int power) {
  std::int64_t modulus = 1;
  for (int i = whole.exponent; i < power; ++i) modulus *= 10;
  return Decimal::scaled(whole.digits % modulus, whole.exponent);
}

// "seventh", "sevenths", "millionth": the last word of an ordinal.
bool take_last_ordinal(Cursor& at, Ordinal& out) {
  if (at.ended() || !at->is(TokenKind::word)) return false;
  auto const row_of = [](Category category, PhraseMatch m) {
    return parse_decimal(vocabulary(category)[std::size_t(m.row)].column[0]).value_or(0);
  };
  if (auto const m = at.phrase(Category::ordinals)) {
    out = {row_of(Category::ordinals, m), false};
  } else if (auto const f = at.phrase(Category::fractions); f && !is_other_part(*at)) {
    out = {row_of(Category::fractions, f), fractions()[std::size_t(f.row)].many};
  } else if (at.text() == "firsts" || at.text() == "seconds") {
    out = {at.text() == "firsts" ? Decimal(1) : Decimal(2), true};
  } else {
    return false;
  }
  at = at.plus(1);
  return true;
}

}  // namespace

bool is_many_fraction(Cursor const& c) {
  auto const m = c.phrase(Category::fractions);
  return m && vocabulary(Category::fractions)[std::size_t(m.row)].column[1] == "many";
}
bool parse_ordinal_words(Cursor& first, Cursor const& last, Ordinal& out) {
  if (first == last) return false;
  Cursor at = first;
  if (take_last_ordinal(at, out)) return first = at, true;
  Sum sum;
  if (!(at->begins(Category::numerals) || joints::is_article(*at)) || !take_sum(at, last, sum) || !sum.total.is_whole() ||
      at == last)
    return false;
  bool const hyphen = is_joining_hyphen(at), joined = is_and(at);
  Ordinal tail;
  Cursor next = hyphen || joined ? at.plus(1) : at;
  if (!take_last_ordinal(next, tail)) return false;
  auto const rest = [&](int power) { return remainder_of(sum.total, power); };
  if (tail.value < Decimal(10) && rest(1).is_zero() && !rest(2).is_zero() && rest(2) >= Decimal(20)) {
    // "forty second" may be a time; with a hyphen it is a place.
    if (joined || (!hyphen && tail.value == Decimal(2))) return false;
    out = {sum.total + tail.value, tail.many};
  } else if (tail.value < Decimal(100) && rest(2).is_zero()) {
    out = {sum.total + tail.value, tail.many};
  } else if (tail.value >= Decimal(100) && !joined) {  // "two hundredth", "six thousand two hundredth"
    auto const last_group = rest(tail.value == Decimal(100) ? 1 : 3);
    if (last_group.is_zero()) return false;
    out = {sum.total - last_group + last_group * tail.value, tail.many};
  } else {
    return false;
  }
  first = next;
  return true;
}

namespace {

// "a twenty-fifth", "six thirty-fifths", "one one-hundredth"
bool take_compound_denominator(Cursor& at, Cursor const& last, Decimal numerator, Decimal& denominator) {
  Cursor next = at;
  Ordinal ordinal;
  if (!at->begins(Category::numerals) || !parse_ordinal_words(next, last, ordinal)) return false;
  if (ordinal.many != (numerator > Decimal(1))) return false;
  bool const hyphen = at.peek(1).is(TokenKind::hyphen);
  if (!hyphen && !ordinal.many && !joints::is(*at, joints::one)) return false;  // "one thirty second"
  denominator = ordinal.value;
  at = next;
  return true;
}

}  // namespace

namespace {

// The "-quarter" of "three-quarter mile", with what it qualifies behind it.
bool is_hyphened_fraction(Cursor const& at, Cursor const& last, std::uint32_t tokens) {
  Token const& hyphen = at.peek(-1);
  Cursor const behind = at.plus(tokens);
  if (!hyphen.is(TokenKind::hyphen) || !hyphen.has(glued) || !at->has(glued) || behind == last) return false;
  Token const& noun = behind->is(TokenKind::hyphen) && behind->has(glued) ? behind.peek(1) : *behind;
  static WordId const majority = find_word("majority");
  return joints::is(noun, majority) || (noun.begins(Category::units) && noun.end - noun.begin > 2);
}

}  // namespace

bool take_denominator(Cursor& at, Cursor const& last, Decimal numerator, Decimal& denominator) {
  if (at == last) return false;
  auto const m = at.phrase(Category::fractions);
  if (!m) return take_compound_denominator(at, last, numerator, denominator);
  auto const& row = fractions()[std::size_t(m.row)];
  // "a three-quarter mile", "a two-third majority": on a hyphen the fraction qualifies a noun and stays in the singular.
  bool const qualifies = numerator > Decimal(1) && !row.many && is_hyphened_fraction(at, last, m.tokens);
  if (row.many != (numerator > Decimal(1)) && !qualifies) return false;
  denominator = row.denominator;
  at = at.plus(m.tokens);
  return true;
}

namespace {

// "half", "a third", "two-thirds", "three fifths" at `first`.
bool take_fraction(Cursor& first, Cursor const& last, Number& out) {
  Cursor at = first;
  Decimal numerator = 1, denominator;
  if (joints::is_article(*at)) {
    at = at.plus(1);
    out.article = true;
  } else if (!joints::is(*at, joints::half) && !parse_below_hundred(at, last, numerator)) {
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
  // "a mile and a quarter long", "a quarter point"
  static WordSet const measured{"long", "wide", "high", "tall", "deep", "thick", "old", "point"};
  if (at->begins(Category::units) || at->begins(Category::change_comparatives) || measured.has(at->word)) return false;
  // "A quarter live in Dorne"
  if (at->word != unknown_word && (word_info(at->word).parts & noun) == 0 && word_info(at->word).usual_part == verb &&
      verb_form(at->word) == VerbForm::base && at.peek(1).begins(Category::function_words))
    return false;
  return !at->begins(Category::function_words) || joints::is_article(*at);
}

}  // namespace

bool parse_fraction_words(Cursor& first, Cursor const& last, Number& out) {
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

void take_mixed(Cursor& first, Cursor const& last, Number& n) {
  Cursor at = first;
  if (at == last) return;
  if (at->is(TokenKind::hyphen)) at = at.plus(1);
  if (at == last || !is_and(at)) return;
  at = at.plus(1);
  if (!(at == last) && at->is(TokenKind::hyphen)) at = at.plus(1);
  if (at == last) return;
  if (joints::is_article(*at) && at.peek(1).is(TokenKind::hyphen) && !at.peek(-1).is(TokenKind::hyphen)) return;
  Number part;
  if (joints::is_article(*at) && (at.peek(1).begins(Category::fractions) && joints::is(at.peek(2), joints::of))) return;
  if (!take_fraction(at, last, part)) return;
  bool const round = n.scaled && n.place >= 3;
  bool scale = false;
  Cursor behind = at;
  // "a billion and a half million"
  if (int const lesser = round ? take_scales(behind, last, scale) : 0; scale && lesser < n.place) {
    n.value = n.value + part.value * Decimal::scaled(1, lesser);
    n.place = lesser - 1;
    first = behind;
    return;
  }
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

}  // namespace counterclaim
