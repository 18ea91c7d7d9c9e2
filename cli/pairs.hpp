// `compare --jsonl`: pairs of texts, one a line.
#pragma once
#include <string>

#include "cli/gate.hpp"

namespace counterclaim::cli {

// Reads pairs from a file or standard input ("-") and prints their verdicts in input order, some hundred at a time. A line that
// is no pair is complained of and passed over. Of `options`, only fail_on counts.
ExitStatus compare_pairs(std::string const& path, Project const& project, Gate const& gate, ReportOptions const& options,
                         unsigned threads);

}  // namespace counterclaim::cli
