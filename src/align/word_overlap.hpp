// How far the words of two claims say the same: by likeness, by rarity, by their vectors.
#pragma once
#include "src/align/rarity.hpp"

namespace counterclaim {

// How well the near words of one claim are met by the other's words; `sum` and `total` are weights of roles times rarities.
struct Cover {
  int sum = 0, total = 0, best = 0;
  std::uint32_t x = 0, y = 0;  // the word that is met best, and by which
};
Cover covered_by(Claim const& from, Claim const& to, Rarity const& rarity);

using IsTerm = bool (*)(Term const&);
// 0..100: the most alike of the terms that pass in each.
int best_likeness(Claim const& a, Claim const& b, IsTerm in);
// 0..100: half the rarities of the terms that pass in both.
int shared_rarity(Claim const& a, Claim const& b, Rarity const& rarity, IsTerm in);
// 0..100: mean over the near words of the nearest by vector on the other side, both ways.
int nearness(Claim const& a, Claim const& b);
// Do both name a row of concepts.tsv of this nature ("moves", "measured", "again", "total") in their clauses?
bool share_nature(Claim const& a, Claim const& b, std::string_view nature);
// Do both have a row of concepts.tsv right at their counts that is of no nature: "an annual capacity of 40,000 cars"?
bool share_lasting(Claim const& a, Claim const& b);

}  // namespace counterclaim
