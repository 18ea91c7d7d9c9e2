// Sentences of two articles that tell the same figures but one: what differs in them is told of one thing, in whatever words.
// "It has 3,100 objects on show, of 240,000", "the other 97 per cent of its 420,000 things … some 3,100 are displayed".
#pragma once
#include <cstdint>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

enum class Within : std::uint8_t { sentence, paragraph };

// 0..100: how telling the figures and days are that both sentences (or paragraphs) have beside the two claims (indexes into the
// set), where each claim is the only one there that may be the other and that the other's lacks; 0 otherwise.
int parallel(std::uint32_t a, std::uint32_t b, ClaimSet const& set, Within within = Within::sentence);

// By what stands beside a claim its like may be found in other articles: numbers that name a dimension and a figure or day that
// its sentence tells too.
std::vector<std::uint64_t> parallel_keys(std::uint32_t claim, ClaimSet const& set);

}  // namespace counterclaim
