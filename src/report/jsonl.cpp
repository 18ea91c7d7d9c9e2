// The findings of the JSON report, one a line, for `jq` and other line tools.
#include "counterclaim/report.hpp"
#include "src/report/json_finding.hpp"

namespace counterclaim {

std::string jsonl_report(Report const& report) {
  Places places(report.set.articles);
  std::string out;
  for (auto const& finding : report.findings) {
    json::finding_object(out, finding, places);
    out += '\n';
  }
  return out;
}

}  // namespace counterclaim
