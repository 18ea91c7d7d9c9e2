#include "src/resolve/origin.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {

bool is_place_name(Context const& c, NameUse const& use) {
  auto const word = c.tokens.tokens[use.first].word;
  return use.last == use.first + 1 && word != unknown_word && word_info(word).noun_field == lexname::location;
}

bool is_led(Context const& c, NameUse const& use) {
  auto const p = c.chunks.phrase_of[use.first];
  auto const first = p < 0 ? use.first : c.chunks.phrases[std::size_t(p)].first;
  auto const before = first > 0 ? c.chunks.classes[first - 1] : WordClass::mark;
  return before == WordClass::preposition || before == WordClass::to;
}

namespace {

// "The company from Ghent", "a maker based in Dorne"
bool is_seat(Context const& c, NameUse const& use) {
  static WordSet const based{"based", "headquartered"}, in{"in", "near", "outside"};
  static WordId const from = find_word("from");
  if (use.first < c.tokens.sentences[use.sentence].first + 2) return false;
  auto const& lead = c.tokens.tokens[use.first - 1];
  auto const& before = c.tokens.tokens[use.first - 2];
  if (in.has(lead.word)) return based.has(before.word);
  if (lead.word != from || !before.begins(Category::nominals)) return false;
  auto const m = match_phrase(Category::nominals, c.tokens.tokens, use.first - 2, use.first - 1, c.article.view);
  return m && vocabulary(Category::nominals)[std::size_t(m.row)].column[1] == "business";
}

}  // namespace

bool tells_origin(Context const& c, NameUse const& use) {
  if (is_seat(c, use)) return true;
  auto const& tokens = c.tokens.tokens;
  auto const last = use.last;
  if (last + 1 >= c.tokens.sentences[use.sentence].last) return false;
  if (tokens[last].is(TokenKind::hyphen) && tokens[last].has(glued))
    return (word_info(tokens[last + 1].word).forms & past_verb_form) != 0;
  if (!tokens[last].is(TokenKind::word) || !is_place_name(c, use)) return false;
  auto const p = c.chunks.phrase_of[use.first];
  if (p < 0) return false;
  auto const& phrase = c.chunks.phrases[std::size_t(p)];
  if (phrase.kind != PhraseKind::noun || phrase.head < last || tokens[phrase.head].has(capital)) return false;
  auto const end = std::min(phrase.head + 3, c.tokens.sentences[use.sentence].last);  // "start-up"
  auto const m = match_phrase(Category::nominals, tokens, phrase.head, end, c.article.view);
  if (!m) return false;
  auto const& row = vocabulary(Category::nominals)[std::size_t(m.row)];
  return row.column[0] == "organization" && row.column[1] != "body";
}

std::string_view publisher_meant(Context const& c, Phrase const* subject) {
  static WordSet const ours{"we", "our", "us"};
  if (!subject || c.publisher.empty()) return {};
  auto const& t = c.tokens.tokens[subject->first];
  return ours.has(t.word) && !t.has(in_quotes) ? c.publisher : std::string_view();
}

}  // namespace counterclaim
