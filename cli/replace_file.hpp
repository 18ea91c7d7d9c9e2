// Files that are replaced whole or not at all.
#pragma once
#include <string>
#include <string_view>

#include "cli/exit_status.hpp"

namespace counterclaim::cli {

// Why `path` cannot be written, as far as can be told without writing ("there is no folder 'out'"); empty: nothing speaks
// against it.
std::string write_problem(std::string const& path);

// Writes a temporary file beside `path` and gives it that name; a symbolic link goes on leading to the file it led to, whose
// mode is kept. A device or pipe is written to as it is. What went wrong, or empty; then what stood there is unchanged.
std::string replace_file(std::string const& path, std::string_view bytes);

// Writes a new file. If there is one already, it stays and that is the problem returned.
std::string create_file(std::string const& path, std::string_view bytes);

// What a command that writes one file ends with: its name on standard output, or the problem.
ExitStatus told(std::string const& path, std::string const& problem);

}  // namespace counterclaim::cli
