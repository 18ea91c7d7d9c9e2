#include "cli/why.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "counterclaim/align.hpp"
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
  std::vector<std::string> written(claims.size());
  auto const name = [&](std::uint32_t claim) -> std::string const& {
    if (written[claim].empty()) written[claim] = quoted(report.set, claims[claim]);
    return written[claim];
  };

  std::string out;
  for (auto const& [a, b, evidence] : why(report.set)) {
    if (!is_public(claims[a].kind) || !is_public(claims[b].kind)) continue;
    out += name(a) + " and " + name(b) + (aligned.contains({a, b}) ? ": aligned\n" : ": not aligned\n");
    int sum = 0;
    for (auto const& [what, weight] : evidence) {
      sum += weight;
      out += "  " + std::string(weight < 0 ? "" : "+") + std::to_string(weight) + "  " + what + "\n";
    }
    out += "  = " + std::to_string(sum) + "\n\n";
  }
  out += "Two claims that share no name, and no word near their figures, are never weighed and not listed here.\n";
  return printable(out);
}

}  // namespace counterclaim::cli
