// counterclaim config show|schema
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/project.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  ProjectOptions project;
  std::vector<std::string> paths;
};

ExitStatus show(Options const& options) {
  auto const project = load_project(options.project, options.paths.empty() ? std::vector<std::string>{"."} : options.paths);
  if (!project) return ExitStatus::usage;
  auto const& file = project->config.file;
  print(printable("# " + (file.empty() ? std::string("no counterclaim.toml") : file) + "\n" + show_config(project->config)));
  return ExitStatus::clean;
}

}  // namespace

void add_config(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("config", "Say what is configured and where each value comes from");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n"
      "  counterclaim config show articles/\n"
      "  counterclaim config schema > counterclaim.schema.json\n");
  auto* const shown = command->add_subcommand("show", "Every key with its value, and where that was said");
  shown->add_option("PATH", options->paths,
                    "The inputs that the configuration is looked for from (default: the current folder)");
  add_project_options(*shown, options->project);
  shown->callback([options, &chosen] { chosen = [options] { return show(*options); }; });
  auto* const schema = command->add_subcommand("schema", "Print a JSON schema of counterclaim.toml for editors");
  schema->callback([&chosen] {
    chosen = [] {
      print(config_schema());
      return ExitStatus::clean;
    };
  });
}

}  // namespace counterclaim::cli
