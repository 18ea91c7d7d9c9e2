// What sums in prose and sums in tables share.
#pragma once
#include <vector>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {

// How sure it is that the parts are all there is.
enum class Firmness { firm, only_over, only_if_it_holds };
// Emits an equation and returns true; false when the figures are not of one kind or the firmness forbids it.
bool check_sum(Context const& c, Amount total, std::vector<Amount> parts, Firmness firmness);

WordId counted_head(Context const& c, Amount const& a);  // lemma of the last word of the counted thing; unknown_word if none

}  // namespace counterclaim::equation
