// What a finding means, apart from where it stands.
#pragma once
#include "src/judge/match.hpp"
#include "src/judge/relations.hpp"

namespace counterclaim::rules {

// 16 hex digits: FNV-1a over the rule, the subject, the attribute, the period and the values in sorted order. Equal for the
// same disagreement after paragraphs moved and files were renamed.
std::string fingerprint(std::string const& rule, Hit const& hit, Context const& context);

}  // namespace counterclaim::rules
