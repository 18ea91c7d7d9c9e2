#include "cli/gate.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>

#include "cli/input_file.hpp"

namespace counterclaim::cli {
namespace {

namespace fs = std::filesystem;

bool complain_all(std::vector<Diagnostic> const& faults) {
  for (auto const& fault : faults) complain(fault);
  return !faults.empty();
}

bool load_baseline(std::string const& path, Gate& gate) {
  auto const text = bytes_of(path);
  if (!text) {
    complain(Diagnostic{path,
                        0,
                        0,
                        "the baseline cannot be read",
                        {},
                        "write it with `counterclaim check --output json:" + path + " PATH...`"});
    return false;
  }
  auto read = read_baseline(path, *text);
  if (complain_all(read.errors)) return false;
  gate.baseline = std::move(read.findings);
  return true;
}

bool read_entries(std::string const& path, bool is_needed, Gate& gate) {
  std::error_code error;
  if (!is_needed && !fs::exists(path, error)) return true;
  auto const text = bytes_of(path);
  if (!text) {
    complain(Diagnostic{path, 0, 0, "the accepted findings cannot be read", {}, "`counterclaim accept` begins such a file"});
    return false;
  }
  auto read = read_ledger(path, *text);
  if (complain_all(read.errors)) return false;
  gate.accepted = std::move(read.entries);
  return true;
}

std::vector<std::string> rule_ids(RuleBook const& rules) {
  std::vector<std::string> ids;
  for (auto const& rule : rules.rules()) ids.push_back(rule.id);
  return ids;
}

}  // namespace

void add_gate_options(CLI::App& command, GateOptions& options) {
  command
      .add_option("--baseline", options.baseline,
                  "An earlier json or sarif report of these articles: says of each finding whether it is new")
      ->type_name("FILE");
  command.add_flag("--new-only", options.new_only, "Report, and count for the exit status, what the baseline has not");
  add_ledger_option(command, options.ledger);
}

void add_ledger_option(CLI::App& command, std::string& ledger) {
  command.add_option("--accepted", ledger, "The accepted findings (default: .counterclaim/accepted.toml, found upward)")
      ->type_name("FILE");
}

std::string ledger_path(Config const& config, std::vector<std::string> const& inputs) {
  if (!config.ledger.empty()) return config.ledger;
  auto const beside = [](std::string const& file) { return (fs::path(file).parent_path() / ledger_name).string(); };
  if (!config.file.empty()) return beside(config.file);
  for (auto const& input : inputs) {
    auto found = find_upward(input == "-" ? "." : input, std::string(ledger_name));
    if (!found.empty()) return found;
  }
  return std::string(ledger_name);
}

Day today() {
  std::time_t seconds = std::time(nullptr);
  if (char const* const epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    std::string_view const text = epoch;
    std::from_chars(text.data(), text.data() + text.size(), seconds);
  }
  constexpr std::time_t day = 86400;
  return static_cast<Day>((seconds - (seconds % day + day) % day) / day);
}

std::optional<Gate> load_gate(GateOptions const& options, Config const& config, std::vector<std::string> const& inputs) {
  auto const baseline = options.baseline.empty() ? config.baseline : options.baseline;
  if (options.new_only && baseline.empty()) {
    complain("--new-only says new since when: give --baseline FILE");
    return {};
  }
  Gate gate;
  if (!baseline.empty() && !load_baseline(baseline, gate)) return {};
  auto reviewed = load_ledger(options.ledger, config, inputs);
  if (!reviewed) return {};
  gate.accepted = std::move(reviewed->accepted);
  return gate;
}

std::optional<Gate> load_ledger(std::string const& ledger, Config const& config, std::vector<std::string> const& inputs) {
  Gate gate;
  if (!read_entries(ledger.empty() ? ledger_path(config, inputs) : ledger, !ledger.empty(), gate)) return {};
  return gate;
}

void pass(Report& report, Gate const& gate, GateOptions const& options, RuleBook const& rules) {
  allow_in_source(report, rule_ids(rules));
  apply_accepted(report, gate.accepted, today());
  if (gate.baseline) compare_with(report, *gate.baseline);
  if (options.new_only) keep_fresh(report);
}

void pass_reviewed(Report& report, Gate const& gate, RuleBook const& rules) {
  pass(report, gate, {}, rules);
  report.notes.clear();
}

}  // namespace counterclaim::cli
