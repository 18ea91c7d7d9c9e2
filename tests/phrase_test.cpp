// tests/data/grammar/phrases.tsv: a sentence, and its phrases in one line: [noun phrase] and <verb group>, the head behind a
// star; other tokens stand for themselves. A verb group's flags follow it: n negated, m modal, d past, v passive, p perfect,
// g progressive, t infinitive, x non-finite otherwise.
#include "counterclaim/phrase.hpp"

#include <gtest/gtest.h>

#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string flags_of(Phrase const& p) {
  std::string out;
  auto put = [&](PhraseFlag f, char c) {
    if (p.has(f)) out += c;
  };
  put(negated, 'n'), put(modal_verb, 'm'), put(past_tense, 'd'), put(passive_voice, 'v'), put(perfect, 'p');
  put(progressive, 'g'), put(infinitive, 't');
  if (p.has(non_finite) && !p.has(infinitive)) out += 'x';
  return out;
}

std::string dump(Article const& a, Tokens const& t, Chunks const& c) {
  std::string out;
  for (std::uint32_t i = 0; i < t.tokens.size(); ++i) {
    if (i > 0) out += ' ';
    auto const* p = c.phrase_of[i] < 0 ? nullptr : &c.phrases[std::size_t(c.phrase_of[i])];
    bool const shown = p && (p->kind == PhraseKind::noun || p->kind == PhraseKind::verb);
    if (shown && i == p->first) out += p->kind == PhraseKind::noun ? '[' : '<';
    if (shown && i == p->head) out += '*';
    out += text_of(t.tokens[i], a.view);
    if (shown && i + 1 == p->last) out += p->kind == PhraseKind::noun ? "]" : ">" + flags_of(*p);
  }
  return out;
}

TEST(Phrase, Table) {
  for (auto const& row : sentence_table("phrases.tsv", 2)) {
    auto const a = article_of(row[0]);
    auto const t = lex(a);
    EXPECT_EQ(dump(a, t, Chunks(a, t)), row[1]) << row[0];
  }
}

TEST(Phrase, LongRunsStayLinearAndInsideSentences) {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += i % 3 == 0 ? "very " : i % 3 == 1 ? "running " : "\" ";
  for (int i = 0; i < 60000; ++i) text += "very ";
  for (int i = 0; i < 60000; ++i) text += "running ";
  for (int i = 0; i < 60000; ++i) text += "that ";
  auto const a = article_of(text);
  auto const t = lex(a);
  Chunks const c(a, t);
  ASSERT_EQ(c.classes.size(), t.tokens.size());
  std::uint32_t at = 0;
  for (std::uint32_t s = 0; s < t.sentences.size(); ++s)
    for (auto const& p : c.of_sentence(s)) {
      ASSERT_EQ(p.sentence, s);
      ASSERT_LE(at, p.first);
      ASSERT_LT(p.first, p.last);
      ASSERT_TRUE(p.head >= p.first && p.head < p.last);
      at = p.last;
    }
}

}  // namespace
}  // namespace counterclaim
