// Figures that differ as slips of the pen do, with digits that are no chance: 412 and 41.2 million, 118 miles and 118 km.
#pragma once
#include <string>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

enum class Slip : std::uint8_t { none, power, unit };

// What a slip would turn one figure into the other: a power of ten (a point moved by one place, or thousands, millions and
// billions taken for one another) or another unit of the same kind. `none` where both agree, where fewer than two digits tell
// them from a chance, and for powers of two, which fill the data sheets of computers.
Slip slip_between(Claim const& a, Claim const& b);
// How many digits two figures of one unit have of which two neighbours are swapped: 1,284 and 1,248; 240,000 and 204,000. 0
// where they are no such pair.
int swapped_digits(Claim const& a, Claim const& b);
// One text for each two neighbouring digits of a figure, the last with the zero behind it too, that it has in common with the
// figure in which they are swapped, and with no other.
std::vector<std::string> either_way(Decimal figure);
// A misprint of one another: two digits swapped (7431 and 7413) or one replaced (1,425 and 1,435), in figures that are not
// round.
bool misprint(Decimal a, Decimal b);
// The digits that the two figures share in a slip: 2 for 2.4 million and 240,000.
int telling_digits(Claim const& claim);
// How little it is to be expected that so many digits are met again by chance, at another scale or in another unit, in texts
// that give so many pairs of such figures: hundredths of a logarithm, as score.cpp weighs.
int rarity_of_slip(int digits, std::uint32_t chances);

}  // namespace counterclaim
