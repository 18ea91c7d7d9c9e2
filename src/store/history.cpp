#include "src/store/history.hpp"

#include <ctime>
#include <map>

#include "counterclaim/report.hpp"
#include "src/store/rows.hpp"

namespace counterclaim::store {
namespace {

std::string utc_now() {
  std::time_t const now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string place_text(Report const& report, Finding const& finding) {
  auto const& at = finding.locations.front();
  auto const& article = report.set.articles[at.article];
  return article.id + ":" + std::to_string(place_of(article.raw, at.span.begin).line);
}

}  // namespace

void note_run(SQLite::Database& db, Report const& report, RunFigures const& figures) {
  auto const s = summarize(report);
  SQLite::Statement run(db,
                        "INSERT INTO run (at, articles, added, changed, removed, claims, findings, errors, warnings, infos) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  auto const number = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  Binder(run)
      .text(utc_now())
      .number(number(s.articles))
      .number(number(figures.added))
      .number(number(figures.changed))
      .number(number(figures.removed))
      .number(number(s.claims))
      .number(number(report.findings.size()))
      .number(number(s.errors))
      .number(number(s.warnings))
      .number(number(s.infos))
      .run();
  auto const this_run = db.getLastInsertRowid();

  std::map<std::string, std::int64_t> standing;  // fingerprint to row
  SQLite::Statement before(db, "SELECT rowid, fingerprint FROM history WHERE vanished IS NULL");
  while (before.executeStep()) standing[before.getColumn(1).getString()] = before.getColumn(0).getInt64();
  before.reset();
  SQLite::Statement add(
      db, "INSERT INTO history (fingerprint, rule, severity, message, place, appeared) VALUES (?, ?, ?, ?, ?, ?)");
  std::map<std::string, bool> seen;
  for (auto const& finding : report.findings) {
    if (!seen.emplace(finding.fingerprint, true).second || standing.erase(finding.fingerprint) != 0) continue;
    Binder(add)
        .text(finding.fingerprint)
        .text(finding.rule)
        .text(to_string(finding.severity))
        .text(finding.message)
        .text(place_text(report, finding))
        .number(this_run)
        .run();
  }
  SQLite::Statement gone(db, "UPDATE history SET vanished = ? WHERE rowid = ?");
  for (auto const& [fingerprint, row] : standing) Binder(gone).number(this_run).number(row).run();
}

}  // namespace counterclaim::store
