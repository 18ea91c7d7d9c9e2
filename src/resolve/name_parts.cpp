#include "src/resolve/name_parts.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {

bool is_doing(Tokens const& tokens, std::uint32_t first, std::uint32_t last) {
  auto const word = tokens.tokens[first].word;
  return last > first + 1 && word != unknown_word && word_text(word).ends_with("ing") && word_info(word).verb_lemma != word &&
         (word_info(word).parts & verb) != 0;
}

bool is_round(Tokens const& tokens, std::uint32_t first, std::uint32_t last) {
  static WordId const series = find_word("series");
  auto const& letter = tokens.tokens[last - 1];
  return last == first + 2 && tokens.tokens[first].word == series && letter.is(TokenKind::word) &&
         letter.end == letter.begin + 1;
}

bool is_phase(Tokens const& tokens, std::uint32_t first) {
  static WordSet const stages{"phase", "stage", "tier", "category", "class", "grade", "round", "part", "level"};
  auto const& t = tokens.tokens;
  return first + 2 < t.size() && stages.has(t[first].word) && t[first + 1].is(TokenKind::figure) && t[first + 2].has(capital);
}

bool goes_on_behind_of(Tokens const& tokens, std::uint32_t first, std::uint32_t of) {
  auto const& t = tokens.tokens;
  auto const& behind = t[of + 1];
  auto const is_known = [](Token const& one) {
    return !one.is(TokenKind::word) || (one.word != unknown_word && word_info(one.word).parts != 0);
  };
  // "Of Applied Sciences", "of Art": no place, nobody
  if (behind.word != unknown_word && (word_info(behind.word).parts & (noun | adjective)) != 0 &&
      word_info(behind.word).noun_field != lexname::location && word_info(behind.word).noun_field != lexname::person)
    return true;
  auto const& head = t[of - 1];
  if (head.word == unknown_word) return of == first + 1;  // "Aldric of Orl"
  return word_info(head.word).noun_field == lexname::group || std::all_of(t.begin() + first, t.begin() + of, is_known);
}

}  // namespace counterclaim
