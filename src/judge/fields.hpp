// What a rule can ask of a claim and of its article: one row a field.
#pragma once
#include "src/judge/value.hpp"

namespace counterclaim::rules {

struct Field {
  std::string_view name;
  Type type;
  Value (*of)(std::uint32_t index, Context const&);  // of the claim or article with this index
};
std::span<Field const> claim_fields();
std::span<Field const> article_fields();
Field const* find_field(std::span<Field const> fields, std::string_view name);

}  // namespace counterclaim::rules
