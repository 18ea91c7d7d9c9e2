// The stages in their order.
#include "counterclaim/lint.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "counterclaim/parallel.hpp"

namespace counterclaim {
namespace {

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

  set.kept.resize(set.articles.size());
  std::vector<std::vector<Claim>> claims(set.articles.size());
  parallel_for(claims.size(), threads,
               [&](std::size_t i) { claims[i] = resolve(set.articles[i], static_cast<std::uint32_t>(i), set.kept[i]); });

  std::size_t total = 0;
  for (auto const& of_article : claims) total += of_article.size();
  set.claims.reserve(total);
  for (auto& of_article : claims) set.claims.insert(set.claims.end(), of_article.begin(), of_article.end());
  return set;
}

Report lint(std::vector<Article> articles, RuleBook const& rules, unsigned threads, Settings const& settings) {
  Report report;
  apply_tiers(settings.tiers, articles);
  report.set = extract_claims(std::move(articles), threads);
  drop_sic(report.set);
  resolve_names(report.set, settings.aliases);
  apply_synonyms(report.set, settings.synonyms);
  report.alignment = align(report.set);
  report.findings = judge(rules, report.set, report.alignment, settings.tolerance);
  return report;
}

}  // namespace counterclaim
