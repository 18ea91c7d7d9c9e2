#include "src/judge/typing.hpp"

#include <algorithm>
#include <utility>

#include "counterclaim/text.hpp"

namespace counterclaim::rules {
namespace {

using syntax::Expr;
using syntax::ExprKind;

constexpr int most_nodes = 5000;  // of one rule, definitions expanded
constexpr std::size_t most_errors = 200;
constexpr int deepest_definitions = 8;

std::string suggestion(std::string_view word, std::vector<std::string> const& candidates, std::string const& kind) {
  auto const near = nearest(word, candidates);
  if (!near.empty()) return "did you mean '" + near + "'?";
  if (candidates.empty() || candidates.size() > 60) return {};
  std::string all;
  for (auto const& c : candidates) all += (all.empty() ? "" : ", ") + c;
  return kind + " are: " + all;
}

std::vector<std::string> field_names(std::span<Field const> fields) {
  std::vector<std::string> all;
  for (auto const& f : fields) all.emplace_back(f.name);
  return all;
}

bool fits(Type given, Type wanted) { return given == wanted || given == Type::any || wanted == Type::any; }

std::string signature(Function const& f) {
  std::string out = "(";
  for (auto const type : f.parameters) out += (out.size() > 1 ? ", " : "") + std::string(type_name(type));
  return out + ")";
}

}  // namespace

void Typing::complain(std::uint32_t at, std::string message, std::string help) {
  if (errors_.size() >= most_errors) return;
  auto found = syntax::complaint(file_.text, at, std::move(message), std::move(help));
  found.file = file_.name;
  bool const again = std::any_of(errors_.begin(), errors_.end(), [&](auto const& e) {
    return e.file == found.file && e.line == found.line && e.column == found.column && e.message == found.message;
  });
  if (!again) errors_.push_back(std::move(found));
}

std::optional<int> Typing::variable(std::string const& name) const {
  auto const found = variables_.find(name);
  return found == variables_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Typing::variable_names() const {
  std::vector<std::string> all;
  for (auto const& [name, index] : variables_) all.push_back(name);
  return all;
}

Node Typing::bare_word(syntax::Word const& word, Type wanted) {
  Node node;
  if (word.text == "true" || word.text == "false") {
    node.type = Type::boolean;
    node.constant = word.text == "true";
    return node;
  }
  auto const& words = words_of(wanted);
  if (std::find(words.begin(), words.end(), word.text) != words.end()) {
    node.type = wanted;
    node.constant = word.text;
    return node;
  }
  if (!words.empty()) {
    complain(word.at, "'" + word.text + "' is not " + std::string(type_name(wanted)), suggestion(word.text, words, "they"));
  } else {
    complain(word.at, "unknown name '" + word.text + "'", suggestion(word.text, variable_names(), "variables"));
  }
  return node;
}

Node Typing::path(Expr const& expr, Type wanted) {
  auto const& first = expr.path.front();
  auto const index = variable(first.text);
  if (!index) {
    if (expr.path.size() == 1) return bare_word(first, wanted);
    complain(first.at, "unknown variable '" + first.text + "'", suggestion(first.text, variable_names(), "variables"));
    return {};
  }
  Node node;
  node.op = Op::variable;
  node.type = Type::claim;
  node.variable = *index;
  for (std::size_t i = 1; i < expr.path.size(); ++i) {
    auto const& word = expr.path[i];
    if (node.type != Type::claim && node.type != Type::article) {
      complain(word.at, std::string(type_name(node.type)) + " has no fields");
      return {};
    }
    bool const of_claim = node.type == Type::claim;
    auto const fields = of_claim ? claim_fields() : article_fields();
    Field const* field = find_field(fields, word.text);
    if (field == nullptr) {
      complain(word.at, "unknown field '" + word.text + "' of " + std::string(type_name(node.type)),
               suggestion(word.text, field_names(fields), "fields"));
      return {};
    }
    Node owner = std::move(node);
    node = {};
    node.op = of_claim ? Op::claim_field : Op::article_field;
    node.field = field;
    node.type = field->type;
    node.args.push_back(std::move(owner));
  }
  return node;
}

Node Typing::typed_argument(Expr const& expr, Type wanted, std::string const& what) {
  Node node = type(expr, wanted);
  if (fits(node.type, wanted)) return node;
  complain(expr.at, what + " must be " + std::string(type_name(wanted)) + ", not " + std::string(type_name(node.type)));
  return {};
}

Node Typing::condition(Expr const& expr) { return typed_argument(expr, Type::boolean, "this"); }

Node Typing::expand(Expr const& expr, Names::Defined const& defined) {
  auto const& parameters = defined.definition.parameters;
  if (expr.args.size() != parameters.size()) {
    complain(expr.at,
             expr.text + "() takes " + std::to_string(parameters.size()) + " claims, not " + std::to_string(expr.args.size()));
    return {};
  }
  if (expanding_ >= deepest_definitions) {
    complain(expr.at, "definitions nest too deeply", "a definition may not use itself");
    return {};
  }
  std::map<std::string, int, std::less<>> bound;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    auto const& arg = expr.args[i];
    auto const index = arg.kind == ExprKind::path && arg.path.size() == 1 ? variable(arg.path.front().text) : std::nullopt;
    if (!index) {
      complain(arg.at, "a definition takes variables of the rule", suggestion({}, variable_names(), "variables"));
      return {};
    }
    bound[parameters[i].text] = *index;
  }
  std::swap(bound, variables_);
  FileText const outer = std::exchange(file_, defined.file);
  ++expanding_;
  Node node = type(defined.definition.body);
  --expanding_;
  file_ = outer;
  std::swap(bound, variables_);
  return node;
}

Node Typing::fold(Expr const& expr, FoldRow const& row) {
  if (!folds_allowed_ || in_fold_) {
    complain(expr.at, in_fold_ ? expr.text + "() cannot stand inside another function over members"
                               : expr.text + "() works on sets and cycles only");
    return {};
  }
  if (expr.args.size() != 1) {
    complain(expr.at, expr.text + "() takes one argument, not " + std::to_string(expr.args.size()));
    return {};
  }
  in_fold_ = true;
  Node node;
  node.op = Op::fold;
  node.fold = &row;
  node.type = row.result;
  node.args.push_back(typed_argument(expr.args.front(), row.parameter, "the argument of " + expr.text + "()"));
  in_fold_ = false;
  return node;
}

Node Typing::call(Expr const& expr) {
  if (auto const defined = names_.definitions.find(expr.text); defined != names_.definitions.end())
    return expand(expr, defined->second);
  for (auto const& row : folds()) {
    if (row.name == expr.text) return fold(expr, row);
  }
  std::vector<Function const*> overloads;
  for (auto const& f : functions()) {
    if (f.name == expr.text) overloads.push_back(&f);
  }
  if (overloads.empty()) {
    std::vector<std::string> names;
    for (auto const& f : functions()) names.emplace_back(f.name);
    for (auto const& f : folds()) names.emplace_back(f.name);
    for (auto const& [name, d] : names_.definitions) names.push_back(name);
    complain(expr.at, "unknown function '" + expr.text + "'", suggestion(expr.text, names, "functions"));
    return {};
  }
  Node node;
  node.op = Op::call;
  bool poisoned = false;
  for (auto const& arg : expr.args) {
    std::size_t const before = errors_.size();
    node.args.push_back(type(arg));
    poisoned = poisoned || errors_.size() != before || node.args.back().type == Type::any;
  }
  std::string given, accepted;
  for (auto const& arg : node.args) given += (given.empty() ? "" : ", ") + std::string(type_name(arg.type));
  for (auto const* f : overloads) {
    bool ok = f->parameters.size() == node.args.size();
    for (std::size_t i = 0; ok && i < node.args.size(); ++i) ok = fits(node.args[i].type, f->parameters[i]);
    if (ok) {
      node.function = f;
      node.type = f->result;
      return node;
    }
    accepted += (accepted.empty() ? "" : " or ") + signature(*f);
  }
  if (!poisoned) complain(expr.at, expr.text + "() takes " + accepted + ", not (" + given + ")");
  return {};
}

Node Typing::compare(Expr const& expr) {
  static std::map<std::string, Comparator> const comparators = {{"==", Comparator::equal},  {"!=", Comparator::unequal},
                                                                {"<", Comparator::less},    {"<=", Comparator::at_most},
                                                                {">", Comparator::greater}, {">=", Comparator::at_least}};
  Node node;
  node.op = Op::compare;
  node.type = Type::boolean;
  node.comparator = comparators.at(expr.text);
  // A bare word on the left takes its type from the right: `better == a.relation`.
  bool const swap =
      expr.args[0].kind == ExprKind::path && expr.args[0].path.size() == 1 && !variable(expr.args[0].path.front().text);
  Node first = type(expr.args[swap ? 1 : 0]);
  Node second = type(expr.args[swap ? 0 : 1], first.type);
  if (!fits(first.type, second.type)) {
    complain(expr.at, "cannot compare " + std::string(type_name(swap ? second.type : first.type)) + " with " +
                          std::string(type_name(swap ? first.type : second.type)));
  } else if (node.comparator > Comparator::unequal && first.type != Type::any && first.type != Type::number &&
             first.type != Type::days) {
    complain(expr.at, "'" + expr.text + "' compares numbers and dates, not " + std::string(type_name(first.type)));
  }
  if (swap) std::swap(first, second);
  node.args.push_back(std::move(first));
  node.args.push_back(std::move(second));
  if (node.args[0].type == Type::any || node.args[1].type == Type::any) node.op = Op::constant;
  return node;
}

void Typing::add_list(Expr const& expr, Type wanted, Node& node) {
  if (expr.kind == ExprKind::list) {
    for (auto const& entry : expr.args) add_list(entry, wanted, node);
    return;
  }
  if (expr.kind == ExprKind::text && wanted == Type::text) {
    node.words.push_back(lower(expr.text));
    return;
  }
  if (expr.kind != ExprKind::path || expr.path.size() != 1) {
    complain(expr.at, "expected a list, or words in brackets");
    return;
  }
  auto const& word = expr.path.front();
  if (auto const list = names_.lists.find(word.text); list != names_.lists.end() && wanted == Type::text) {
    node.words.insert(node.words.end(), list->second.begin(), list->second.end());
    return;
  }
  if (!words_of(wanted).empty()) {
    Node const entry = bare_word(word, wanted);
    if (entry.type == wanted) node.words.push_back(word.text);
    return;
  }
  std::vector<std::string> lists;
  for (auto const& [name, entries] : names_.lists) lists.push_back(name);
  complain(word.at, "unknown list '" + word.text + "'", suggestion(word.text, lists, "lists"));
}

Node Typing::membership(Expr const& expr) {
  Node node;
  node.op = expr.kind == ExprKind::in ? Op::in : Op::like;
  node.type = Type::boolean;
  Node left = type(expr.args[0]);
  bool const is_words = !words_of(left.type).empty() && node.op == Op::in;
  if (left.type != Type::any && left.type != Type::text && !is_words) {
    complain(expr.args[0].at, "'" + std::string(node.op == Op::in ? "in" : "like") + "' asks for text, not " +
                                  std::string(type_name(left.type)));
  } else if (left.type != Type::any) {
    add_list(expr.args[1], left.type, node);
  }
  node.args.push_back(std::move(left));
  return node;
}

Node Typing::junction(Expr const& expr, Op op, Type operand) {
  Node node;
  node.op = op;
  node.type = operand;
  node.operators = expr.kind == ExprKind::sum || expr.kind == ExprKind::product ? expr.text : "";
  for (auto const& arg : expr.args) node.args.push_back(typed_argument(arg, operand, "this"));
  return node;
}

Node Typing::otherwise(Expr const& expr, Type wanted) {
  Node node;
  node.op = Op::otherwise;
  for (auto const& arg : expr.args) {
    node.args.push_back(type(arg, wanted));
    Type const next = node.args.back().type;
    // In a template each alternative is printed, so a date may stand in for a text.
    if (node.args.size() > 1 && !in_template_ && !fits(node.type, next)) {
      complain(arg.at, "this must be " + std::string(type_name(node.type)) + ", not " + std::string(type_name(next)));
      return {};
    }
    node.type = node.args.size() == 1 || node.type == next ? next : Type::text;
  }
  return node;
}

Node Typing::type(Expr const& expr, Type wanted) {
  if (++nodes_ > most_nodes) {
    if (nodes_ == most_nodes + 1) complain(expr.at, "the rule is too large");
    return {};
  }
  switch (expr.kind) {
    case ExprKind::number: {
      Node node;
      node.type = Type::number;
      if (auto const value = parse_decimal(expr.text))
        node.constant = Number{Interval::exactly(*value), any_unit};
      else
        complain(expr.at, "'" + expr.text + "' is no number");
      return node;
    }
    case ExprKind::text: {
      Node node;
      node.type = Type::text;
      node.constant = expr.text;
      return node;
    }
    case ExprKind::path:
      return path(expr, wanted);
    case ExprKind::call:
      return call(expr);
    case ExprKind::negation:
      return junction(expr, Op::negation, Type::boolean);
    case ExprKind::minus:
      return junction(expr, Op::minus, Type::number);
    case ExprKind::all:
      return junction(expr, Op::all, Type::boolean);
    case ExprKind::any:
      return junction(expr, Op::any, Type::boolean);
    case ExprKind::sum:
      return junction(expr, Op::sum, Type::number);
    case ExprKind::product:
      return junction(expr, Op::product, Type::number);
    case ExprKind::compare:
      return compare(expr);
    case ExprKind::in:
    case ExprKind::like:
      return membership(expr);
    case ExprKind::otherwise:
      return otherwise(expr, wanted);
    case ExprKind::list:
      complain(expr.at, "a list can only stand behind 'in' or 'like'");
      return {};
  }
  return {};
}

}  // namespace counterclaim::rules
