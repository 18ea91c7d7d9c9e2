// counterclaim accept FINGERPRINT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/commands.hpp"
#include "cli/gate.hpp"
#include "cli/input_file.hpp"
#include "cli/replace_file.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string fingerprint, reason, until, report, ledger;
  ProjectOptions project;
};

// What the report says of the finding: its whole fingerprint, rule and message. False if it has none such, or several.
bool look_up(std::string const& path, Accepted& entry) {
  auto const text = bytes_of(path);
  if (!text) {
    complain(Diagnostic{path, 0, 0, "cannot be read", {}, {}});
    return false;
  }
  auto const read = read_baseline(path, *text);
  for (auto const& fault : read.errors) complain(fault);
  if (!read.errors.empty()) return false;
  std::vector<KnownFinding const*> found;
  for (auto const& known : read.findings)
    if (known.fingerprints.front().starts_with(entry.fingerprint)) found.push_back(&known);
  if (found.size() != 1) {
    complain(path + " has " + (found.empty() ? "no finding" : std::to_string(found.size()) + " findings") +
             " whose fingerprint begins with " + entry.fingerprint);
    return false;
  }
  entry.fingerprint = found.front()->fingerprints.front();
  entry.rule = found.front()->rule;
  entry.message = found.front()->message;
  return true;
}

bool is_fingerprint(std::string const& text) {
  return text.size() == 16 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

ExitStatus accept(Options const& options) {
  auto const config = load_config(options.project, {"."});
  if (!config) return ExitStatus::usage;
  Accepted entry{options.fingerprint, {}, {}, std::string(trimmed(options.reason)), {}, {}};
  if (!options.until.empty()) entry.until = parse_iso_date(options.until);
  if (!options.report.empty() && !look_up(options.report, entry)) return ExitStatus::usage;
  if (!is_fingerprint(entry.fingerprint)) {
    complain("'" + entry.fingerprint + "' is no fingerprint: reports give its 16 digits; fewer are enough with --report FILE");
    return ExitStatus::usage;
  }
  if (entry.until && *entry.until < today()) {
    complain("--until " + options.until + " is past");
    return ExitStatus::usage;
  }

  auto const path = options.ledger.empty() ? ledger_path(*config, {"."}) : options.ledger;
  std::error_code error;
  std::string ledger;
  if (fs::exists(path, error)) {
    auto const text = bytes_of(path);
    if (!text) {
      complain(Diagnostic{path, 0, 0, "cannot be read", {}, {}});
      return ExitStatus::usage;
    }
    auto const read = read_ledger(path, *text);
    for (auto const& fault : read.errors) complain(fault);
    if (!read.errors.empty()) return ExitStatus::usage;
    for (auto const& other : read.entries) {
      if (other.fingerprint != entry.fingerprint) continue;
      complain(Diagnostic{
          path, other.place.line, other.place.column, entry.fingerprint + " is accepted already", {}, "change this entry"});
      return ExitStatus::usage;
    }
    ledger = *text;
  } else if (fs::path(path).has_parent_path()) {
    fs::create_directories(fs::path(path).parent_path(), error);
  }
  return told(path, replace_file(path, with_entry(ledger, entry)));
}

}  // namespace

void add_accept(CLI::App& app, Run& chosen) {
  auto const options = std::make_shared<Options>();
  auto* const command = app.add_subcommand("accept", "Accept a finding after review: it is not reported again");
  command->add_option("FINGERPRINT", options->fingerprint, "The finding's, as reports give it")->required();
  command->add_option("--reason", options->reason, "Why it may stay; for whoever reads the file next year")
      ->required()
      ->check([](std::string const& reason) { return trimmed(reason).empty() ? std::string("is empty") : std::string(); })
      ->type_name("TEXT");
  command->add_option("--until", options->until, "The last day this counts (YYYY-MM-DD); then it is reported again")
      ->check([](std::string const& day) {
        return parse_iso_date(day) && day.size() == 10 ? std::string() : "not a day like 2027-01-31: " + day;
      })
      ->type_name("DATE");
  command
      ->add_option(
          "--report", options->report,
          "A json or sarif report that has the finding: its rule and message are noted too, and the first digits of the "
          "fingerprint are enough")
      ->type_name("FILE");
  command->add_option("--accepted", options->ledger, "The file to add to (default: .counterclaim/accepted.toml, found upward)")
      ->type_name("FILE");
  add_config_options(*command, options->project);
  command->footer(
      "The file is meant to be read, reviewed and committed. Entries that are past their day or match nothing are told of by\n"
      "every `check`.\n\n"
      "Example:\n"
      "  counterclaim accept 9f3c1e0b5a7d2c44 --reason \"the old figure is quoted on purpose\" --until 2027-01-31\n");
  command->callback([options, &chosen] { chosen = [options] { return accept(*options); }; });
}

}  // namespace counterclaim::cli
