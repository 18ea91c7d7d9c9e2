// Figures without a figure: "tripled", "twice as long", "one in five", "one of the", "a single".
#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

UnitId times_unit() {
  static UnitId const id = find_unit("x");
  return id;
}

// What stands behind "twice": "as long as", "the size", "its budget", "that of", "what".
bool compares(Cursor const& at) {
  if (at.ended()) return false;
  auto const text = at.text();
  if (text == "as") {
    Token const& next = at.peek(1);
    if (!next.is(TokenKind::word) || next.word == unknown_word) return false;
    auto const usual = word_info(next.word).usual_part;
    auto const degree = at.plus(1).text();
    return degree == "much" || degree == "many" || degree == "few" || usual == adjective || usual == adverb;
  }
  return text == "the" || text == "that" || text == "what" || text == "its" || text == "their" || text == "his" ||
         text == "her" || text == "our" || at->begins(Category::change_comparatives);
}

WordId every() {
  static WordId const id = find_word("every");
  return id;
}
bool is_of_every(Cursor const& at) { return joints::is(*at, joints::of) && joints::is(at.peek(1), every()); }

void put_fraction(Draft& out, Number const& part, Number const& whole) {
  out.low.number = part;
  out.low.number.value = *divide(part.value, whole.value);
  out.low.number.place = -3;
  out.low.number.fraction = true;
}

// "Fares will double", "is to triple by May", "Sales double in a year": a verb, and no double room.
bool is_done(Cursor const& at) {
  static WordSet const leads{"to", "will", "would", "could", "may", "might", "can", "should", "must", "nearly", "almost"},
      behind{"in", "after", "over", "since", "within", "by", "from"};
  Token const& before = at.peek(-1);
  if (at.at == at.scene->first || !before.is(TokenKind::word) || before.word == unknown_word) return false;
  Token const& next = at.peek(1);
  bool const ends = !next.is(TokenKind::word) || behind.has(next.word);
  if (next.is(TokenKind::hyphen) || next.is(TokenKind::figure)) return false;
  if (leads.has(before.word)) return ends || next.begins(Category::function_words);
  return ends && (word_info(before.word).forms & plural_noun_form) != 0;
}

// "one in five", "three out of ten", "one of every six": a share.
bool one_in(Cursor& first, Cursor const& last, Draft& out) {
  Cursor at = first;
  Number part, whole;
  if (!parse_number(at, last, part) || part.fraction || part.vague || at == last) return false;
  bool const out_of = joints::is(*at, joints::out) && joints::is(at.peek(1), joints::of);
  bool const in = joints::is(*at, joints::in), of_every = is_of_every(at);
  if (!out_of && !in && !of_every) return false;
  at = at.plus(out_of ? 2 : 1);
  if (!(at == last) && joints::is(at.peek(0), every())) at = at.plus(1);
  if (!parse_number(at, last, whole) || whole.value <= part.value || !whole.value.is_whole() || !part.value.is_whole())
    return false;
  if (part.value <= Decimal(0)) return false;
  // "two in 2019", "8 in 5 minutes"
  if (in && (whole.value > Decimal(1000) && !whole.scaled && !whole.spelled && part.value != Decimal(1))) return false;
  if (in && !(at == last) && at->begins(Category::units)) return false;
  // "17 in 20 games": what was done in so many of them, and no 17 of the games
  static WordSet const turns{"games", "matches", "starts", "appearances", "outings", "innings", "seasons", "races", "tests"};
  if (in && part.value > Decimal(1) && !part.spelled && !(at == last) && turns.has(at->word)) return false;
  if (in && whole.value >= Decimal(1000) && whole.value < Decimal(2200) && !whole.spelled) return false;
  put_fraction(out, part, whole);
  out.low.number.spelled = out.low.number.spelled || whole.value <= Decimal(100);  // "4 in 10" is as good as "four in ten"
  out.share = true;
  first = at;
  return true;
}

// "one over twenty", "22 over 7": a fraction, unless what stands behind is counted or measured. Of large numbers neither is a
// denominator.
bool one_over(Cursor& first, Cursor const& last, Draft& out) {
  Cursor at = first;
  Number part, whole;
  if (!parse_number(at, last, part) || part.fraction || part.value.is_zero()) return false;
  if (at == last || !joints::is(*at, joints::over)) return false;
  at = at.plus(1);
  if (!parse_number(at, last, whole) || !whole.value.is_whole() || whole.value <= Decimal(1)) return false;
  constexpr int largest = 20;
  bool const of_one = part.value <= Decimal(1) && part.value >= Decimal(-1);
  if (!of_one && whole.value > Decimal(largest)) return false;
  if (!(at == last) && (at->is(TokenKind::word) || at->is(TokenKind::percent) || at->is(TokenKind::hyphen))) return false;
  put_fraction(out, part, whole);
  first = at;
  return true;
}

// "every fifth airport": of what is counted, and of no time ("every third week").
bool counts_thing(Cursor const& at) {
  if (at.ended() || !at->is(TokenKind::word) || at->word == unknown_word) return false;
  auto const time = at->begins(Category::date_units) || at->begins(Category::date_names) || at->begins(Category::day_parts);
  return (word_info(at->word).parts & (noun | adjective)) != 0 && !time && !at->begins(Category::units) &&
         !at->begins(Category::function_words);
}

}  // namespace

bool parse_multiple(Cursor& first, Cursor const&, Draft& out) {
  auto const m = first.phrase(Category::multiples);
  if (!m) return false;
  auto const& row = vocabulary(Category::multiples)[std::size_t(m.row)];
  // "the doubling time", "a twice-weekly bus", "Doubled Trouble": no figure is given.
  if (first.peek(int(m.tokens)).is(TokenKind::hyphen)) return false;
  if (row.column[2] == "verb" && first->has(capital) && !first->has(sentence_first)) return false;
  if (row.column[2] == "base" && !is_done(first)) return false;
  if (row.phrase == "twice" && !compares(first.plus(1))) return false;
  out.low.number.value = parse_decimal(row.column[0]).value_or(1);
  out.low.number.spelled = true;
  if (row.column[2] == "share") {
    if (!counts_thing(first.plus(m.tokens))) return false;
    out.low.number.place = -3;
    out.low.number.fraction = out.share = true;
    first = first.plus(m.tokens);
    return true;
  }
  out.low.unit = times_unit();
  out.change = row.column[1] == "up" ? Change::up : row.column[1] == "down" ? Change::down : Change::level;
  first = first.plus(m.tokens);
  return true;
}

// "one patient in ten", "three of every four voters": what is counted stands between. Of small wholes in words or round ones
// only, and of nothing that is counted or measured behind them ("one goal in three games").
bool parse_counted_ratio(Cursor& first, Cursor const& last, Draft& out) {
  Number const part = out.low.number;
  if (!part.value.is_whole() || part.fraction || part.vague || part.value <= Decimal(0) || part.value > Decimal(99))
    return false;
  Cursor at = first;
  if (at == last) return false;
  bool const out_of = joints::is(*at, joints::out) && joints::is(at.peek(1), joints::of);
  if (!out_of && !joints::is(*at, joints::in) && !is_of_every(at)) return false;
  at = at.plus(out_of ? 2 : 1);
  if (!(at == last) && joints::is(*at, every())) at = at.plus(1);
  Number whole;
  if (at == last || !parse_number(at, last, whole) || !whole.value.is_whole() || whole.value <= part.value) return false;
  bool const round = whole.value == Decimal(10) || whole.value == Decimal(100) || whole.value == Decimal(1000);
  if (!round && !(whole.spelled && whole.value <= Decimal(20))) return false;
  if (!(at == last) && (at->begins(Category::units) || at->is(TokenKind::percent) || at->is(TokenKind::hyphen))) return false;
  // "one shop in every eight that the firm owns": what follows tells of the shops.
  static WordSet const relative{"that", "which", "who"};
  Draft behind;
  behind.low.number = whole;
  // "one person in five gets a fever"
  bool const acts = !(at == last) && at->is(TokenKind::word) && at->word != unknown_word &&
                    verb_form(at->word) == VerbForm::third && word_info(at->word).usual_part == verb;
  if (at == last || !(relative.has(at->word) || acts)) find_counted(at, behind);
  if (behind.counted_last > behind.counted_first) return false;
  put_fraction(out, part, whole);
  out.share = true;
  first = at;
  return true;
}

bool parse_ratio(Cursor& first, Cursor const& last, Draft& out) {
  return one_in(first, last, out) || one_over(first, last, out);
}

bool parse_one_of(Cursor& first, Cursor const&, Draft& out) {
  Token const &t = first.peek(), &next = first.peek(1);
  bool const one_of = joints::is(t, joints::one) && joints::is(next, joints::of);
  bool const single = joints::is_article(t) && joints::is(next, joints::single);
  if (!one_of && !single) return false;
  if (one_of && is_of_every(first.plus(1)) && (first.peek(3).begins(Category::numerals) || first.peek(3).is(TokenKind::figure)))
    return false;
  if (one_of && (first.peek(2).word == unknown_word || !first.peek(2).begins(Category::function_words))) return false;
  if (single && first.peek(2).is(TokenKind::hyphen)) return false;
  out.number_first = first.at;
  out.low.number.value = 1;
  out.low.number.spelled = true;
  out.one_of = true;
  first = first.plus(2);
  return true;
}

}  // namespace counterclaim
