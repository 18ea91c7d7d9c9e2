// The stages in their order, and what they say of two texts.
#include "counterclaim/lint.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "counterclaim/parallel.hpp"

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

void sort_by_id(std::vector<Article>& articles) {
  auto const key = [](Article const& a) { return std::tie(a.id, a.raw, a.title, a.source, a.url); };
  std::sort(articles.begin(), articles.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
  // The same file named twice ("a.md a.md", "folder folder/a.md") is one article.
  articles.erase(std::unique(articles.begin(), articles.end(), [&](auto const& a, auto const& b) { return key(a) == key(b); }),
                 articles.end());
}

}  // namespace

ClaimSet extract_claims(std::vector<Article> articles, unsigned threads) {
  ClaimSet set;
  set.articles = std::move(articles);
  sort_by_id(set.articles);

  std::vector<std::vector<Claim>> claims(set.articles.size());
  parallel_for(claims.size(), threads,
               [&](std::size_t i) { claims[i] = resolve(set.articles[i], static_cast<std::uint32_t>(i)); });

  std::size_t total = 0;
  for (auto const& of_article : claims) total += of_article.size();
  set.claims.reserve(total);
  for (auto& of_article : claims) std::move(of_article.begin(), of_article.end(), std::back_inserter(set.claims));
  return set;
}

Report lint(std::vector<Article> articles, RuleBook const& rules, unsigned threads) {
  Report report;
  report.set = extract_claims(std::move(articles), threads);
  resolve_names(report.set);
  report.alignment = align(report.set);
  report.findings = judge(rules, report.set, report.alignment);
  return report;
}

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
