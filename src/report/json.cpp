// The report as JSON. The format is public ("counterclaim/findings/1"): keys are only ever added.
#include <string>

#include "counterclaim/report.hpp"
#include "src/report/json_finding.hpp"
#include "src/report/json_writer.hpp"

namespace counterclaim {
namespace {

using namespace json;

enum class Layout { one_line, a_line_each };
void findings(std::string& out, Report const& report, Layout layout) {
  Places places(report.set.articles);
  open(out, '[');
  bool first = true;
  for (auto const& finding : report.findings) {
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
  findings(out, report, Layout::one_line);
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
  key(out, "findings");
  findings(out, report, Layout::a_line_each);
  close(out, '}');
  out += '\n';
  return out;
}

}  // namespace counterclaim
