// tests/data/grammar/comparisons.tsv: a sentence, and its comparisons: left, relation ('>' better, '<' worse, '=' equal),
// right, then |measure, @benchmark, x factor, #score and the flags p (performance) and s (superlative); "-" where there is
// none. tests/data/grammar/ranks.tsv: a sentence, and its ranks: value, then the scale in brackets.
#include <gtest/gtest.h>

#include "counterclaim/mention.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string words(Article const& a, Tokens const& t, std::uint32_t first, std::uint32_t last) {
  return first < last ? visible(a.view, {t.tokens[first].begin, t.tokens[last - 1].end}) : std::string();
}

std::string dump(Article const& a) {
  auto const t = lex(a);
  auto const m = parse(a, t);
  std::string out;
  for (auto const& k : m.comparisons) {
    if (!out.empty()) out += "; ";
    out += words(a, t, k.left_first, k.left_last);
    out += k.relation == Relation::better ? " > " : k.relation == Relation::worse ? " < " : " = ";
    out += words(a, t, k.right_first, k.right_last);
    if (k.measure_first < k.measure_last) out += " |" + words(a, t, k.measure_first, k.measure_last);
    if (k.benchmark_first < k.benchmark_last) out += " @" + words(a, t, k.benchmark_first, k.benchmark_last);
    if (k.factor >= 0) out += " x" + to_string(m.quantities[std::size_t(k.factor)].value);
    if (k.score >= 0) out += " #" + to_string(m.quantities[std::size_t(k.score)].value);
    if (k.performance || k.superlative) out += ' ';
    if (k.performance) out += 'p';
    if (k.superlative) out += 's';
  }
  return out.empty() ? "-" : out;
}

std::string dump_ranks(Article const& a) {
  auto const t = lex(a);
  std::string out;
  for (auto const& r : parse(a, t).ranks) {
    if (!out.empty()) out += "; ";
    out += to_string(r.value) + " (" + words(a, t, r.scale_first, r.scale_last) + ")";
  }
  return out.empty() ? "-" : out;
}

TEST(Comparison, Table) {
  for (auto const& row : sentence_table("comparisons.tsv", 2)) EXPECT_EQ(dump(article_of(row[0])), row[1]) << row[0];
}

TEST(Comparison, RanksTable) {
  for (auto const& row : sentence_table("ranks.tsv", 2)) EXPECT_EQ(dump_ranks(article_of(row[0])), row[1]) << row[0];
}

// No side reaches over the whole of it.
TEST(Comparison, OneEndlessSentenceIsReadInPieces) {
  auto found = [](int n) {
    std::string text;
    for (int i = 0; i < n; ++i) text += "the pump is faster than a valve and as cheap as it outperforms better ";
    auto const a = article_of(text);
    return parse(a, lex(a)).comparisons.size();
  };
  auto const few = found(300);
  EXPECT_GE(few, 300U);
  EXPECT_NEAR(double(found(3000)), 10.0 * double(few), 0.02 * 10.0 * double(few));
}

}  // namespace
}  // namespace counterclaim
