// How telling a word or name is: rare in English and rare in the set. Whole hundredths, so that sums are the same everywhere.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "counterclaim/claim.hpp"

namespace counterclaim {

class Rarity {
 public:
  explicit Rarity(ClaimSet const& set);
  int word(std::uint32_t term) const;       // 10 ("new") .. 100
  int name(std::string_view entity) const;  // 20 (in nearly every claim) .. 100
  std::string basis() const;                // every word and name that the set makes less telling: the answers of both, as text

 private:
  std::uint32_t claims_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> words_;
  std::unordered_map<std::string_view, std::uint32_t> names_;
};

// Likeness of two words, 0..100: the same 100, one family 90, one meaning 85, related by vector up to 75; negative for what
// excludes.
int likeness(std::uint32_t a, std::uint32_t b);
// The second column of concepts.tsv for a term that is one of its rows ("moves", "total", "measured"); empty for others.
std::string_view nature_of(std::uint32_t term);
bool exclude_each_other(std::uint32_t a, std::uint32_t b);  // exclusions.tsv

}  // namespace counterclaim
