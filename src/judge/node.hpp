// A rule ready to be evaluated: every name looked up, every type checked.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "counterclaim/finding.hpp"
#include "counterclaim/rule.hpp"
#include "src/judge/fields.hpp"
#include "src/judge/functions.hpp"
#include "src/judge/value.hpp"

namespace counterclaim::rules {

enum class Op : std::uint8_t {
  constant,
  variable,
  claim_field,
  article_field,
  call,
  fold,
  negation,
  minus,
  all,
  any,
  compare,
  in,
  like,
  sum,
  product,
  otherwise
};
enum class Comparator : std::uint8_t { equal, unequal, less, at_most, greater, at_least };

struct Node {
  Op op = Op::constant;
  Type type = Type::any;
  Value constant;
  int variable = 0;
  Field const* field = nullptr;
  Function const* function = nullptr;
  FoldRow const* fold = nullptr;
  Comparator comparator = Comparator::equal;
  std::string operators;           // sums and products: one for each argument but the first
  std::vector<std::string> words;  // in, like: lower case
  std::vector<Node> args;
};

// What the variables of a rule stand for. Variable 0 of a set or cycle is its first member outside of folds.
struct Binding {
  std::uint32_t claims[2] = {0, 0};
  std::vector<std::uint32_t> const* members = nullptr;  // sets and cycles
};
Value evaluate(Node const& node, Context const& context, Binding const& binding);

struct Template {
  struct Part {
    std::string text;
    std::vector<Node> field;  // none or one, behind the text
  };
  std::vector<Part> parts;
};
std::string render(Template const& text, Context const& context, Binding const& binding);

enum class Form : std::uint8_t { claim, pair, set, cycle };
enum class Articles : std::uint8_t { any, same, different };

struct Label {
  int variable = 0;
  bool primary = false;
  Template text;
};

struct CompiledRule {
  std::string id, help;
  Severity severity = Severity::error;
  Form form = Form::claim;
  unsigned kinds = 0;                                 // bit per ClaimKind
  std::uint8_t keys = 0;                              // AlignedKey bits
  bool same_measure = false, same_benchmark = false;  // cycles
  Articles articles = Articles::any;
  std::vector<std::pair<Node, Node>> crossings;  // text fields of the first variable and of the second
  bool once = false;                             // pairs: all hits of one aligned group are one finding
  unsigned shortest = 2, longest = 8;            // cycles
  std::vector<Node> where, unless;
  Template message, explanation;
  std::vector<Label> labels;
  std::vector<std::string> before;  // rules that this one takes the place of
  bool takes(ClaimKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1) != 0; }
};

}  // namespace counterclaim::rules

struct counterclaim::RuleBook::Impl {
  std::vector<RuleSummary> summaries;
  std::string digest;
  std::vector<rules::CompiledRule> compiled;  // by the same index
};
