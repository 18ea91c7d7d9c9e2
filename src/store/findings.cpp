#include "src/store/findings.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "src/store/result.hpp"
#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

// Numbers of claims in their tables. Of names some are left out by resolve_names(), and none is in a pair.
std::vector<std::int64_t> claim_numbers(std::vector<Claim> const& claims, std::vector<std::int64_t> const& rows) {
  std::vector<std::int64_t> numbers;
  std::uint32_t article = UINT32_MAX;
  std::int64_t next = 0;
  for (auto const& claim : claims) {
    if (claim.article != article) next = 0;
    article = claim.article;
    if (claim.kind != ClaimKind::name) numbers.push_back(rows[article] << claim_bits | next);
    ++next;
  }
  return numbers;
}

void put_pairs(SQLite::Database& db, Report const& report, std::vector<std::int64_t> const& numbers) {
  std::vector<std::int64_t> number_of(report.set.claims.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < report.set.claims.size(); ++i)
    if (report.set.claims[i].kind != ClaimKind::name) number_of[i] = numbers[next++];
  SQLite::Statement(db, "DELETE FROM pair").exec();
  SQLite::Statement put(db, "INSERT INTO pair (a, b, score, keys, subject, attribute, period) VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (auto const& pair : report.alignment.pairs)
    Binder(put)
        .number(number_of[pair.a])
        .number(number_of[pair.b])
        .number(pair.score)
        .number(pair.keys)
        .text(pair.subject)
        .text(pair.attribute)
        .text(pair.period)
        .run();
}

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

Report find_all(SQLite::Database& db, std::vector<KnownArticle> const& articles, RuleBook const& rules,
                Settings const& settings) {
  auto stored = load_set(db, articles);
  auto const numbers = claim_numbers(stored.set.claims, stored.rows);
  auto report = judge_set(std::move(stored.set), rules, settings);
  put_pairs(db, report, numbers);
  std::map<std::string, std::string> alias;
  put_aliases(db, report.set.claims, alias);
  std::vector<std::string> ids;
  for (auto const& article : report.set.articles) ids.push_back(article.id);
  put_result(db, {stored.rows, std::move(ids), report.findings, count_claims(report.set, report.alignment)}, report);
  return report;
}

}  // namespace counterclaim::store
