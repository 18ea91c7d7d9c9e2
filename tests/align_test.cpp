// Two texts by two writers: what must be found to disagree, and what only looks alike.
#include <gtest/gtest.h>

#include <algorithm>

#include "counterclaim/calendar.hpp"
#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

// "[2025-04-10] The fever has killed 91 people."
Article article(std::string id, std::string text) {
  std::string day = "2025-03-10";
  if (text.starts_with('[')) {
    day = text.substr(1, 10);
    text.erase(0, text.find(']') + 2);
  }
  auto out = read_text(std::move(id), std::move(text));
  out.date = parse_iso_date(day);
  return out;
}

// The conflicts and updates reported for two texts, divided by blanks; "-" for none.
std::string reported(std::string const& a, std::string const& b, std::string const& type = "txt") {
  static auto const rules = load_rules(built_in_rules());
  std::string out;
  for (auto const& finding : lint({article("a." + type, a), article("b." + type, b)}, rules.book, 1).findings) {
    bool const of_pairs = finding.rule.ends_with("-conflict") || finding.rule == "magnitude-slip" ||
                          finding.rule == "superseded-figure" || finding.rule == "certainty-drift";
    if (of_pairs) out += (out.empty() ? "" : " ") + finding.rule;
  }
  return out.empty() ? "-" : out;
}

TEST(Align, PairsOfTexts) {
  for (auto const& row : sentence_table("../align/pairs.tsv", 3)) {
    EXPECT_EQ(reported(row[1], row[2]), row[0]) << row[1] << "\n" << row[2];
    EXPECT_EQ(reported(row[2], row[1]), row[0]) << "the other way round: " << row[2] << "\n" << row[1];
  }
}

// A cell of a named row is of that name only.
TEST(Align, CellsAndProse) {
  std::string const table = "After the quake in Norland\n\n| Town | Deaths |\n|---|---|\n| Dorne city | 104 |\n| Melk | 96 |\n";
  struct {
    std::string prose, expected;
  } const rows[] = {
      {"A quake shook Norland, killing at least 112 people, officials said. Dorne is in ruins. Dorne was hit first.", "-"},
      {"The quake in Norland killed at least 112 people in Dorne, officials said. Dorne is in ruins.", "figure-conflict"},
      {"The quake in Norland killed 104 people in Dorne, officials said. Dorne is in ruins.", "-"},
  };
  for (auto const& row : rows) EXPECT_EQ(reported(row.prose, table, "md"), row.expected) << row.prose;
}

// A column that is headed by a version alone is of that version of what the text is about.
TEST(Align, ColumnsOfVersions) {
  std::string const notes =
      "---\ntitle: Notes on Tarnstore 4.0.1\n---\nTarnstore is a database. The Reed client is at 3.1.\n\n| Area | 3.8 | 4.0 |\n"
      "|---|---|---|\n| Memory per broker | 2.4 GB | 1.5 GB |\n";
  std::string const prose = "Tarnstore is a database. A broker of Tarnstore 4.0 needs ";
  EXPECT_EQ(reported(prose + "1.5 GB of memory.", notes, "md"), "-");
  EXPECT_EQ(reported(prose + "850 MB of memory.", notes, "md"), "figure-conflict");
  std::string const old = "Tarnstore is a database. A broker of Tarnstore 3.8 needs ";
  EXPECT_EQ(reported(old + "2.4 GB of memory.", notes, "md"), "-");
}

// Is the headline reported to say what its article does not?
TEST(Align, HeadlinesAndTheirArticles) {
  auto const rules = load_rules(built_in_rules());
  for (auto const& row : sentence_table("../align/headlines.tsv", 3)) {
    auto findings =
        lint({article("a.md", "---\ndate: 2025-03-10\ntitle: \"" + row[1] + "\"\n---\n" + row[2])}, rules.book, 1).findings;
    bool const mismatch =
        std::any_of(findings.begin(), findings.end(), [](auto const& f) { return f.rule == "headline-mismatch"; });
    EXPECT_EQ(mismatch ? "headline-mismatch" : "-", row[0]) << row[1] << "\n" << row[2];
  }
}

}  // namespace
}  // namespace counterclaim
