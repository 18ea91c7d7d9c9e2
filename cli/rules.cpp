// counterclaim rules [list|test]
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/project.hpp"
#include "counterclaim/rule_examples.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  ProjectOptions project;
};

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 2, width + 2), ' ');
  return text;
}

std::string name_of(RuleSummary const& rule) { return rule.shape.empty() ? rule.id : rule.id + " " + rule.shape; }

// The severity in force, or "off".
std::string level_of(RuleSummary const& rule, RuleBook const& in_force) {
  for (auto const& used : in_force.rules())
    if (used.id == rule.id) return std::string(to_string(used.severity));
  return "off";
}

ExitStatus list(Options const& options) {
  auto const project = load_project(options.project, {"."});
  if (!project) return ExitStatus::usage;
  std::size_t width = 0;
  for (auto const& rule : project->all_rules.rules()) width = std::max(width, name_of(rule).size());
  std::string out;
  for (auto const& rule : project->all_rules.rules())
    out += padded(name_of(rule), width) + padded(level_of(rule, project->rules), 7) + rule.title + "\n";
  print(printable(out));
  return ExitStatus::clean;
}

// "built-in:figure-conflict.rule:22: figure-conflict "area": not reported"
std::string failure(ExampleOutcome const& o) {
  std::string line = o.file + ":" + std::to_string(o.line) + ": " + o.rule + (o.shape.empty() ? "" : " " + o.shape);
  if (!o.name.empty()) line += " \"" + o.name + "\"";
  if (o.todo) line += " (todo)";
  return line + (o.conflict ? ": not reported" : ": reported, and must not be: " + o.found) + (o.found.empty() ? "\n" : "");
}

ExitStatus test(Options const& options) {
  auto const project = load_project(options.project, {"."});
  if (!project) return ExitStatus::usage;
  std::string out;
  std::size_t failed = 0, todo = 0, all = 0;
  for (auto const& outcome : run_examples(project->all_rules)) {
    ++all;
    if (outcome.holds) continue;
    out += failure(outcome);
    ++(outcome.todo ? todo : failed);
  }
  out += std::to_string(all) + " examples: " + std::to_string(failed) + " failed, " + std::to_string(todo) +
         " known not to hold yet\n";
  print(printable(out));
  return failed == 0 ? ExitStatus::clean : ExitStatus::found;
}

}  // namespace

void add_rules(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("rules", "List the rules in force, or run the examples inside rule files");
  add_project_options(*command, options->project);
  command->footer(
      "Examples:\n"
      "  counterclaim rules\n"
      "  counterclaim rules test --rules house-rules/\n");
  command->fallthrough();
  command->require_subcommand(0, 1);
  command->add_subcommand("list", "Each rule's id, severity and title (what `rules` alone does)")->fallthrough();
  auto* const tests = command->add_subcommand("test", "Run the `test` blocks of rule files; exit status 1 if one fails");
  tests->fallthrough();
  command->callback(
      [options, tests, &chosen] { chosen = [options, run = tests->parsed() ? test : list] { return run(*options); }; });
}

}  // namespace counterclaim::cli
