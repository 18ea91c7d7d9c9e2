// Which edition of an event a text tells of: "is held for the ninth time", "the tenth time that the cup is played", "the 11th
// edition". Statements of the kind of life_serials.hpp, of the row "edition".
#pragma once
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

struct Edition {
  std::uint32_t first = 0, last = 0;  // tokens of what says it
  std::string_view event;             // by name, or by its noun where the text has no name for it
};
// The edition that the ordinal at token `i` of `sentence` counts; `last` is 0 if it counts none.
Edition edition_at(Context const& context, std::uint32_t i, std::uint32_t sentence);

}  // namespace counterclaim
