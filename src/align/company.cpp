#include "src/align/company.hpp"

#include <algorithm>

#include "counterclaim/units.hpp"
#include "src/align/beside.hpp"

namespace counterclaim {
namespace {

bool is_telling(Claim const& c) {
  constexpr int small = 12;
  return c.kind == ClaimKind::quantity && c.value.is_point() && !c.vague && !c.restated &&
         (c.basis != no_unit || abs(*c.value.low) > Decimal(small));
}

}  // namespace

int company_shared(std::uint32_t a, std::uint32_t b, ClaimSet const& set) {
  constexpr int each = 60;
  // "438 homes, 168.8 a km²", "438 homes, 169.1 a km²": reckoned otherwise, of one thing without their help
  auto const m = midpoint(set.claims[a].compared), n = midpoint(set.claims[b].compared);
  if (m && n && abs(*m - *n) * Decimal(100) < abs(*n) * Decimal(4)) return 0;
  int shared = 0;
  any_beside(a, set, [&](Claim const& x) {
    auto const is_it = [&](Claim const& y) { return is_telling(y) && x.basis == y.basis && x.compared == y.compared; };
    shared += is_telling(x) && any_beside(b, set, is_it) ? each : 0;
    return false;  // all of them count
  });
  return std::min(shared, 100);
}

}  // namespace counterclaim
