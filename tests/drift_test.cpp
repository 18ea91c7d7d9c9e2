// tests/data/drift/happenings.tsv: what is possible in one article and plain fact in another.
#include <gtest/gtest.h>

#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/rule.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

bool is_reported(std::vector<std::string> const& cells, RuleBook const& book) {
  std::vector<Article> articles{read_markdown("a.md", cells[1]), read_markdown("b.md", cells[2])};
  articles[0].date = to_day({2024, 1, 1});
  articles[1].date = to_day({2024, 1, 5});
  auto const report = lint(std::move(articles), book, 1);
  return std::any_of(report.findings.begin(), report.findings.end(), [](auto const& f) { return f.rule == "certainty-drift"; });
}

TEST(CertaintyDrift, OfWhatHappens) {
  std::ifstream in(COUNTERCLAIM_SOURCE_DIR "/tests/data/drift/happenings.tsv");
  auto const loaded = load_rules(built_in_rules());
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    auto const cells = cells_of(line);
    ASSERT_EQ(cells.size(), 3U) << line;
    EXPECT_EQ(is_reported(cells, loaded.book), cells[0] == "drift") << line;
    ++rows;
  }
  EXPECT_GT(rows, 40);
}

}  // namespace
}  // namespace counterclaim
