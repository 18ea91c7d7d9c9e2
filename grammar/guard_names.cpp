// Figures that name: "Section 4", "Planet 9", "the Nikkei 225", "the Velo 7 and 7 Pro", and rows of them ("lines 4 and 7").
#include "counterclaim/word_set.hpp"
#include "grammar/joints.hpp"
#include "grammar/quantity_parts.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

bool has_inner_capital(std::string_view s) {
  for (std::size_t i = 1; i < s.size(); ++i)
    if (s[i] >= 'A' && s[i] <= 'Z' && s[0] >= 'a' && s[0] <= 'z') return true;
  return false;
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

// "On MMLU it gets 82.6 percent, on MATH 63.1": what it gets on the next test.
bool is_next_score(Scene const& scene, Cursor const& c) {
  static WordSet const on{"on"};
  if (!c->is(TokenKind::figure) || c.figure().place == 0 || c.at < scene.first + 4) return false;
  if (!c.peek(-1).begins(Category::benchmarks) || !on.has(c.peek(-2).word)) return false;
  auto const& joint = c.peek(-3);
  if (!joint.is(TokenKind::comma) && !joint.is(TokenKind::semicolon) && !joints::is(joint, joints::and_)) return false;
  for (auto i = scene.first; i + 3 < c.at; ++i)
    if (scene.tokens[i].is(TokenKind::figure) && scene.figures[scene.tokens[i].figure].place == c.figure().place) return true;
  return false;
}

// "page 1,204": behind a word that numbers things. "Norra employs 4,500, Velo 3,200 and Brill 1,100": a verb is left out, so
// that nothing tells whose the figure is.
bool word_before_numbers(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first);
  Token const &word = c.peek(-1).is(TokenKind::point) ? c.peek(-2) : c.peek(-1), &joint = c.peek(-2);
  bool const gap = joint.is(TokenKind::comma) || joints::is(joint, joints::and_) || joint.is(TokenKind::semicolon);
  if (gap && word.is(TokenKind::word) && word.has(capital) && !word.begins(Category::function_words) && !has_counted(d))
    return true;
  if (!word.is(TokenKind::word) || !word.begins(Category::numbered_things)) return false;
  // "the Nikkei 38,410" is where it stands.
  auto const m = cursor_at(scene, c.at - (c.peek(-1).is(TokenKind::point) ? 2 : 1)).phrase(Category::numbered_things);
  if (m && vocabulary(Category::numbered_things)[std::size_t(m.row)].column[0] == "index") return false;
  return !counts_plural(scene, d) || word.has(capital);
}

// "Orla 6 answers faster than", "Corvo 5 turns out", "Orla 6 ranks second": how something is done, or the word that belongs to
// the verb.
bool is_way(Token const& t, std::string_view text) {
  static WordSet const ways{"more", "less", "better", "worse", "out", "off", "down", "back", "through", "away", "ahead"};
  return ways.has(t.word) || t.begins(Category::ordinals) || (t.begins(Category::measures) && text.ends_with("er"));
}

// Is no verb between the marks around tokens [first, last)?
bool nothing_else_acts(Scene const& scene, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t reach = 24;  // tokens either way
  auto const ends = [](Token const& t) {
    return t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || t.is(TokenKind::dash);
  };
  auto const acts = [](Token const& t) {
    if (!t.is(TokenKind::word) || t.word == unknown_word) return false;
    auto const& info = word_info(t.word);
    return info.usual_part == verb || (info.forms & (form_of_be | form_of_have)) != 0;
  };
  for (auto i = first; i > scene.first && first - i < reach && !ends(scene.tokens[i - 1]); --i)
    if (acts(scene.tokens[i - 1])) return false;
  for (auto i = last; i < scene.last && i - last < reach && !ends(scene.tokens[i]); ++i)
    if (acts(scene.tokens[i])) return false;
  return true;
}

// "The Corvo 5 heats the shed", "Orla 6 sorts its mail": one word that is a verb too, and its object behind it.
bool tells_what_it_does(Scene const& scene, Draft const& d) {
  if (d.counted_first != d.number_first + 1) return false;
  // "Orla 6 Maxi replies": the name goes on behind the figure
  bool const longer = d.counted_last == d.counted_first + 2 && scene.tokens[d.counted_first].has(capital);
  if (d.counted_last != d.counted_first + 1 && !longer) return false;
  Cursor const verb_at = cursor_at(scene, d.counted_last - 1), object = verb_at.plus(1);
  if (verb_at->word == unknown_word || (word_info(verb_at->word).parts & verb) == 0 || object.ended()) return false;
  if (is_way(*object, object.text())) return true;
  // "Orla 6 runs on a laptop", "Corvo 5 reads up to 900 pages"
  static WordSet const behind_verbs{"on", "up", "at", "about", "around", "under", "above"},
      leads{"in", "for", "with", "from", "into", "to", "as", "behind", "past", "by", "short"},
      nearly{"about", "around", "roughly", "nearly", "almost"};
  bool const mostly_verb = word_info(verb_at->word).usual_part == verb;
  if (mostly_verb && behind_verbs.has(object->word)) return true;
  // "Corvo 5 goes for $90", "Corvo 5 ships in May" where nothing else is the verb; not "on Friday 40 runs in"
  bool const third =
      verb_form(verb_at->word) == VerbForm::third && !cursor_at(scene, d.number_first).peek(-1).begins(Category::date_names);
  if (third && (leads.has(object->word) || behind_verbs.has(object->word)) &&
      (mostly_verb || nothing_else_acts(scene, d.number_first, object.at)))
    return true;
  if (nearly.has(object->word) && (object.peek(1).is(TokenKind::figure) || object.peek(1).is(TokenKind::currency))) return true;
  if (auto const m = object.phrase(Category::function_words)) {
    auto const kind = vocabulary(Category::function_words)[std::size_t(m.row)].column[0];
    return kind == "determiner" || kind == "possessive" || kind == "pronoun";
  }
  if (mostly_verb && object->is(TokenKind::word) && object->has(capital)) return true;
  return object->is(TokenKind::currency) || object->is(TokenKind::figure) || object->begins(Category::numerals) ||
         (object->is(TokenKind::word) && object->word != unknown_word && word_info(object->word).usual_part == noun);
}

// "the 510 drinks more than the 470": a type by its number alone.
bool is_the_type(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first), behind = c.plus(1);
  if (!c->is(TokenKind::figure) || c->end - c->begin != 3 || d.end != behind.at || !joints::is(c.peek(-1), joints::the))
    return false;
  if (c.figure().place != 0 || (has_counted(d) && !tells_what_it_does(scene, d))) return false;
  if (behind.ended() || !behind->is(TokenKind::word)) return !behind->is(TokenKind::hyphen) && !behind->is(TokenKind::dash);
  return behind->word != unknown_word && !behind->begins(Category::function_words) && behind.text().ends_with("s") &&
         word_info(behind->word).usual_part == verb;
}

// "Pro", "Max", "Plus": a variant of a product.
bool is_model_word(Cursor const& at) {
  auto const m = at.phrase(Category::name_words);
  return m && vocabulary(Category::name_words)[std::size_t(m.row)].column[0] == "model";
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
    // "the Velo 7 and 7 Pro", "the 640 MAX"
    if (head.is(TokenKind::word) && head.has(capital) && is_model_word(c.plus(1))) return true;
  }
  if (d.number_first == scene.first || is_next_score(scene, c)) return false;
  if (is_the_type(scene, d)) return true;
  if (c->is(TokenKind::figure) && c.figure().grouped) return word_before_numbers(scene, d);
  if (before.is(TokenKind::code)) return !counts_plural(scene, d);
  // "eBike 12 Max motors"
  if (before.is(TokenKind::word) && has_inner_capital(text_of(before, scene.view)) && c.peek(1).is(TokenKind::word) &&
      c.peek(1).has(capital))
    return true;
  if (!before.is(TokenKind::word) && !before.is(TokenKind::point)) return false;
  Token const& word = before.is(TokenKind::point) ? c.peek(-2) : before;
  if (word.begins(Category::numbered_things) && !counts_plural(scene, d)) return true;
  // "version 4.9 supports 40 languages"
  if (word.begins(Category::numbered_things) && (word.has(capital) || tells_what_it_does(scene, d))) return true;
  if (numbers_several(word) && c->is(TokenKind::figure) && continues_list(c)) return true;
  if (c->is(TokenKind::word))
    return word.has(capital) && c->has(capital) && !c->has(sentence_first) && !counts_plural(scene, d);
  // "By the end of February 229 of them": no day of the month, and no year
  if (word.begins(Category::date_names) && c->is(TokenKind::figure) && c.figure().value > Decimal(31) &&
      c.figure().value < Decimal(1000) && joints::is(c.peek(1), joints::of))
    return false;
  bool const inner = has_inner_capital(text_of(word, scene.view));
  if ((!word.has(capital) && !inner) || word.begins(Category::function_words)) return false;
  if (inner) return !counts_plural(scene, d);
  // A verb that opens the sentence; not "USB", which the lexicon knows for no part of speech.
  if (word.has(sentence_first) && word.word != unknown_word && word_info(word.word).usual_part != noun &&
      !(word.has(all_capitals) && word_info(word.word).usual_part == 0))
    return false;
  if (!counts_plural(scene, d) || tells_what_it_does(scene, d)) return true;
  // "the Corvo 5 Ultra costs about $700"
  if (c->is(TokenKind::figure) && c.peek(1).has(capital) && is_model_word(c.plus(1))) return true;
  // "40 Corvo 240 jets", "the new Corvo 240 jets": a noun phrase that has begun goes on.
  if (!before.is(TokenKind::word) || c.at < scene.first + 2 || !c->is(TokenKind::figure)) return false;
  Token const& opener = c.peek(-2);
  if (opener.is(TokenKind::figure)) return true;
  static WordSet const openers{"the", "a", "an", "its", "their", "our", "new", "old", "first", "these", "those"};
  return openers.has(opener.word);
}

bool is_model_that_acts(Scene const& scene, Draft const& d) {
  Cursor const c = cursor_at(scene, d.number_first), verb_at = c.plus(1), object = c.plus(2);
  if (d.begin != d.number_first || d.end != object.at || object.ended() || d.number_first == scene.first) return false;
  Token const& before = c.peek(-1);
  bool const named = before.is(TokenKind::word) && before.has(capital) && !before.begins(Category::function_words) &&
                     !before.begins(Category::date_names);
  if (!named || !c->is(TokenKind::figure) || c.figure().grouped || c.figure().value >= Decimal(100)) return false;
  if (!verb_at->is(TokenKind::word) || verb_at->word == unknown_word || verb_at->has(glued)) return false;
  bool const third = (word_info(verb_at->word).parts & verb) != 0 && verb_at.text().ends_with("s");
  bool const beats = verb_at->begins(Category::comparison_verbs) && object->is(TokenKind::word) && object->has(capital);
  return third && (beats || is_way(*object, object.text()));
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

}  // namespace counterclaim
