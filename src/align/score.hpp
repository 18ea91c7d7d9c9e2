// How strongly two claims speak of the same thing: the evidence of features.hpp, weighed. All weights stand in score.cpp.
#pragma once
#include "counterclaim/align.hpp"
#include "src/align/features.hpp"

namespace counterclaim {

struct Score {
  int total = 0;  // hundredths of the logarithm of the odds; meaningless when gated
  bool gated = false;
  std::uint8_t keys = 0;  // AlignedKey bits
};
Score score(Features const& features, Claim const& a, Claim const& b);
std::vector<Evidence> explain(Features const& features, Claim const& a, Claim const& b);

// At or above this two claims are aligned; claims that agree are believed earlier, for less hangs on it.
inline constexpr int aligned_at = 95;
inline constexpr int headline_at = 70, total_at = 80;
inline constexpr int agreeing_at = -50;

bool agree(Claim const& a, Claim const& b);  // both can be true as far as their values go

}  // namespace counterclaim
