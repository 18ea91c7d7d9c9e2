// counterclaim rules [list|test]
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  std::vector<std::string> rules;
};

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 2, width + 2), ' ');
  return text;
}

std::string name_of(RuleSummary const& rule) { return rule.shape.empty() ? rule.id : rule.id + " " + rule.shape; }

ExitStatus list(Options const& options) {
  auto const book = load_rule_book(options.rules);
  if (!book) return ExitStatus::usage;
  std::size_t width = 0;
  for (auto const& rule : book->rules()) width = std::max(width, name_of(rule).size());
  std::string out;
  for (auto const& rule : book->rules())
    out += padded(name_of(rule), width) + padded(std::string(to_string(rule.severity)), 7) + rule.title + "\n";
  print(printable(out));
  return ExitStatus::clean;
}

}  // namespace

void add_rules(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("rules", "List the rules in force, or run the examples inside rule files");
  add_rule_folders(*command, options->rules);
  command->footer(
      "Examples:\n"
      "  counterclaim rules\n"
      "  counterclaim rules test --rules house-rules/\n");
  command->fallthrough();
  command->require_subcommand(0, 1);
  command->add_subcommand("list", "Each rule's id, severity and title (what `rules` alone does)")->fallthrough();
  auto* const tests = command->add_subcommand("test", "Run the `test` blocks of rule files; exit status 1 if one fails");
  tests->fallthrough();
  command->callback([options, &chosen] { chosen = [options] { return list(*options); }; });
}

}  // namespace counterclaim::cli
