#include "src/store/result.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "counterclaim/align_again.hpp"
#include "src/store/pair_rows.hpp"
#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

// Of claims that can be aligned: names are not, and some of them go when names are resolved.
std::vector<ClaimNumber> numbers_of(std::vector<Claim> const& claims, std::vector<std::int64_t> const& rows) {
  std::vector<ClaimNumber> numbers;
  std::uint32_t article = UINT32_MAX;
  ClaimNumber next = 0;
  for (auto const& claim : claims) {
    if (claim.article != article) next = 0;
    article = claim.article;
    if (claim.kind != ClaimKind::name) numbers.push_back(rows[article] << claim_bits | next);
    ++next;
  }
  return numbers;
}

Alignment stored_alignment(SQLite::Database& db, std::vector<std::int64_t> const& rows, ClaimSet const& set,
                           std::vector<ClaimNumber> const& numbers) {
  Alignment out;
  std::unordered_map<ClaimNumber, std::uint32_t> index;
  for (std::uint32_t i = 0, n = 0; i < set.claims.size(); ++i)
    if (set.claims[i].kind != ClaimKind::name) index.emplace(numbers[n++], i);
  PairTable pairs(db);
  for (auto const row : rows)
    for (auto const& p : pairs.from_article(row)) {
      auto const a = index.find(p.a), b = index.find(p.b);
      if (a == index.end() || b == index.end()) damaged("its last report is not as it was stored");
      out.pairs.push_back({a->second, b->second, p.score, p.keys, p.subject, p.attribute, p.period});
    }
  std::sort(out.pairs.begin(), out.pairs.end(),
            [](AlignedPair const& x, AlignedPair const& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
  out.groups = groups_of(out.pairs, set.claims.size());
  for (auto const& c : set.claims) out.undecided += is_undecided(c);
  return out;
}

}  // namespace

void put_result(SQLite::Database& db, Result const& result) { put_blob(db, "report", result_blob(result)); }

void put_finding_rows(SQLite::Database& db, std::vector<std::int64_t> const& rows, Report const& report,
                      std::vector<std::int64_t> const& numbers, std::vector<bool> const& is_new) {
  std::unordered_set<std::int64_t> stay;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (!is_new[i]) stay.insert(numbers[i]);
  std::vector<std::int64_t> gone;
  SQLite::Statement known(db, "SELECT finding FROM finding");
  while (known.executeStep())
    if (!stay.contains(known.getColumn(0).getInt64())) gone.push_back(known.getColumn(0).getInt64());
  SQLite::Statement no_finding(db, "DELETE FROM finding WHERE finding = ?"),
      no_place(db, "DELETE FROM place WHERE finding = ?");
  for (auto const number : gone)
    for (auto* statement : {&no_finding, &no_place}) Binder(*statement).number(number).run();
  SQLite::Statement finding(db, "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  SQLite::Statement place(db, "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (!is_new[i]) continue;
    auto const& f = report.findings[i];
    Binder(finding)
        .number(numbers[i])
        .text(f.rule)
        .text(to_string(f.severity))
        .text(f.fingerprint)
        .text(f.message)
        .text(f.aligned_on.subject)
        .text(f.aligned_on.attribute)
        .text(f.aligned_on.period)
        .text(f.explanation)
        .run();
    std::int64_t n = 0;
    for (auto const& l : f.locations) {
      auto const& article = report.set.articles[l.article];
      auto const at = place_of(article.raw, l.span.begin);
      Binder(place)
          .number(numbers[i])
          .number(++n)
          .number(rows[l.article])
          .number(l.span.begin)
          .number(l.span.end)
          .number(at.line)
          .number(at.column)
          .text(visible(article.view, l.span))
          .text(l.label)
          .run();
    }
  }
}

std::optional<Result> load_result(SQLite::Database& db) {
  SQLite::Statement query(db, "SELECT bytes FROM result WHERE name = 'report'");
  if (!query.executeStep()) return {};
  auto const column = query.getColumn(0);
  auto const* const data = static_cast<char const*>(column.getBlob());
  auto result = result_of({data, data == nullptr ? 0 : static_cast<std::size_t>(column.getBytes())});
  if (!result) damaged("its last report is not as it was stored");
  return result;
}

Report report_of(SQLite::Database& db, Result result, Parts parts, Settings const& settings, Pairs pairs) {
  Report report;
  report.findings = std::move(result.findings);
  report.counts = result.counts;
  report.set.articles.resize(result.rows.size());
  if (parts == Parts::all) report.set.kept.resize(result.rows.size());
  std::vector<bool> shown(result.rows.size(), parts == Parts::all);
  for (auto const& finding : report.findings)
    for (auto const& location : finding.locations) shown[location.article] = true;
  for (auto const place : result.commented) shown[place] = true;  // a comment that allows nothing is told
  ArticleReader reader(db);
  for (std::uint32_t i = 0; i < result.rows.size(); ++i) {
    auto& article = report.set.articles[i];
    if (!shown[i])
      article.id = result.ids[i];
    else if (parts == Parts::all)
      article = reader.with_claims(result.rows[i], result.ids[i], i, report.set.claims, report.set.kept[i]);
    else
      article = reader.article(result.rows[i], result.ids[i]);
  }
  if (parts == Parts::all) {
    auto const numbers = numbers_of(report.set.claims, result.rows);
    resolve_names(report.set, settings.aliases);
    apply_synonyms(report.set, settings.synonyms);
    report.alignment = pairs == Pairs::anew ? align(report.set) : stored_alignment(db, result.rows, report.set, numbers);
  }
  for (auto const& finding : report.findings)
    for (auto const& location : finding.locations)
      if (location.span.end > report.set.articles[location.article].raw.size())
        damaged("its last report is not as it was stored");
  return report;
}

}  // namespace counterclaim::store
