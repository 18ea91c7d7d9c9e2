// "Norra, Velo and Brill raised $3, $5 and $9 million respectively": whose each figure is.
#pragma once
#include <optional>

#include "src/resolve/context.hpp"

namespace counterclaim {

// Index into Names::uses of the name that a figure belongs to by its place in the row; nothing where the sentence does not say
// "respectively" or does not hold as many names before the figures as figures.
std::optional<std::size_t> respective_name(Context const& context, QuantityMention const& figure);

}  // namespace counterclaim
