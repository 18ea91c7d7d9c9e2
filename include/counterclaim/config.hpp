// counterclaim.toml: read, explained, and written for a start. Every key is a row of src/config/keys.cpp, from which the schema
// for editors, the commented file of `counterclaim init` and `config show` are made.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/diagnostic.hpp"
#include "counterclaim/finding.hpp"
#include "counterclaim/gate.hpp"
#include "counterclaim/settings.hpp"

namespace counterclaim {

inline constexpr std::string_view config_name = "counterclaim.toml";

// A rule set to a severity or switched off. That there is such a rule is known only once all rule files are read.
struct RuleLevel {
  std::string rule;
  bool off = false;
  Severity severity = Severity::error;
  Diagnostic place;          // where it was said, ready to be the complaint that there is no such rule
  bool has_severity = true;  // otherwise "on": as the rule file says
};

struct Config {
  std::string file;                       // empty: none
  std::string fail_on = "error";          // error, warning, info or never
  std::vector<std::string> rule_folders;  // relative paths have become relative to the file's folder
  std::string baseline;                   // likewise; empty: none
  std::string ledger;                     // likewise; empty: the usual place
  std::vector<RuleLevel> rules;
  Settings settings;

  // What was said, for `config show`: by key ("rules.vague-source"), in TOML and where it was said ("counterclaim.toml:3",
  // "option --set"). Keys that are missing have their defaults.
  struct Said {
    std::string value, where;
  };
  std::map<std::string, Said> said;
};

// Reads a file's text into `config`, over what is there. Every unknown key and every value that does not fit is listed; with
// any error `config` is to be thrown away. `where` is empty for a file, else what `config show` calls it.
std::vector<Diagnostic> read_config(std::string const& file, std::string_view text, Config& config,
                                    std::string const& where = {});
// KEY=VALUE, VALUE in TOML or a bare word: "rules.vague-source=off", "tolerance.figures=1%".
std::vector<Diagnostic> read_setting(std::string const& assignment, Config& config);
// Notes what an option of its own said, for `config show`.
void set_by_option(Config& config, std::string const& key, std::vector<std::string> const& value, std::string const& option);
void set_by_option(Config& config, std::string const& key, std::string const& value, std::string const& option);

std::string show_config(Config const& config);  // a line a key: value and where it comes from
std::string starter_config();                   // a file in which every key stands, commented out, with its explanation
std::string config_schema();                    // JSON schema (draft-07) for editors

// The ledger of accepted findings: [[accepted]] tables with fingerprint, reason, and perhaps rule, message and until.
inline constexpr std::string_view ledger_name = ".counterclaim/accepted.toml";
struct ReadLedger {
  std::vector<Accepted> entries;
  std::vector<Diagnostic> errors;  // then the entries are to be thrown away
};
ReadLedger read_ledger(std::string const& file, std::string_view text);
std::string with_entry(std::string_view ledger, Accepted const& entry);  // appended; what stands there stays as it is

// The `name` nearest to a file or folder: in its folder or the next one above that has it. Empty if there is none.
std::string find_upward(std::string const& path, std::string const& name);

}  // namespace counterclaim
