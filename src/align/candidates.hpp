// Pairs of claims worth a closer look: those that share a key of kind, dimension and a name or a word near the figure.
#pragma once
#include <utility>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// Claims that can be compared at all: bounded, not vague, of a kind that alignment judges.
bool can_align(Claim const& claim);

// Index pairs (a < b) from different articles, or of a headline and its own article's body; each once, in order. A key that
// more than 256 claims share tells nothing and is passed over, so that the work grows with what is shared.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(ClaimSet const& set);

// The same in steps: claims by their keys, sorted; the keys that are passed over; the pairs, of which those of two articles
// that are not fresh are left out (`fresh` empty: none is).
struct KeyedClaim {
  std::uint64_t key;
  std::uint32_t claim;
};
std::vector<KeyedClaim> keyed_claims(ClaimSet const& set);
std::vector<std::uint64_t> wide_keys(std::vector<KeyedClaim> const& keyed);
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(ClaimSet const& set, std::vector<KeyedClaim> const& keyed,
                                                                std::vector<bool> const& fresh);

}  // namespace counterclaim
