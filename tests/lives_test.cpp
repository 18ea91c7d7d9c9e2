// Lives and spans: tests/data/align/lives.tsv, two texts and whether they are found to contradict each other over a birth, an
// age or a span.
#include <gtest/gtest.h>

#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string reported(std::string const& a, std::string const& b) {
  static auto const rules = load_rules(built_in_rules());
  std::string out;
  for (auto const& finding : lint({read_text("a.txt", a), read_text("b.txt", b)}, rules.book, 1).findings)
    if (finding.severity == Severity::error && out.find(finding.rule) == std::string::npos)
      out += (out.empty() ? "" : " ") + finding.rule;
  return out.empty() ? "-" : out;
}

TEST(Lives, Table) {
  for (auto const& row : sentence_table("../align/lives.tsv", 3)) {
    EXPECT_EQ(reported(row[1], row[2]), row[0]) << row[1] << "\n" << row[2];
    EXPECT_EQ(reported(row[2], row[1]), row[0]) << "the other way round: " << row[2] << "\n" << row[1];
  }
}

}  // namespace
}  // namespace counterclaim
