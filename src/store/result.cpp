#include "src/store/result.hpp"

#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

[[noreturn]] void damaged() {
  throw StoreError(StoreError::Kind::damaged,
                   "the database is damaged: its last report is not as it was stored; `--rebuild` starts anew");
}

void put_rows(SQLite::Database& db, Result const& result, Report const& report) {
  for (auto const* table : {"DELETE FROM finding", "DELETE FROM place"}) SQLite::Statement(db, table).exec();
  SQLite::Statement finding(db, "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  SQLite::Statement place(db, "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::int64_t number = 0;
  for (auto const& f : result.findings) {
    Binder(finding)
        .number(++number)
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
          .number(number)
          .number(++n)
          .number(result.rows[l.article])
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

}  // namespace

void put_result(SQLite::Database& db, Result const& result, Report const& report) {
  SQLite::Statement put(db, "INSERT OR REPLACE INTO result (name, bytes) VALUES ('report', ?)");
  auto const blob = result_blob(result);
  Binder(put).blob(blob).run();
  put_rows(db, result, report);
}

std::optional<Result> load_result(SQLite::Database& db) {
  SQLite::Statement query(db, "SELECT bytes FROM result WHERE name = 'report'");
  if (!query.executeStep()) return {};
  auto const column = query.getColumn(0);
  auto const* const data = static_cast<char const*>(column.getBlob());
  auto result = result_of({data, data == nullptr ? 0 : static_cast<std::size_t>(column.getBytes())});
  if (!result) damaged();
  return result;
}

Report report_of(SQLite::Database& db, Result result, Parts parts, Settings const& settings) {
  Report report;
  report.findings = std::move(result.findings);
  report.counts = result.counts;
  report.set.articles.resize(result.rows.size());
  if (parts == Parts::all) report.set.kept.resize(result.rows.size());
  std::vector<bool> shown(result.rows.size(), parts == Parts::all);
  for (auto const& finding : report.findings)
    for (auto const& location : finding.locations) shown[location.article] = true;
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
    resolve_names(report.set, settings.aliases);
    apply_synonyms(report.set, settings.synonyms);
    report.alignment = align(report.set);
  }
  for (auto const& finding : report.findings)
    for (auto const& location : finding.locations)
      if (location.span.end > report.set.articles[location.article].raw.size()) damaged();
  return report;
}

}  // namespace counterclaim::store
