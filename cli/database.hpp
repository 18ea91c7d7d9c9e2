// The option that names a claim database, and what is ended with when it cannot be used.
#pragma once
#include <string>

#include "cli/exit_status.hpp"
#include "counterclaim/store.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace counterclaim::cli {

// For commands that ask it: default_database unless another is named.
void add_database(CLI::App& command, std::string& path);

ExitStatus status_of(StoreError const& error);

}  // namespace counterclaim::cli
