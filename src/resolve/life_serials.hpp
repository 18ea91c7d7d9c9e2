// Which one of a row something is.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// "The Hale was the fifth ship of its class", "she served as the twelfth rector of Orl": appends statements that measure
// "life", attribute "place": the ordinal in `value`, the noun in `whole`, what narrows it in `terms`.
// "Second", "4–3", "duo": words of a row that a copy of the sentence may have otherwise; attribute "word".
void find_serials(Context const& context, std::uint32_t article, std::vector<Claim>& claims);

}  // namespace counterclaim
