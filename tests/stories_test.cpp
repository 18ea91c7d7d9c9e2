// One story told by two writers, with conflicts planted between them: tests/data/stories/NAME holds the articles and
// planted.tsv, a row for each conflict: `found` or `missed`, its rule, and the words of both places ("-": one place alone).
// Everything else the articles say agrees: what is reported beside it stands there as `alarm`. UPDATE_EXPECT=1 rewrites the
// first column and the alarms.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sstream>

#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"
#include "tests/golden.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string const stories_folder = "tests/data/stories";

std::vector<std::string> stories() {
  std::vector<std::string> names;
  for (auto const& entry : std::filesystem::directory_iterator(test::source_path(stories_folder)))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

// Rules that tell of figures and days which cannot all be true: which of them says it is no matter here.
bool is_conflict(std::string const& rule) {
  static std::array<std::string, 10> const conflicts{
      "figure-conflict",     "magnitude-slip", "unit-conflict",       "superseded-figure", "date-conflict",
      "arithmetic-mismatch", "rank-conflict",  "comparison-conflict", "impossible-value",  "headline-mismatch"};
  return std::find(conflicts.begin(), conflicts.end(), rule) != conflicts.end();
}

bool is_at(Finding const& finding, ClaimSet const& set, std::string const& words) {
  if (words == "-") return true;
  return std::any_of(finding.locations.begin(), finding.locations.end(), [&](Location const& location) {
    auto const at = set.articles[location.article].raw.find(words);
    return at != std::string::npos && location.span.begin < at + words.size() && at < location.span.end;
  });
}

std::string row_of(std::initializer_list<std::string_view> cells) {
  std::string out;
  for (auto const cell : cells) (out += out.empty() ? "" : "\t") += cell;
  return out + '\n';
}

// planted.tsv as this program would have it.
std::string outcome(Report const& report, std::istream& planted) {
  std::string out;
  std::vector<bool> told(report.findings.size());
  for (std::string line; std::getline(planted, line);) {
    auto const cells = cells_of(line);
    if (line.empty() || line[0] == '#') {
      out += line + '\n';
    } else if (cells.size() != 4) {
      ADD_FAILURE() << "four cells: " << line;
    } else if (cells[0] != "alarm") {
      bool is_found = false;
      for (std::size_t i = 0; i < report.findings.size(); ++i) {
        auto const& finding = report.findings[i];
        if (finding.rule != cells[1] && !(is_conflict(finding.rule) && is_conflict(cells[1]))) continue;
        if (is_at(finding, report.set, cells[2]) && is_at(finding, report.set, cells[3])) is_found = told[i] = true;
      }
      out += row_of({is_found ? "found" : "missed", cells[1], cells[2], cells[3]});
    }
  }
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    auto const& finding = report.findings[i];
    if (told[i] || finding.severity == Severity::info) continue;
    out += row_of({"alarm", finding.rule, finding.locations.front().label,
                   finding.locations.size() > 1 ? finding.locations.back().label : "-"});
  }
  return out;
}

class Story : public testing::TestWithParam<std::string> {};

TEST_P(Story, TellsWhatItsWritersDisagreeOn) {
  static auto const rules = load_rules(built_in_rules());
  auto const folder = stories_folder + '/' + GetParam();
  std::vector<Article> articles;
  for (auto const& entry : std::filesystem::directory_iterator(test::source_path(folder)))
    if (entry.path().extension() == ".md")
      articles.push_back(read_text(entry.path().filename().string(), test::bytes_of(entry.path().string())));
  auto const report = lint(std::move(articles), rules.book, 1);
  auto const path = folder + "/planted.tsv";
  std::istringstream planted(test::bytes_of(test::source_path(path)));
  test::expect_golden(path, outcome(report, planted));
}

INSTANTIATE_TEST_SUITE_P(All, Story, testing::ValuesIn(stories()), [](auto const& story) {
  auto name = story.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace counterclaim
