// A folder of articles, a check of it with a database, and a look into that database with a connection of the test's own.
#pragma once
#include <sqlite3.h>

#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tests/golden.hpp"
#include "tests/program/run.hpp"

namespace counterclaim::test {

inline std::string made_text(std::mt19937& random) {
  static constexpr char const* names[] = {"Orrin Motors", "Lake Mora", "Belltower Bank", "Calder Systems", "Port Hessing"};
  std::string out = "---\nsource: Mora Gazette\ndate: 2024-05-0" + std::to_string(1 + random() % 9) + "\n---\n\n";
  for (int n = 0; n < 12; ++n) {
    auto const name = std::string(names[random() % std::size(names)]);
    out += name + " employs " + std::to_string(100 + random() % 4) + " people at its works on the river. ";
    out += name + " raised $" + std::to_string(40 + random() % 3) + " million in March 2023.\n\n";
  }
  return out;
}

inline std::string lake(int square_kilometers) {
  return "---\ndate: 2024-05-01\n---\n\nLake Mora covers " + std::to_string(square_kilometers) + " square kilometers.\n";
}

inline void make_articles(Folder const& folder, std::mt19937& random, int count) {
  for (int i = 0; i < count; ++i) folder.write("set/" + std::to_string(i) + ".md", made_text(random));
}

inline std::vector<std::string> check(Folder const& folder) {
  return {"check", "--db", folder.path() + "/claims.db", "--format", "json", folder.path() + "/set"};
}

// The one value that a query gives, on a connection of the test's own.
inline std::string value(std::string const& database, char const* sql) {
  sqlite3* db = nullptr;
  std::string out;
  if (sqlite3_open_v2(database.c_str(), &db, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(db, sql, -1, &statement, nullptr);
    int const step = sqlite3_step(statement);
    auto const* const text = step == SQLITE_ROW ? reinterpret_cast<char const*>(sqlite3_column_text(statement, 0)) : nullptr;
    out = text != nullptr ? text : step == SQLITE_DONE ? "done" : sqlite3_errmsg(db);
    sqlite3_finalize(statement);
  }
  sqlite3_close(db);
  return out;
}

}  // namespace counterclaim::test
