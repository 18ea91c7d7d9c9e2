// Opening the file, and what is said when it cannot be used.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

#include "counterclaim/store.hpp"

namespace counterclaim::store {

inline constexpr int patience = 5000;  // milliseconds that one process waits for another

// Up to date, or made if there is none; WAL. `rebuild`: what is there goes first.
enum class Existing : std::uint8_t { keep, throw_away };
SQLite::Database open_for_writing(std::string const& path, Existing existing);
// Of a file that has to be there. Works in a folder that cannot be written.
SQLite::Database open_for_reading(std::string const& path);

// SQLite's complaint in words of ours, with the process that holds the file where one does. To be called after the connection
// is closed: looking at a file of it would give up its locks.
[[noreturn]] void rethrow(SQLite::Exception const& error, std::string const& path);

// Runs `work`, which opens the database itself, and translates what SQLite throws.
template <typename Work>
auto guarded(std::string const& path, Work work) {
  try {
    return work();
  } catch (SQLite::Exception const& error) {
    rethrow(error, path);
  }
}

}  // namespace counterclaim::store
