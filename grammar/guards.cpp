// Figures that count nothing: names, scores, years, telephone numbers, list marks, the pronoun "one".
#include <algorithm>

#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"

namespace counterclaim {
namespace {

Cursor cursor_at(Scene const& scene, std::uint32_t at) { return {&scene, at}; }

bool has_counted(Draft const& d) { return d.counted_last > d.counted_first; }

bool counts_plural(Scene const& scene, Draft const& d) {
  if (!has_counted(d)) return false;
  Token const& head = scene.tokens[d.counted_last - 1];
  return head.is(TokenKind::word) && head.word != unknown_word && !head.has(capital) &&
         word_info(head.word).noun_lemma != head.word;
}

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

bool has_inner_capital(std::string_view s) {
  for (std::size_t i = 1; i < s.size(); ++i)
    if (s[i] >= 'A' && s[i] <= 'Z' && s[0] >= 'a' && s[0] <= 'z') return true;
  return false;
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
    // "a 737-800"
    if (joints::is_article(before) && !counts_plural(scene, d) && c.peek(1).is(TokenKind::hyphen) && !d.low.number.scaled)
      return true;
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
  if (next.has(glued) && chains(next) && c.peek(2).has(glued) && c.peek(2).is(TokenKind::figure))
    return d.low.number.fraction ? false : true;
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
  auto const times = [](Cursor const& at) { return joints::is(*at, joints::x) || at.text() == "×"; };
  if (d.low.unit == no_unit && !d.high && d.end == c.at + 1) {
    if (times(c.plus(1)) && (c.peek(2).is(TokenKind::figure) || c.plus(2).text() == "g")) return true;
    if (c.at > scene.first + 1 && times(cursor_at(scene, c.at - 1)) && c.peek(-2).is(TokenKind::figure)) return true;
  }
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
  return bracketed || numbered;
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

// "phases", "stages": several of what a number names.
bool numbers_several(Token const& t) {
  if (!t.is(TokenKind::word) || t.word == unknown_word) return false;
  auto const lemma = word_info(t.word).noun_lemma;
  return lemma != t.word && lemma != unknown_word && begins(word_info(lemma), Category::numbered_things);
}
// "steps 2, 4 and 9", "stages 2 to 4": a figure follows the next word or mark.
bool continues_list(Cursor const& c) {
  Token const& joint = c.peek(1);
  bool const joins = joint.is(TokenKind::comma) || joint.is(TokenKind::dash) || joint.is(TokenKind::hyphen) ||
                     joint.is(TokenKind::ampersand) || joints::is(joint, joints::and_) || joints::is(joint, joints::or_) ||
                     joints::is(joint, joints::to);
  return joins && c.peek(2).is(TokenKind::figure);
}

// "page 1,204": behind a word that numbers things. "Norra employs 4,500, Velo 3,200 and Brill 1,100": a verb is left out, so
// that nothing tells whose the figure is.
bool word_before_numbers(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  Token const &word = c.peek(-1).is(TokenKind::point) ? c.peek(-2) : c.peek(-1), &joint = c.peek(-2);
  bool const gap = joint.is(TokenKind::comma) || joints::is(joint, joints::and_) || joint.is(TokenKind::semicolon);
  if (gap && word.is(TokenKind::word) && word.has(capital) && !word.begins(Category::function_words) && !has_counted(d))
    return true;
  return word.is(TokenKind::word) && word.begins(Category::numbered_things) && (!counts_plural(scene, d) || word.has(capital));
}

}  // namespace

// "Section 4", "page 12", "Planet 9", "Boeing 747": the figure names the thing before it.
bool is_name(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  Token const& before = c.peek(-1);
  if (d.begin != d.number_first) return false;
  // "640 Corsair": a name goes on behind the figure.
  if (c->is(TokenKind::figure) && has_counted(d) && !counts_plural(scene, d)) {
    Token const& head = c.peek(1);
    bool const name = head.is(TokenKind::word) && head.has(capital) && !head.has(all_capitals) && !c.figure().grouped;
    if (name && d.counted_first == d.number_first + 1 && c.figure().value > Decimal(12)) return true;
  }
  if (d.number_first == scene.first) return false;
  if (c->is(TokenKind::figure) && c.figure().grouped) return word_before_numbers(scene, d);
  if (before.is(TokenKind::code)) return !counts_plural(scene, d);
  // "eBike 12 Max motors"
  if (before.is(TokenKind::word) && has_inner_capital(text_of(before, scene.view)) && c.peek(1).is(TokenKind::word) &&
      c.peek(1).has(capital))
    return true;
  if (!before.is(TokenKind::word) && !before.is(TokenKind::point)) return false;
  Token const& word = before.is(TokenKind::point) ? c.peek(-2) : before;
  if (word.begins(Category::numbered_things) && !counts_plural(scene, d)) return true;
  if (word.begins(Category::numbered_things) && word.has(capital)) return true;
  if (numbers_several(word) && c->is(TokenKind::figure) && continues_list(c)) return true;
  if (c->is(TokenKind::word))
    return word.has(capital) && c->has(capital) && !c->has(sentence_first) && !counts_plural(scene, d);
  bool const inner = has_inner_capital(text_of(word, scene.view));
  if ((!word.has(capital) && !inner) || word.begins(Category::function_words)) return false;
  if (inner) return !counts_plural(scene, d);
  if (word.has(sentence_first) && word.word != unknown_word && word_info(word.word).usual_part != noun) return false;
  if (!counts_plural(scene, d)) return true;
  // "40 Corvo 240 jets", "the new Corvo 240 jets": a noun phrase that has begun goes on.
  if (!before.is(TokenKind::word) || c.at < scene.first + 2 || !c->is(TokenKind::figure)) return false;
  Token const& opener = c.peek(-2);
  if (opener.is(TokenKind::figure)) return true;
  auto const text = text_of(opener, scene.view);
  static constexpr std::string_view openers[] = {"the", "a",   "an",    "its",   "their", "our",
                                                 "new", "old", "first", "these", "those"};
  return std::find(std::begin(openers), std::end(openers), text) != std::end(openers);
}

bool continues_names(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.begin);
  if (!c->is(TokenKind::figure) || d.low.unit != no_unit || d.low.number.scaled || has_counted(d)) return false;
  Token const& joint = c.peek(-1);
  if (c.peek(-2).is(TokenKind::comma) && (joints::is(joint, joints::and_) || joints::is(joint, joints::or_))) return true;
  return joints::is(joint, joints::and_) || joints::is(joint, joints::or_) || joints::is(joint, joints::to) ||
         joint.is(TokenKind::comma) || joint.is(TokenKind::dash) || joint.is(TokenKind::hyphen) ||
         joint.is(TokenKind::ampersand);
}

bool is_no_quantity(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (c->is(TokenKind::figure)) {
    Figure const& f = c.figure();
    if (f.leading_zero && f.place == 0 && d.low.unit == no_unit) return true;
    if (c->has(ordinal_suffix) || c->has(decade_suffix)) return true;
  }
  if (is_citation(scene, d) || is_panel(scene, d) || is_piece_of_sign(scene, d) || is_tail_of_word(scene, d)) return true;
  if (is_telephone(scene, d) || is_pair_or_size(scene, d)) return true;
  // "20-somethings"
  if (c->is(TokenKind::figure) && c.peek(1).is(TokenKind::hyphen) && c.at + 2 < scene.last &&
      c.plus(2).text().starts_with("something"))
    return true;
  if (is_pronoun_one(scene, d) || is_score(scene, d) || is_list_mark(scene, d) || is_named_half(scene, d)) return true;
  if (d.low.unit == no_unit && !d.low.number.scaled && !d.low.number.fraction && d.bound == Bound::exact && !d.high) {
    if (is_name(scene, d) || is_year_like(scene, d)) return true;
  }
  return false;
}

}  // namespace counterclaim
