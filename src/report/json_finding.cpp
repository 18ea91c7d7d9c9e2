#include "src/report/json_finding.hpp"

#include "src/report/json_place.hpp"
#include "src/report/json_writer.hpp"

namespace counterclaim::json {
namespace {

void location_object(std::string& out, Location const& location, Places& places) {
  auto const& article = places.article(location);
  auto const at = places.address(location);
  open(out, '{');
  pair(out, "article", article.id);
  pair(out, "part", at.in_title ? "title" : "body");
  address(out, at);
  quote(out, "quote", article, location.span);
  pair(out, "label", location.label);
  close(out, '}');
}

}  // namespace

void finding_object(std::string& out, Finding const& finding, Places& places) {
  open(out, '{');
  pair(out, "rule", finding.rule);
  pair(out, "severity", to_string(finding.severity));
  pair(out, "fingerprint", finding.fingerprint);
  if (!finding.also.empty()) {
    key(out, "also");
    strings(out, finding.also);
  }
  if (finding.baseline != Baseline::none) pair(out, "baseline", finding.baseline == Baseline::fresh ? "new" : "known");
  if (finding.suppression) {
    key(out, "suppression");
    open(out, '{');
    pair(out, "kind", finding.suppression->kind == Suppression::Kind::ledger ? "ledger" : "inSource");
    pair(out, "reason", finding.suppression->reason);
    close(out, '}');
  }
  pair(out, "message", finding.message);
  key(out, "locations");
  open(out, '[');
  for (auto const& location : finding.locations) location_object(out, location, places);
  close(out, ']');
  key(out, "aligned_on");
  open(out, '{');
  pair_or_null(out, "subject", finding.aligned_on.subject);
  pair_or_null(out, "attribute", finding.aligned_on.attribute);
  pair_or_null(out, "period", finding.aligned_on.period);
  close(out, '}');
  pair(out, "explanation", finding.explanation);
  close(out, '}');
}

}  // namespace counterclaim::json
