// tests/data/grammar/tokens.tsv: a text, and its tokens in one line. Words stand for themselves, figures as #value, names with
// digits as [name], other kinds as their text; "_" marks a token glued to the one before, "||" the end of a sentence.
#include <gtest/gtest.h>

#include <fstream>

#include "counterclaim/read.hpp"
#include "counterclaim/token.hpp"

namespace counterclaim {
namespace {

Article article_of(std::string text) {
  Article a;
  a.raw = a.view = std::move(text);
  a.body_size = std::uint32_t(a.raw.size());
  a.blocks.push_back({BlockKind::paragraph, {0, a.body_size}});
  return a;
}

std::string dump(Article const& a, Tokens const& t) {
  std::string out;
  for (auto const& s : t.sentences) {
    for (auto i = s.first; i < s.last; ++i) {
      auto const& token = t.tokens[i];
      if (!out.empty()) out += ' ';
      if (token.has(glued)) out += '_';
      auto const text = std::string(text_of(token, a.view));
      if (token.is(TokenKind::figure))
        out += "#" + to_string(t.figures[token.figure].value) +
               (token.has(ordinal_suffix)  ? "th"
                : token.has(decade_suffix) ? "s"
                                           : "");
      else if (token.is(TokenKind::code))
        out += "[" + text + "]";
      else
        out += text;
    }
    out += " ||";
  }
  return out;
}

TEST(Lexer, Table) {
  std::ifstream in(COUNTERCLAIM_SOURCE_DIR "/tests/data/grammar/tokens.tsv");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    auto const tab = line.find('\t');
    ASSERT_NE(tab, line.npos) << line;
    auto const a = article_of(line.substr(0, tab));
    EXPECT_EQ(dump(a, lex(a)), line.substr(tab + 1)) << line.substr(0, tab);
    ++rows;
  }
  EXPECT_GT(rows, 30);
}

TEST(Lexer, TokensLieInOrderInsideTheirBlock) {
  std::string text;
  std::uint32_t seed = 7;
  for (int i = 0; i < 20000; ++i) {
    seed = seed * 1664525u + 1013904223u;
    text += static_cast<char>(seed >> 24);
  }
  auto const a = article_of(text);
  auto const t = lex(a);
  std::uint32_t at = 0;
  for (auto const& token : t.tokens) {
    ASSERT_LE(at, token.begin);
    ASSERT_LT(token.begin, token.end);
    at = token.end;
  }
  EXPECT_LE(at, a.body_size);
  std::uint32_t last = 0;
  for (auto const& s : t.sentences) {
    EXPECT_EQ(s.first, last);
    last = s.last;
  }
  EXPECT_EQ(last, t.tokens.size());
}

TEST(Lexer, CutsASentenceThatHasNoEnd) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "rose by 5% to 40 and ";
  auto const a = read_text("a.txt", text);
  auto const t = lex(a);
  EXPECT_GE(t.sentences.size(), 20u);
  for (auto const& s : t.sentences) EXPECT_LE(s.last - s.first, 1100u);
}

TEST(Lexicon, KnowsLemmasSensesAndVectors) {
  auto const id = [](char const* w) { return find_word(w); };
  EXPECT_EQ(word_text(word_info(id("employs")).verb_lemma), "employ");
  EXPECT_EQ(word_text(word_info(id("ships")).noun_lemma), "ship");
  EXPECT_EQ(word_text(word_info(id("mice")).noun_lemma), "mouse");
  EXPECT_EQ(word_info(id("employee")).family, word_info(id("employ")).family);
  EXPECT_EQ(word_info(id("the")).rank, 1u);
  EXPECT_GT(cosine(id("acres"), id("hectares")), 0.7f);
  EXPECT_LT(cosine(id("dog"), id("treaty")), 0.3f);
  EXPECT_TRUE(are_antonyms(id("net"), id("gross")));
  EXPECT_TRUE(share_synset(id("car"), id("automobile")));
  EXPECT_TRUE(is_hypernym(id("vehicle"), id("car")));
  EXPECT_FALSE(is_hypernym(id("car"), id("vehicle")));
  EXPECT_EQ(find_word("qqzxv"), unknown_word);
}

}  // namespace
}  // namespace counterclaim
