// What is told beside two figures: "over the 19 home matches 567,000 people", "at 19 home matches 5.7 million people".
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// 0..100: figures that both sentences have beside the two claims (indexes into the set); small counts are of everything.
int company_shared(std::uint32_t a, std::uint32_t b, ClaimSet const& set);

}  // namespace counterclaim
