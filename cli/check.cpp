// counterclaim check PATH...
#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  InputOptions inputs;
  ReportOptions report;
  std::vector<std::string> rules;
  unsigned threads = 0;
};

ExitStatus check(Options const& options) {
  auto const rules = load_rule_book(options.rules);
  if (!rules) return ExitStatus::usage;
  auto read = read_inputs(options.inputs);
  auto report = lint(std::move(read.articles), *rules, options.threads);
  report.unreadable = std::move(read.unreadable);
  print(rendered(report, options.report));
  return status_of(report, options.report);
}

}  // namespace

void add_check(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("check", "Read articles and report the facts in them that disagree");
  add_inputs(*command, options->inputs);
  add_report_options(*command, options->report);
  add_rule_folders(*command, options->rules);
  add_threads(*command, options->threads);
  command->footer(
      "Articles are plain text, Markdown with YAML front matter, HTML or JSON lines. Give their dates: claims of different\n"
      "times are no contradiction.\n\n"
      "Exit status: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, configuration or rule file, 3 an input could\n"
      "not be read (the others were still checked), 4 internal error.\n\n"
      "Examples:\n"
      "  counterclaim check articles/\n"
      "  counterclaim check --format json --fail-on warning draft.md sources/*.md > findings.json\n");
  command->callback([options, &chosen] { chosen = [options] { return check(*options); }; });
}

}  // namespace counterclaim::cli
