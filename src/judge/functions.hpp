// The functions of the rule language: one row each. A name may have several rows with other parameters.
#pragma once
#include "src/judge/value.hpp"

namespace counterclaim::rules {

enum class Unknowns : std::uint8_t { spread, seen };  // an unknown argument makes the result unknown, or the function sees it

struct Function {
  std::string_view name;
  std::vector<Type> parameters;  // Type::any takes everything
  Type result;
  Value (*call)(std::span<Value const> arguments, Context const&);
  Unknowns unknowns = Unknowns::spread;
};
std::span<Function const> functions();

// Functions over the members of a set or a cycle: the argument is worked out for each member in turn.
enum class Fold : std::uint8_t { count, distinct, every, some, sum, smallest, largest, agree, listed };
struct FoldRow {
  std::string_view name;
  Type parameter;  // Type::any takes everything
  Type result;
  Fold fold;
};
std::span<FoldRow const> folds();
Value fold(Fold kind, std::span<Value const> values);

}  // namespace counterclaim::rules
