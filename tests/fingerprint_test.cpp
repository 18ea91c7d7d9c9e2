// A finding is known again after an editor's usual changes: nothing of a report of before is new or gone.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <sstream>

#include "counterclaim/gate.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/report.hpp"
#include "tests/golden.hpp"

namespace counterclaim {
namespace {

struct File {
  std::string name, text;
};
using Files = std::vector<File>;

RuleBook const& book() {
  static auto const loaded = load_rules(built_in_rules());
  return loaded.book;
}

Report checked(Files const& files) {
  std::vector<Article> articles;
  for (auto const& file : files) articles.push_back(read_text(file.name, file.text));
  return lint(std::move(articles), book(), 1);
}

Files corpus(std::string const& set) {
  Files files;
  for (auto const& entry : std::filesystem::directory_iterator(test::source_path("corpus/" + set + "/articles")))
    files.push_back({entry.path().filename().string(), test::bytes_of(entry.path().string())});
  std::sort(files.begin(), files.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
  return files;
}

// Our own small set beside the corpus: several articles that say the same against one, so that findings are merged.
Files lakes() {
  return {
      {"a.md",
       "---\ndate: 2031-03-04\nsource: Harbour Post\n---\n# Ferries\n\nThe ferries are full again.\n\nLake Orrin covers 120 "
       "square kilometres, the province says. Mount Brell is 1,900 metres high.\n\nNobody counted the boats.\n"},
      {"b.md", "---\ndate: 2031-03-05\n---\n# The lake\n\nLake Orrin has an area of 120 square kilometres.\n"},
      {"c.md",
       "---\ndate: 2031-03-06\n---\n# Water\n\nLake Orrin covers an area of 310 square kilometres.\n\nTarrow Motors employs "
       "410 people.\n"},
      {"d.md",
       "---\ndate: 2031-03-06\n---\n# The mountain\n\nMount Brell is 2,410 metres high.\n\nTarrow Motors employs 620 "
       "people.\n"}};
}

// Other names, in the opposite order.
Files renamed(Files files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto const extension = std::filesystem::path(files[i].name).extension().string();
    files[i].name = "archive/" + std::string(1, static_cast<char>('z' - i)) + "-other" + extension;
  }
  std::reverse(files.begin(), files.end());
  return files;
}

std::vector<std::string> paragraphs(std::string const& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    auto end = text.find("\n\n", at);
    if (end == text.npos) end = text.size();
    out.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return out;
}
std::string joined(std::vector<std::string> const& all) {
  std::string out;
  for (auto const& p : all) out += p + (p.ends_with('\n') ? "\n" : "\n\n");
  return out;
}
bool is_prose(std::string const& p) {
  return !p.empty() && std::string_view("#-|>*+<`~ \t").find(p[0]) == std::string_view::npos && p.find("\n- ") == p.npos &&
         p.find("---") == p.npos && !(p[0] >= '0' && p[0] <= '9');
}
bool is_page(File const& file) { return file.name.ends_with(".html"); }

// Two paragraphs that stand beside one another change places.
Files moved(Files files) {
  for (auto& file : files) {
    if (is_page(file)) continue;
    auto all = paragraphs(file.text);
    for (std::size_t i = 1; i + 1 < all.size(); ++i)
      if (is_prose(all[i]) && is_prose(all[i + 1])) std::swap(all[i], all[i + 1]), ++i;
    file.text = joined(all);
  }
  return files;
}

// Each paragraph in lines of another length.
Files reflowed(Files files) {
  for (auto& file : files) {
    if (is_page(file)) continue;
    auto all = paragraphs(file.text);
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (!is_prose(all[i])) continue;
      std::istringstream words(all[i]);
      std::string out, word;
      std::size_t column = 0;
      while (words >> word) {
        bool const breaks = column > 0 && column + word.size() > 44 && is_prose(word);
        out += column == 0 ? "" : breaks ? "\n" : " ";
        column = (breaks || column == 0 ? 0 : column + 1) + word.size();
        out += word;
      }
      all[i] = out;
    }
    file.text = joined(all);
  }
  return files;
}

// One about something else, one that says more fully what an article said, one that repeats all of the first.
Files joined_by_others(Files files) {
  files.push_back({"0-new.md", "# Weather\n\nThe Skerra Observatory measured 31 degrees Celsius on 9 July 2030.\n"});
  files.push_back({"zz-new.md", "# Ferries\n\nThe Great Lake Orrin Reserve and Lake Orrin have 14 ferries.\n"});
  files.push_back({"0-" + files.front().name, files.front().text});
  return files;
}

// A copy of an article may well be one more of those that rest on a single source.
bool has_added(Finding const& finding, Report const& report) {
  return std::any_of(finding.locations.begin(), finding.locations.end(), [&](Location const& location) {
    auto const& id = report.set.articles[location.article].id;
    return id.starts_with("0-") || id.starts_with("zz-");
  });
}

struct Change {
  char const* name;
  bool moves;
  Files (*make)(Files);
};
Change const changes[] = {{"nothing", false, [](Files f) { return f; }},
                          {"renamed", false, renamed},
                          {"moved", true, moved},
                          {"reflowed", false, reflowed},
                          {"joined", false, joined_by_others},
                          {"all", true, [](Files f) { return joined_by_others(renamed(moved(reflowed(std::move(f))))); }}};

class Fingerprints : public testing::TestWithParam<std::string> {};

TEST_P(Fingerprints, SurviveWhatEditorsDo) {
  auto const files = GetParam() == "lakes" ? lakes() : corpus(GetParam());
  auto const before = checked(files);
  ASSERT_GE(before.findings.size(), 2u);
  for (auto const& written : {json_report(before), sarif_report(before, book().rules())}) {
    auto const baseline = read_baseline("baseline", written);
    ASSERT_TRUE(baseline.errors.empty());
    ASSERT_EQ(baseline.findings.size(), before.findings.size());
    for (auto const& change : changes) {
      auto after = checked(change.make(files));
      compare_with(after, baseline.findings);
      // In these sets a paragraph that moved may have lost what it spoke of.
      bool const keeps_all = GetParam() == "lakes" || !change.moves;
      EXPECT_TRUE(*after.gone == 0 || !keeps_all) << change.name << ": " << *after.gone << " gone";
      for (auto const& finding : after.findings)
        EXPECT_TRUE(finding.baseline == Baseline::known || has_added(finding, after))
            << change.name << ": " << finding.rule << ": " << finding.message;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sets, Fingerprints,
                         testing::Values("lakes", "regional-hospital", "model-maker", "time-series-database"),
                         [](auto const& set) {
                           auto name = set.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

// An example of a rule as files, with something else said before and behind.
Files example_files(RuleExample const& example) {
  Files files;
  for (auto const& text : example.articles) {
    std::string head = "---\n";
    for (auto const& [key, value] :
         {std::pair("title", text.title), {"date", text.date}, {"source", text.source}, {"tier", text.tier}})
      if (!value.empty()) head += std::string(key) + ": " + value + "\n";
    files.push_back({text.id + ".md", head + "---\n\nThe ferries are full again, and nobody counted the boats.\n\n" +
                                          text.text + "\n\nThe market square was empty.\n"});
  }
  return files;
}

TEST(Fingerprint, OfEveryRuleSurvivesWhatEditorsDo) {
  for (auto const& rule : book().rules()) {
    std::size_t examples = 0;
    for (auto const& example : rule.examples) {
      if (!example.conflict || example.todo) continue;
      auto const files = example_files(example);
      auto const before = checked(files);
      auto const is_its_own = [&](Finding const& finding) { return finding.rule == rule.id; };
      ASSERT_TRUE(std::any_of(before.findings.begin(), before.findings.end(), is_its_own)) << rule.id << " " << example.name;
      ++examples;
      auto const baseline = read_baseline("baseline", json_report(before));
      for (auto const& change : changes) {
        // A copy of the misprint makes it as frequent as the name, and either may then be the variant of the other.
        if (rule.id == "name-variant" && change.name == std::string_view("all")) continue;
        auto after = checked(change.make(files));
        compare_with(after, baseline.findings);
        EXPECT_EQ(*after.gone, 0u) << rule.id << " " << example.name << ", " << change.name;
        for (auto const& finding : after.findings)
          EXPECT_TRUE(finding.baseline == Baseline::known || has_added(finding, after))
              << rule.id << " " << example.name << ", " << change.name << ": " << finding.message;
      }
    }
    EXPECT_GE(examples, 1u) << rule.id;
  }
}

TEST(Fingerprint, AnotherValueIsAnotherFinding) {
  auto const before = checked(lakes());
  auto const baseline = read_baseline("b", json_report(before)).findings;
  auto files = lakes();
  files[2].text.replace(files[2].text.find("310"), 3, "320");
  auto after = checked(files);
  compare_with(after, baseline);
  EXPECT_EQ(*after.gone, 1u);
  EXPECT_EQ(
      std::count_if(after.findings.begin(), after.findings.end(), [](auto const& f) { return f.baseline == Baseline::fresh; }),
      1);
  keep_fresh(after);
  ASSERT_EQ(after.findings.size(), 1u);
  EXPECT_NE(after.findings[0].message.find("320"), std::string::npos) << after.findings[0].message;
}

TEST(Fingerprint, DependsNeitherOnTolerancesNorOnSeverities) {
  auto const prints = [](Settings const& settings, RuleBook const& rules) {
    std::vector<Article> articles;
    for (auto const& file : lakes()) articles.push_back(read_text(file.name, file.text));
    std::vector<std::string> out;
    for (auto const& finding : lint(std::move(articles), rules, 1, settings).findings) out.push_back(finding.fingerprint);
    std::sort(out.begin(), out.end());
    return out;
  };
  Settings wide;
  wide.tolerance.figures = *parse_decimal("0.02");
  wide.tolerance.about = *parse_decimal("0.1");
  EXPECT_EQ(prints({}, book()), prints(wide, with_levels(book(), {{"figure-conflict", Severity::info}})));
}

TEST(Fingerprint, IsThereOnceInAReport) {
  std::string a, b;
  for (int i = 0; i < 30; ++i) {
    a += "Lake Orrin covers " + std::to_string(100 + i) + " square kilometres.\n\n";
    b += "Lake Orrin covers " + std::to_string(200 + i) + " square kilometres.\n\n";
  }
  auto const report = checked({{"a.md", a}, {"b.md", b}});
  std::vector<std::string> all;
  for (auto const& finding : report.findings) {
    EXPECT_EQ(finding.fingerprint.size(), 16u);
    EXPECT_LE(finding.also.size(), 15u);
    all.push_back(finding.fingerprint);
  }
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
}

}  // namespace
}  // namespace counterclaim
