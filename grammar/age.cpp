// Years that someone has lived: "aged 40", "below the age of seven", "Ames, 58, said", "she is 41".
#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {
namespace {

UnitId year_of_age() {
  static UnitId const id = [] {
    auto const rows = vocabulary(Category::units);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i].column[1] == "year of age") return unit_of_row(i);
    return no_unit;
  }();
  return id;
}

// "aged", "the age of" before the figure, inside its bounds or outside.
bool says_age(Draft const& d, Scene const& scene) {
  for (auto const place : {d.begin, d.number_first}) {
    Cursor const c{&scene, place};
    if (c.peek(-1).begins(Category::age_words)) return true;
    if (joints::is(c.peek(-1), joints::of) && c.peek(-2).begins(Category::age_words)) return true;
  }
  return false;
}

bool may_be_age(Number const& n) {
  return n.value.is_whole() && !n.scaled && !n.fraction && !n.vague && n.value > Decimal(0) && n.value < Decimal(111);
}

bool pauses(Cursor const& at) {
  return at.ended() || at->is(TokenKind::comma) || at->is(TokenKind::stop) || at->is(TokenKind::semicolon);
}

// "captain", "teacher"
bool is_person(Token const& noun) {
  return noun.is(TokenKind::word) && noun.word != unknown_word && word_info(noun.word).noun_lemma == noun.word &&
         word_info(noun.word).noun_field == lexname::person;
}

// "Ames, 58, said", "the captain, 58, has"
bool stands_in_apposition(Cursor const& begin, Cursor const& behind) {
  Token const &comma = begin.peek(-1), &name = begin.peek(-2);
  constexpr int least = 13;
  if (comma.is(TokenKind::comma) && !behind.ended() && behind->is(TokenKind::comma) && is_person(name) &&
      begin->is(TokenKind::figure) && begin.figure().value >= Decimal(least))
    return true;
  bool const person = comma.is(TokenKind::comma) && name.is(TokenKind::word) && name.has(capital) && !name.has(all_capitals) &&
                      !name.begins(Category::function_words) && !name.begins(Category::date_names);
  if (!person || behind.ended()) return false;
  if (behind->is(TokenKind::comma)) return true;
  // "the winner was Dora Ames, 34.", "said Ames, 34."
  static WordId const said = find_word("said");
  Token const& before = begin.peek(-3);
  constexpr int grown = 13;
  return behind->is(TokenKind::stop) && begin->is(TokenKind::figure) && begin.figure().value >= Decimal(grown) &&
         (joints::is(before, said) ||
          (before.is(TokenKind::word) && before.has(capital) && !before.begins(Category::function_words)));
}

// "Dora Ames is 57 and heads the mill": two capitals, the second no noun that a firm or a bridge is named by.
bool is_full_name(Cursor const& last) {
  if (last.at <= last.scene->first) return false;
  auto const is_name = [](Token const& t) {
    return t.is(TokenKind::word) && t.has(capital) && !t.has(all_capitals) && !t.begins(Category::function_words) &&
           !t.begins(Category::date_names);
  };
  bool const noun_too = last->word != unknown_word && (word_info(last->word).parts & noun) != 0 &&
                        word_info(last->word).noun_field != lexname::person;
  return !noun_too && is_name(*last) && is_name(last.peek(-1));
}

// "She is 41", "who was 9", "he will be 80 in May".
bool stands_behind_person(Cursor const& begin, Cursor const& behind) {
  static WordId const when = find_word("when");
  if ((!pauses(behind) && !behind->begins(Category::function_words)) || joints::is(*behind, joints::of)) return false;
  Cursor who = begin;
  for (int back = 1; back <= 4 && who.at > who.scene->first; ++back) {
    who = Cursor{who.scene, who.at - 1};
    auto const text = word_text(who->word);
    if (back == 1 && (text == "turned" || text == "turns" || text == "turn")) {
      if (!joints::is(*behind, joints::of) && !joints::is(*behind, joints::to)) return true;
      continue;
    }
    auto const m = who.phrase(Category::function_words);
    static WordSet const be{"is", "was"};
    if (!m)
      return back == 2 && !joints::is(*behind, when) && be.has(begin.peek(-1).word) && begin->is(TokenKind::figure) &&
             begin.figure().value >= Decimal(13) && is_full_name(who);
    auto const kind = vocabulary(Category::function_words)[std::size_t(m.row)].column[0];
    if (kind == "auxiliary" || kind == "modal" || kind == "adverb") continue;
    return back >= 2 && (text == "he" || text == "she" || text == "who" || (text == "i" && joints::is(*behind, when)));
  }
  return false;
}

// "The youngest is 34", "the oldest patient was 91": of somebody, where no unit stands.
bool is_of_eldest(Cursor const& begin, Cursor const& behind) {
  static WordSet const eldest{"youngest", "oldest", "eldest"}, links{"is", "was", "aged", "are", "were"};
  if (!pauses(behind) && !joints::is(*behind, joints::and_)) return false;
  if (begin.at == begin.scene->first || !links.has(begin.peek(-1).word)) return false;
  constexpr std::uint32_t reach = 3;
  for (std::uint32_t back = 2; back <= reach && begin.at >= begin.scene->first + back; ++back) {
    Token const& t = begin.peek(-int(back));
    if (eldest.has(t.word)) return back == 2 || is_person(begin.peek(-2));
  }
  return false;
}

// "average age of widows is around 68", "their median age is 52": the noun stands further back, a linking word before the
// figure.
bool tells_age(Cursor const& begin) {
  constexpr int reach = 10;
  bool linked = false;
  for (int back = 1; back <= reach && begin.at >= begin.scene->first + std::uint32_t(back); ++back) {
    Token const& t = begin.peek(-back);
    if (t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || t.is(TokenKind::figure)) return false;
    auto const w = word_text(t.word);
    linked = linked || w == "is" || w == "was" || w == "at" || w == "to" || w == "are" || w == "were";
    if (back == 1 && !linked) return false;
    if (w == "expectancy" || w == "age") return linked;
  }
  return false;
}

bool is_people(Token const& noun) {
  if (!noun.is(TokenKind::word) || noun.word == unknown_word) return false;
  auto const lemma = word_info(noun.word).noun_lemma;
  return word_text(noun.word) == "people" || (lemma != noun.word && word_info(lemma).noun_field == lexname::person);
}

// "People of 60 and over"
bool is_of_people(Draft const& d, Scene const& scene) {
  Cursor const begin{&scene, d.begin};
  if ((d.bound != Bound::at_least && d.bound != Bound::at_most) || !may_be_age(d.low.number) || d.high) return false;
  return d.end > d.number_first + 1 && joints::is(begin.peek(-1), joints::of) && is_people(begin.peek(-2));
}

// "Half of the sick are younger than 15"
bool is_older(Cursor const& begin, Cursor const& behind) {
  static WordSet const compared{"older", "younger"};
  return compared.has(begin->word) && (pauses(behind) || behind->begins(Category::function_words));
}

// "adults over 60", "children under five": a bound behind people.
bool bounds_people(Cursor const& begin, Cursor const& behind) {
  if (begin.at == begin.scene->first || !begin->is(TokenKind::word)) return false;
  auto const bound = begin.text();
  return is_people(begin.peek(-1)) && (bound == "over" || bound == "under" || bound == "above" || bound == "below") &&
         (pauses(behind) || behind->begins(Category::function_words));
}

}  // namespace

namespace {

// "is one year old": as of things that are two years old, where "a one-year-old" is somebody.
UnitId years_old() {
  static UnitId const id = [] {
    auto const rows = vocabulary(Category::units);
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (rows[i].phrase == "years old") return unit_of_row(i);
    return no_unit;
  }();
  return id;
}
bool is_one_year_old(Draft const& d, Cursor const& end) {
  static WordId const old = find_word("old"), year = find_word("year");
  return d.low.unit == year_of_age() && !d.low.hyphened && !d.high && d.low.number.value == Decimal(1) &&
         joints::is(end.peek(-1), old) && joints::is(end.peek(-2), year) && !end->is(TokenKind::word);
}

}  // namespace

void take_age(Scene const& scene, Draft& d) {
  static UnitId const year = find_unit("yr");
  if (is_one_year_old(d, Cursor{&scene, d.end})) d.low.unit = years_old();
  bool const bare = d.low.unit == no_unit;
  if (!bare && d.low.unit != year) return;
  if (says_age(d, scene) || (bare && is_of_people(d, scene))) {
    d.low.unit = year_of_age();
    // "Children aged 5 to 11 get two doses": no count of what follows.
    if (bare) d.counted_first = d.counted_last = 0;
    return;
  }
  Cursor const begin{&scene, d.begin}, behind{&scene, d.end};
  if (d.high || d.counted_last > d.counted_first || !may_be_age(d.low.number)) return;
  bool const apart = bare && d.bound == Bound::exact;
  if (tells_age(begin) || (bare && (bounds_people(begin, behind) || is_older(begin, behind))) ||
      (apart && (stands_in_apposition(begin, behind) || stands_behind_person(begin, behind) || is_of_eldest(begin, behind))))
    d.low.unit = year_of_age();
}

}  // namespace counterclaim
