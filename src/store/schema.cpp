#include "src/store/schema.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <vector>

#include "counterclaim/store.hpp"
#include "src/store/schema_sql.hpp"

namespace counterclaim::store {
namespace {

constexpr Migration steps[] = {{1, schema_1}};

int pragma(SQLite::Database& db, char const* query) { return db.execAndGet(query).getInt(); }

// Every table, index, trigger and view of a file, with the text that made it.
std::vector<std::string> objects(SQLite::Database& db) {
  SQLite::Statement query(db, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
  std::vector<std::string> all;
  while (query.executeStep()) all.push_back(query.getColumn(0).getString());
  return all;
}

std::vector<std::string> const& expected_objects() {
  static std::vector<std::string> const expected = [] {
    SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    for (auto const& step : steps) db.exec(step.sql);
    return objects(db);
  }();
  return expected;
}

bool is_empty(SQLite::Database& db) { return pragma(db, "SELECT count(*) FROM sqlite_schema") == 0; }

// A file that holds something has to be ours and of a version that this program knows.
void refuse_others(SQLite::Database& db, std::string const& path) {
  if (is_empty(db)) return;
  if (pragma(db, "PRAGMA application_id") != application_id)
    throw StoreError(StoreError::Kind::usage, path + " is a database of another program: nothing is written to it");
  if (auto const version = pragma(db, "PRAGMA user_version"); version > schema_version)
    throw StoreError(StoreError::Kind::usage, path + " was written by a newer counterclaim (schema " + std::to_string(version) +
                                                  ", this program knows " + std::to_string(schema_version) +
                                                  "): use that one, or another --db");
}

void copy_before_change(SQLite::Database& db, std::string const& path, int version) {
  SQLite::Database copy(path + ".v" + std::to_string(version), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Backup backup(copy, db);
  if (auto const status = backup.executeStep(); status != SQLITE_DONE) throw SQLite::Exception(db.getHandle(), status);
}

}  // namespace

std::span<Migration const> migrations() { return steps; }

void bring_up_to_date(SQLite::Database& db, std::string const& path) {
  refuse_others(db, path);
  auto const is_current = [&] { return !is_empty(db) && pragma(db, "PRAGMA user_version") == schema_version; };
  if (is_current()) return check_schema(db, path);
  if (!is_empty(db)) copy_before_change(db, path, pragma(db, "PRAGMA user_version"));
  SQLite::Transaction change(db, SQLite::TransactionBehavior::IMMEDIATE);
  if (!is_current()) {  // another process may have been first
    auto const version = pragma(db, "PRAGMA user_version");
    for (auto const& step : steps)
      if (step.to > version) db.exec(step.sql);
    db.exec("PRAGMA application_id = " + std::to_string(application_id));
    db.exec("PRAGMA user_version = " + std::to_string(schema_version));
  }
  change.commit();
  check_schema(db, path);
}

void check_schema(SQLite::Database& db, std::string const& path) {
  refuse_others(db, path);
  if (is_empty(db)) throw StoreError(StoreError::Kind::usage, path + " is empty: `counterclaim check --db` fills it");
  if (auto const version = pragma(db, "PRAGMA user_version"); version < schema_version)
    throw StoreError(StoreError::Kind::usage, path + " is of an older schema (" + std::to_string(version) +
                                                  "): `counterclaim check --db` brings it up to date");
  if (objects(db) != expected_objects())
    throw StoreError(StoreError::Kind::damaged, path + " does not have the tables of a claim database");
}

}  // namespace counterclaim::store
