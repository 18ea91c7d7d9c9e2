#include "src/resolve/question.hpp"

#include "counterclaim/lexicon.hpp"
#include "counterclaim/word_set.hpp"

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

bool is_interview(Context const& c) {
  constexpr int fewest = 2;
  constexpr std::uint32_t most = 2;  // sentences of a question that stands by itself
  static WordSet const you{"you", "your"};
  int questions = 0;
  bool to_you = false;
  for (std::size_t b = 0; b + 1 < c.first_sentence.size() && (questions < fewest || !to_you); ++b) {
    auto const first = c.first_sentence[b], end = c.first_sentence[b + 1];
    if (first == end) continue;
    // "**When did you start?** In 2017, with …" opens the answer's block
    auto const last = end - first <= most ? end - 1 : first;
    auto const question = asks(c, last) ? last : first;
    if (!asks(c, question)) continue;
    ++questions;
    auto const& s = c.tokens.sentences[question];
    for (auto i = s.first; i < s.last && !to_you; ++i) to_you = you.has(c.tokens.tokens[i].word);
  }
  return questions >= fewest && to_you;
}

bool is_of_its_source(Context const& c) {
  for (std::size_t n = 0; n < c.names.names.size() && !c.article.source.empty(); ++n)
    if (c.names.names[n] == c.article.source) return (c.descriptions.kinds[n] & an_organization) != 0;
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
