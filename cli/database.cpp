#include "cli/database.hpp"

#include <CLI/CLI.hpp>

namespace counterclaim::cli {

void add_database(CLI::App& command, std::string& path) {
  path = default_database;
  command.add_option("--db", path, "The claim database, as `check --db` keeps it")->type_name("FILE")->capture_default_str();
}

ExitStatus status_of(StoreError const& error) {
  switch (error.kind) {
    case StoreError::Kind::usage:
      return ExitStatus::usage;
    case StoreError::Kind::damaged:
      return ExitStatus::unreadable;
    case StoreError::Kind::trouble:
      return ExitStatus::internal;
  }
  return ExitStatus::internal;
}

}  // namespace counterclaim::cli
