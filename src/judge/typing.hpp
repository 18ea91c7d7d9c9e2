// From a rule as written to a rule that can be evaluated: names looked up, types checked.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/rule_syntax.hpp"
#include "src/judge/node.hpp"

namespace counterclaim::rules {

struct FileText {
  std::string name;
  std::string_view text;
};

// Lists and definitions of all files: a later one of the same name replaces an earlier one.
struct Names {
  struct Defined {
    syntax::Definition definition;
    FileText file;
  };
  std::map<std::string, std::vector<std::string>, std::less<>> lists;  // lower case
  std::map<std::string, Defined, std::less<>> definitions;
};

class Typing {
 public:
  Typing(Names const& names, FileText file, std::vector<Diagnostic>& errors)
      : names_(names), file_(std::move(file)), errors_(errors) {}

  void declare(std::string const& variable, int index) { variables_[variable] = index; }
  void allow_folds() { folds_allowed_ = true; }
  std::optional<int> variable(std::string const& name) const;
  std::vector<std::string> variable_names() const;

  // The expression typed; where that fails, errors are listed and the node has Type::any.
  Node type(syntax::Expr const& expr, Type wanted = Type::any);
  Node condition(syntax::Expr const& expr);
  Template text(syntax::Text const& text);
  void complain(std::uint32_t at, std::string message, std::string help = {});

 private:
  Node path(syntax::Expr const& expr, Type wanted);
  Node bare_word(syntax::Word const& word, Type wanted);
  Node call(syntax::Expr const& expr);
  Node fold(syntax::Expr const& expr, FoldRow const& row);
  Node expand(syntax::Expr const& expr, Names::Defined const& defined);
  Node compare(syntax::Expr const& expr);
  Node membership(syntax::Expr const& expr);
  Node junction(syntax::Expr const& expr, Op op, Type operand);
  Node otherwise(syntax::Expr const& expr, Type wanted);
  Node typed_argument(syntax::Expr const& expr, Type wanted, std::string const& what);
  void add_list(syntax::Expr const& expr, Type wanted, Node& node);

  Names const& names_;
  FileText file_;
  std::vector<Diagnostic>& errors_;
  std::map<std::string, int, std::less<>> variables_;
  bool folds_allowed_ = false;
  bool in_fold_ = false;
  bool in_template_ = false;
  int expanding_ = 0;
  int nodes_ = 0;
};

}  // namespace counterclaim::rules
