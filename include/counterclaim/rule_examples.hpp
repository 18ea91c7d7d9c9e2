// The examples inside rule files, run through the whole job: `counterclaim rules test`.
#pragma once
#include <string>
#include <vector>

#include "counterclaim/rule.hpp"

namespace counterclaim {

struct ExampleOutcome {
  std::string rule, shape, file;
  std::string name;        // as in the rule file, may be empty
  std::uint32_t line = 0;  // in the rule file
  bool conflict = false;   // what the example wants
  bool todo = false;       // known not to hold yet: never a failure
  bool holds = false;
  std::string found;  // messages of the rule's findings, one a line; empty if there are none
};

// In order of rules and of their examples. An example sees all rules of the book, so precedence counts; only findings of its
// own rule decide.
std::vector<ExampleOutcome> run_examples(RuleBook const& book);

}  // namespace counterclaim
