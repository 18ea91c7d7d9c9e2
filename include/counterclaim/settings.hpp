// What a project says beside its articles: how near two figures must be, whom to trust, which names and words are one. Plain
// data; config.hpp reads it from counterclaim.toml. With none of it the same articles give the same report everywhere.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "counterclaim/article.hpp"
#include "counterclaim/decimal.hpp"

namespace counterclaim {

// How far apart two claims may be before rules take them for different (conflict, agree and disjoint of the rule language).
struct Tolerances {
  Decimal figures = 0;                                      // a share of the figure: 0.01 takes 100 and 101 for one
  std::vector<std::pair<std::string, Decimal>> dimensions;  // in place of `figures`: {"money", 0.005}
  Decimal about = Decimal::scaled(8, -2);  // what "about" reaches to either side, a share; less than 0.08 changes nothing
  int days = 0;                            // between two dates

  Decimal of(std::string_view dimension) const;
};

struct SourceTier {
  std::string source;  // an article's source, or the host of its address, without regard to case
  Tier tier = Tier::press;
};

struct Settings {
  Tolerances tolerance;
  std::vector<SourceTier> tiers;                   // a later entry wins; they outweigh what an article says of itself
  std::vector<std::vector<std::string>> aliases;   // names of one thing, the one to print first
  std::vector<std::vector<std::string>> synonyms;  // words (lower case, one each) that mean the same in these articles
};

void apply_tiers(std::vector<SourceTier> const& tiers, std::vector<Article>& articles);

}  // namespace counterclaim
