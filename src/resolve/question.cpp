#include "src/resolve/question.hpp"

#include "counterclaim/lexicon.hpp"

namespace counterclaim {

bool asks(Context const& c, std::uint32_t sentence) {
  auto const& s = c.tokens.sentences[sentence];
  for (auto i = s.last; i > s.first; --i) {
    auto const& t = c.tokens.tokens[i - 1];
    if (t.is(TokenKind::quote) || t.is(TokenKind::close_bracket)) continue;
    return t.is(TokenKind::stop) && c.article.view[t.begin] == '?';
  }
  return false;
}

std::int32_t question_before(Context const& c, std::uint32_t sentence) {
  auto const block = c.tokens.sentences[sentence].block;
  if (sentence > c.first_sentence[block]) return asks(c, sentence - 1) ? std::int32_t(sentence - 1) : -1;
  auto const heading = c.article.blocks[block].heading;
  if (heading < 0) return -1;
  auto const first = c.first_sentence[std::size_t(heading)], end = c.first_sentence[std::size_t(heading) + 1];
  bool const opens = block == std::uint32_t(heading) + 1;
  return opens && first < end && asks(c, end - 1) ? std::int32_t(end - 1) : -1;
}

Question read_question(Context const& c, std::uint32_t sentence) {
  using enum WordClass;
  static WordId const how = find_word("how"), many = find_word("many"), much = find_word("much");
  auto const& s = c.tokens.sentences[sentence];
  auto const& tokens = c.tokens.tokens;
  Question out{s.first, s.last};
  bool inverted = false;  // "does the line open": the verb stands last
  for (auto i = s.first + 1; i < s.last; ++i) {
    if (!tokens[i].is(TokenKind::word)) continue;
    auto const of = c.chunks.classes[i];
    auto const before = tokens[i - 1].word;
    if (of == auxiliary || of == modal) {
      inverted = true;
    } else if (before == many) {
      out.counted = i;
    } else if (before == how && of == adjective && tokens[i].word != many && tokens[i].word != much) {
      out.quality = i;
    } else if (inverted && tokens[i].word != unknown_word && (word_info(tokens[i].word).parts & verb) != 0) {
      bool const owned = c.chunks.classes[i - 1] == determiner || c.chunks.classes[i - 1] == possessive;  // "renew my pass?"
      bool const ends = !owned && (i + 1 == s.last || !tokens[i + 1].is(TokenKind::word));
      bool const of_verb = of == base_verb || of == participle || of == finite_verb;
      if (of_verb || (ends && out.verb == 0)) out.verb = i;
    }
  }
  return out;
}

}  // namespace counterclaim
