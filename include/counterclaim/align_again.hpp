// Alignment of a set of which most was aligned before.
//
// Whether two claims are a pair is decided by them, by what else their two articles hold, and by what is counted over the whole
// set: how common words and names are, which names and keys are everywhere. The last is the basis. Where it is as it was, pairs
// of two articles that are as they were are as they were. In a small set articles also relate others, so all is compared again.
// Whatever else of the set comes to decide a pair belongs into the basis (Surroundings::basis()).
#pragma once
#include <string>
#include <vector>

#include "counterclaim/align.hpp"

namespace counterclaim {

struct AlignedBefore {
  std::string basis;               // of the alignment before; empty: there was none to go on from
  std::vector<AlignedPair> pairs;  // claims by their place in this set; those of fresh articles are passed over
  std::vector<bool> fresh;         // by article: new, changed, or with names that now stand for others
};
struct AlignedAgain {
  Alignment alignment;  // as align() gives it, but for the evidence of pairs that were taken over
  std::string basis;    // empty: nothing may go on from it
  bool all = true;      // everything was compared
};
AlignedAgain align_again(ClaimSet const& set, AlignedBefore const& before);

}  // namespace counterclaim
