// How telling a word or name is: rare in English and rare in the set. Whole hundredths, so that sums are the same everywhere.
#pragma once
#include <cstdint>
#include <string_view>

#include "counterclaim/align_again.hpp"

namespace counterclaim {

class Rarity {
 public:
  explicit Rarity(SetFacts const& facts) : facts_(facts) {}
  int word(std::uint32_t term) const;       // 10 ("new") .. 100
  int name(std::string_view entity) const;  // 20 (in nearly every claim) .. 100

 private:
  SetFacts const& facts_;
};

// Likeness of two words, 0..100: the same 100, one family 90, one meaning 85, related by vector up to 75; negative for what
// excludes.
int likeness(std::uint32_t a, std::uint32_t b);
// The second column of concepts.tsv for a term that is one of its rows ("moves", "total", "measured"); empty for others.
std::string_view nature_of(std::uint32_t term);
bool exclude_each_other(std::uint32_t a, std::uint32_t b);  // exclusions.tsv

}  // namespace counterclaim
