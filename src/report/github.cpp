// Workflow commands of GitHub Actions: a line a finding, which the runner shows as an annotation at its primary place.
//
//   ::error file=lakes/a.md,line=3,col=41,endLine=3,endColumn=62,title=figure-conflict::Lake Mora covers …%0Alakes/b.html:41:9
//   …
//
// A line is a command only where it begins with "::", and ends with its line end: both are kept from the text of articles by
// making it one line and escaping as the runner's own toolkit does (% CR LF; in properties also : and ,).
#include "counterclaim/report.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/paint.hpp"
#include "src/report/places.hpp"

namespace counterclaim {
namespace {

std::string in_message(std::string_view text) {
  std::string out;
  for (char const c : one_line(text)) {
    if (c == '%')
      out += "%25";
    else
      out += c;
  }
  return out;
}

std::string in_property(std::string_view text) {
  std::string out;
  for (char const c : in_message(text)) {
    if (c == ':')
      out += "%3A";
    else if (c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

std::string_view command(Severity severity) { return severity == Severity::info ? "notice" : to_string(severity); }

// A title given beside the text has no line in any file: the annotation is the file's.
std::string region(Location const& location, Places& places) {
  auto const at = places.address(location);
  if (at.in_title) return {};
  auto const end = places.end(location);
  std::string text = ",line=" + std::to_string(at.place.line) + ",endLine=" + std::to_string(end.line);
  // The runner takes columns of a single line only.
  if (end.line == at.place.line) text += ",col=" + std::to_string(at.place.column) + ",endColumn=" + std::to_string(end.column);
  return text;
}

std::string passage(Location const& location, Places& places) {
  auto const from = origin(places.article(location));
  return place_name(places.article(location), places.address(location)) + (from.empty() ? "" : " (" + from + ")") +
         (location.label.empty() ? "" : ": " + location.label);
}

}  // namespace

std::string github_report(Report const& report) {
  Places places(report.set.articles);
  std::string out;
  for (auto const& finding : report.findings) {
    out += "::" + std::string(command(finding.severity)) + " ";
    if (!finding.locations.empty()) {
      auto const& first = finding.locations.front();
      out += "file=" + in_property(places.article(first).id) + region(first, places) + ",";
    }
    out += "title=" + in_property(finding.rule) + "::" + in_message(finding.message);
    for (auto const& location : finding.locations) out.append("%0A").append(in_message(passage(location, places)));
    if (!finding.explanation.empty()) out.append("%0A").append(in_message(finding.explanation));
    out += '\n';
  }
  return out + summary_line(summarize(report), {});
}

}  // namespace counterclaim
