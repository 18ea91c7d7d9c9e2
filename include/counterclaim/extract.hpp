// What `extract` prints.
#pragma once
#include <cstdint>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// As resolve(), of the kinds that are public alone, and of each what is printed: not what it would be set against others by
// (`compared`, `basis`, the words and names around its clause) where no comparison of the article asks for it.
std::vector<Claim> resolve_figures(Article const& article, std::uint32_t index, Arena& kept);

}  // namespace counterclaim
