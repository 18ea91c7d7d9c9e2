#include "src/store/findings.hpp"

#include <algorithm>
#include <map>

#include "src/store/pair_rows.hpp"
#include "src/store/result.hpp"

namespace counterclaim::store {
namespace {

void put_aliases(SQLite::Database& db, std::vector<Claim> const& claims, std::map<std::string, std::string>& alias) {
  for (auto const& claim : claims)
    if (!claim.subject.empty() && !claim.entity.empty() && claim.entity != claim.subject)
      alias.emplace(std::string(claim.subject), std::string(claim.entity));
  SQLite::Statement(db, "DELETE FROM alias").exec();
  SQLite::Statement put(db, "INSERT INTO alias (spelling, entity) VALUES (?, ?)");
  for (auto const& [spelling, entity] : alias) Binder(put).text(spelling).text(entity).run();
}

}  // namespace

StoredSet load_set(SQLite::Database& db, std::vector<KnownArticle> const& articles) {
  std::vector<KnownArticle const*> order;
  for (auto const& article : articles) order.push_back(&article);
  std::sort(order.begin(), order.end(), [](auto const* a, auto const* b) { return a->id < b->id; });
  StoredSet stored;
  ArticleReader reader(db);
  std::size_t claims = 0;
  constexpr std::size_t believable = 50'000'000;
  for (auto const& article : articles) claims += article.kept;
  stored.set.claims.reserve(std::min(claims, believable));
  stored.set.articles.reserve(articles.size());
  stored.set.kept.reserve(articles.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first + 1;
    while (last < order.size() && order[last]->id == order[first]->id) ++last;
    // Of one id there is mostly one; else the whole decides, as in extract_claims().
    struct Read {
      Article article;
      std::int64_t row;
      std::vector<Claim> claims;
      Arena kept;
    };
    std::vector<Read> same;
    for (; first < last; ++first) {
      auto& read = same.emplace_back();
      read.row = order[first]->row;
      read.article = reader.with_claims(read.row, order[first]->id, 0, read.claims, read.kept);
    }
    std::stable_sort(same.begin(), same.end(), [](auto const& a, auto const& b) { return comes_before(a.article, b.article); });
    for (std::size_t i = 0; i < same.size(); ++i) {
      if (i > 0 && !comes_before(same[i - 1].article, same[i].article)) continue;
      auto const index = static_cast<std::uint32_t>(stored.set.articles.size());
      for (auto& claim : same[i].claims) {
        claim.article = index;
        stored.set.claims.push_back(std::move(claim));
      }
      stored.rows.push_back(same[i].row);
      stored.set.articles.push_back(std::move(same[i].article));
      stored.set.kept.push_back(std::move(same[i].kept));
    }
  }
  return stored;
}

FoundAll find_all(SQLite::Database& db, std::vector<KnownArticle> const& articles, RuleBook const& rules,
                  Settings const& settings, GoOn go_on) {
  auto stored = load_set(db, articles);
  auto const before_names = numbers_before_names(stored.set.claims, stored.rows);
  FoundAll found;
  auto& report = found.report;
  report.set = std::move(stored.set);
  // The stages of judge_set(), but that what was aligned before is not aligned again.
  resolve_names(report.set, settings.aliases);
  apply_synonyms(report.set, settings.synonyms);
  auto const numbers = numbers_after_names(report.set.claims, before_names);
  auto const sums = name_sums(report.set);
  auto const before = go_on == GoOn::from_aligned ? load_aligned(db, stored.rows, sums, numbers) : AlignedBefore{};
  auto again = align_again(report.set, before);
  found.aligned_all = again.all;
  put_aligned(db, again, report.set, stored.rows, sums, numbers, before.fresh);
  report.alignment = std::move(again.alignment);
  report.findings = judge(rules, report.set, report.alignment, settings.tolerance);

  std::map<std::string, std::string> alias;
  put_aliases(db, report.set.claims, alias);
  std::vector<std::string> ids;
  for (auto const& article : report.set.articles) ids.push_back(article.id);
  put_result(db, {stored.rows, std::move(ids), report.findings, count_claims(report.set, report.alignment)}, report);
  return found;
}

}  // namespace counterclaim::store
