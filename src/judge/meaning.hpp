// What a finding means, apart from where it stands.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/judge/match.hpp"
#include "src/judge/relations.hpp"

namespace counterclaim::rules {

// The rule, the subject as the set names it, the attribute, the period and the values in sorted order: hits for which this is
// equal are told as one.
std::string meaning(std::string const& rule, Hit const& hit, Context const& context);

// One for a hit, of a set one for each member: 16 hex digits of the rule and of what each claim says in its own article's
// words. Equal for the same disagreement after paragraphs moved, lines were broken elsewhere, files were renamed and articles
// came that spell a name more fully.
std::vector<std::string> fingerprints(CompiledRule const& rule, Hit const& hit, Context const& context);
std::string fingerprint_of(std::string_view text);  // of its hash
std::uint64_t hash_of(std::string_view text);       // FNV-1a

}  // namespace counterclaim::rules
