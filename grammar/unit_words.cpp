// The unit behind a number: its name or symbol, powers ("km^2", "s−1"), and what a rate is counted by.
#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/measure.hpp"

namespace counterclaim {
namespace {

// Short units are words of their own too: "in", "a", "us", "am".
bool stands_as_unit(Cursor const& at, std::uint32_t tokens, Number const& number) {
  if (tokens > 1 || (!at->is(TokenKind::word) && at.text() != "×")) return true;
  auto const text = at.text();
  bool const tight = at->has(glued);
  Token const& next = at.peek(1);
  if (text == "in" || text == "In") {
    if (number.spelled) return false;
    return tight || next.is(TokenKind::stop) || next.is(TokenKind::point) || next.is(TokenKind::close_bracket) ||
           next.is(TokenKind::other) || at.ended() || at.at + 1 >= at.scene->last || next.is(TokenKind::comma) ||
           next.is(TokenKind::sign) || joints::is(next, joints::x) ||
           (next.is(TokenKind::word) && next.word != unknown_word && word_info(next.word).usual_part == adjective &&
            !next.begins(Category::function_words));
  }
  if (text == "am" || text == "pm") return number.place == -1 || number.place < -2 || number.value > Decimal(12);
  if (text == "us" || text == "as" || text == "no" || text == "x" || text == "X" || text == "×")
    return tight && !next.is(TokenKind::figure);
  // "1990 Grain": a unit written as a name.
  if (text.size() > 3 && at->has(capital) && !at->has(all_capitals) && number.value >= Decimal(1000) &&
      number.value < Decimal(2100) && !tight)
    return false;
  if (text.size() == 1) {
    if (number.spelled) return false;
    if (text == "s" && at.peek(-2).is(TokenKind::hyphen) && at.peek(-3).begins(Category::bounds)) return false;  // "over-65s"
    if (text == "M")                                                                                             // "0.1 M NaOH"
      return number.place < 0 && next.has(capital) && !next.has(all_capitals) && next.word == unknown_word;
    if (tight) return true;
    if (next.is(TokenKind::hyphen)) return false;
    // "Type 5 V" or "30 C": one letter, alone, with no name going on behind it.
    return !(next.is(TokenKind::word) && next.has(capital) && !next.has(all_capitals) && !at.plus(1).phrase(Category::units));
  }
  // "two second-half goals", "10 minute-long"
  if (text == "second" && next.is(TokenKind::hyphen) && number.value != Decimal(1)) return at.peek(-1).is(TokenKind::hyphen);
  return true;
}

}  // namespace

UnitMatch currency_at(Cursor const& at) {
  auto const m = at.phrase(Category::currencies);
  if (!m) return {};
  return {currency_of_row(std::size_t(m.row)), m.tokens};
}

UnitMatch unit_at(Cursor const& at, Number const& number) {
  if (at.ended()) return {};
  if (auto const m = at.phrase(Category::units); m && stands_as_unit(at, m.tokens, number))
    return {unit_of_row(std::size_t(m.row)), m.tokens};
  return {};
}

bool is_pound(Cursor const& at) { return at.text() == "pounds" || at.text() == "pound" || at.text() == "Pounds"; }

namespace {

// Words by which a sum of money is handled; a bare "pounds" beside them is sterling.
bool money_context(Cursor const& at) {
  for (int i = -6; i <= 6; ++i)
    if (at.peek(i).begins(Category::money_words) && at.peek(i).is(TokenKind::word)) return true;
  return false;
}

// "one pound and twenty pence", "two pounds 50p"
bool has_pence(Cursor const& pounds) {
  for (int i = 1; i <= 4; ++i) {
    Token const& t = pounds.peek(i);
    if (t.is(TokenKind::word) &&
        (word_text(t.word) == "pence" || word_text(t.word) == "penny" || (i > 1 && word_text(t.word) == "p" && t.has(glued))))
      return true;
    if (!joints::is(t, joints::and_) && !t.is(TokenKind::figure) && !t.is(TokenKind::hyphen) && !t.begins(Category::numerals))
      return false;
  }
  return false;
}

// "weighs 2 pounds", "2 pounds (0.9 kg)": pounds of mass, though money is spoken of.
bool mass_context(Cursor const& at) {
  for (int i = -5; i < 0; ++i)
    if (word_text(at.peek(i).word).starts_with("weigh")) return true;
  if (!at.peek(1).is(TokenKind::open_bracket) || !at.peek(2).is(TokenKind::figure)) return false;
  auto const m = at.plus(3).phrase(Category::units);
  return m && unit(unit_of_row(std::size_t(m.row))).dimension == "mass";
}

// "km" and "^2", "²", "squared" behind it.
void take_power_suffix(Cursor& at, UnitId& id) {
  Token const &t = at.peek(), &next = at.peek(1);
  if (id == no_unit || at.ended()) return;
  int power = 0;
  std::uint32_t tokens = 0;
  if (t.is(TokenKind::other) && at.text() == "^" && next.is(TokenKind::figure) && next.has(glued)) {
    auto const p = at.plus(1).figure().value;
    power = p == Decimal(2) ? 2 : p == Decimal(3) ? 3 : 0;
    tokens = 2;
  } else if (t.is(TokenKind::superscript) && t.has(glued)) {
    power = at.text() == "²" ? 2 : at.text() == "³" ? 3 : 0;
    tokens = 1;
  }
  if (power == 0) return;
  auto const raised = find_unit(std::string(unit(id).symbol) + (power == 2 ? "²" : "³"));
  if (raised == no_unit) return;
  id = raised;
  at = at.plus(tokens);
}

// "−1", "⁻²", "-1" glued to a unit: its negative power. 0 if there is none.
int inverse_power(Cursor& at) {
  if (at.ended() || !at->has(glued)) return 0;
  if (at.text() == "^" && at.peek(1).has(glued)) {
    Cursor next = at.plus(1);
    int const power = inverse_power(next);
    if (power != 0) at = next;
    return power;
  }
  if (at->is(TokenKind::superscript) && at.text() == "⁻") {
    Token const& digit = at.peek(1);
    if (!digit.is(TokenKind::superscript)) return 0;
    auto const text = at.plus(1).text();
    at = at.plus(2);
    return text == "¹" ? 1 : text == "²" ? 2 : text == "³" ? 3 : 0;
  }
  bool const minus = at.text() == "−" || at.text() == "–" || at->is(TokenKind::hyphen);
  Token const& digit = at.peek(1);
  if (!minus || !digit.is(TokenKind::figure) || !digit.has(glued) || digit.end - digit.begin != 1) return 0;
  auto const value = at.plus(1).figure().value;
  int const power = value == Decimal(1) ? 1 : value == Decimal(2) ? 2 : value == Decimal(3) ? 3 : 0;
  if (power != 0) at = at.plus(2);
  return power;
}

// "kg s−1", "W m⁻² K⁻¹", "640 cm−1", "3 fb−1". The first inverse makes a rate; further ones are passed over with the unit
// unknown.
void take_inverses(Cursor& at, UnitId& id) {
  Cursor own = at;
  if (int const power = inverse_power(own); power != 0) {
    at = own;
    id = power == 1 && id != no_unit ? find_unit(std::string(unit(id).symbol) + "⁻¹") : no_unit;
  }
  for (int i = 0; i < 3 && !at.ended(); ++i) {
    Cursor next = at;
    if (next.text() == "·" || next.text() == "⋅") next = next.plus(1);
    UnitId below = no_unit;
    int power = 0;
    if (next->is(TokenKind::code)) {  // "L-1": scanned as a name
      auto const text = next.text();
      auto const hyphen = text.find('-');
      if (hyphen == text.npos || hyphen + 2 != text.size() || text[hyphen + 1] < '1' || text[hyphen + 1] > '3') return;
      below = find_unit(text.substr(0, hyphen));
      power = text[hyphen + 1] - '0';
      if (below == no_unit) return;
      next = next.plus(1);
    } else {
      auto const m = next.phrase(Category::units);
      if (!m) return;
      below = unit_of_row(std::size_t(m.row));
      next = next.plus(m.tokens);
      power = inverse_power(next);
      if (power == 0) return;
    }
    if (power > 1) below = find_unit(std::string(unit(below).symbol) + (power == 2 ? "²" : "³"));
    id = i == 0 && below != no_unit && id != no_unit ? per(id, below) : no_unit;
    at = next;
  }
}

bool is_noun(Token const& t) {
  if (!t.is(TokenKind::word) || t.word == unknown_word || t.begins(Category::function_words)) return false;
  return (word_info(t.word).parts & noun) != 0;
}

UnitId noun_of(Token const& t) { return noun_unit(word_info(t.word).noun_lemma); }

// "a year earlier", "a week ago", "a year on, sales": a point in time and no rate. "$40 a week before tax", "$40 a week on
// rent" are rates.
bool is_relative(Cursor const& at) {
  static WordSet const always{"earlier", "ago", "later", "old", "away", "long"}, apart{"before", "after"};
  static WordId const on = find_word("on"), from = find_word("from");
  if (always.has(at->word)) return true;
  if (!apart.has(at->word) && at->word != on) return false;
  Token const& next = at.peek(1);
  if (!next.is(TokenKind::word)) return !next.is(TokenKind::currency) && !next.is(TokenKind::figure);
  if (at->word == on) return next.word == from || joints::is(next, joints::and_);
  // "$4 million a year before the sale"
  return next.begins(Category::function_words) || next.has(capital) || next.word == unknown_word ||
         (word_info(next.word).parts & noun) == 0;
}

// What stands behind "per": a unit, or a counted noun.
bool denominator(Cursor& at, Numerator over, bool article, Rate& out) {
  Number none;
  none.place = 0;
  if (at.ended()) return false;
  if (auto const m = at.phrase(Category::units)) {
    auto const text = at.text();
    bool const letter = m.tokens == 1 && text.size() == 1 && !at->has(glued) && out.power == 0;  // "per 100 g"
    auto const id = unit_of_row(std::size_t(m.row));
    auto const dimension = dimension_of(id);
    bool const passed = article && at.peek(int(m.tokens)).is(TokenKind::word) && is_relative(at.plus(m.tokens));
    if (passed) return false;
    if (!letter && text != "in" && dimension != "percent" && dimension != "ratio" && dimension != "age") {
      out.denominator = id;
      at = at.plus(m.tokens);
      take_power_suffix(at, out.denominator);  // "J/m^2"
      return true;
    }
  }
  if (article && over == Numerator::measure) return false;
  if (article && out.power == 0 && !at->begins(Category::rate_nouns)) return false;
  if (!is_noun(*at)) return false;
  out.denominator = noun_of(*at);
  // "per million input" is per million input tokens.
  constexpr int thousand = 3;
  if (out.power >= thousand)
    if (auto const token = find_unit(std::string(word_text(word_info(at->word).noun_lemma)) + " token"); token != no_unit)
      out.denominator = token;
  at = at.plus(1);
  return true;
}

}  // namespace

namespace {

// Behind a slash digits alone: "L/100km" is told by kilometers, though a letter glued to a figure may be its scale.
bool parse_figures_or_words(Cursor& at, Cursor const& last, bool slash, Number& out) {
  return slash ? parse_figures(at, last, out) : parse_number(at, last, out);
}

}  // namespace

bool is_money(UnitId id) { return id != no_unit && dimension_of(id) == "money"; }

bool parse_rate(Cursor& first, Cursor const& last, Numerator over, Rate& out) {
  if (first == last) return false;
  Cursor at = first;
  bool article = false, slash = false;
  if (at->is(TokenKind::hyphen) && (joints::is(at.peek(1), joints::per) || joints::is_article(at.peek(1)))) at = at.plus(1);
  static WordId const for_ = find_word("for");
  bool const for_every =
      joints::is(*at, for_) && (joints::is(at.peek(1), joints::every) || joints::is(at.peek(1), joints::each));
  if (for_every && over != Numerator::count) at = at.plus(1);
  if (joints::is(*at, joints::per)) {
    at = at.plus(1);
  } else if (joints::is_article(*at) || joints::is(*at, joints::each) || joints::is(*at, joints::every)) {
    article = true;
    at = at.plus(1);
  } else if (at->is(TokenKind::slash) && at->has(glued)) {
    at = at.plus(1);
    if (at.ended() || !at->has(glued)) return false;
    slash = true;
  } else {
    return false;
  }
  if (!at.ended() && at->is(TokenKind::hyphen)) at = at.plus(1);
  if (at.ended()) return false;
  // "per million tokens", "per 100,000 people", "$4 a million tokens"
  if (!article || (over == Numerator::money && at->begins(Category::scales))) {
    Number count;
    Cursor number = at;
    Scale scale;
    if (parse_scale(number, last, scale) && !scale.letter) {
      out.power = scale.exponent;
      at = number;
    } else if (parse_figures_or_words(number = at, last, slash, count) && count.value.digits == 1 && count.value.exponent > 0) {
      out.power = int(count.value.exponent);
      at = number;
    } else if (at->is(TokenKind::figure)) {
      return false;
    }
  }
  if (!denominator(at, over, article, out)) return false;
  first = at;
  return true;
}

namespace {

// "20 [kg]", "35 <lb>": a unit alone in brackets. The token behind them, or `at` itself.
Cursor past_bracketed(Cursor const& at, Number const& number, UnitId& id) {
  bool const angle = at.text() == "<";
  if ((!at->is(TokenKind::open_bracket) && !angle) || number.spelled) return at;
  Cursor const inner = at.plus(1);
  auto const m = unit_at(inner, number);
  if (m.id == no_unit) return at;
  Cursor const close = inner.plus(m.tokens);
  if (angle ? close.text() != ">" : !close->is(TokenKind::close_bracket)) return at;
  id = m.id;
  return inner.plus(m.tokens + 1);
}

// "a 30 - year bond" in text that was cut into words: a unit in the singular behind the dash.
bool is_spaced_hyphen(Cursor const& at) {
  if (!at->is(TokenKind::dash) || at.text() != "-" || at->has(glued)) return false;
  Token const& word = at.peek(1);
  return word.begins(Category::date_units) && word.word != unknown_word && word_info(word.word).noun_lemma == word.word;
}

// "12° on the Celsius scale": the scale of the degrees stands behind them, outside the figure.
void read_scale(Cursor const& at, UnitId& id) {
  static UnitId const degree = find_unit("°");
  static WordId const on = find_word("on"), scale = find_word("scale");
  if (id != degree || !joints::is(at.peek(0), on) || !joints::is(at.peek(1), joints::the)) return;
  auto const m = at.plus(2).phrase(Category::units);
  if (!m || !joints::is(at.peek(2 + int(m.tokens)), scale)) return;
  if (auto const named = unit_of_row(std::size_t(m.row)); dimension_of(named) == "temperature") id = named;
}

}  // namespace

bool parse_unit(Cursor& first, Cursor const& last, Number const& number, Measure& out) {
  if (first == last) return false;
  Cursor at = first;
  if (UnitId id = no_unit; at->is(TokenKind::open_bracket) || at.text() == "<") {
    at = past_bracketed(at, number, id);
    if (id == no_unit) return false;
    out.unit = id;
    first = at;
    return true;
  }
  bool const spaced = is_spaced_hyphen(at);
  bool const hyphen = spaced || (at->is(TokenKind::hyphen) && at->has(glued));
  if (hyphen) at = at.plus(1);
  if (at.ended()) return false;
  UnitMatch unit_match = unit_at(at, number), currency = currency_at(at);
  if (hyphen && unit_match.id == no_unit && currency.id == no_unit) return false;
  if (hyphen && !spaced && !at->has(glued)) return false;
  bool const both = unit_match.id != no_unit && currency.id != no_unit;
  if (both && currency.tokens == unit_match.tokens && is_pound(at)) {
    (number.scale >= 6 || has_pence(at) || (money_context(at) && !mass_context(at)) ? unit_match : currency) = {};
  }
  UnitMatch const chosen = currency.tokens >= unit_match.tokens && currency.id != no_unit ? currency : unit_match;
  if (chosen.id == no_unit) {
    bool const sided = at.text() == "\"" && (at.plus(1).text() == "long" || at.plus(1).text() == "wide" ||
                                             at.plus(1).text() == "high" || at.plus(1).text() == "thick");
    if (at->is(TokenKind::quote) && (at->has(glued) || sided) && at.text() == "\"" && !number.spelled &&
        !at.peek(-1).has(in_quotes)) {
      out.unit = find_unit("in");
      first = at.plus(1);
      return true;
    }
    return false;
  }
  out.unit = chosen.id;
  out.hyphened = hyphen;
  at = at.plus(chosen.tokens);
  take_power_suffix(at, out.unit);
  take_inverses(at, out.unit);
  read_scale(at, out.unit);
  first = at;
  for (int i = 0; i < 2; ++i) {  // "35 J/m^2 per month"
    Rate rate;
    if (!parse_rate(at, last, is_money(out.unit) ? Numerator::money : Numerator::measure, rate)) break;
    auto const id = per(out.unit, rate.denominator, rate.power);
    if (id == no_unit) break;
    out.unit = id;
    first = at;
  }
  return true;
}

}  // namespace counterclaim
