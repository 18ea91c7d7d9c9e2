#include <algorithm>
#include <vector>

#include "counterclaim/report.hpp"

namespace counterclaim {

bool is_public(ClaimKind kind) {
  return kind != ClaimKind::statement && kind != ClaimKind::equation && kind != ClaimKind::name;
}

Summary summarize(Report const& report) {
  auto const& claims = report.set.claims;
  Summary s;
  s.articles = report.set.articles.size();
  s.unreadable = report.unreadable.size();
  s.undecided = report.alignment.undecided;

  std::vector<bool> is_aligned(claims.size());
  for (auto const& pair : report.alignment.pairs) is_aligned[pair.a] = is_aligned[pair.b] = true;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!is_public(claims[i].kind)) continue;
    ++s.claims;
    if (is_aligned[i]) ++s.aligned;
  }
  for (auto const& finding : report.findings)
    ++(finding.severity == Severity::error ? s.errors : finding.severity == Severity::warning ? s.warnings : s.infos);
  return s;
}

}  // namespace counterclaim
