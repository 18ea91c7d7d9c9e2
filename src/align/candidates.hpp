// Pairs of claims worth a closer look: those that share a key of kind, dimension and a name or a word near the figure.
#pragma once
#include <utility>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/align/surroundings.hpp"

namespace counterclaim {

// Claims that can be compared at all: bounded, not vague, of a kind that alignment judges.
bool can_align(Claim const& claim);

// Index pairs (a < b) from different articles, or of a headline and its own article's body, of articles that are related at
// all; each once, in order. Keys that are wide tell nothing and are passed over, so that the work grows with what is shared.
// Pairs of two articles that are not fresh are left out (`fresh` empty: all are).
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(Surroundings const& surroundings,
                                                                std::vector<bool> const& fresh = {});

}  // namespace counterclaim
