// Rules: judgement as data, read from *.rule files (language: grammar/rule_language.cpp, ARCHITECTURE.md), and their
// evaluation over aligned claims. A rule sees claims, never text, files or the network.
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/align.hpp"
#include "counterclaim/claim.hpp"
#include "counterclaim/diagnostic.hpp"
#include "counterclaim/finding.hpp"
#include "counterclaim/settings.hpp"

namespace counterclaim {

struct RuleExample {
  std::string name;       // empty if unnamed
  bool conflict = false;  // must be reported; otherwise must not
  bool todo = false;      // known not to hold yet: reported as such, never a failure
  struct Text {
    std::string id;                   // "a"
    std::string date;                 // ISO, empty if none
    std::string source, tier, title;  // optional
    std::string text;
  };
  std::vector<Text> articles;
  std::uint32_t line = 0;  // in the rule file
};

struct RuleSummary {
  std::string id, shape;  // shape: "chain" in "rule comparison-conflict chain", else empty
  std::string title, help;
  Severity severity = Severity::error;
  std::vector<std::string> tags;
  std::string file;    // path; "built-in:figure-conflict.rule" for those compiled in
  std::string source;  // the rule's text as written
  std::vector<RuleExample> examples;
};

// Rules parsed and typed. Cheap to copy.
class RuleBook {
 public:
  RuleBook();  // empty
  std::vector<RuleSummary> const& rules() const;
  std::string digest() const;  // SHA-256, hexadecimal: books of one digest find the same
  struct Impl;
  std::shared_ptr<Impl const> impl;
};

struct RuleSource {
  std::string file, text;
};
std::vector<RuleSource> built_in_rules();  // rules/*.rule, compiled in, sorted by name

// Parses and types all sources. Every error of every file is listed; with any, the book is to be thrown away. A rule with the
// id and shape of an earlier one replaces it.
struct LoadedRules {
  RuleBook book;
  std::vector<Diagnostic> errors;
};
LoadedRules load_rules(std::vector<RuleSource> const& sources);

// The book with these severities for these rules, nothing for those that are off. A rule that is off takes the place of none.
// Names of other rules are passed over.
RuleBook with_levels(RuleBook const& book, std::map<std::string, std::optional<Severity>> const& levels);

// Told of each rule, in their order, as it has been matched, with the number of its hits.
using RuleWatch = std::function<void(std::string const& rule, std::size_t hits)>;

// All findings, in the order: severity (errors first), article, place, rule. Where several rules fit the same passages the more
// telling one is kept (magnitude-slip and unit-conflict before figure-conflict, headline-mismatch before all).
std::vector<Finding> judge(RuleBook const& book, ClaimSet const& set, Alignment const& alignment,
                           Tolerances const& tolerance = {}, RuleWatch const& watch = {});

}  // namespace counterclaim
