// The interval in which the writer's true value lies, in the base unit: what rules compare.
#pragma once
#include <span>

#include "counterclaim/mention.hpp"

namespace counterclaim {

// Rounding: half a unit of the last written place; of a whole number that ends in two noughts or more, of its last other digit
// (1,900 is 1,850 to 1,950). "About" widens by 8%, "just over" and "nearly" reach 12% past or short of the figure, other
// bounds are open on their side. Vague magnitudes ("dozens") are unbounded.
// `tokens`: the mention with the words before it; `text`: as they are written.
Interval compared_value(QuantityMention const& mention, std::span<Token const> tokens, std::string_view text);

// The same of a length of time, in seconds: half of its last unit ("three days" is 60 to 84 hours).
Interval compared_length(DateMention const& duration);

}  // namespace counterclaim
