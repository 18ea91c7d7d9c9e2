// Options that several subcommands share, and what is made of them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_status.hpp"
#include "cli/output.hpp"
#include "counterclaim/config.hpp"
#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"

namespace CLI {
class App;
}

namespace counterclaim::cli {

struct InputOptions {
  std::vector<std::string> paths;
  std::string jsonl;  // empty: none
};
void add_inputs(CLI::App& command, InputOptions& options);
// All articles named. What cannot be read has been complained of when this returns.
ReadResult read_inputs(InputOptions const& options);
void require_inputs(InputOptions const& options);  // that something is named
void complain_of_inputs(std::vector<Diagnostic> const& unreadable, std::vector<std::string> const& warnings,
                        std::size_t articles);
ExitStatus status_of(ReadResult const& read);  // clean or unreadable

void add_threads(CLI::App& command, unsigned& threads);

void add_rule_folders(CLI::App& command, std::vector<std::string>& folders);
// The built-in rules and those of the folders (or files). Nothing if one is faulty: every fault has been complained of.
std::optional<RuleBook> load_rule_book(std::vector<std::string> const& folders);

// "--output html:report.html"
struct OutputFile {
  std::string format, path;
};

struct ReportOptions {
  std::string format = "text";
  std::string fail_on;  // empty: as configured
  std::string color = "auto";
  std::vector<std::string> outputs;  // FORMAT:PATH
};
void add_report_options(CLI::App& command, ReportOptions& options);
void add_color(CLI::App& command, std::string& color);
ColorChoice color_choice(std::string const& color);
// Whether one of the formats chosen prints more of the articles than the passages that findings show.
bool needs_claims(ReportOptions const& options);
// The report for standard output, in the format chosen.
std::string rendered(Report const& report, RuleBook const& rules, ReportOptions const& options);
// The --output files are looked at before the work begins, and written when it is done, each to a temporary file beside it that
// then takes its name. False where one cannot be written: it has been complained of, and what stood there stands.
bool can_write_outputs(ReportOptions const& options);
bool write_outputs(Report const& report, RuleBook const& rules, ReportOptions const& options);
ExitStatus status_of(Report const& report, ReportOptions const& options, Config const& config);  // clean, found or unreadable

}  // namespace counterclaim::cli
