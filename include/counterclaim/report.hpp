// Output formats: each a function of a report, in src/report/<format>.cpp. None knows of files, terminals or options.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"
#include "counterclaim/lint.hpp"

namespace counterclaim {

// The figures of a report's last line.
struct Summary {
  std::size_t articles = 0, unreadable = 0;
  std::size_t claims = 0;     // what `extract` prints: without statements, equations and names
  std::size_t aligned = 0;    // claims that speak of the same thing as some other
  std::size_t undecided = 0;  // claims that cannot be bound to a subject and an attribute
  std::size_t errors = 0, warnings = 0, infos = 0;
  std::size_t accepted = 0;          // not among these
  std::optional<std::size_t> fresh;  // of these, not in the earlier report; nothing if there is none
  std::size_t gone = 0;              // of the earlier report
};
Summary summarize(Report const& report);

struct TextStyle {
  int width = 100;         // columns
  bool color = false;      // ANSI colours
  std::string links = {};  // "file://host/folder/": names of articles become links (OSC 8) from there; empty: none
};
std::string text_report(Report const& report, TextStyle style);
std::string json_report(Report const& report);                                       // ../contract: "counterclaim/findings/1"
std::string json_findings(Report const& report);                                     // its array of findings alone, on one line
std::string concise_report(Report const& report, TextStyle style);                   // a line a finding, the width is not used
std::string jsonl_report(Report const& report);                                      // a finding a line, as in json
std::string sarif_report(Report const& report, std::span<RuleSummary const> rules);  // 2.1.0
// One file, without scripts. `rules` give the titles.
std::string html_report(Report const& report, std::span<RuleSummary const> rules = {});
std::string junit_report(Report const& report);       // a suite an article; information is no failure
std::string checkstyle_report(Report const& report);  // 4.3
std::string github_report(Report const& report);      // workflow commands, which make annotations
std::string gitlab_report(Report const& report);      // code quality
std::string markdown_report(Report const& report);    // GitHub's, for comments and summaries
std::string csv_report(Report const& report);         // a row a passage, for spreadsheets

std::string json_claim(Claim const& claim, Article const& article);  // one line of `extract`, without line end
// All lines of `extract` for one article, each with its line end; time linear in the article, however long its lines are.
std::string json_claims(std::span<Claim const> claims, Article const& article);
std::string json_article(Article const& article);  // one line of `read`, without line end

std::string uri_path(std::string_view path);  // percent-encoded, slashes kept

std::string_view version();   // of the program
std::string_view homepage();  // its address, if it was built with one

}  // namespace counterclaim
