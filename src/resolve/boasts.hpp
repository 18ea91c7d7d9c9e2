// Boasts: what a maker says of its own goods, or anybody of a thing that nothing equals, where no text can be set against it.
#pragma once
#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Something made or sold, by its noun: "pump", "model", "treatment".
bool is_goods(Token const& noun);
// "No other package comes close": of what is made, or said by its maker. The comparison has neither side.
bool is_boast_of_none(Context const& c, ComparisonMention const& k);
// "Will have the safest tunnel in Europe", "the most precise scale you can buy", on the page of whoever makes it
bool is_own_superlative(Context const& c, ComparisonMention const& k);
// "The most accurate sensor available today", "the fastest engine ever built", whoever says so
bool is_best_available(Context const& c, ComparisonMention const& k);
// "Our engines run longer than those of any competitor", on that page
bool is_set_against_rivals(Context const& c, ComparisonMention const& k);

}  // namespace counterclaim
