// counterclaim check PATH|URL...
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/gate.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/stats.hpp"
#include "cli/web.hpp"

namespace counterclaim::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  InputOptions inputs;
  FetchOptions web;
  ReportOptions report;
  ProjectOptions project;
  std::string database;  // empty: the project's, if a folder is checked
  bool rebuild = false, no_database = false;
  GateOptions gate;
  unsigned threads = 0;
  bool quiet = false, stats = false;
};

// Files and pages. Only a web address on the command line leads to src/fetch, and so to a socket.
ReadResult read_all(Options const& options) {
  auto files = options.inputs;
  auto const urls = take_web_addresses(files.paths);
  if (urls.empty()) return read_inputs(files);
  ReadResult result;
  if (!files.paths.empty()) result = read_inputs(files);
  auto pages = read_web(urls, options.web);
  std::move(pages.articles.begin(), pages.articles.end(), std::back_inserter(result.articles));
  std::move(pages.unreadable.begin(), pages.unreadable.end(), std::back_inserter(result.unreadable));
  return result;
}

// The database beside the configuration. A file by itself is checked in memory: the database holds the set of the last run, and
// a draft is not to take its place.
std::string database_of(Options const& options, Project const& project) {
  if (options.no_database || !options.database.empty()) return options.database;
  std::error_code error;
  bool const is_set = std::any_of(options.inputs.paths.begin(), options.inputs.paths.end(),
                                  [&](auto const& path) { return fs::is_directory(path, error); });
  if (project.config.file.empty() || !is_set) return {};
  return (fs::path(project.config.file).parent_path() / default_database).string();
}

// Only what the database does not know is read.
Report check_stored(Options const& options, std::string const& database, Project const& project, Stats& stats) {
  auto files = options.inputs;
  auto const urls = take_web_addresses(files.paths);
  if (urls.empty()) require_inputs(files);
  auto pages = urls.empty() ? ReadResult{} : read_web(urls, options.web);
  CheckRequest request;
  request.database = database;
  request.rebuild = options.rebuild;
  request.paths = std::move(files.paths);
  request.jsonl = std::move(files.jsonl);
  request.articles = std::move(pages.articles);
  request.settings = project.config.settings;
  request.threads = options.threads;
  request.parts = needs_claims(options.report) ? Parts::all : Parts::shown;
  Progress progress(options.quiet ? Visibility::never : Visibility::automatic);
  auto checked = check_with_store(std::move(request), project.rules);
  stats.stages.push_back({"reading and checking", stats.stage_watch.lap(), 0});
  complain_of_inputs(checked.report.unreadable, checked.warnings, checked.report.set.articles.size());
  std::move(pages.unreadable.begin(), pages.unreadable.end(), std::back_inserter(checked.report.unreadable));
  return std::move(checked.report);
}

Report check_afresh(Options const& options, Project const& project, Stats& stats) {
  auto read = read_all(options);
  stats.stages.push_back({"reading", stats.stage_watch.lap(), 0});
  Progress progress(options.quiet ? Visibility::never : Visibility::automatic);
  auto report = lint(std::move(read.articles), project.rules, options.threads, project.config.settings, watch(stats, progress));
  report.unreadable = std::move(read.unreadable);
  return report;
}

// Nobody named the project's database: where it cannot be used, all is as it is without one.
Report check_project(Options const& options, std::string const& database, Project const& project, Stats& stats) {
  try {
    return check_stored(options, database, project, stats);
  } catch (StoreError const& error) {
    if (!options.quiet) note(std::string("note: checked without a database: ") + error.what() + "\n");
    return check_afresh(options, project, stats);
  }
}

ExitStatus check(Options const& options) {
  auto const inputs = inputs_of(options.inputs);
  auto const project = load_project(options.project, inputs);
  if (!project) return ExitStatus::usage;
  auto const gate = load_gate(options.gate, project->config, inputs);
  if (!gate || !can_write_outputs(options.report)) return ExitStatus::usage;
  Stats stats;
  auto const database = database_of(options, *project);
  if (options.rebuild && database.empty()) {
    complain("--rebuild: there is no database; name it with --db, or check a folder under a counterclaim.toml");
    return ExitStatus::usage;
  }
  auto report = database.empty()           ? check_afresh(options, *project, stats)
                : options.database.empty() ? check_project(options, database, *project, stats)
                                           : check_stored(options, database, *project, stats);
  pass(report, *gate, options.gate, project->all_rules);
  if (!options.quiet) {
    for (auto const& note : report.notes) warn(note);
    print(rendered(report, project->rules, options.report));
  }
  if (options.stats) note(stats_table(stats, report));
  if (!write_outputs(report, project->rules, options.report)) return ExitStatus::usage;
  return status_of(report, options.report, project->config);
}

}  // namespace

void add_check(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("check", "Read articles and report the facts in them that disagree");
  add_inputs(*command, options->inputs);
  command
      ->add_option("--into", options->web.into,
                   "For addresses given as PATH (https://…): keep the pages in this folder, as `fetch` does")
      ->type_name("DIR");
  add_allow_private(*command, options->web);
  add_report_options(*command, options->report);
  add_project_options(*command, options->project);
  auto* const database = command->add_option(
      "--db", options->database,
      "Keep articles, claims and findings in this claim database, and read only what has changed since the last run with it; "
      "`query`, `history` and `report` ask it. What is found is the same as without. A folder under a counterclaim.toml has "
      ".counterclaim/claims.db beside that file for its database");
  database->type_name("FILE");
  auto* const rebuild = command->add_flag("--rebuild", options->rebuild, "Throw away what is in the database and start anew");
  command->add_flag("--no-db", options->no_database, "Use no database")->excludes(database)->excludes(rebuild);
  add_gate_options(*command, options->gate);
  add_threads(*command, options->threads);
  command->add_flag("-q,--quiet", options->quiet, "Print no report and no warnings: the exit status and --output files tell");
  command->add_flag("--stats", options->stats,
                    "Say on standard error what was read and compared, and how long each stage and rule took");
  command->footer(
      "Articles are plain text, Markdown with YAML front matter, HTML or JSON lines. Give their dates: claims of different\n"
      "times are no contradiction. A PATH that begins with http:// or https:// is fetched first, as `counterclaim fetch`\n"
      "does; without one, no socket is ever opened.\n\n"
      "Exit status: 0 nothing at or above --fail-on, 1 something, 2 wrong usage, configuration or rule file, 3 an input could\n"
      "not be read (the others were still checked), 4 internal error.\n\n"
      "Examples:\n"
      "  counterclaim check articles/\n"
      "  counterclaim check --format github --output html:report.html --output sarif:report.sarif articles/\n"
      "  counterclaim check --format json --fail-on warning draft.md sources/*.md > findings.json\n"
      "  counterclaim check --db claims.db articles/\n"
      "  counterclaim check draft.md https://example.org/news/lake-levels\n");
  command->callback([options, &chosen] { chosen = [options] { return check(*options); }; });
}

}  // namespace counterclaim::cli
