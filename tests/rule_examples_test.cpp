// Every example inside the built-in rules, run through the whole job: what `counterclaim rules test` runs.
#include "counterclaim/rule_examples.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace counterclaim {
namespace {

std::vector<ExampleOutcome> const& outcomes() {
  static auto const all = run_examples(load_rules(built_in_rules()).book);
  return all;
}

TEST(RuleExamples, AllHold) {
  for (auto const& o : outcomes()) {
    EXPECT_TRUE(o.holds || o.todo) << o.file << ":" << o.line << ": " << o.rule << " \"" << o.name << "\" should "
                                   << (o.conflict ? "be found" : "not be found") << "\n"
                                   << o.found;
  }
}

TEST(RuleExamples, EveryRuleHasBothKinds) {
  std::set<std::string> rules, flagged, passed;
  for (auto const& o : outcomes()) {
    rules.insert(o.rule);
    (o.conflict ? flagged : passed).insert(o.rule);
  }
  EXPECT_GE(rules.size(), 15U);
  EXPECT_EQ(flagged, rules);
  EXPECT_EQ(passed, rules);
}

}  // namespace
}  // namespace counterclaim
