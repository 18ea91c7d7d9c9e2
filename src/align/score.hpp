// How strongly two claims speak of the same thing: gates that say no, then evidence that adds up. All weights stand in score.cpp.
#pragma once
#include "counterclaim/align.hpp"
#include "src/align/rarity.hpp"

namespace counterclaim {

struct Score {
  int total = 0;              // hundredths; 0 or less when a gate has closed
  bool gated = false;
  std::uint8_t keys = 0;      // AlignedKey bits
  std::vector<Evidence> evidence;  // filled only when asked for: the sums do not need the words
};
enum class Explain { no, yes };
Score score(ClaimSet const& set, Rarity const& rarity, Claim const& a, Claim const& b, Explain explain);

// At or above this two claims are aligned; claims with the same figure are believed a little earlier.
inline constexpr int aligned_at = 100;
inline constexpr int agreeing_at = 80;

bool agree(Claim const& a, Claim const& b);  // both can be true as far as their values go

}  // namespace counterclaim
