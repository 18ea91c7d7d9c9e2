#include <algorithm>

#include "counterclaim/report.hpp"

namespace counterclaim {

Summary summarize(Report const& report) {
  auto const counts = report.counts ? *report.counts : count_claims(report.set, report.alignment);
  Summary s;
  s.articles = report.set.articles.size();
  s.unreadable = report.unreadable.size();
  s.claims = counts.claims;
  s.aligned = counts.aligned;
  s.undecided = counts.undecided;
  s.accepted = report.suppressed.size();
  s.gone = report.gone.value_or(0);
  if (report.gone)
    s.fresh = static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                     [](auto const& f) { return f.baseline == Baseline::fresh; }));
  for (auto const& finding : report.findings)
    ++(finding.severity == Severity::error ? s.errors : finding.severity == Severity::warning ? s.warnings : s.infos);
  return s;
}

}  // namespace counterclaim
