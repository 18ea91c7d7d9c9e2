// What `extract` prints.
#pragma once
#include <cstdint>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// As resolve(), without what only other articles make a use of (what happens and has no figure).
std::vector<Claim> resolve_figures(Article const& article, std::uint32_t index, Arena& kept);

}  // namespace counterclaim
