// The cases of a set beside its report: the report has their findings, the blob says which are whose.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include "src/store/cases.hpp"
#include "src/store/result.hpp"

namespace counterclaim::store {

// The cases of a report, with its articles at the places they have now. False: there are none to go on from. Of an article that
// is gone the place is none of the set's; CaseFinder::judge_without() voids what shows it.
bool load_cases(SQLite::Database& db, Result&& report, SetOrder const& order, std::vector<StoredCase>& cases);

// The findings of all cases in the order of a report, each with its number in the table, and those numbers that are new.
struct Collected {
  std::vector<Finding> findings;
  std::vector<std::int64_t> numbers;
  std::vector<bool> is_new;
};
Collected collect(std::vector<StoredCase> cases, SQLite::Database& db);   // puts the blob
Collected numbered(std::vector<Finding> findings, SQLite::Database& db);  // of no cases: the next check has none to go on from

}  // namespace counterclaim::store
