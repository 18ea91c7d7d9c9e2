// Nouns of what a thing has: "the target", "Revenue".
#pragma once
#include "src/resolve/context.hpp"

namespace counterclaim {

// Of somebody who was named before, not "the target for sales", "a price".
bool is_quality(Context const& context, Phrase const& phrase);

}  // namespace counterclaim
