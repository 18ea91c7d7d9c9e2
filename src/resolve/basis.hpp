// What a figure's `compared` is of: shares in words become percent, rates over a time what there are so many of.
#pragma once
#include "counterclaim/claim.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// Is it percent by another name: "a third of the seats", "down by half", "doubled"?
bool is_share(QuantityMention const& mention);
// Fills basis, per and per_adjective of a quantity whose unit, terms and `compared` are there; `compared` follows the basis.
// A share in words ("a third", "one in five") is round by nature and reaches 8% to either side.
void set_basis(Claim& claim, QuantityMention const& mention);
// "30,000 tiles are painted each month", "every year 90 million doses": the time that the clause tells, where the figure has
// none.
void set_time_of_clause(Context const& context, Frame const& frame, QuantityMention const& mention, Claim& claim);

}  // namespace counterclaim
