// tests/data/grammar/attributions.tsv: a text of one paragraph, its attributions and its hedges.
// Attribution: source: cue -> what it covers, then ? (vague) and ^ (citing). Hedge: certainty: cue -> what it covers.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "counterclaim/claim.hpp"
#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string words(Article const& a, Tokens const& t, std::uint32_t first, std::uint32_t last) {
  return first < last ? visible(a.view, {t.tokens[first].begin, t.tokens[last - 1].end}) : std::string();
}

TEST(Attribution, Table) {
  for (auto const& row : sentence_table("attributions.tsv", 3)) {
    auto const a = article_of(row[0]);
    auto const t = lex(a);
    auto const m = parse(a, t);
    std::string attributions, hedges;
    for (auto const& x : m.attributions) {
      if (!attributions.empty()) attributions += "; ";
      attributions += words(a, t, x.source_first, x.source_last) + ": " + words(a, t, x.cue_first, x.cue_last) + " -> " +
                      words(a, t, x.scope_first, x.scope_last) + (x.vague ? " ?" : "") + (x.citing ? " ^" : "");
    }
    for (auto const& x : m.hedges) {
      if (!hedges.empty()) hedges += "; ";
      hedges += std::string(to_string(x.certainty)) + ": " + words(a, t, x.at.first, x.at.last) + " -> " +
                words(a, t, x.scope_first, x.scope_last);
    }
    EXPECT_EQ(attributions.empty() ? "-" : attributions, row[1]) << row[0];
    EXPECT_EQ(hedges.empty() ? "-" : hedges, row[2]) << row[0];
  }
}

// Where only figures are wanted, whose word they are is read as it is in the whole text.
TEST(Attribution, OfFiguresIsThatOfTheWholeText) {
  constexpr std::string_view sentences[] = {
      "Orla Bank said that sales rose.",
      "It added that they would rise again.",
      "He said that the pier has 40 berths.",
      "The mill has 31 looms.",
      "\"We sold 30 boats last year.",
      "They were all of oak.\"",
      "\"It was a good year\", she said.",
      "It announced this on Monday.",
      "Nobody claimed the prize.",
      "According to Norra, the lake is deep.",
      "The price is expected to reach $9 million.",
      "Analysts expect more of it.",
      "The figure comes from Velo.",
      "They talked of the weather.",
      "The road is long.",
  };
  auto const fields = [](AttributionMention const& m) {
    return std::tuple(m.at.first, m.at.last, m.source_first, m.source_last, m.cue_first, m.cue_last, m.scope_first,
                      m.scope_last, m.vague, m.citing);
  };
  std::mt19937 random(7);
  for (int n = 0; n < 3000; ++n) {
    std::string text;
    for (auto k = random() % 12 + 2; k > 0; --k) {
      text += sentences[random() % std::size(sentences)];
      text += random() % 6 == 0 ? "\n\n" : " ";
    }
    auto const a = article_of(text);
    auto const t = lex(a);
    auto const all = parse(a, t), some = parse(a, t, Chunks(a, t), Voiced::figures);
    auto const holds = [&](Mentions const& m, AttributionMention const& x) {
      return std::any_of(m.attributions.begin(), m.attributions.end(), [&](auto const& y) { return fields(x) == fields(y); });
    };
    for (auto const& x : some.attributions) ASSERT_TRUE(holds(all, x)) << text;
    for (auto const& x : all.attributions) {
      auto const covers = [&](auto const& m) { return m.at.first >= x.scope_first && m.at.first < x.scope_last; };
      if (std::any_of(all.quantities.begin(), all.quantities.end(), covers) ||
          std::any_of(all.dates.begin(), all.dates.end(), covers)) {
        ASSERT_TRUE(holds(some, x)) << text;
      }
    }
  }
}

}  // namespace
}  // namespace counterclaim
