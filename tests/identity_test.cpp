// tests/data/grammar/identities.tsv: a sentence, and who is said to hold which role of what: role, thing, its year and kind
// where they are told, and the holders; "-" where nothing may be read.
#include <gtest/gtest.h>

#include "counterclaim/mention.hpp"
#include "counterclaim/vocabulary.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string words(Article const& a, Tokens const& t, std::uint32_t first, std::uint32_t last) {
  return a.view.substr(t.tokens[first].begin, t.tokens[last - 1].end - t.tokens[first].begin);
}

std::string dump(Article const& a) {
  auto const t = lex(a);
  auto const m = parse(a, t);
  std::string out;
  for (auto const& k : m.identities) {
    if (k.role < 0) continue;
    if (!out.empty()) out += "; ";
    out += vocabulary(Category::roles)[std::size_t(k.role)].column[1];
    out += " of " + words(a, t, k.thing_first, k.thing_last);
    if (k.year != 0) out.append(" ").append(std::to_string(k.year));
    if (k.kind >= 0 && !vocabulary(Category::thing_kinds)[std::size_t(k.kind)].column[0].empty())
      out.append(" ").append(vocabulary(Category::thing_kinds)[std::size_t(k.kind)].column[0]);
    for (auto i = k.holders_first; i < k.holders_last; ++i)
      out += (i == k.holders_first ? ": " : ", ") + words(a, t, m.holders[i].first, m.holders[i].last);
  }
  return out.empty() ? "-" : out;
}

TEST(Identity, Table) {
  for (auto const& row : sentence_table("identities.tsv", 2)) EXPECT_EQ(dump(article_of(row[0])), row[1]) << row[0];
}

// A number in a title counts nothing and dates nothing.
TEST(Identity, TitlesGiveUpTheirNumbers) {
  for (auto const* text : {"The author of Nine is Ann Bell.", "The director of \"Five Grey Geese\" was Peter Quill.",
                           "The author of 1934 is Ann Bell.", "Two Days in Orl was directed by Ida Moor.",
                           "Ida Moor later directed \"Nine Oaks\"."}) {
    auto const a = article_of(text);
    auto const m = parse(a, lex(a));
    EXPECT_TRUE(m.quantities.empty()) << text;
    EXPECT_TRUE(m.dates.empty()) << text;
  }
}

// However long a sentence goes on, what is looked at around a role is bounded.
TEST(Identity, OneEndlessSentenceIsReadInPieces) {
  auto found = [](int n) {
    std::string text = "they say";
    for (int i = 0; i < n; ++i) text += " that Brill Optics was founded by Ida Moor and";
    auto const a = article_of(text);
    return parse(a, lex(a)).identities.size();
  };
  auto const few = found(300);
  EXPECT_GE(few, 290U);
  EXPECT_NEAR(double(found(3000)), 10.0 * double(few), 0.02 * 10.0 * double(few));
}

}  // namespace
}  // namespace counterclaim
