// Figures that moved while their own article tells of them: "On Monday it asked for $40 million … it now wants $90 million",
// "first put at $4 million, later revised to $7 million". Of one thing, in one breath (a few sentences), within days; not
// growth over years, nor an aim and what became of it.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Appends claims of kind equation whose `measure` is "moved": place, terms and names are those of the earlier figure, `stated`
// is that figure and `computed` the later one, which is the operand. The first claims of `claims` are those of the quantities,
// in the order of their mentions.
void find_moved_figures(Context const& context, std::vector<Claim>& claims);

}  // namespace counterclaim
