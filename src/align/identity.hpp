// Two statements of who holds a role: are they of one role of one thing at one time?
#pragma once
#include <string>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// The thing and its role as one word: titles without their article, case and marks. What two statements have to share.
std::string identity_key(Claim const& statement);

// Why the two cannot be set against each other; nullptr if they can.
char const* identity_gate(Claim const& a, Claim const& b, Article const& article_a, Article const& article_b);

}  // namespace counterclaim
