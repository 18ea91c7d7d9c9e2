// What attributions and hedges share: how far a clause reaches.
#pragma once
#include "grammar/clause.hpp"

namespace counterclaim {

// The clause around token i: to the next semicolon, dash, "because", ", and" or ", which" on both sides.
TokenRange clause_around(Clause const& c, std::uint32_t i);

}  // namespace counterclaim
