// Comparisons that a text makes with figures alone: "In the Orvel test the K7 scored 71 and the R2 68", the rows and columns of
// a table. They become claims of kind standing, with the names of the two owners as sides.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/measured.hpp"

namespace counterclaim {

// `claims` are the article's, in any order; standings are added behind them. Each figure is set against a few before it, each
// cell of a table against those of its row or column: the work grows with the figures.
void find_standings(Context const& context, Measures& measures, std::vector<Claim>& claims);

}  // namespace counterclaim
