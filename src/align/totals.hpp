// The running totals of a story: of each article the largest figure of a row of concepts.tsv that counts what grows ("seven
// people have died"). Two of them are of one thing without any name near.
#pragma once
#include <cstdint>
#include <map>
#include <utility>

#include "counterclaim/claim.hpp"

namespace counterclaim {

class Totals {
 public:
  void add(Claim const& claim, Article const& article);
  // Is the claim its article's largest of the row `term`? Figures of long before the article are none.
  bool is_total(Claim const& claim, Article const& article, std::uint32_t term) const;

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, Decimal> largest_;  // by article and row
};

}  // namespace counterclaim
