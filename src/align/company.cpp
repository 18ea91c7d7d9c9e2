#include "src/align/company.hpp"

#include <algorithm>

#include "counterclaim/units.hpp"

namespace counterclaim {
namespace {

bool is_telling(Claim const& c) {
  constexpr int small = 12;
  return c.kind == ClaimKind::quantity && c.value.is_point() && !c.vague && !c.restated &&
         (c.basis != no_unit || abs(*c.value.low) > Decimal(small));
}

// Calls `use` with the claims of the sentence that `claim` stands in, but for those at its own place.
template <class Use>
void each_beside(std::uint32_t claim, ClaimSet const& set, Use use) {
  constexpr std::uint32_t reach = 8;  // claims, either way
  auto const& own = set.claims[claim];
  auto const same = [&](std::uint32_t k) {
    return set.claims[k].article == own.article && set.claims[k].sentence == own.sentence;
  };
  for (auto k = claim; k > 0 && claim - k < reach && same(k - 1); --k)
    if (set.claims[k - 1].span != own.span) use(set.claims[k - 1]);
  for (auto k = claim + 1; k < set.claims.size() && k - claim <= reach && same(k); ++k)
    if (set.claims[k].span != own.span) use(set.claims[k]);
}

}  // namespace

int company_shared(std::uint32_t a, std::uint32_t b, ClaimSet const& set) {
  constexpr int each = 60;
  // "438 homes, 168.8 a km²", "438 homes, 169.1 a km²": reckoned otherwise, of one thing without their help
  auto const m = midpoint(set.claims[a].compared), n = midpoint(set.claims[b].compared);
  if (m && n && abs(*m - *n) * Decimal(100) < abs(*n) * Decimal(4)) return 0;
  int shared = 0;
  each_beside(a, set, [&](Claim const& x) {
    if (!is_telling(x)) return;
    bool found = false;
    each_beside(b, set, [&](Claim const& y) { found |= is_telling(y) && x.basis == y.basis && x.compared == y.compared; });
    shared += found ? each : 0;
  });
  return std::min(shared, 100);
}

}  // namespace counterclaim
