// The stages in their order.
#include "counterclaim/lint.hpp"

#include <algorithm>
#include <mutex>
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

ClaimSet extract_claims(std::vector<Article> articles, unsigned threads, Watch const& watch) {
  ClaimSet set;
  set.articles = std::move(articles);
  sort_by_id(set.articles);

  set.kept.resize(set.articles.size());
  std::vector<std::vector<Claim>> claims(set.articles.size());
  std::mutex one_at_a_time;
  std::size_t done = 0;
  parallel_for(claims.size(), threads, [&](std::size_t i) {
    claims[i] = resolve(set.articles[i], static_cast<std::uint32_t>(i), set.kept[i]);
    if (!watch.stage) return;
    std::lock_guard const lock(one_at_a_time);
    watch.stage(Watch::Stage::extract, ++done, claims.size());
  });

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

Report lint(std::vector<Article> articles, RuleBook const& rules, unsigned threads, Settings const& settings,
            Watch const& watch) {
  apply_tiers(settings.tiers, articles);
  if (watch.stage) watch.stage(Watch::Stage::extract, 0, 1);
  auto set = extract_claims(std::move(articles), threads, watch);
  if (watch.stage) watch.stage(Watch::Stage::extract, 1, 1);
  drop_unstated(set);
  return judge_set(std::move(set), rules, settings, watch);
}

Report judge_set(ClaimSet set, RuleBook const& rules, Settings const& settings, Watch const& watch) {
  Report report;
  auto const at = [&](Watch::Stage stage, std::size_t done) {
    if (watch.stage) watch.stage(stage, done, 1);
  };
  report.set = std::move(set);
  at(Watch::Stage::names, 0);
  resolve_names(report.set, settings.aliases);
  apply_synonyms(report.set, settings.synonyms);
  at(Watch::Stage::names, 1);
  at(Watch::Stage::align, 0);
  report.alignment = align(report.set);
  at(Watch::Stage::align, 1);
  at(Watch::Stage::judge, 0);
  report.findings = judge(rules, report.set, report.alignment, settings.tolerance, watch.rule);
  at(Watch::Stage::judge, 1);
  return report;
}

}  // namespace counterclaim
