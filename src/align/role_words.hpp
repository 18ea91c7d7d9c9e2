// Whether the words that two claims have in one role can mean one thing.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

bool is_person(std::uint32_t word);   // a noun for somebody: "worker"
bool is_anybody(std::uint32_t word);  // "people": whoever they are said to be elsewhere

// Both have words in the role (heads, counted things, wholes …), and no two are as like as `least` (0 to 100).
bool apart(Claim const& a, Claim const& b, TermRole role, int least);

}  // namespace counterclaim
