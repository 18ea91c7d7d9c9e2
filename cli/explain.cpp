// counterclaim explain RULE
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/project.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  std::string rule;
  ProjectOptions project;
};

void example(std::string& out, RuleExample const& e) {
  out += e.conflict ? "\nReported" : "\nNot reported";
  if (!e.name.empty()) out += ": " + e.name;
  out += '\n';
  for (auto const& article : e.articles) {
    out += "  " + article.id;
    for (auto const* part : {&article.date, &article.source, &article.title})
      if (!part->empty()) out += ", " + *part;
    out += ": " + article.text + "\n";
  }
}

void one_rule(std::string& out, RuleSummary const& rule) {
  if (!out.empty()) out += '\n';
  out += rule.id + (rule.shape.empty() ? "" : " (" + rule.shape + ")") + " - " + std::string(to_string(rule.severity)) + "\n\n";
  out += rule.title + ".\n";
  if (!rule.help.empty()) out += "\n" + rule.help + "\n";
  for (bool const conflict : {true, false})
    for (auto const& e : rule.examples)
      if (e.conflict == conflict && !e.todo) example(out, e);
  out += "\nRule file: " + rule.file + "\n";
}

ExitStatus explain(Options const& options) {
  auto const project = load_project(options.project, {"."});
  if (!project) return ExitStatus::usage;
  std::string out;
  std::vector<std::string> ids;
  for (auto const& rule : project->all_rules.rules()) {
    if (std::find(ids.begin(), ids.end(), rule.id) == ids.end()) ids.push_back(rule.id);
    if (rule.id == options.rule) one_rule(out, rule);
  }
  if (!out.empty()) {
    print(printable(out));
    return ExitStatus::clean;
  }
  auto const near = nearest(options.rule, ids);
  complain("unknown rule '" + options.rule + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?"));
  if (near.empty()) complain("`counterclaim rules list` names those in force");
  return ExitStatus::usage;
}

}  // namespace

void add_explain(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("explain", "Say what a rule finds and why it matters, with examples");
  command->add_option("RULE", options->rule, "A rule's id, as findings name it")->required();
  add_project_options(*command, options->project);
  command->footer("Example:\n  counterclaim explain figure-conflict\n");
  command->callback([options, &chosen] { chosen = [options] { return explain(*options); }; });
}

}  // namespace counterclaim::cli
