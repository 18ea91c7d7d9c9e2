// The claims that stand beside one in its sentence.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// Whether `use` is true of one of them. Claims at the place of the one itself are passed over; it looks eight claims either
// way.
template <class Use>
bool any_beside(std::uint32_t claim, ClaimSet const& set, Use use) {
  constexpr std::uint32_t reach = 8;
  auto const& own = set.claims[claim];
  auto const same = [&](std::uint32_t k) {
    return set.claims[k].article == own.article && set.claims[k].sentence == own.sentence;
  };
  for (auto k = claim; k > 0 && claim - k < reach && same(k - 1); --k)
    if (set.claims[k - 1].span != own.span && use(set.claims[k - 1])) return true;
  for (auto k = claim + 1; k < set.claims.size() && k - claim <= reach && same(k); ++k)
    if (set.claims[k].span != own.span && use(set.claims[k])) return true;
  return false;
}

}  // namespace counterclaim
