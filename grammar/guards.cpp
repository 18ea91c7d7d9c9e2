// Figures that count nothing: names, scores, years, telephone numbers, list marks, the pronoun "one".
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
    if (d.begin == d.number_first && chains(before) && before.has(glued) && c->has(glued)) return true;
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

bool is_year_like(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::figure) || d.low.unit != no_unit || d.high || d.low.number.scaled) return false;
  Figure const& f = c.figure();
  if (c->end - c->begin != 4 || f.place != 0 || f.grouped) return false;
  if (f.value < Decimal(1500) || f.value > Decimal(2100)) return false;
  if (counts_plural(scene, d) && !c.peek(-1).begins(Category::date_prepositions)) return false;
  // "at 2012 the index stood": words of change or a bound make a figure of it.
  return d.begin == d.number_first;
}

bool is_list_mark(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (d.low.unit != no_unit || !c->is(TokenKind::figure) || c->end - c->begin > 3) return false;
  Token const &before = c.peek(-1), &next = c.peek(1);
  bool const bracketed = before.is(TokenKind::open_bracket) && next.is(TokenKind::close_bracket);
  bool const numbered = d.number_first == scene.first && next.has(glued) && next.is(TokenKind::close_bracket);
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
  return cursor_at(scene, open).text() == "[" && cursor_at(scene, close).text() == "]";
}

// "Fig. 6d", "Figure 3C": the letter is a panel and no unit.
bool is_panel(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  if (!c->is(TokenKind::figure) || d.low.unit == no_unit || d.low.number.place != 0) return false;
  Token const &letter = c.peek(1), &before = c.peek(-1);
  if (!letter.has(glued) || letter.end - letter.begin != 1) return false;
  Token const& word = before.is(TokenKind::point) ? c.peek(-2) : before;
  return word.begins(Category::numbered_things);
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
  if (before.is(TokenKind::code)) return !counts_plural(scene, d);
  if (!before.is(TokenKind::word) && !before.is(TokenKind::point)) return false;
  Token const& word = before.is(TokenKind::point) ? c.peek(-2) : before;
  if (word.begins(Category::numbered_things) && !counts_plural(scene, d)) return true;
  if (word.begins(Category::numbered_things) && word.has(capital)) return true;
  if (c->is(TokenKind::word))
    return word.has(capital) && c->has(capital) && !c->has(sentence_first) && !counts_plural(scene, d);
  bool const inner = has_inner_capital(text_of(word, scene.view));
  if ((!word.has(capital) && !inner) || word.begins(Category::function_words)) return false;
  if (inner) return !counts_plural(scene, d);
  if (word.has(sentence_first) && word.word != unknown_word && word_info(word.word).usual_part != noun) return false;
  return !counts_plural(scene, d);
}

bool continues_names(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.begin);
  if (!c->is(TokenKind::figure) || d.low.unit != no_unit || d.low.number.scaled || has_counted(d)) return false;
  Token const& joint = c.peek(-1);
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
  if (is_citation(scene, d) || is_panel(scene, d)) return true;
  if (is_pronoun_one(scene, d) || is_score(scene, d) || is_list_mark(scene, d) || is_named_half(scene, d)) return true;
  if (d.low.unit == no_unit && !d.low.number.scaled && !d.low.number.fraction && d.bound == Bound::exact && !d.high) {
    if (is_name(scene, d) || is_year_like(scene, d)) return true;
  }
  return false;
}

}  // namespace counterclaim
