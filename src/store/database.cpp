#include "src/store/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <new>

#include "src/store/schema.hpp"

namespace counterclaim::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(StoreError::Kind kind, std::string const& message) { throw StoreError(kind, message); }

// Nothing in a file may make us run or read what we did not ask for, however it came by its content.
void harden(SQLite::Database& db) {
  auto* const handle = db.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_extended_result_codes(handle, 1);
  db.exec(
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY;"
      "PRAGMA cache_size = -65536;");
}

// The process that holds the lock for writing: byte 120 of the shared-memory file (SQLite's walformat). 0 if none does.
pid_t holder(std::string const& path) {
  int const fd = open((path + "-shm").c_str(), O_RDWR | O_CLOEXEC);
  if (fd < 0) return 0;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = 120;
  lock.l_len = 1;
  bool const asked = fcntl(fd, F_GETLK, &lock) == 0;
  close(fd);
  return asked && lock.l_type != F_UNLCK ? lock.l_pid : 0;
}

std::string name_of(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/comm");
  std::string name;
  std::getline(file, name);
  return "process " + std::to_string(process) + (name.empty() ? "" : " (" + name + ")");
}

void remove_database(std::string const& path) {
  for (auto const* suffix : {"-wal", "-shm", "-journal", ""}) {
    std::error_code error;
    fs::remove(path + suffix, error);
    if (error) fail(StoreError::Kind::trouble, path + suffix + " cannot be removed: " + error.message());
  }
}

void require_folder(std::string const& path) {
  auto const folder = fs::path(path).parent_path();
  std::error_code error;
  if (!folder.empty() && !fs::is_directory(folder, error))
    fail(StoreError::Kind::usage, "there is no folder '" + folder.string() + "' for the database");
  if (fs::exists(path, error) && !fs::is_regular_file(path, error)) fail(StoreError::Kind::usage, path + " is no file");
}

}  // namespace

SQLite::Database open_for_writing(std::string const& path, Existing existing) {
  // The folder that is ours is made, no other.
  if (auto const folder = fs::path(path).parent_path(); folder.filename() == fs::path(default_database).parent_path()) {
    std::error_code error;
    fs::create_directory(folder, error);
    // No part of a repository, as what is accepted is: others have their own.
    auto const ignored = folder / ".gitignore";
    if (!fs::exists(ignored, error)) std::ofstream(ignored) << "claims.db*\n";
  }
  require_folder(path);
  if (existing == Existing::throw_away) remove_database(path);
  SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, patience);
  harden(db);
  if (sqlite3_db_readonly(db.getHandle(), "main") == 1) fail(StoreError::Kind::trouble, path + " cannot be written");
  // Looked at before anything is changed: the file may be another program's.
  if (db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0 &&
      db.execAndGet("PRAGMA application_id").getInt() != application_id)
    check_schema(db, path);
  db.exec("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  bring_up_to_date(db, path);
  return db;
}

SQLite::Database open_for_reading(std::string const& path) {
  std::error_code error;
  if (!fs::exists(path, error))
    fail(StoreError::Kind::usage, "there is no database '" + path + "': `counterclaim check --db " + path + " PATH` makes it");
  require_folder(path);
  // Without a log beside it and in a folder where none can be made, the file is all there is.
  auto const folder = fs::absolute(path, error).parent_path().string();
  bool const lone = access(folder.c_str(), W_OK) != 0 && !fs::exists(path + "-wal", error);
  auto open = [&] {
    if (!lone) return SQLite::Database(path, SQLite::OPEN_READONLY, patience);
    std::string uri = "file:";
    for (char const c : fs::absolute(path, error).string()) {
      constexpr char digits[] = "0123456789ABCDEF";
      bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.';
      auto const byte = static_cast<unsigned char>(c);
      uri += plain ? std::string(1, c) : std::string{'%', digits[byte >> 4], digits[byte & 15]};
    }
    return SQLite::Database(uri + "?immutable=1", SQLite::OPEN_READONLY | SQLite::OPEN_URI, patience);
  };
  auto db = open();
  harden(db);
  check_schema(db, path);
  return db;
}

void rethrow(SQLite::Exception const& error, std::string const& path) {
  using Kind = StoreError::Kind;
  auto const why = " (" + std::string(error.what()) + ")";
  switch (error.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: {
      auto const process = holder(path);
      fail(Kind::trouble, path + " is in use" + (process > 0 ? " by " + name_of(process) : " by another process") +
                              ", and was for " + std::to_string(patience / 1000) + " seconds: try again when it is done");
    }
    case SQLITE_NOTADB:
      fail(Kind::usage, path + " is no database, or a damaged one; `--rebuild` starts anew in its place");
    case SQLITE_CORRUPT:
      fail(Kind::damaged, path + " is damaged" + why + "; `--rebuild` starts anew");
    case SQLITE_FULL:
      fail(Kind::trouble, path + " cannot be written: the disk is full");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      fail(Kind::trouble, path + " cannot be " + (access(path.c_str(), R_OK) == 0 ? "written" : "opened") + why);
    case SQLITE_IOERR:
      fail(Kind::trouble, path + " cannot be read or written" + why);
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      fail(Kind::damaged, path + " cannot be used" + why);
  }
}

}  // namespace counterclaim::store
