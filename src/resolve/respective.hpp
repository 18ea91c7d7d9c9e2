// "Norra, Velo and Brill raised $3, $5 and $9 million respectively", "opened in 2011, 2014 and 2019 respectively": whose each
// figure and each date is.
#pragma once
#include <optional>

#include "src/resolve/context.hpp"

namespace counterclaim {

// Index into Names::uses of the name that a figure belongs to by its place in the row; nothing where the sentence does not hold
// as many names before the figures as figures, or says no "respectively" and does not join them in two rows.
std::optional<std::size_t> respective_name(Context const& context, QuantityMention const& figure);
std::optional<std::size_t> respective_name(Context const& context, DateMention const& date);
// "In 2023 and 2024 it earned $3 and $5 million respectively": index into Mentions::dates of the figure's own date.
std::optional<std::size_t> respective_date(Context const& context, QuantityMention const& figure);

}  // namespace counterclaim
