// Places in a row of which a thing has one: "the 12th bishop of Orl", "the second craft to visit a comet", "the ninth edition".
#pragma once
#include <string>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// Why two such places are no two places of one thing in one row, null if they are; `of_a` and `of_b` are the words of their
// subjects' names.
char const* place_gate(Claim const& a, std::vector<std::string> const& of_a, Claim const& b,
                       std::vector<std::string> const& of_b);

}  // namespace counterclaim
