// Fractions in words, alone ("two-thirds"), of a scale ("half a million") and behind a whole ("two and a half").
#include <vector>

#include "grammar/joints.hpp"
#include "grammar/number_words.hpp"

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

// "a twenty-fifth", "one thirty-second"
bool take_compound_denominator(Cursor& at, Cursor const& last, Decimal& denominator) {
  Cursor next = at;
  Numeral ten;
  if (!parse_numeral(next, last, ten) || ten.kind != NumeralClass::ten || next == last || !next->is(TokenKind::hyphen))
    return false;
  next = next.plus(1);
  auto const m = next.ended() ? PhraseMatch{} : next.phrase(Category::ordinals);
  if (!m) return false;
  auto const unit = parse_decimal(vocabulary(Category::ordinals)[std::size_t(m.row)].column[0]);
  if (!unit || *unit >= Decimal(10)) return false;
  denominator = ten.value + *unit;
  at = next.plus(m.tokens);
  return true;
}

}  // namespace

bool is_many_fraction(Cursor const& c) {
  auto const m = c.phrase(Category::fractions);
  return m && vocabulary(Category::fractions)[std::size_t(m.row)].column[1] == "many";
}
bool take_denominator(Cursor& at, Cursor const& last, Decimal numerator, Decimal& denominator) {
  if (at == last) return false;
  auto const m = at.phrase(Category::fractions);
  if (!m) return numerator == Decimal(1) && take_compound_denominator(at, last, denominator);
  auto const& row = fractions()[std::size_t(m.row)];
  if (row.many != (numerator > Decimal(1))) return false;
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
  if (at->begins(Category::units) || at->begins(Category::change_comparatives)) return false;
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

}  // namespace counterclaim
