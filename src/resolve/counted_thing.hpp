// What a figure counts, as claims name it.
#pragma once
#include <string_view>

#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Without function words, its nouns in the singular: "crates of ripe pears" is "crate ripe pear"; empty where nothing is
// counted, or where the figure is a share of one thing.
std::string_view counted_thing(Context const& context, QuantityMention const& quantity);

}  // namespace counterclaim
