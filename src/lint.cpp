// The stages in their order.
#include "counterclaim/lint.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "counterclaim/parallel.hpp"

namespace counterclaim {
namespace {

void sort_by_id(std::vector<Article>& articles) {
  std::sort(articles.begin(), articles.end(), comes_before);
  // The same file named twice ("a.md a.md", "folder folder/a.md") is one article.
  articles.erase(
      std::unique(articles.begin(), articles.end(), [](auto const& a, auto const& b) { return !comes_before(a, b); }),
      articles.end());
}

}  // namespace

bool comes_before(Article const& a, Article const& b) {
  auto const key = [](Article const& x) {
    return std::tie(x.id, x.raw, x.title, x.source, x.url, x.author, x.date, x.updated, x.tier);
  };
  return key(a) < key(b);
}

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

Counts count_claims(ClaimSet const& set, Alignment const& alignment) {
  Counts counts;
  counts.undecided = alignment.undecided;
  std::vector<bool> is_aligned(set.claims.size());
  for (auto const& pair : alignment.pairs) is_aligned[pair.a] = is_aligned[pair.b] = true;
  for (std::size_t i = 0; i < set.claims.size(); ++i) {
    if (!is_public(set.claims[i].kind)) continue;
    ++counts.claims;
    if (is_aligned[i]) ++counts.aligned;
  }
  return counts;
}

Report lint(std::vector<Article> articles, RuleBook const& rules, unsigned threads, Settings const& settings) {
  apply_tiers(settings.tiers, articles);
  auto set = extract_claims(std::move(articles), threads);
  drop_sic(set);
  return judge_set(std::move(set), rules, settings);
}

Report judge_set(ClaimSet set, RuleBook const& rules, Settings const& settings) {
  Report report;
  report.set = std::move(set);
  resolve_names(report.set, settings.aliases);
  apply_synonyms(report.set, settings.synonyms);
  report.alignment = align(report.set);
  report.findings = judge(rules, report.set, report.alignment, settings.tolerance);
  return report;
}

}  // namespace counterclaim
