// What a figure counts, as claims name it.
#pragma once
#include <string_view>

#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Without function words, its nouns in the singular: "crates of ripe pears" is "crate ripe pear"; empty where nothing is
// counted, or where the figure is a share of one thing.
std::string_view counted_thing(Context const& context, QuantityMention const& quantity);
// Where what is counted ends: "410 residents of Dorne" and "90 owners of vans" are so many people, and the words behind "of"
// tell whose or of what.
std::uint32_t counted_end(Context const& context, QuantityMention const& quantity);
// "Stay cables | 112": what the head of a table's row counts; empty for other blocks and heads.
std::string_view counted_by_row(Context const& context, std::uint32_t block);

}  // namespace counterclaim
