// What was there before and what was accepted: --baseline, --new-only, the ledger.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/project.hpp"
#include "counterclaim/gate.hpp"

namespace counterclaim::cli {

struct GateOptions {
  std::string baseline;  // --baseline; empty: as configured
  std::string ledger;    // --accepted; likewise
  bool new_only = false;
};
void add_gate_options(CLI::App& command, GateOptions& options);
void add_ledger_option(CLI::App& command, std::string& ledger);  // --accepted alone

// The files, read before the work begins. Nothing if one is faulty: it has been complained of.
struct Gate {
  std::optional<std::vector<KnownFinding>> baseline;
  std::vector<Accepted> accepted;
};
std::optional<Gate> load_gate(GateOptions const& options, Config const& config, std::vector<std::string> const& inputs);
// Applies them to a report.
void pass(Report& report, Gate const& gate, GateOptions const& options, RuleBook const& rules);

// For a few texts of a project: what was accepted, without a baseline, which is of the whole set.
std::optional<Gate> load_ledger(std::string const& ledger, Config const& config, std::vector<std::string> const& inputs);
// What was accepted or is allowed in a text does not count. That an entry or a comment matches nothing here says nothing.
void pass_reviewed(Report& report, Gate const& gate, RuleBook const& rules);

// The ledger for these inputs: as configured, else the one found upward from them, else where it would be made.
std::string ledger_path(Config const& config, std::vector<std::string> const& inputs);
Day today();  // UTC; of SOURCE_DATE_EPOCH where that is set

}  // namespace counterclaim::cli
