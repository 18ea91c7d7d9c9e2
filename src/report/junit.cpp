// JUnit's XML: a suite an article, a case a finding, so that a CI server's test page lists what disagrees. An article without
// findings has one case that passes; information is a case that passes with its text as output.
#include <vector>

#include "counterclaim/report.hpp"
#include "src/report/markup.hpp"
#include "src/report/places.hpp"

namespace counterclaim {
namespace {

struct Suite {
  std::size_t tests = 0, failures = 0;
  std::string cases;
};

std::string passages(Finding const& finding, Places& places) {
  std::string text;
  for (auto const& location : finding.locations) {
    auto const from = origin(places.article(location));
    text += markup_text(place_name(places.article(location), places.address(location)));
    if (!from.empty()) text += markup_text(" (" + from + ")");
    if (!location.label.empty()) text += ": " + markup_text(location.label);
    text += '\n';
  }
  if (!finding.explanation.empty()) text += markup_text(finding.explanation) + "\n";
  return text;
}

void add_case(Suite& suite, Finding const& finding, Places& places) {
  auto const& location = finding.locations.front();
  auto const place = place_name(places.article(location), places.address(location));
  bool const fails = finding.severity != Severity::info;
  ++suite.tests;
  suite.failures += fails ? 1 : 0;
  suite.cases += "    <testcase" + attribute("name", finding.rule + " " + place) +
                 attribute("classname", places.article(location).id) + ">\n";
  if (fails)
    suite.cases += "      <failure" + attribute("type", to_string(finding.severity)) + attribute("message", finding.message) +
                   ">" + passages(finding, places) + "</failure>\n";
  else
    suite.cases += "      <system-out>" + markup_text(finding.message) + "\n" + passages(finding, places) + "</system-out>\n";
  suite.cases += "    </testcase>\n";
}

std::string counts(std::size_t tests, std::size_t failures, std::size_t errors) {
  return attribute("tests", std::to_string(tests)) + attribute("failures", std::to_string(failures)) +
         attribute("errors", std::to_string(errors));
}

std::string unreadable_suite(std::vector<Diagnostic> const& unreadable) {
  if (unreadable.empty()) return {};
  auto const n = unreadable.size();
  std::string out = "  <testsuite" + attribute("name", "inputs") + counts(n, 0, n) + ">\n";
  for (auto const& input : unreadable)
    out += "    <testcase" + attribute("name", "read " + input.file) + attribute("classname", input.file) + ">\n      <error" +
           attribute("type", "unreadable") + attribute("message", input.message) + "/>\n    </testcase>\n";
  return out + "  </testsuite>\n";
}

}  // namespace

std::string junit_report(Report const& report) {
  Places places(report.set.articles);
  std::vector<Suite> suites(report.set.articles.size());
  for (auto const& finding : report.findings)
    if (!finding.locations.empty()) add_case(suites[finding.locations.front().article], finding, places);

  std::size_t tests = 0, failures = 0;
  std::string body;
  for (std::size_t i = 0; i < suites.size(); ++i) {
    auto& suite = suites[i];
    auto const& id = report.set.articles[i].id;
    if (suite.tests == 0) {
      suite.tests = 1;
      suite.cases = "    <testcase" + attribute("name", "no findings") + attribute("classname", id) + "/>\n";
    }
    tests += suite.tests;
    failures += suite.failures;
    body += "  <testsuite" + attribute("name", id) + counts(suite.tests, suite.failures, 0) + ">\n" + suite.cases +
            "  </testsuite>\n";
  }
  auto const unreadable = report.unreadable.size();
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "counterclaim") +
         counts(tests + unreadable, failures, unreadable) + ">\n" + body + unreadable_suite(report.unreadable) +
         "</testsuites>\n";
}

}  // namespace counterclaim
