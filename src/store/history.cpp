#include "src/store/history.hpp"

#include <ctime>
#include <unordered_map>
#include <unordered_set>

#include "counterclaim/report.hpp"
#include "src/store/database.hpp"
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

  std::unordered_map<std::string, std::int64_t> standing;  // fingerprint to row
  SQLite::Statement before(db, "SELECT rowid, fingerprint FROM history WHERE vanished IS NULL");
  while (before.executeStep()) standing[before.getColumn(1).getString()] = before.getColumn(0).getInt64();
  before.reset();
  SQLite::Statement add(
      db, "INSERT INTO history (fingerprint, rule, severity, message, place, appeared) VALUES (?, ?, ?, ?, ?, ?)");
  std::unordered_set<std::string> seen;
  for (auto const& finding : report.findings) {
    if (!seen.insert(finding.fingerprint).second || standing.erase(finding.fingerprint) != 0) continue;
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

namespace counterclaim {

Answer ask_history(std::string const& database, std::size_t runs) {
  return store::guarded(database, [&] {
    auto db = store::open_for_reading(database);
    SQLite::Statement query(
        db,
        "SELECT r.run, r.at, r.articles, r.added, r.changed, r.removed, r.findings, h.severity, h.rule, "
        "h.message, h.place, h.fingerprint, CASE WHEN h.rowid IS NULL THEN NULL WHEN h.appeared = r.run THEN "
        "'appeared' ELSE 'vanished' END AS what FROM (SELECT * FROM run ORDER BY run DESC LIMIT ?) r "
        "LEFT JOIN history h ON (h.appeared = r.run OR h.vanished = r.run) "
        "ORDER BY r.run DESC, what, h.place, h.fingerprint");
    query.bind(1, static_cast<std::int64_t>(runs));
    Answer answer;
    answer.full.columns = {"run",  "at",       "articles", "added",   "changed", "removed",    "findings",
                           "what", "severity", "rule",     "message", "place",   "fingerprint"};
    answer.brief.columns = {"run", "at", "articles", "what", "finding", "message", "place"};
    std::int64_t last = -1;
    while (query.executeStep()) {
      auto const text = [&](int i) { return query.getColumn(i).getString(); };
      auto const number = [&](int i) {
        return query.getColumn(i).isNull() ? Cell{} : Cell::number(query.getColumn(i).getInt64());
      };
      answer.full.rows.push_back({number(0), Cell::of(text(1)), number(2), number(3), number(4), number(5), number(6),
                                  Cell::of(text(12)), Cell::of(text(7)), Cell::of(text(8)), Cell::of(text(9)),
                                  Cell::of(text(10)), Cell::of(text(11))});
      bool const is_new = query.getColumn(0).getInt64() != last;
      last = query.getColumn(0).getInt64();
      auto const sizes = text(2) + " (+" + text(3) + " ~" + text(4) + " -" + text(5) + ")";
      auto const kind = text(7).empty() ? std::string() : text(7) + "[" + text(8) + "]";
      answer.brief.rows.push_back({is_new ? number(0) : Cell{}, Cell::of(is_new ? text(1) : std::string()),
                                   Cell::of(is_new ? sizes : std::string()), Cell::of(text(12)), Cell::of(kind),
                                   Cell::of(text(9)), Cell::of(text(10))});
    }
    return answer;
  });
}

}  // namespace counterclaim
