#include "cli/project.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "cli/input_file.hpp"
#include "counterclaim/fetch.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

namespace fs = std::filesystem;

bool read_file(std::string const& path, Config& config) {
  auto const text = bytes_of(path);
  if (!text) {
    complain(
        Diagnostic{path, 0, 0, "cannot be read", {}, "name a file such as counterclaim.toml; `counterclaim init` writes one"});
    return false;
  }
  auto const errors = read_config(path, *text, config);
  for (auto const& fault : errors) complain(fault);
  config.file = path;
  return errors.empty();
}

// The one file that all inputs are under; empty if there is none. Nothing if they differ.
std::optional<std::string> found_file(std::vector<std::string> const& inputs) {
  std::optional<std::string> found;
  std::string first;
  for (auto const& input : inputs) {
    // Standard input and pages belong to where the program is run.
    auto const file = find_upward(input == "-" || is_web_address(input) ? "." : input, std::string(config_name));
    std::error_code error;
    if (!found) {
      found = file;
      first = input;
    } else if (*found != file && (found->empty() || file.empty() || !fs::equivalent(*found, file, error))) {
      auto const named = [](std::string const& path) { return path.empty() ? std::string("none") : path; };
      complain("'" + first + "' and '" + input + "' are under different files of configuration (" + named(*found) + ", " +
               named(file) + "): choose one with --config, or --no-config");
      return {};
    }
  }
  return found.value_or(std::string());
}

bool apply_levels(Project& project) {
  std::vector<std::string> ids;
  for (auto const& rule : project.rules.rules()) ids.push_back(rule.id);
  std::map<std::string, std::optional<Severity>> levels;
  bool all_known = true;
  for (auto const& level : project.config.rules) {
    if (std::find(ids.begin(), ids.end(), level.rule) == ids.end()) {
      auto fault = level.place;
      auto const near = nearest(level.rule, ids);
      fault.help = near.empty() ? "`counterclaim rules` lists those there are" : "did you mean '" + near + "'?";
      complain(fault);
      all_known = false;
    }
    if (level.off)
      levels[level.rule] = std::nullopt;
    else if (level.has_severity)
      levels[level.rule] = level.severity;
  }
  if (all_known) project.rules = with_levels(project.rules, levels);
  return all_known;
}

}  // namespace

void add_config_options(CLI::App& command, ProjectOptions& options) {
  auto* const file =
      command
          .add_option("--config", options.file,
                      "The configuration; otherwise counterclaim.toml is looked for beside the inputs and upward")
          ->type_name("FILE");
  command.add_flag("--no-config", options.none, "Look for no configuration")->excludes(file);
  command
      .add_option(
          "--set", options.set,
          "A value in place of the configuration's: rules.vague-source=off, tolerance.figures=1%. May be given several times")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
}

void add_project_options(CLI::App& command, ProjectOptions& options) {
  add_config_options(command, options);
  add_rule_folders(command, options.rules);
}

std::optional<Config> load_config(ProjectOptions const& options, std::vector<std::string> const& inputs) {
  Config config;
  std::optional<std::string> file = options.file;
  if (file->empty() && !options.none) file = found_file(inputs);
  if (!file) return {};
  bool is_good = file->empty() || read_file(*file, config);
  for (auto const& assignment : options.set) {
    auto const errors = read_setting(assignment, config);
    for (auto const& fault : errors) complain(fault);
    is_good = is_good && errors.empty();
  }
  if (!options.rules.empty()) {
    config.rule_folders.insert(config.rule_folders.end(), options.rules.begin(), options.rules.end());
    set_by_option(config, "rule-folders", config.rule_folders, "--rules");
  }
  if (!is_good) return {};
  return config;
}

std::optional<Project> load_project(ProjectOptions const& options, std::vector<std::string> const& inputs) {
  auto config = load_config(options, inputs);
  if (!config) return {};
  auto rules = load_rule_book(config->rule_folders);
  if (!rules) return {};
  Project project{std::move(*config), *rules, *rules};
  if (!apply_levels(project)) return {};
  return project;
}

}  // namespace counterclaim::cli
