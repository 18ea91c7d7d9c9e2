// What is said of one life or span, by claims of several kinds: a birth against what somebody did before it, an age against the
// age that the other article's dates make it, a span of dates against a length of time.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// A birth, an age or a span (src/resolve/lives.hpp).
inline bool is_of_life(Claim const& c) { return c.kind == ClaimKind::statement && c.measure == "life"; }
// A key for each word of its subject's name; none if no name is its subject.
std::vector<std::uint64_t> life_keys(Claim const& c);

// Of a statement of a life and any claim: why the two say nothing of one another; nullptr if they do. Of two texts by
// themselves a surname is enough.
char const* life_gate(Claim const& a, Article const& of_a, Claim const& b, Article const& of_b, bool two_texts);
bool lives_agree(Claim const& a, Claim const& b);

}  // namespace counterclaim
