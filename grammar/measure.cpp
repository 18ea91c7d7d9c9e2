// A number with its unit, and sums of money with theirs before it.
#include "grammar/measure.hpp"

#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/number_words.hpp"

namespace counterclaim {
namespace {

bool is_round_word(Token const& t) { return t.is(TokenKind::word) && t.end - t.begin > 2; }

// "yen 40,000 was lent": the name of a currency before figures in groups that nothing else counts.
bool is_name_of_sum(Cursor const& name, Cursor const& figure) {
  if (!name->is(TokenKind::word) || name->word == unknown_word || name.text().size() < 3 || name.peek(-1).is(TokenKind::figure))
    return false;
  if (word_info(name->word).usual_part != noun || !figure->is(TokenKind::figure) || !figure.figure().grouped) return false;
  Token const& behind = figure.peek(1);
  return !behind.is(TokenKind::word) || behind.begins(Category::function_words);
}

// A sign, code or name of a currency before its figure: "$", "US$", "EUR", "rmb", "dollar 8.5 million".
bool currency_before(Cursor& at, Cursor const& last, UnitId& id) {
  auto const m = currency_at(at);
  if (m.id == no_unit) return false;
  Cursor const end = at.plus(m.tokens);
  if (end == last || end.ended()) return false;
  bool sign = false;
  for (std::uint32_t i = 0; i < m.tokens; ++i) sign |= at.peek(int(i)).is(TokenKind::currency);
  // "A $5 fee" is not Australian.
  if (m.tokens > 1 && sign && at->is(TokenKind::word) && at->end - at->begin == 1 && at->has(capital) && !at.peek(1).has(glued))
    return false;
  auto const symbol = unit(m.id).symbol;
  auto const text = at.text();
  // "USD 200" and "usd 200", not "Sek 3".
  bool letters = text.size() == symbol.size() && text.size() == 3;
  for (std::size_t i = 0; letters && i < text.size(); ++i) letters = (text[i] & ~0x20) == symbol[i];
  bool const code = letters && at->has(capital) == at->has(all_capitals);
  // "Rs 40", "kr 40"; "R" is a name unless it is glued to its figure.
  bool const no_english = at->word != unknown_word && word_info(at->word).parts == 0;
  bool const short_name = !letters && at->is(TokenKind::word) && (at->has(capital) || no_english) && m.tokens <= 2 &&
                          text.size() <= 3 && (text.size() > 1 || end->has(glued));
  if (!sign && !code && !short_name && !(text == "rmb" || text == "dollar") && !is_name_of_sum(at, end)) return false;
  Token const& next = *end;
  bool const figure = next.is(TokenKind::figure) || next.is(TokenKind::hyphen) || next.is(TokenKind::sign);
  if (!figure && !(sign && next.begins(Category::numerals))) return false;
  id = m.id;
  at = end;
  return true;
}

// "MUSD", "kEUR": a prefix on the code.
bool prefixed_code(Cursor const& at, UnitId& id, int& exponent) {
  auto const text = at.text();
  if (!at->is(TokenKind::word) || text.size() != 4 || (text[0] != 'M' && text[0] != 'k' && text[0] != 'm')) return false;
  char lower[3];
  for (int i = 0; i < 3; ++i) {
    if (text[std::size_t(i) + 1] < 'A' || text[std::size_t(i) + 1] > 'Z') return false;
    lower[i] = char(text[std::size_t(i) + 1] | 0x20);
  }
  auto const word = find_word({lower, 3});
  if (word == unknown_word || !begins(word_info(word), Category::currencies)) return false;
  id = find_unit(text.substr(1));
  exponent = text[0] == 'k' ? 3 : 6;
  return id != no_unit;
}

// "2 dollars 40 cents", "eleven dollars and thirty-five".
void take_coins(Cursor& at, Cursor const& last, Measure& m) {
  if (m.number.place < 0) return;
  Cursor next = at;
  if (!(next == last) && joints::is(*next, joints::and_)) next = next.plus(1);
  if (next == last || next->is(TokenKind::comma)) return;
  Number coins;
  if (!parse_number(next, last, coins) || coins.value >= Decimal(100) || coins.value.is_negative() || coins.place < 0) return;
  auto const c = next == last ? UnitMatch{} : currency_at(next);
  // "12 dollars 30": only where the sentence pauses behind it.
  bool const ends = next == last || next->is(TokenKind::stop) || next->is(TokenKind::comma) || next->is(TokenKind::semicolon);
  if (c.id == no_unit && m.number.scaled) return;
  if (c.id == no_unit && ends && unit(m.unit).factor == Decimal(1) && coins.value >= Decimal(1)) {
    m.number.value = m.number.value + coins.value * Decimal::scaled(1, -2);
    m.number.place = -2;
    at = next;
    return;
  }
  if (c.id == no_unit || unit(c.id).factor >= Decimal(1)) return;
  auto const base = unit(c.id).base;
  if (base != m.unit && unit(c.id).symbol != "¢" && unit(c.id).symbol != "p") return;
  m.number.value = m.number.value + coins.value * Decimal::scaled(1, -2);
  m.number.place = -2;
  at = next.plus(c.tokens);
}

// "Of 90 candidates, 60 won seats": people, and no money of Korea; "500 won coins", "800 won a litre" are.
bool tells_winners(Number const& number, Cursor const& verb_place, Cursor const& last) {
  static WordId const won = find_word("won");
  static WordSet const cash{"coin",     "coins",     "note",  "notes", "bill",  "bills",
                            "banknote", "banknotes", "worth", "each",  "apiece"};
  static WordSet const objects{"the", "their", "its", "his", "her", "all", "no", "nothing", "none", "more", "at", "by"};
  if (verb_place == last || verb_place->word != won || number.scaled || !(number.value < Decimal(1000))) return false;
  Cursor const behind = verb_place.plus(1);
  if (behind == last) return false;
  if (joints::is_article(*behind))
    return !behind.peek(1).begins(Category::units) && !behind.peek(1).begins(Category::date_units);
  if (objects.has(behind->word)) return true;
  if (!behind->is(TokenKind::word) || cash.has(behind->word) || behind->begins(Category::function_words)) return false;
  return behind->word != unknown_word && (word_info(behind->word).usual_part & (noun | adjective)) != 0;
}

// "6 feet 3 inches", "9 ft 4 in": one length in feet.
void take_inches(Cursor& at, Cursor const& last, Measure& m) {
  static UnitId const foot = find_unit("ft"), inch = find_unit("in");
  if (m.unit != foot || m.number.place < 0) return;
  Cursor next = at;
  if (!(next == last) && joints::is(*next, joints::and_)) next = next.plus(1);
  Number inches;
  Measure behind;
  if (next == last || !parse_number(next, last, inches) || inches.value >= Decimal(12) || inches.value.is_negative()) return;
  if (next == last) return;
  bool const in = next.text() == "in";  // "6 ft 3 in": no preposition can be meant
  if (in) {
    next = next.plus(1);
  } else if (!parse_unit(next, last, inches, behind) || behind.unit != inch) {
    return;
  }
  m.number.value = m.number.value + *divide(inches.value, 12);
  m.number.place = -2;
  at = next;
}

// "2 hours 19 minutes 4 seconds", "5 years and 3 months", "7 lb 3 oz": one length of time or weight, in its smallest unit.
void take_smaller(Cursor& at, Cursor const& last, Measure& m) {
  static UnitId const pound = find_unit("lb"), stone = find_unit("st"), hour = find_unit("h"), minute = find_unit("min"),
                      meter = find_unit("m");
  auto const dimension = dimension_of(m.unit);
  if ((dimension != "time" && m.unit != pound && m.unit != stone) || m.unit == no_unit || m.hyphened) return;
  for (int i = 0; i < 3 && m.number.place >= 0 && !m.number.scaled && !m.number.fraction; ++i) {
    Cursor next = at;
    // Years and months joined by "and" stay two figures, as they are told.
    if (!(next == last) && joints::is(*next, joints::and_)) {
      if (unit(m.unit).factor > Decimal(3600)) return;
      next = next.plus(1);
    }
    Number part;
    Measure behind;
    if (next == last || !parse_number(next, last, part) || part.scaled || part.vague || part.value.is_negative()) return;
    if (next == last || !parse_unit(next, last, part, behind) || behind.hyphened) return;
    bool const letter = behind.unit == meter && next.peek(-1).end - next.peek(-1).begin == 1 && at->is(TokenKind::figure);
    if (letter && m.unit == hour) behind.unit = minute;  // "2h 10m"
    if (dimension_of(behind.unit) != dimension || unit(behind.unit).factor >= unit(m.unit).factor) return;
    auto const ratio = divide(unit(m.unit).factor, unit(behind.unit).factor);
    if (!ratio || !ratio->is_whole() || part.value >= *ratio) return;
    m.number.value = m.number.value * *ratio + part.value;
    m.number.place = part.place;
    m.unit = behind.unit;
    at = next;
  }
}

// "and a half" behind a unit, where the sentence goes on with no noun that it could be half of.
bool take_part_behind(Cursor& at, Cursor const& last, Measure& m) {
  if (at == last || !joints::is(*at, joints::and_) || !joints::is_article(at.peek(1))) return false;
  Cursor next = at.plus(1);
  Number part;
  if (!parse_fraction_words(next, last, part) || part.scaled || !part.fraction) return false;
  bool const ends = next == last || !next->is(TokenKind::word) || next->begins(Category::function_words) ||
                    (next->word != unknown_word && (word_info(next->word).parts & noun) == 0);
  bool const of_the = joints::is(*next, joints::of) && next.peek(1).begins(Category::function_words);
  if (!ends || next->is(TokenKind::hyphen) || of_the) return false;
  m.number.value = m.number.value + part.value;
  m.number.place = -1;
  at = next;
  return true;
}

// "an hour and a half", "a mile and a quarter"
bool one_and_part(Cursor& first, Cursor const& last, Measure& out) {
  if (!joints::is_article(*first)) return false;
  Measure whole;
  whole.number.value = 1;
  whole.number.spelled = whole.number.article = true;
  Cursor at = first.plus(1);
  auto const m = at == last ? UnitMatch{} : unit_at(at, whole.number);
  if (m.id == no_unit) return false;
  whole.unit = m.id;
  at = at.plus(m.tokens);
  if (!take_part_behind(at, last, whole)) return false;
  out = whole;
  first = at;
  return true;
}

void take_rate(Cursor& at, Cursor const& last, Measure& m) {
  Rate rate;
  Cursor next = at;
  if (!parse_rate(next, last, is_money(m.unit) ? Numerator::money : Numerator::measure, rate)) return;
  auto const id = per(m.unit, rate.denominator, rate.power);
  if (id == no_unit) return;
  m.unit = id;
  at = next;
}

}  // namespace

bool parse_measure(Cursor& first, Cursor const& last, Measure& out) {
  if (first == last) return false;
  Cursor at = first;
  out = {};
  UnitId before = no_unit;
  // "-$5": the sign stands before the currency.
  bool const minus = at->is(TokenKind::hyphen) || at.text() == "−";
  Cursor money = minus ? at.plus(1) : at;
  if (!(money == last) && (!minus || (money->has(glued) && !at->has(glued))) && currency_before(money, last, before)) {
    at = money;
    if (!parse_money_number(at, last, out.number)) return false;
    if (minus) out.number.value = -out.number.value;
    out.unit = before;
    out.sign_before = true;
    // "$5 Australian dollars", "$20 dollars", "$49 USD"
    if (!(at == last)) {
      auto const again = currency_at(at);
      if (again.id != no_unit && !at->is(TokenKind::currency) && !is_pound(at) && unit(again.id).factor == Decimal(1) &&
          !at.plus(again.tokens).peek().is(TokenKind::figure)) {
        out.unit = again.id;
        at = at.plus(again.tokens);
      }
    }
    take_rate(at, last, out);
    first = at;
    return true;
  }
  if (one_and_part(at, last, out)) {
    first = at;
    return true;
  }
  if (!parse_number(at, last, out.number)) return false;
  UnitId code = no_unit;
  int exponent = 0;
  if (!(at == last) && prefixed_code(at, code, exponent)) {
    out.unit = code;
    out.number.value = out.number.value * Decimal::scaled(1, exponent);
    out.number.place += exponent;
    out.number.scaled = true;
    first = at.plus(1);
    return true;
  }
  // "8.4-fold", "a 12 fold rise"
  Cursor const fold = !(at == last) && at->is(TokenKind::hyphen) ? at.plus(1) : at;
  if (!out.number.spelled && joints::is(*fold, joints::fold)) {
    static UnitId const times = find_unit("x");
    out.unit = times;
    first = fold.plus(1);
    return true;
  }
  // "a share of half the dollars" has no unit; "half a mile", "a quarter of a mile" have one.
  Cursor unit_place = at;
  if (out.number.vague && !(at == last) && joints::is(*at, joints::of)) {
    unit_place = at.plus(1);  // "millions of euros"
  } else if (out.number.fraction && !(at == last)) {
    if (joints::is(*unit_place, joints::of) && joints::is_article(unit_place.peek(1))) unit_place = unit_place.plus(1);
    if (joints::is_article(*unit_place)) unit_place = unit_place.plus(1);
    if (!(unit_place == at) && !unit_at(unit_place, out.number).id) unit_place = at;
  }
  if (!tells_winners(out.number, unit_place, last) && parse_unit(unit_place, last, out.number, out)) {
    at = unit_place;
    if (is_money(out.unit) && !out.hyphened) {
      Scale scale;
      Cursor behind = at;  // "60 EUR million"
      if (!out.number.scaled && parse_scale(behind, last, scale) && !scale.letter && scale.exponent >= 3 &&
          is_round_word(*at)) {
        out.number.value = out.number.value * Decimal::scaled(1, scale.exponent);
        out.number.place += scale.exponent;
        out.number.scaled = true;
        at = behind;
      }
      take_coins(at, last, out);
    }
    take_inches(at, last, out);
    take_smaller(at, last, out);
    if (!out.hyphened && out.number.place == 0 && !is_money(out.unit)) take_part_behind(at, last, out);
  }
  first = at;
  return true;
}

}  // namespace counterclaim
