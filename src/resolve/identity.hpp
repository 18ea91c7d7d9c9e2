// Claims of who holds a role.
#pragma once
#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Fills in the thing, the role and its holders; words of the frame are let go, for what is compared is names.
void say_who(Context const& context, IdentityMention const& mention, Claim& claim);

// The thing's name or title, as its aliases are found by.
std::string_view thing_name(Context const& context, IdentityMention const& mention);

}  // namespace counterclaim
