// What holds for a run beside its inputs: counterclaim.toml, --set, --rules, and the rules that come of it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "counterclaim/config.hpp"

namespace counterclaim::cli {

struct ProjectOptions {
  std::string file;                // --config; empty: found upward from the inputs
  bool none = false;               // --no-config
  std::vector<std::string> set;    // KEY=VALUE
  std::vector<std::string> rules;  // --rules
};
void add_config_options(CLI::App& command, ProjectOptions& options);  // --config, --no-config, --set
void add_project_options(CLI::App& command, ProjectOptions& options);

struct Project {
  Config config;
  RuleBook rules;      // with the severities and without the rules that the configuration says
  RuleBook all_rules;  // as the rule files say
};
// Nothing if something is faulty: every fault has been complained of. Inputs under two different files are a fault.
std::optional<Config> load_config(ProjectOptions const& options, std::vector<std::string> const& inputs);
std::optional<Project> load_project(ProjectOptions const& options, std::vector<std::string> const& inputs);
inline std::vector<std::string> inputs_of(InputOptions const& options) {
  return options.jsonl.empty() ? options.paths : std::vector{options.jsonl};
}

}  // namespace counterclaim::cli
