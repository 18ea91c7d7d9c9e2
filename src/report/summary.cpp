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
  for (auto const& finding : report.findings)
    ++(finding.severity == Severity::error ? s.errors : finding.severity == Severity::warning ? s.warnings : s.infos);
  return s;
}

}  // namespace counterclaim
