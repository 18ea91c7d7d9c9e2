// Checkstyle's XML: a file element an article, an error element a finding, at its primary place. The other places stand in the
// message, since the format knows one.
#include <map>

#include "counterclaim/report.hpp"
#include "src/report/markup.hpp"
#include "src/report/places.hpp"

namespace counterclaim {
namespace {

std::string error_element(Finding const& finding, Places& places) {
  auto const at = places.address(finding.locations.front()).place;
  std::string message = finding.message;
  for (std::size_t i = 1; i < finding.locations.size(); ++i)
    message += (i == 1 ? " (" : ", ") + place_name(places.article(finding.locations[i]), places.address(finding.locations[i]));
  if (finding.locations.size() > 1) message += ")";
  return "    <error" + attribute("line", std::to_string(at.line)) + attribute("column", std::to_string(at.column)) +
         attribute("severity", to_string(finding.severity)) + attribute("message", message) +
         attribute("source", "counterclaim." + finding.rule) + "/>\n";
}

}  // namespace

std::string checkstyle_report(Report const& report) {
  Places places(report.set.articles);
  std::map<std::uint32_t, std::string> by_article;
  for (auto const& finding : report.findings)
    if (!finding.locations.empty()) by_article[finding.locations.front().article] += error_element(finding, places);

  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (auto const& [article, errors] : by_article)
    out += "  <file" + attribute("name", report.set.articles[article].id) + ">\n" + errors + "  </file>\n";
  return out + "</checkstyle>\n";
}

}  // namespace counterclaim
