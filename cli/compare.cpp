// counterclaim compare A B
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/gate.hpp"
#include "cli/options.hpp"
#include "cli/pairs.hpp"
#include "cli/project.hpp"
#include "cli/why.hpp"

namespace counterclaim::cli {
namespace {

struct Options {
  std::string first, second;  // files
  std::string jsonl;          // in their place; empty: none
  ReportOptions report;
  ProjectOptions project;
  std::string ledger;  // --accepted
  unsigned threads = 0;
  bool why = false;
};

ExitStatus compare_two(Options const& options, Project const& project, Gate const& gate) {
  auto const& rules = project.rules;
  ReadResult read;
  for (auto const& path : {options.first, options.second}) {
    auto one = read_inputs({{path}, {}});
    if (!one.unreadable.empty()) return ExitStatus::unreadable;
    if (one.articles.size() != 1) {
      complain(path + " holds " + std::to_string(one.articles.size()) + " articles; `compare` takes one text and another");
      return ExitStatus::usage;
    }
    read.articles.push_back(std::move(one.articles.front()));
  }
  std::string const first = read.articles[0].id, second = read.articles[1].id;
  auto report = lint(std::move(read.articles), rules, options.threads, project.config.settings);
  pass_reviewed(report, gate, project.all_rules);
  if (options.why) print(why_report(report));
  print(rendered(report, rules, options.report));
  if (options.report.format == "text") print("verdict: " + std::string(to_string(verdict(report, first, second))) + "\n");
  if (!write_outputs(report, rules, options.report)) return ExitStatus::usage;
  return status_of(report, options.report, project.config);
}

ExitStatus compare(Options const& options) {
  auto const inputs = options.jsonl.empty() ? std::vector{options.first, options.second} : std::vector{options.jsonl};
  auto const project = load_project(options.project, inputs);
  if (!project || !can_write_outputs(options.report)) return ExitStatus::usage;
  auto const gate = load_ledger(options.ledger, project->config, inputs);
  if (!gate) return ExitStatus::usage;
  if (!options.jsonl.empty() && !options.report.outputs.empty()) {
    complain("--output is for two texts; the answers about pairs go to standard output");
    return ExitStatus::usage;
  }
  if (options.jsonl.empty()) return compare_two(options, *project, *gate);
  return compare_pairs(options.jsonl, *project, *gate, options.report, options.threads);
}

}  // namespace

void add_compare(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("compare", "Check one text against another, or many pairs");
  auto* const first = command->add_option("A", options->first, "A file, or - for standard input");
  auto* const second = command->add_option("B", options->second, "Another");
  auto* const jsonl = command->add_option("--jsonl", options->jsonl,
                                          "In place of A and B: a file, or -, with a pair a line as JSON: {\"id\", \"text_a\", "
                                          "\"text_b\", \"date_a\"?, \"date_b\"?}. "
                                          "Prints {\"id\", \"verdict\", \"findings\"} for each, in the same order");
  jsonl->type_name("FILE");
  first->excludes(jsonl);
  second->excludes(jsonl);
  command
      ->add_flag("--why", options->why,
                 "First say of each two claims that share a name or a word why they are, or are not, aligned")
      ->excludes(jsonl);
  add_report_options(*command, options->report);
  add_project_options(*command, options->project);
  add_ledger_option(*command, options->ledger);
  add_threads(*command, options->threads);
  command->footer(
      "The verdict is `contradiction` (some finding is an error), `agreement` (every claim of B is borne out by A) or "
      "`none`. As in `check`, a finding that was accepted, or that a comment in the text allows, does not count. Two texts "
      "that are "
      "compared are taken to be of one thing where a surname (\"Moor was 30 when\") or a sentence told anew (\"he came to Orl "
      "in\") leaves it open.\n\n"
      "Examples:\n"
      "  counterclaim compare draft.md source.html\n"
      "  counterclaim compare --jsonl pairs.jsonl | jq -r .verdict | sort | uniq -c\n");
  command->callback([options, &chosen] {
    if (options->second.empty() && options->jsonl.empty()) throw CLI::RequiredError("A and B, or --jsonl FILE,");
    chosen = [options] { return compare(*options); };
  });
}

}  // namespace counterclaim::cli
