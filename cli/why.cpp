#include "cli/why.hpp"

#include <set>
#include <utility>

#include "counterclaim/report.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

std::string quoted(ClaimSet const& set, Claim const& claim) {
  auto const& article = set.articles[claim.article];
  auto const place = place_of(article.raw, claim.span.begin);
  return "\"" + article.raw.substr(claim.span.begin, claim.span.size()) + "\" (" + article.id + ":" +
         std::to_string(place.line) + ":" + std::to_string(place.column) + ")";
}

}  // namespace

std::string why_report(Report const& report) {
  auto const& claims = report.set.claims;
  std::set<std::pair<std::uint32_t, std::uint32_t>> aligned;
  for (auto const& pair : report.alignment.pairs) aligned.emplace(pair.a, pair.b);

  std::string out;
  for (std::uint32_t a = 0; a < claims.size(); ++a) {
    for (std::uint32_t b = a + 1; b < claims.size(); ++b) {
      if (claims[a].article == claims[b].article || claims[a].kind != claims[b].kind || !is_public(claims[a].kind)) continue;
      out += quoted(report.set, claims[a]) + " and " + quoted(report.set, claims[b]);
      out += aligned.contains({a, b}) ? ": aligned\n" : ": not aligned\n";
      int sum = 0;
      for (auto const& evidence : why(report.set, a, b)) {
        sum += evidence.weight;
        out +=
            "  " + std::string(evidence.weight < 0 ? "" : "+") + std::to_string(evidence.weight) + "  " + evidence.what + "\n";
      }
      out += "  = " + std::to_string(sum) + "\n\n";
    }
  }
  return printable(out);
}

}  // namespace counterclaim::cli
