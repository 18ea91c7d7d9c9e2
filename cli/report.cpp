// counterclaim report DB
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/gate.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  std::string database;
  ReportOptions report;
  ProjectOptions project;
  GateOptions gate;
};

ExitStatus report(Options const& options) {
  auto const project = load_project(options.project, {options.database});
  if (!project) return ExitStatus::usage;
  auto const gate = load_gate(options.gate, project->config, {options.database});
  if (!gate || !can_write_outputs(options.report)) return ExitStatus::usage;
  auto const parts = needs_claims(options.report) ? Parts::all : Parts::shown;
  auto report = stored_report(options.database, parts, project->config.settings);
  pass(report, *gate, options.gate, project->all_rules);
  for (auto const& note : report.notes) warn(note);
  print(rendered(report, project->rules, options.report));
  if (!write_outputs(report, project->rules, options.report)) return ExitStatus::usage;
  return status_of(report, options.report, project->config);
}

}  // namespace

void add_report(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("report", "Print the report of the last run with a claim database, in any format");
  command->add_option("DB", options->database, "The claim database")->required();
  add_report_options(*command, options->report);
  add_project_options(*command, options->project);
  add_gate_options(*command, options->gate);
  command->footer(
      "No article is read again: the database holds their texts.\n\n"
      "Example:\n"
      "  counterclaim report claims.db --format sarif > findings.sarif\n");
  command->callback([options, &chosen] { chosen = [options] { return report(*options); }; });
}

}  // namespace counterclaim::cli
