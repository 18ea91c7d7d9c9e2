// What completes a quantity: behind its number and unit the counted thing, a rate, a share's "of"; before them what is counted
// ("an hour or two") or what the zero is of ("absolute zero").
#include <algorithm>

#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {
namespace {

// "goals per match": a counted noun with its rate.
void take_counted_rate(Cursor& at, Cursor const& last, Draft& d) {
  Rate rate;
  Token const& head = at.scene->tokens[d.counted_last - 1];
  if (head.word == unknown_word || !parse_rate(at, last, Numerator::count, rate)) return;
  d.low.unit = per(noun_unit(word_info(head.word).noun_lemma), rate.denominator, rate.power);
}

// "2 million barrels of crude a day", "3 liters of water per person": the rate stands behind what is measured.
void take_rate_behind(Cursor const& at, Cursor const& last, Draft& d) {
  if (d.low.unit == no_unit || d.share || at == last || !joints::is(*at, joints::of)) return;
  auto const dimension = dimension_of(d.low.unit);
  if (dimension == "percent" || dimension == "ratio" || dimension == "age") return;
  constexpr int longest = 4;
  Cursor next = at.plus(1);
  for (int i = 0; i < longest && !(next == last); ++i, next = next.plus(1)) {
    bool const word = (next->is(TokenKind::word) && !next->begins(Category::function_words)) || next->is(TokenKind::code);
    if (i > 0 && (joints::is(*next, joints::per) || joints::is_article(*next) || next->is(TokenKind::slash))) {
      Rate rate;
      if (!parse_rate(next, last, is_money(d.low.unit) ? Numerator::money : Numerator::measure, rate)) return;
      if (auto const id = per(d.low.unit, rate.denominator, rate.power); id != no_unit) d.low.unit = id;
      return;
    }
    if (!word) return;
  }
}

// "another barge or two", "an hour or two": what is counted, or its unit, stands before.
void look_before(Cursor const& at, Draft& d) {
  Cursor const c{at.scene, d.number_first};
  if (d.low.unit != no_unit || d.counted_last > d.counted_first || d.begin != d.number_first ||
      !joints::is(c.peek(-1), joints::or_))
    return;
  Token const &noun = c.peek(-2), &lead = c.peek(-3);
  if (!noun.is(TokenKind::word) || noun.word == unknown_word || c.at < at.scene->first + 3) return;
  if (!joints::is_article(lead) && word_text(lead.word) != "another") return;
  Cursor const before{at.scene, c.at - 2};
  if (auto const u = unit_at(before, d.low.number); u.id != no_unit && u.tokens == 1) {
    d.low.unit = u.id;
  } else if ((word_info(noun.word).parts & PartOfSpeech::noun) != 0) {
    d.counted_first = before.at;
    d.counted_last = before.at + 1;
  }
}

// "on port 8341", "TCP 8341", "TCP/8341": a port of a network, and neither a gate nor a plug ("port 3").
void read_port(Draft& d, Cursor const& number) {
  static WordId const port = find_word("port");
  static WordSet const protocols{"tcp", "udp"};
  if (number.at == number.scene->first || d.low.unit != no_unit || has_counted(d) || d.begin != d.number_first || d.high ||
      !number->is(TokenKind::figure))
    return;
  auto before = number.at - 1;
  if (number.scene->tokens[before].is(TokenKind::slash) && before > number.scene->first) --before;
  Token const& name = number.scene->tokens[before];
  Figure const& f = number.figure();
  bool const of_protocol = protocols.has(name.word);
  if ((name.word != port && !of_protocol) || f.grouped || !f.value.is_whole() || f.value > Decimal(65535)) return;
  if (!of_protocol && f.value < Decimal(80)) return;
  d.counted_first = before;
  d.counted_last = before + 1;
}

// "absolute zero" is a temperature.
void read_absolute_zero(Cursor const& at, Draft& d) {
  static WordId const absolute = find_word("absolute");
  static UnitId const kelvin = find_unit("K");
  Cursor const zero{at.scene, d.number_first};
  if (d.begin != d.number_first || d.low.unit != no_unit || !d.low.number.value.is_zero() || !d.low.number.spelled ||
      !joints::is(zero.peek(-1), absolute))
    return;
  d.low.unit = kelvin;
  --d.begin;
}

// "3.1%, half a point less", "cut its rate by a quarter point": a part of a point, where percentages are told.
bool read_points(Cursor const& at, Draft& d) {
  static WordId const percent_word = find_word("percent");
  static UnitId const points = find_unit("pp");
  if (!d.low.number.fraction || d.low.unit != no_unit || d.high) return false;
  Cursor point = at;
  if (joints::is(*point, joints::of)) point = point.plus(1);
  if (joints::is_article(*point)) point = point.plus(1);
  if (point->is(TokenKind::hyphen) && point->has(glued)) point = point.plus(1);
  if (!joints::is(*point, joints::point)) return false;
  auto const tokens = at.scene->tokens.subspan(at.scene->first, at.scene->last - at.scene->first);
  if (std::none_of(tokens.begin(), tokens.end(),
                   [](Token const& t) { return t.is(TokenKind::percent) || joints::is(t, percent_word); }))
    return false;
  d.low.unit = points;
  return true;
}

}  // namespace

void complete(Cursor const& at, Cursor const& last, Draft& d) {
  if (read_points(at, d)) return;
  read_absolute_zero(at, d);
  take_rate_behind(at, last, d);
  bool const part = d.low.number.fraction || (d.low.unit != no_unit && dimension_of(d.low.unit) == "percent");
  if (part && !(at == last) && joints::is(*at, joints::of)) d.share = true;
  if (d.low.unit == no_unit || d.one_of) {
    find_counted(at, d);
    if (Cursor const power{at.scene, d.counted_last};
        d.counted_last == d.counted_first + 1 && !power.ended() && power->has(glued) && power.text() == "−")
      d.counted_first = d.counted_last = 0;  // "4 fb−1": a unit that is in no table
    look_before(at, d);
    read_port(d, Cursor{at.scene, d.number_first});
    if (d.counted_last > d.counted_first && !d.one_of && !d.share) {
      Cursor behind{at.scene, d.counted_last};
      if (Cursor ratio = behind; d.low.unit == no_unit && parse_counted_ratio(ratio, last, d)) {
        d.end = ratio.at;
        return;
      }
      BoundWords words;
      if (Cursor rate = behind; d.low.unit == no_unit) {
        take_counted_rate(rate, last, d);
        if (d.low.unit != no_unit) d.end = rate.at;
      }
      if (d.low.unit == no_unit && d.bound == Bound::exact && parse_bound_behind(behind, last, words)) {
        d.bound = words.bound;
      }
    }
  }
}

void read_size(Scene const& scene, Draft& d) {
  if (!d.low.number.scaled || d.low.unit != no_unit || d.counted_last == d.counted_first) return;
  static UnitId const parameter = find_unit("parameter");
  static WordSet const weights{"weights"};
  if (d.counted_last == d.counted_first + 1 && weights.has(scene.tokens[d.counted_first].word)) {  // "96 billion weights"
    d.low.unit = parameter;
    d.counted_first = d.counted_last = 0;
    return;
  }
  Cursor const letter{&scene, d.counted_first - 1};
  if (d.counted_first == scene.first || !letter->is(TokenKind::word) || !letter->has(glued) || letter->end - letter->begin != 1)
    return;
  static WordId const model = find_word("model"), llm = find_word("llm");
  Token const &first = scene.tokens[d.counted_first], &head = scene.tokens[d.counted_last - 1];
  if (letter.text() == "B" &&
      (first.word == model || (first.word == llm && llm != unknown_word) || text_of(first, scene.view) == "LLM")) {
    d.low.unit = parameter;
    d.counted_first = d.counted_last = 0;
    return;
  }
  bool const people = head.word != unknown_word && word_info(head.word).noun_field == lexname::person;
  bool const plural = head.word != unknown_word && word_info(head.word).noun_lemma != head.word;
  if (!plural && !people && letter->has(capital)) d.counted_first = d.counted_last = 0;
}

}  // namespace counterclaim
