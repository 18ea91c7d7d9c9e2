// Figures that count nothing: scores, years, telephone numbers, list marks, the pronoun "one". Names are in guard_names.cpp.
#include <algorithm>

#include "counterclaim/word_set.hpp"
#include "grammar/date_company.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {

bool counts_plural(Scene const& scene, Draft const& d) {
  if (!has_counted(d)) return false;
  Token const& head = scene.tokens[d.counted_last - 1];
  if (is_acronym_plural(text_of(head, scene.view))) return true;
  static WordSet const as_they_are{"people", "personnel", "staff", "police", "cattle"};
  return head.is(TokenKind::word) && head.word != unknown_word && !head.has(capital) &&
         (word_info(head.word).noun_lemma != head.word || as_they_are.has(head.word));
}

namespace {

// "random-zero", "catch-twenty": a number word on the hyphen of another word is a part of its name.
bool is_tail_of_word(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::word) || !c->has(glued) || d.low.unit != no_unit || d.low.number.scaled) return false;
  Token const &hyphen = c.peek(-1), &before = c.peek(-2);
  return hyphen.is(TokenKind::hyphen) && hyphen.has(glued) && before.is(TokenKind::word) &&
         !before.begins(Category::numerals) && !before.begins(Category::bounds);
}

// "63°21’5.02”N", "fb−1", "13C/12C", "22/10a-4": parts of a place on the globe, of a unit's power, of an isotope, of a mark.
bool is_piece_of_sign(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::figure)) return false;
  Token const &before = c.peek(-1), &next = c.peek(1), &after = c.peek(2);
  auto const prime = [&](int i) {
    auto const t = c.plus(0).at + i < scene.last ? cursor_at(scene, std::uint32_t(c.at + i)).text() : std::string_view();
    return t == "’" || t == "′" || t == "”" || t == "″" || t == "'" || t == "\"";
  };
  // "Mg(ClO4)2": behind a bracket it is glued to.
  if (c->has(glued) && before.is(TokenKind::close_bracket) && d.begin == d.number_first) return true;
  // Degrees with minutes, minutes with seconds.
  if (next.is(TokenKind::degree) && after.is(TokenKind::figure) && after.has(glued) && prime(3)) return true;
  if (c->has(glued) &&
      (before.is(TokenKind::degree) || before.is(TokenKind::quote) || before.is(TokenKind::other) ||
       before.is(TokenKind::possessive)) &&
      c.peek(-2).is(TokenKind::figure) && before.has(glued) && prime(1))
    return true;
  // The power of a unit that is not in the tables.
  auto const sign = c.at > scene.first ? cursor_at(scene, c.at - 1).text() : std::string_view();
  bool const power = (sign == "−" || sign == "–" || sign == "-") && before.has(glued) && c->end - c->begin == 1;
  if (power && c.peek(-2).is(TokenKind::word) && c.peek(-2).end - c.peek(-2).begin <= 4 && d.low.unit == no_unit &&
      (c->has(glued) ? c.peek(-3).is(TokenKind::figure) || c.peek(-3).is(TokenKind::word) : sign == "−"))
    return true;
  // Two isotopes: the letter is an element.
  bool const element = next.is(TokenKind::word) && next.has(glued) && next.has(capital) && next.end - next.begin <= 2;
  bool const slashed = (after.is(TokenKind::slash) && after.has(glued) && c.peek(3).has(glued) && c.peek(4).has(capital)) ||
                       (before.is(TokenKind::slash) && before.has(glued) && c->has(glued));
  return element && slashed;
}

// "one" alone, "this one", "one another", "one must", "number one".
bool is_pronoun_one(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!joints::is(*c, joints::one) || d.low.number.value != Decimal(1) || d.one_of) return false;
  if (d.low.unit != no_unit || d.bound != Bound::exact) return false;
  Token const &before = c.peek(-1), &next = c.peek(1);
  if (next.is(TokenKind::hyphen)) return true;
  if (before.is(TokenKind::hyphen)) return true;
  if (before.is(TokenKind::word)) {
    auto const m = c.plus(0).at > scene.first ? cursor_at(scene, c.at - 1).phrase(Category::function_words) : PhraseMatch{};
    if (m) {
      auto const kind = vocabulary(Category::function_words)[std::size_t(m.row)].column[0];
      if (kind == "determiner" || kind == "possessive") return true;
    }
    if (before.begins(Category::numbered_things)) return true;
  }
  return !has_counted(d) || next.begins(Category::function_words);
}

// "the second half", "the top half": a half that is a part by name and no figure.
bool is_named_half(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!joints::is(*c, joints::half) || d.low.number.value != Decimal::scaled(5, -1) || d.begin != d.number_first) return false;
  Token const &before = c.peek(-1), &next = c.peek(1);
  if (next.is(TokenKind::hyphen) && next.has(glued)) return d.low.unit == no_unit;
  if (!before.is(TokenKind::word) || before.word == unknown_word) return false;
  if (joints::is(before, joints::the)) return true;
  if (before.begins(Category::function_words)) return false;
  auto const usual = word_info(before.word).usual_part;
  return usual == adjective || before.begins(Category::fractions) || before.begins(Category::ordinals) ||
         (before.is(TokenKind::word) && usual == adverb && joints::is(c.peek(-2), joints::the));
}

// Behind a name that no preposition of place leads ("In Peru 300-400 fled").
bool follows_name(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  Token const &name = c.peek(-1), &lead = c.peek(-2);
  if (d.begin != d.number_first || !name.is(TokenKind::word) || !name.has(capital) || name.begins(Category::function_words) ||
      name.begins(Category::date_names))
    return false;
  auto const m = c.at >= scene.first + 2 ? cursor_at(scene, c.at - 2).phrase(Category::function_words) : PhraseMatch{};
  return !m || lead.is(TokenKind::comma) || vocabulary(Category::function_words)[std::size_t(m.row)].column[0] != "preposition";
}

// "3-2", "6-4 win", "1-555-0100", "12-3/4".
bool is_score(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::figure)) return false;
  Token const &before = c.peek(-1), &next = c.peek(1);
  auto const chains = [](Token const& t) {
    return t.is(TokenKind::hyphen) || t.is(TokenKind::dash) || t.is(TokenKind::slash) || t.is(TokenKind::colon);
  };
  if (d.high) {
    if (d.between || d.low.unit != no_unit) return false;
    // "6-2, 4-6, 7-6"
    auto const pair = [&](int i) {
      return c.peek(i).is(TokenKind::figure) && chains(c.peek(i + 1)) && c.peek(i + 1).has(glued) &&
             c.peek(i + 2).is(TokenKind::figure);
    };
    if (!has_counted(d) && pair(0) &&
        ((before.is(TokenKind::comma) && pair(-4)) || (c.peek(3).is(TokenKind::comma) && pair(4))))
      return true;
    if (d.begin == d.number_first && chains(before) && before.has(glued) && c->has(glued)) return true;
    // "a 737-800", "the Airbus 330-200"
    bool const article = joints::is_article(before) || follows_name(scene, d);
    if (article && !counts_plural(scene, d) && c.peek(1).is(TokenKind::hyphen) && !d.low.number.scaled) return true;
    Cursor const end = cursor_at(scene, d.end);
    if (!end.ended() && end->has(glued) && chains(*end) && !end.peek(1).is(TokenKind::word)) return true;
    if (!end.ended() && end->begins(Category::score_words) && !d.low.number.scaled) return true;
    return false;
  }
  if (d.low.unit != no_unit || d.low.number.scaled) return false;
  auto const glued_to = [&](Token const& mark, Token const& other) {
    return chains(mark) && mark.has(glued) &&
           (other.is(TokenKind::figure) || other.is(TokenKind::code) || other.is(TokenKind::word));
  };
  if (c->has(glued) && glued_to(before, c.peek(-2))) return true;
  // "5-to-1", "a 2-for-1 split": odds
  static WordId const for_ = find_word("for");
  bool const joined = next.is(TokenKind::hyphen) && next.has(glued) && c.peek(3).is(TokenKind::hyphen) &&
                      c.peek(3).has(glued) && c.peek(4).is(TokenKind::figure) && c.peek(4).has(glued);
  if (joined &&
      (joints::is(c.peek(2), for_) || (joints::is(c.peek(2), joints::to) && c.plus(4).figure().value < c.figure().value)))
    return true;
  if (next.has(glued) && chains(next) && c.peek(2).has(glued) && c.peek(2).is(TokenKind::figure)) return !d.low.number.fraction;
  return false;
}

// "+44 20 7946 0958": groups of a telephone number behind its plus.
bool is_telephone(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::figure) || d.low.unit != no_unit) return false;
  if (!c.peek(1).is(TokenKind::figure) && !c.peek(-1).is(TokenKind::figure)) return false;
  constexpr int most = 6;
  int first = 0, last = 0;
  while (first > -most && c.peek(first - 1).is(TokenKind::figure)) --first;
  while (last < most && c.peek(last + 1).is(TokenKind::figure)) ++last;
  // "020 7946 0018"
  if (last - first >= 2 && c.plus(0).scene->figures[c.peek(first).figure].leading_zero) return true;
  auto const sign = int(c.at) + first - 1;
  return last - first >= 2 && sign >= int(scene.first) && cursor_at(scene, std::uint32_t(sign)).text() == "+" &&
         c.peek(first).has(glued);
}

// "Part no. 88-1204-B": figures and letters on hyphens.
bool is_part_number(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  auto const hyphen = [&](int i) {
    return c.peek(i).is(TokenKind::hyphen) && c.peek(i).has(glued) && c.peek(i + 1).has(glued);
  };
  if (!c->is(TokenKind::figure) || !hyphen(1) || !c.peek(2).is(TokenKind::figure) || !hyphen(3)) return false;
  Token const& tail = c.peek(4);
  return tail.is(TokenKind::code) || (tail.is(TokenKind::word) && tail.has(capital) && tail.end - tail.begin <= 2);
}

// "128/82 mm Hg", "2880x1800", "4K video": pairs and sizes that are named, not counted.
bool is_pair_or_size(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::figure)) return false;
  Token const &before = c.peek(-1), &next = c.peek(1);
  if (c->has(glued) && before.is(TokenKind::slash) && before.has(glued) && c.peek(-2).is(TokenKind::figure)) return true;
  if (next.is(TokenKind::code) && next.has(glued) && c.plus(1).text()[0] == 'x' && c.figure().place == 0 &&
      (d.end == c.at + 1 || c.figure().value >= Decimal(100)))
    return true;
  // "4 x 400 m", "20 x 15 x 3 cm": sides and repeats; the last has the unit. "5,000 x g" is a force.
  auto const times = [](Cursor const& at) {
    return joints::is(*at, joints::x) || (at->is(TokenKind::sign) && at.text() == "×");
  };
  if (d.low.unit == no_unit && !d.high && d.end == c.at + 1) {
    if (times(c.plus(1)) && (c.peek(2).is(TokenKind::figure) || c.plus(2).text() == "g")) return true;
    if (c.at > scene.first + 1 && times(cursor_at(scene, c.at - 1)) && c.peek(-2).is(TokenKind::figure)) return true;
  }
  // "130 over 85": two pressures, no bound.
  auto const pressures = [&](Cursor const& high) {
    auto const plain = [](Cursor const& f) {
      return f->is(TokenKind::figure) && f.figure().place == 0 && f.figure().value >= Decimal(30) &&
             f.figure().value <= Decimal(260);
    };
    return plain(high) && joints::is(high.peek(1), joints::over) && plain(high.plus(2)) &&
           high.figure().value > high.plus(2).figure().value &&
           (!high.peek(3).is(TokenKind::word) || high.peek(3).begins(Category::function_words));
  };
  if (pressures(c) || (joints::is(before, joints::over) && c.at >= scene.first + 2 && pressures(cursor_at(scene, c.at - 2))))
    return true;
  // "401(k)"
  if (next.is(TokenKind::open_bracket) && next.has(glued) && c.peek(2).is(TokenKind::word) && c.peek(2).has(glued) &&
      c.peek(2).end - c.peek(2).begin == 1 && c.peek(3).is(TokenKind::close_bracket))
    return true;
  bool const kilo = next.is(TokenKind::word) && next.has(glued) && next.end - next.begin == 1 && next.has(capital);
  return kilo && d.low.number.scaled && d.low.number.value <= Decimal(8000) && has_counted(d) && !counts_plural(scene, d) &&
         word_text(scene.tokens[d.counted_last - 1].word) != "people";
}

bool is_year_like(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::figure) || d.low.unit != no_unit || d.high || d.low.number.scaled) return false;
  Figure const& f = c.figure();
  if (c->end - c->begin != 4 || f.place != 0 || f.grouped) return false;
  if (f.value < Decimal(1500) || f.value > Decimal(2100)) return false;
  // "a population of 1911"
  if (d.number_first >= scene.first + 2 && joints::is(c.peek(-1), joints::of) && dates::sums(c.peek(-2).word)) return false;
  // "the 2024 Velo R5"
  if (c.peek(1).is(TokenKind::word) && c.peek(1).has(capital) &&
      (c.peek(2).is(TokenKind::code) || c.peek(2).is(TokenKind::figure)))
    return d.begin == d.number_first;
  if (counts_plural(scene, d) && !c.peek(-1).begins(Category::date_prepositions)) return false;
  // "at 2012 the index stood": words of change or a bound make a figure of it.
  return d.begin == d.number_first;
}

bool is_list_mark(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (d.low.unit != no_unit || !c->is(TokenKind::figure) || c->end - c->begin > 3) return false;
  Token const &before = c.peek(-1), &next = c.peek(1);
  bool const bracketed = before.is(TokenKind::open_bracket) && next.is(TokenKind::close_bracket);
  bool const numbered =
      next.is(TokenKind::close_bracket) && !c->has(in_brackets) && (d.number_first == scene.first || !next.has(glued));
  // "1. Rainfall. It fell …"
  constexpr int most = 30;
  bool const stop = next.has(glued) && (next.is(TokenKind::stop) || next.is(TokenKind::point));
  bool const headed = d.number_first == scene.first && d.end == c.at + 1 && stop && c.figure().value <= Decimal(most) &&
                      c.at + 2 < scene.tokens.size() && scene.tokens[c.at + 2].has(capital);
  return bracketed || numbered || headed;
}

// "[12]", "[3,7-9]": references.
bool is_citation(Scene const& scene, Draft const& d) {
  if (d.low.unit != no_unit || !scene.tokens[d.number_first].has(in_brackets)) return false;
  auto const plain = [](Token const& t) {
    return t.is(TokenKind::figure) || t.is(TokenKind::comma) || t.is(TokenKind::dash) || t.is(TokenKind::hyphen) ||
           t.is(TokenKind::semicolon);
  };
  std::uint32_t open = d.number_first, close = d.number_first;
  constexpr std::uint32_t reach = 16;
  while (open > scene.first && d.number_first - open < reach && plain(scene.tokens[open])) --open;
  while (close + 1 < scene.last && close - d.number_first < reach && plain(scene.tokens[close])) ++close;
  if (cursor_at(scene, open).text() == "[" && cursor_at(scene, close).text() == "]") return true;
  // "(26,29,49)", "(4,35–38,44)": commas without a blank behind them divide references, never amounts.
  if (cursor_at(scene, open).text() != "(" || cursor_at(scene, close).text() != ")") return false;
  bool commas = false;
  for (auto i = open + 1; i + 1 < close; ++i) {
    if (!scene.tokens[i].is(TokenKind::comma)) continue;
    if (!scene.tokens[i].has(glued) || !scene.tokens[i + 1].has(glued)) return false;
    commas = true;
  }
  return commas;
}

// "Fig. 6d", "Figure 3C": the letter is a panel and no unit.
bool is_panel(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::figure) || (d.low.unit == no_unit && !d.low.number.scaled) || c.figure().place != 0) return false;
  Token const &letter = c.peek(1), &before = c.peek(-1);
  if (!letter.has(glued) || letter.end - letter.begin != 1 || !letter.is(TokenKind::word)) return false;
  if (joints::is(before, joints::and_) || before.is(TokenKind::comma)) {  // "Figures 6B and 6D"
    Token const& other = c.peek(-2).has(glued) ? c.peek(-3) : c.peek(-2);
    Token const& name = c.peek(-2).has(glued) ? c.peek(-4) : c.peek(-3);
    return (other.is(TokenKind::figure) || c.peek(-2).is(TokenKind::code)) && name.begins(Category::numbered_things);
  }
  Token const& word = before.is(TokenKind::point) ? c.peek(-2) : before;
  return word.begins(Category::numbered_things);
}

// "its 20F filing", "its 10-K lists": a letter that could be a degree ends the name of a form.
bool is_form(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  bool const hyphen = c.peek(1).is(TokenKind::hyphen) && c.peek(1).has(glued);
  Cursor const letter = c.plus(hyphen ? 2 : 1);
  if (!c->is(TokenKind::figure) || c.figure().place != 0 || d.end != letter.at + 1 || !letter->has(glued)) return false;
  if (letter.text() != "F" && !(hyphen && letter.text() == "K")) return false;
  Token const& thing = letter.peek(1);
  if (!hyphen) return thing.begins(Category::numbered_things);
  // "a 4-K bath" is cold; forms have small numbers and nothing behind them that could be so cold.
  constexpr int largest = 40;
  auto const text = word_text(thing.word);
  bool const cold = thing.is(TokenKind::word) && thing.word != unknown_word && word_info(thing.word).usual_part == noun &&
                    word_info(thing.word).noun_lemma == thing.word && text != "report" && text != "filing";
  return c.figure().value <= Decimal(largest) && !cold;
}

// "4.1 per 100,000 people": what a rate is told for is no count of its own.
bool is_foot_of_rate(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (d.begin != d.number_first || d.low.unit != no_unit) return false;
  // "of every 30 drivers two": the foot of a share
  static WordId const every = find_word("every");
  if (joints::is(c.peek(-1), every)) return has_counted(d) || joints::is(c.peek(-2), joints::of);
  return joints::is(c.peek(-1), joints::per) && (d.low.number.scaled || d.low.number.value >= Decimal(100));
}

// "(47.21180, -8.04331)": a place on the globe.
bool is_coordinate(Scene const& scene, Draft const& d) {
  constexpr int least = -4;  // power of ten of the last digit
  Cursor const first = cursor_at(scene, d.number_first);
  Cursor const c = first->is(TokenKind::figure) ? first : first.plus(1);
  if (d.low.unit != no_unit || !first->has(in_brackets) || !c->is(TokenKind::figure) || c.figure().place > least) return false;
  auto const is_other = [&](int i) {
    return c.peek(i).is(TokenKind::figure) && scene.figures[c.peek(i).figure].place <= least;
  };
  if (c.peek(1).is(TokenKind::comma)) return is_other(2) || is_other(3);
  return (c.peek(-1).is(TokenKind::comma) && is_other(-2)) || (c.peek(-2).is(TokenKind::comma) && is_other(-3));
}

// "≠ 30", "<>30": whatever it is, it is not this.
bool is_excluded(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (c.peek(-1).is(TokenKind::word)) return false;
  auto const before = [&](std::uint32_t back) {
    return c.at >= scene.first + back ? cursor_at(scene, c.at - back).text() : std::string_view();
  };
  return before(1) == "≠" || (before(1) == ">" && before(2) == "<") || (before(1) == "=" && before(2) == "!");
}

// "Issue #88", "# 14": which one of a row it is.
bool is_numbered(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  return c->is(TokenKind::figure) && d.low.unit == no_unit && c.at > scene.first && !c.peek(-1).is(TokenKind::word) &&
         cursor_at(scene, c.at - 1).text() == "#";
}

// "All but 40 of the homes have power": how many are left out of what is told.
bool is_left_out(Scene const& scene, Draft const& d) {
  static WordId const all = find_word("all"), but = find_word("but");
  return d.begin >= scene.first + 2 && scene.tokens[d.begin - 1].word == but && scene.tokens[d.begin - 2].word == all;
}

}  // namespace

bool is_no_quantity(Scene const& scene, Draft const& d) {
  if (has_counted(d) && d.counted_first < d.begin) return false;  // what it counts stands before it: "port 8341"
  Cursor const c = cursor_at(scene, d.number_first);
  if (c->is(TokenKind::figure)) {
    Figure const& f = c.figure();
    if (f.leading_zero && f.place == 0 && d.low.unit == no_unit) return true;
    if (c->has(ordinal_suffix) || c->has(decade_suffix)) return true;
  }
  if (is_citation(scene, d) || is_panel(scene, d) || is_piece_of_sign(scene, d) || is_tail_of_word(scene, d)) return true;
  if (is_foot_of_rate(scene, d) || is_coordinate(scene, d) || is_left_out(scene, d) || is_numbered(scene, d)) return true;
  if (is_telephone(scene, d) || is_part_number(scene, d) || is_pair_or_size(scene, d) || is_form(scene, d) ||
      is_excluded(scene, d))
    return true;
  // "20-somethings"
  if (c->is(TokenKind::figure) && c.peek(1).is(TokenKind::hyphen) && c.at + 2 < scene.last &&
      c.plus(2).text().starts_with("something"))
    return true;
  if (is_pronoun_one(scene, d) || is_score(scene, d) || is_list_mark(scene, d) || is_named_half(scene, d)) return true;
  if (d.low.unit == no_unit && !d.low.number.scaled && !d.low.number.fraction && d.bound == Bound::exact && !d.high) {
    if (is_name(scene, d) || is_year_like(scene, d)) return true;
  }
  if (d.low.unit != no_unit && is_model_that_acts(scene, d)) return true;
  return false;
}

}  // namespace counterclaim
