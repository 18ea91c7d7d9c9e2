// A finding a line, in the form that editors and `grep` know:
//
//   lakes/a.md:3:17: error: Lake Mora covers 120 km² in one article and 210 km² in another (lakes/b.html:41:9)
//   [figure-conflict]
#include "src/report/excerpt.hpp"
#include "src/report/paint.hpp"
#include "src/report/places.hpp"

namespace counterclaim {

std::string concise_report(Report const& report, TextStyle style) {
  Painter const paint{style.color};
  Places places(report.set.articles);
  std::string out;
  for (auto const& finding : report.findings) {
    std::string first, others;
    for (auto const& location : finding.locations) {
      auto const place = place_name(places.article(location), places.address(location));
      if (first.empty())
        first = place;
      else
        others += (others.empty() ? "" : ", ") + place;
    }
    auto const id = finding.locations.empty() ? std::string("<none>") : places.article(finding.locations.front()).id;
    out +=
        linked(style, id, paint(strong, first)) + ": " + paint(color_of(finding.severity), to_string(finding.severity)) + ": ";
    out += one_line(finding.message) + (others.empty() ? "" : " (" + others + ")") + " [" + one_line(finding.rule) + "]\n";
  }
  return out + summary_line(summarize(report), paint);
}

}  // namespace counterclaim
