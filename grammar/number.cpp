// One number, in figures or words, with its scale, its fraction and its sign.
#include "grammar/number.hpp"

#include <algorithm>

#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/number_words.hpp"

namespace counterclaim {
namespace {

void take_dozen(Cursor& first, Cursor const& last, Number& n) {
  Cursor at = first;
  Numeral dozen;
  if (!parse_numeral(at, last, dozen) || dozen.kind != NumeralClass::dozen) return;
  // "Four hundred and two dozen" is 424.
  Decimal few;
  Cursor tail{first.scene, first.at - 1};
  bool const added = n.spelled && !n.fraction && n.value > Decimal(100) && joints::is(first.peek(-2), joints::and_) &&
                     parse_below_hundred(tail, first, few);
  n.value = added ? n.value - few + few * dozen.value : n.value * dozen.value;
  first = at;
}
bool spelled(Cursor& first, Cursor const& last, Number& out) {
  Cursor at = first;
  Numeral lead;
  if (Cursor a = joints::is_article(*at) ? at.plus(1) : at;
      joints::is_article(*at) && !(a == last) && parse_numeral(a, last, lead)) {
    if (lead.kind == NumeralClass::dozen) {
      out.value = lead.value;
      out.spelled = out.article = true;
      first = a;
      return true;
    }
    // "a two-year plan" is not a number that begins with "a"; "a twenty-fifth of" is.
    if (!parse_fraction_words(at, last, out)) return false;
    first = at;
    return true;
  }
  Number fraction;
  if (Cursor f = at; parse_fraction_words(f, last, fraction)) {
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
  // "forty-one fifths"; "one hundred thirty-fifths" are of thirty-five
  if (Cursor f = at; !(f == last)) {
    Decimal denominator;
    Cursor const begin{f.scene, f.at - 1};
    Cursor ten = begin, end = begin;
    Numeral tens;
    Ordinal part;
    if (sum.total > Decimal(100) && !joints::is(f.peek(-2), joints::and_) && parse_numeral(ten, last, tens) &&
        tens.kind == NumeralClass::ten && parse_ordinal_words(end, last, part) && part.many &&
        part.value < tens.value + Decimal(10)) {
      out.value = *divide(sum.total - tens.value, part.value);
      out.fraction = true;
      out.place = -2;
      first = end;
      return true;
    }
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
// "Sales were 2.4m", "users reached 3m": what is counted or paid stands before, and a verb that tells how much.
bool told_in_millions(Cursor const& letter) {
  static WordSet const links{"is",      "was", "are", "were",     "to",  "reached", "hit",
                             "totaled", "at",  "of",  "exceeded", "and", "topped",  "totalled"};
  constexpr int reach = 9;
  bool linked = false;
  for (int back = 2; back <= reach; ++back) {
    Token const& t = letter.peek(-back);
    if (t.is(TokenKind::semicolon) || t.is(TokenKind::stop)) return false;
    if (!t.is(TokenKind::word) || t.word == unknown_word) continue;
    linked = linked || links.has(t.word);
    auto const lemma = word_info(t.word).noun_lemma;
    bool const people = lemma != t.word && word_info(lemma).noun_field == lexname::person;
    if (linked && (t.begins(Category::money_words) || people)) return true;
  }
  return false;
}

// Is "5m" five million? In money yes; else when people or things are counted, not when a length fits.
bool letter_counts(Cursor const& letter, bool money) {
  auto const text = letter.text();
  if (text.size() > 1 || money) return true;
  if (letter.peek(1).is(TokenKind::currency) && letter.peek(1).has(glued)) return true;  // "12 k€"
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
      return follows_count() || (tight &&
                                 (next.is(TokenKind::stop) || next.is(TokenKind::comma) ||
                                  (next.begins(Category::function_words) && !joints::is(next, joints::from))) &&
                                 told_in_millions(letter));
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
      scale.peek(1).word != unknown_word && scale.peek(1).end - scale.peek(1).begin > 1)
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
      if (figure_number(tail, last, part, false) && !part.value.is_zero() && part.value < Decimal::scaled(1, out.place) &&
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
  // "2 and 3/4"
  if (Cursor next = at; !out.fraction && !out.scaled && out.place == 0 && !(at == last) && is_and(at) &&
                        next.peek(1).is(TokenKind::figure) && next.peek(2).is(TokenKind::slash)) {
    Number part;
    next = at.plus(1);
    if (parse_figures(next, last, part) && part.fraction) {
      out.value = out.value + part.value;
      out.place = -2;
      at = next;
    }
  }
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
  // "Plus or minus 3" is no negative; "or minus 3 percent" is.
  bool const either = joints::is(at.peek(-1), joints::or_) && joints::is(at.peek(-2), joints::plus);
  bool const word = (joints::is(*at, joints::minus) || joints::is(*at, joints::negative)) && !either;
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
bool is_ordinal_head(Cursor const& first, Cursor const& end, Cursor const& last, Number const& n) {
  if (!n.spelled || n.fraction || end.ended()) return false;
  Token const &next = *end, &after = end.peek(1);
  constexpr std::uint64_t ordinal_words =
      std::uint64_t(1) << static_cast<int>(Category::ordinals) | std::uint64_t(1) << static_cast<int>(Category::fractions);
  if (((next.categories | after.categories) & ordinal_words) == 0) return false;
  Cursor at = first;
  Ordinal ordinal;
  return parse_ordinal_words(at, last, ordinal) && !ordinal.many && at.at > end.at;
}

bool number_of(Cursor& first, Cursor const& last, Number& out, bool money) {
  if (first == last) return false;
  Cursor at = first;
  if (joints::is(*at, joints::plus) && joints::is(at.peek(-1), joints::to)) at = at.plus(1);  // "minus 4 to plus 6"
  bool const negative = !(at == last) && take_sign(at, last);
  if (at == last) return false;
  out = {};
  Cursor const number = at;
  bool const found =
      at->is(TokenKind::figure) ? figure_number(at, last, out, money) : vague_number(at, last, out) || spelled(at, last, out);
  if (!found) return false;
  if (is_ordinal_head(number, at, last, out)) return false;
  if (negative) out.value = -out.value;
  first = at;
  return true;
}
}  // namespace

bool parse_number(Cursor& first, Cursor const& last, Number& out) { return number_of(first, last, out, false); }
bool parse_money_number(Cursor& first, Cursor const& last, Number& out) { return number_of(first, last, out, true); }

}  // namespace counterclaim
