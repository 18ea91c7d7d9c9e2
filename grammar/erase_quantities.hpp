// Mentions of quantities point at one another by index; what is erased is pointed at no more.
#pragma once
#include <vector>

#include "counterclaim/mention.hpp"

namespace counterclaim {

// `gone`: one a mention.
void erase_quantities(std::vector<QuantityMention>& mentions, std::vector<bool> const& gone);

}  // namespace counterclaim
