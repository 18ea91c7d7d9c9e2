// When a work is from, where the article says so in passing.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// The mention has a kind and a year and no role.
void say_work(Context const& context, IdentityMention const& mention, Claim& claim);
// Dates of such a work get its kind in `measure`: the article says itself which of that title it means.
void mark_works(Context const& context, std::vector<Claim>& claims);

}  // namespace counterclaim
