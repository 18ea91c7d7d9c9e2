// The report as JSON. The format is public ("counterclaim/findings/1"): keys are only ever added.
#include <algorithm>
#include <string>

#include "counterclaim/report.hpp"
#include "src/report/json_finding.hpp"
#include "src/report/json_writer.hpp"

namespace counterclaim {
namespace {

using namespace json;

enum class Layout { one_line, a_line_each };
void array(std::string& out, std::vector<Finding> const& findings, Report const& report, Layout layout) {
  Places places(report.set.articles);
  open(out, '[');
  bool first = true;
  for (auto const& finding : findings) {
    if (layout == Layout::a_line_each) out += first ? "\n" : ",\n";
    finding_object(out, finding, places);
    first = false;
  }
  if (layout == Layout::a_line_each && !first) out += '\n';
  close(out, ']');
}

}  // namespace

std::string json_findings(Report const& report) {
  std::string out;
  array(out, report.findings, report, Layout::one_line);
  return out;
}

std::string json_report(Report const& report) {
  auto const s = summarize(report);
  std::string out;
  open(out, '{');
  pair(out, "schema", "counterclaim/findings/1");
  key(out, "tool");
  open(out, '{');
  pair(out, "name", "counterclaim");
  pair(out, "version", version());
  close(out, '}');
  key(out, "articles");
  open(out, '{');
  pair(out, "read", std::uint64_t{s.articles});
  pair(out, "unreadable", std::uint64_t{s.unreadable});
  close(out, '}');
  key(out, "claims");
  open(out, '{');
  pair(out, "total", std::uint64_t{s.claims});
  pair(out, "aligned", std::uint64_t{s.aligned});
  pair(out, "undecided", std::uint64_t{s.undecided});
  close(out, '}');
  if (report.gone) {
    auto const& all = report.findings;
    auto const fresh = std::count_if(all.begin(), all.end(), [](auto const& f) { return f.baseline == Baseline::fresh; });
    key(out, "baseline");
    open(out, '{');
    pair(out, "new", static_cast<std::uint64_t>(fresh));
    pair(out, "known", static_cast<std::uint64_t>(all.size()) - static_cast<std::uint64_t>(fresh));
    pair(out, "gone", std::uint64_t{*report.gone});
    close(out, '}');
  }
  key(out, "findings");
  array(out, report.findings, report, Layout::a_line_each);
  if (!report.suppressed.empty()) {
    key(out, "accepted");
    array(out, report.suppressed, report, Layout::a_line_each);
  }
  close(out, '}');
  out += '\n';
  return out;
}

}  // namespace counterclaim
