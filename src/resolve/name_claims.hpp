// The names of an article as claims.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// One claim a spelling: what resolve_names() learns aliases from.
void add_names(Context const& context, std::uint32_t article, std::vector<Claim>& claims);

}  // namespace counterclaim
