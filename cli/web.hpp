// Web addresses on the command line: options, the progress line, complaints.
#pragma once
#include <string>
#include <vector>

#include "cli/exit_status.hpp"
#include "counterclaim/fetch.hpp"
#include "counterclaim/read.hpp"

namespace CLI {
class App;
}

namespace counterclaim::cli {

void add_fetch_options(CLI::App& command, FetchOptions& options);  // all but the folder
void add_allow_private(CLI::App& command, FetchOptions& options);

// Fetches with a progress line where standard error is a terminal; SIGINT and SIGTERM end it in good order. Failures and notes
// have been complained of, at the end, when this returns.
FetchResult fetch_with_progress(std::vector<std::string> const& urls, FetchOptions options);
ExitStatus status_of(FetchResult const& result);  // clean or unreadable

// Takes the web addresses out of `paths`.
std::vector<std::string> take_web_addresses(std::vector<std::string>& paths);

// Pages as articles. Kept in options.into with their paths as ids; without it they are not kept, and their addresses are the
// ids. What failed is among the unreadable.
ReadResult read_web(std::vector<std::string> const& urls, FetchOptions options);

}  // namespace counterclaim::cli
