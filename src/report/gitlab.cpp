// GitLab's code quality report: an array of issues. A fingerprint must be there once, and GitLab takes findings of equal
// fingerprints for one; the second and later of a kind get one of their own.
#include <map>

#include "counterclaim/report.hpp"
#include "counterclaim/sha256.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/json_writer.hpp"
#include "src/report/places.hpp"

namespace counterclaim {
namespace {

using namespace json;

std::string_view grade(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::info:
      break;
  }
  return "info";
}

// Relative to the project's root, as GitLab wants it.
std::string_view path(std::string_view id) {
  while (id.starts_with("./")) id.remove_prefix(2);
  return id;
}

std::string description(Finding const& finding, Places& places) {
  std::string text = one_line(finding.message);
  for (std::size_t i = 1; i < finding.locations.size(); ++i)
    text += (i == 1 ? " (" : ", ") + place_name(places.article(finding.locations[i]), places.address(finding.locations[i]));
  return text + (finding.locations.size() > 1 ? ")" : "");
}

void issue(std::string& out, Finding const& finding, std::string_view fingerprint, Places& places) {
  auto const& location = finding.locations.front();
  auto const at = places.address(location);
  open(out, '{');
  pair(out, "description", description(finding, places));
  pair(out, "check_name", finding.rule);
  pair(out, "fingerprint", fingerprint);
  pair(out, "severity", grade(finding.severity));
  key(out, "location");
  open(out, '{');
  pair(out, "path", path(places.article(location).id));
  key(out, "lines");
  open(out, '{');
  pair(out, "begin", std::uint64_t{at.in_title ? 1 : at.place.line});
  pair(out, "end", std::uint64_t{at.in_title ? 1 : places.end(location).line});
  close(out, '}');
  close(out, '}');
  close(out, '}');
}

}  // namespace

std::string gitlab_report(Report const& report) {
  Places places(report.set.articles);
  std::map<std::string, unsigned> seen;
  std::string out = "[";
  for (auto const& finding : report.findings) {
    if (finding.locations.empty()) continue;
    auto const before = seen[finding.fingerprint]++;
    bool const is_own = before == 0 && !finding.fingerprint.empty();
    out += out.size() == 1 ? "\n" : ",\n";
    issue(out, finding,
          is_own ? finding.fingerprint
                 : sha256(finding.fingerprint + "\n" + finding.rule + "\n" + finding.message + "\n" + std::to_string(before))
                       .substr(0, 32),
          places);
  }
  return out + (out.size() == 1 ? "]\n" : "\n]\n");
}

}  // namespace counterclaim
