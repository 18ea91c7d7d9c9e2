// Happenings that one article takes for a fact and another for a possibility.
#pragma once
#include <cstdint>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/align/rarity.hpp"

namespace counterclaim {

// Keys of what happens to what: a row of concepts.tsv with each word that is told of it.
std::vector<std::uint64_t> happening_keys(Claim const& c);

// Why the two say nothing of one another; nullptr if they do. `strength`: hundredths, of the words they share.
char const* happening_gate(Claim const& a, Article const& of_a, Claim const& b, Article const& of_b, Rarity const& rarity,
                           int& strength);

}  // namespace counterclaim
