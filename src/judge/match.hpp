// Which claims a rule is asked about. Never all pairs: pairs come from the alignment or from an index over `cross` keys.
#pragma once
#include <functional>

#include "src/judge/node.hpp"

namespace counterclaim::rules {

// What a rule fired on: the claims in the order of its variables (pairs) or of the chain (cycles).
struct Hit {
  std::vector<std::uint32_t> claims;
  AlignedPair const* pair = nullptr;  // pairs out of the alignment
};

std::vector<Hit> match_claims(CompiledRule const& rule, Context const& context);
std::vector<Hit> match_pairs(CompiledRule const& rule, Context const& context);
std::vector<Hit> match_sets(CompiledRule const& rule, Context const& context);
// Comparisons as edges from the better to the worse side, equality as edges both ways; a cycle holds at least one "better".
// `where` is asked of each edge, `unless` of the whole. For each edge the shortest way back is found, so cost grows with
// edges times the strongly connected component it lies in, up to a fixed number of steps for each component.
std::vector<Hit> match_cycles(CompiledRule const& rule, Context const& context);

// What joins claims for rules of these two kinds: the key of a claim as the first variable and as the second, empty if unknown;
// the two sides of a comparison, with what all of a cycle must share.
std::vector<std::string> crossings_of(CompiledRule const& rule, Context const& context, std::uint32_t claim);
std::vector<std::string> ends_of(CompiledRule const& rule, Claim const& claim);

bool fires(CompiledRule const& rule, Context const& context, Binding const& binding);

}  // namespace counterclaim::rules
