// counterclaim watch PATH...
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <set>

#include "cli/commands.hpp"
#include "cli/database.hpp"
#include "cli/folder_watch.hpp"
#include "cli/options.hpp"
#include "cli/project.hpp"
#include "cli/signals.hpp"
#include "cli/temporary_folder.hpp"

namespace counterclaim::cli {
namespace {

constexpr std::chrono::milliseconds quiet(150);  // of an editor that writes in several steps

struct Options {
  std::vector<std::string> paths;
  std::string database;  // empty: one of its own, for as long as it runs
  std::string color = "auto";
  ProjectOptions project;
  unsigned threads = 0;
  unsigned long rounds = 0;  // 0: until it is ended
};

std::set<std::string> fingerprints(Report const& report) {
  std::set<std::string> all;
  for (auto const& finding : report.findings) all.insert(finding.fingerprint);
  return all;
}

// Findings of `report` that are not in `others`, a line each.
std::string lines(Report const& report, std::set<std::string> const& others, std::string_view mark, TextStyle style) {
  Report part;
  part.counts.emplace();
  part.set.articles = report.set.articles;
  for (auto const& finding : report.findings)
    if (!others.contains(finding.fingerprint)) part.findings.push_back(finding);
  auto const all = concise_report(part, style);
  std::string out;
  std::size_t at = 0;
  for (std::size_t n = 0; n < part.findings.size(); ++n) {
    auto const end = all.find('\n', at);
    out.append(mark).append(all, at, end + 1 - at);
    at = end + 1;
  }
  return out;
}

std::string last_line(Report const& report, TextStyle style) {
  auto const all = concise_report(report, style);
  return all.substr(all.rfind('\n', all.size() - 2) + 1);
}

ExitStatus watch(Options const& options) {
  std::optional<TemporaryFolder> own;
  if (options.database.empty()) own.emplace();
  auto const database = own ? own->path() + "/claims.db" : options.database;
  auto const style = text_style(color_choice(options.color));
  std::optional<Report> before;
  SignalsNoted const signals;
  FolderWatch folders(options.paths);  // before the first look, so that no change is missed
  for (unsigned long round = 0;; ++round) {
    auto const project = load_project(options.project, options.paths);
    if (!project && !before) return ExitStatus::usage;
    if (project) {
      CheckRequest request;
      request.database = database;
      request.paths = options.paths;
      request.settings = project->config.settings;
      request.threads = options.threads;
      auto checked = check_with_store(std::move(request), project->rules);
      auto const now = fingerprints(checked.report);
      auto const then = before ? fingerprints(*before) : std::set<std::string>();
      auto const news = lines(checked.report, then, "appeared  ", style) +
                        (before ? lines(*before, now, "resolved  ", style) : std::string());
      if (!before || checked.figures.judged) {
        complain_of_inputs(checked.report.unreadable, checked.warnings, checked.report.set.articles.size());
        if (!print(news + last_line(checked.report, style))) return ExitStatus::clean;
      }
      before = std::move(checked.report);
    }
    if (options.rounds != 0 && round >= options.rounds) return ExitStatus::clean;
    if (is_signalled() || !folders.wait(quiet) || is_signalled()) return ExitStatus::clean;
  }
}

}  // namespace

void add_watch(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command =
      app.add_subcommand("watch", "Check again whenever an article changes, and say what appeared and what was resolved");
  command->add_option("PATH", options->paths, "A file, or a folder with all its subfolders")->required();
  command
      ->add_option("--db", options->database, "Keep the claim database in this file; otherwise it goes when the command ends")
      ->type_name("FILE");
  command->add_option("--rounds", options->rounds, "End after so many changes")->type_name("N");
  add_project_options(*command, options->project);
  add_threads(*command, options->threads);
  add_color(*command, options->color);
  command->footer("Example:\n  counterclaim watch articles/\n");
  command->callback([options, &chosen] { chosen = [options] { return watch(*options); }; });
}

}  // namespace counterclaim::cli
