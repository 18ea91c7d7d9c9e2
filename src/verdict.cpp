// What a report says of two texts.
#include <vector>

#include "counterclaim/lint.hpp"

namespace counterclaim {
namespace {

// What a verdict of agreement asks of a text's claims. Statements, equations and names say nothing that could be borne out.
bool is_checkable(Claim const& claim) {
  return claim.kind == ClaimKind::quantity || claim.kind == ClaimKind::date || claim.kind == ClaimKind::duration ||
         claim.kind == ClaimKind::rank || claim.kind == ClaimKind::comparison;
}

bool same_order(Claim const& a, Claim const& b) {
  if (a.left == b.left && a.right == b.right) return a.relation == b.relation;
  if (a.left != b.right || a.right != b.left) return false;
  if (a.relation == Relation::equal || b.relation == Relation::equal) return a.relation == b.relation;
  return a.relation != b.relation;
}

// `said` follows from `known`: it is the same or less exact.
bool bears_out(Claim const& known, Claim const& said) {
  if (known.kind != said.kind || known.change != said.change) return false;
  switch (said.kind) {
    case ClaimKind::date:
      return contains(said.days, known.days);
    case ClaimKind::rank:
      return known.value == said.value;
    case ClaimKind::comparison:
      return same_order(known, said);
    default:
      return contains(said.compared, known.compared);
  }
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  static constexpr std::string_view names[] = {"none", "agreement", "contradiction"};
  return names[static_cast<int>(verdict)];
}

Verdict verdict(Report const& report, std::string const& first, std::string const& second) {
  for (auto const& finding : report.findings)
    if (finding.severity == Severity::error) return Verdict::contradiction;

  auto const& claims = report.set.claims;
  auto const is_in = [&](Claim const& claim, std::string const& id) { return report.set.articles[claim.article].id == id; };
  std::vector<bool> borne_out(claims.size());
  for (auto const& pair : report.alignment.pairs) {
    auto const& a = claims[pair.a];
    auto const& b = claims[pair.b];
    if (is_in(a, first) && is_in(b, second) && bears_out(a, b)) borne_out[pair.b] = true;
    if (is_in(b, first) && is_in(a, second) && bears_out(b, a)) borne_out[pair.a] = true;
  }

  bool any = false;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!is_in(claims[i], second) || !is_checkable(claims[i])) continue;
    if (!borne_out[i]) return Verdict::none;
    any = true;
  }
  return any ? Verdict::agreement : Verdict::none;
}

}  // namespace counterclaim
