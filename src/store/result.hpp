// What was found, kept twice: as a blob, from which the same report is made again, and as rows for asking.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/store.hpp"
#include "src/store/rows.hpp"

namespace counterclaim::store {

// A report without its articles' texts and claims: `rows` and `ids` are those of its articles, in its order.
struct Result {
  std::vector<std::int64_t> rows;
  std::vector<std::string> ids;
  std::vector<std::uint32_t> commented;  // articles with comments that may allow findings: by place
  std::vector<Finding> findings;
  Counts counts;
};
std::string result_blob(Result const& result);
std::optional<Result> result_of(std::string_view blob);

void put_result(SQLite::Database& db, Result const& result);
std::optional<Result> load_result(SQLite::Database& db);

// The report made again. StoreError if what it needs is not sound.
enum class Pairs : std::uint8_t { stored, anew };  // of Parts::all: as they were found, or with settings that may be others
Report report_of(SQLite::Database& db, Result result, Parts parts, Settings const& settings, Pairs pairs);

// The rows for asking: those of findings that are gone go, those of new ones come. The report's articles have their texts.
void put_finding_rows(SQLite::Database& db, std::vector<std::int64_t> const& rows, Report const& report,
                      std::vector<std::int64_t> const& numbers, std::vector<bool> const& is_new);

}  // namespace counterclaim::store
