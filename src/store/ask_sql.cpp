// SQL and full-text search by users, over a file that is only read: opened so, told so (query_only), and every action of a
// statement is looked at before it is prepared.
#include <sqlite3.h>

#include <set>
#include <string_view>

#include "counterclaim/text.hpp"
#include "src/store/database.hpp"

namespace counterclaim {
namespace store {
namespace {

int permit(void*, int action, char const* first, char const* second, char const*, char const*) {
  auto const text = [](char const* s) { return std::string_view(s == nullptr ? "" : s); };
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_FUNCTION: {
      static std::set<std::string_view> const refused = {"load_extension", "fts3_tokenizer", "fts5",
                                                         "edit",           "readfile",       "writefile"};
      return refused.contains(text(second)) ? SQLITE_DENY : SQLITE_OK;
    }
    case SQLITE_PRAGMA: {
      static std::set<std::string_view> const asked = {"table_info", "table_xinfo", "table_list", "index_list", "index_info"};
      return text(first) == "data_version" || asked.contains(text(first)) ? SQLITE_OK : SQLITE_DENY;
    }
    default:
      return SQLITE_DENY;
  }
}

Cell cell_of(SQLite::Column const& column) {
  if (column.isNull()) return {};
  if (column.isInteger()) return Cell::number(column.getInt64());
  if (column.isFloat()) {
    auto const text = column.getString();
    bool const finite = text.find_first_of("InN") == text.npos;
    return finite ? Cell::number(text) : Cell::of(text);
  }
  if (!column.isBlob()) return Cell::of(column.getString());
  std::string hex = "x'";
  auto const bytes = column.getString();
  for (char const c : bytes.substr(0, 32)) {
    constexpr char digits[] = "0123456789abcdef";
    hex += {digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]};
  }
  return Cell::of(hex + (bytes.size() > 32 ? "…'" : "'"));
}

[[noreturn]] void refuse(std::string const& why) { throw StoreError(StoreError::Kind::usage, why); }

Table rows_of(SQLite::Statement& query) {
  Table table;
  for (int i = 0; i < query.getColumnCount(); ++i) table.columns.emplace_back(query.getColumnName(i));
  while (query.executeStep()) {
    auto& row = table.rows.emplace_back();
    for (int i = 0; i < query.getColumnCount(); ++i) row.push_back(cell_of(query.getColumn(i)));
  }
  return table;
}

// The words as a query of FTS5: each in quotation marks, so that none is an operator.
std::string as_query(std::string_view words) {
  std::string out;
  std::string word;
  auto const close = [&] {
    if (!word.empty()) out += (out.empty() ? "\"" : " \"") + word + "\"";
    word.clear();
  };
  for (char const c : words) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '"' || c == '\0')
      close();
    else
      word += c;
  }
  close();
  return out;
}

}  // namespace
}  // namespace store

Answer ask_sql(std::string const& database, std::string const& sql) {
  return store::guarded(database, [&] {
    auto db = store::open_for_reading(database);
    db.exec("PRAGMA query_only = ON");
    // Prepared beside SQLiteCpp to see whether more than one statement stands there.
    sqlite3_set_authorizer(db.getHandle(), store::permit, nullptr);
    sqlite3_stmt* statement = nullptr;
    char const* tail = nullptr;
    auto const status = sqlite3_prepare_v2(db.getHandle(), sql.c_str(), static_cast<int>(sql.size() + 1), &statement, &tail);
    bool const is_empty = statement == nullptr;
    bool const answers = !is_empty && sqlite3_stmt_readonly(statement) != 0 && sqlite3_column_count(statement) > 0;
    sqlite3_finalize(statement);
    if ((status & 0xFF) == SQLITE_AUTH) store::refuse("only what reads is allowed: a SELECT over the tables of the database");
    if (status == SQLITE_ERROR) store::refuse("the SQL is faulty: " + std::string(sqlite3_errmsg(db.getHandle())));
    if (status != SQLITE_OK) throw SQLite::Exception(db.getHandle(), status);
    if (!is_empty && !answers) store::refuse("only what reads is allowed: a SELECT over the tables of the database");
    if (is_empty || !trimmed(std::string_view(tail)).empty()) store::refuse("one statement is expected, a SELECT");
    SQLite::Statement query(db, sql);
    try {
      auto table = store::rows_of(query);
      return Answer{table, table, {}};
    } catch (SQLite::Exception const& error) {
      if (error.getErrorCode() == SQLITE_ERROR) store::refuse("the SQL is faulty: " + std::string(error.what()));
      throw;
    }
  });
}

Answer ask_text(std::string const& database, std::string const& words) {
  return store::guarded(database, [&] {
    auto db = store::open_for_reading(database);
    auto const terms = store::as_query(words);
    if (terms.empty()) store::refuse("no words to look for");
    SQLite::Statement query(
        db,
        "SELECT a.id AS article, a.date, a.source, a.title, snippet(passage, 0, '', '', '…', 24) AS passage "
        "FROM passage JOIN article a ON a.article = passage.rowid WHERE passage MATCH ? "
        "ORDER BY rank, a.id LIMIT 1000");
    query.bind(1, terms);
    auto table = store::rows_of(query);
    return Answer{table, table, {}};
  });
}

}  // namespace counterclaim
