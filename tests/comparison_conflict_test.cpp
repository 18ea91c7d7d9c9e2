// tests/data/compare/conflicts.tsv: texts that do or do not contradict one another on which of two things is ahead.
#include <gtest/gtest.h>

#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/rule.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string with_breaks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const line = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    out += line ? '\n' : text[i];
    i += line;
  }
  return out;
}

bool is_reported(std::vector<std::string> const& cells, RuleBook const& book) {
  std::vector<Article> articles;
  for (std::size_t i = 1; i < cells.size(); ++i)
    articles.push_back(read_markdown(std::string(1, char('a' + i - 1)) + ".md", with_breaks(cells[i])));
  auto const report = lint(std::move(articles), book, 1);
  for (auto const& f : report.findings)
    if (f.rule == "comparison-conflict") return true;
  return false;
}

TEST(ComparisonConflict, Table) {
  std::ifstream in(COUNTERCLAIM_SOURCE_DIR "/tests/data/compare/conflicts.tsv");
  auto const loaded = load_rules(built_in_rules());
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    auto const cells = cells_of(line);
    ASSERT_GE(cells.size(), 3U) << line;
    EXPECT_EQ(is_reported(cells, loaded.book), cells[0] == "conflict") << line;
    ++rows;
  }
  EXPECT_GT(rows, 0);
}

}  // namespace
}  // namespace counterclaim
