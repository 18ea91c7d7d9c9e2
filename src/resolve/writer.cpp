#include "src/resolve/writer.hpp"

#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"

namespace counterclaim {

bool is_writer(Context const& c, Phrase const& p) {
  auto const& token = c.tokens.tokens[p.first];
  if (p.last != p.first + 1 || token.has(in_quotes)) return false;
  auto const w = text_of(token, c.article.view);
  return w == "I" || (c.article.tier != Tier::self && !c.interview && (w == "we" || w == "We"));
}

bool is_writers(Context const& c, Phrase const& p) {
  static WordId const my = find_word("my"), our = find_word("our");
  for (auto i = p.first; i < p.last; ++i) {
    auto const& t = c.tokens.tokens[i];
    if ((t.word == my || (t.word == our && c.article.tier != Tier::self && !c.interview)) && !t.has(in_quotes)) return true;
  }
  return false;
}

bool is_reckoned(Context const& c, Phrase const& writer, std::int32_t verb) {
  static WordSet const counts{"calculate", "assume", "compute", "value", "rate", "count"};
  // Of what is to come each has a forecast of his own.
  static WordSet const foretells{"expect", "predict", "forecast", "project", "want", "hope", "plan", "intend", "aim", "decide"};
  if (verb < 0 || !is_writer(c, writer)) return false;
  auto const head = c.tokens.tokens[c.chunks.phrases[std::size_t(verb)].head].word;
  if (head == unknown_word) return false;
  auto const lemma = word_info(head).verb_lemma;
  return counts.has(lemma) || (light_kind(head) == "report" && !foretells.has(lemma));
}

bool is_writers_block(Context const& c, std::int32_t block) {
  static WordId const our = find_word("our"), my = find_word("my");
  if (block < 0 || c.article.tier == Tier::self) return false;
  auto const first = c.first_sentence[std::size_t(block)];
  if (first == c.first_sentence[std::size_t(block) + 1]) return false;
  auto const word = c.tokens.tokens[c.tokens.sentences[first].first].word;
  return word == our || word == my;
}

}  // namespace counterclaim
