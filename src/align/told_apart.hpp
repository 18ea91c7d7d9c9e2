// Figures that what is said of them makes two: of other people, over another time, meant and come true, of a whole and a part.
#pragma once
#include "src/align/surroundings.hpp"

namespace counterclaim {

enum class Told : std::uint8_t { plainly, by_slip };  // by_slip: their digits say that they are one figure

// Why two claims of one kind whose values differ are of two figures; null if nothing says so.
char const* told_apart(Surroundings const& surroundings, std::uint32_t a, std::uint32_t b, Told told);

}  // namespace counterclaim
