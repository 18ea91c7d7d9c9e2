// tests/data/grammar/attributions.tsv: a text of one paragraph, its attributions and its hedges.
// Attribution: source: cue -> what it covers, then ? (vague) and ^ (citing). Hedge: certainty: cue -> what it covers.
#include <gtest/gtest.h>

#include "counterclaim/claim.hpp"
#include "counterclaim/mention.hpp"
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

}  // namespace
}  // namespace counterclaim
