// Claims in the order of their places.
#pragma once
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

// By where they begin, then by kind, then as they were made. A claim is large: each is moved once, in the list that there is.
inline void put_in_order(std::vector<Claim>& claims) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> from(claims.size());  // place and kind, then as they were made
  for (std::uint32_t i = 0; i < from.size(); ++i)
    from[i] = {std::uint64_t(claims[i].span.begin) << 8 | std::uint64_t(claims[i].kind), i};
  std::sort(from.begin(), from.end());
  for (std::uint32_t start = 0; start < from.size(); ++start) {
    if (from[start].second == start) continue;
    Claim const first = claims[start];
    auto to = start;
    for (auto next = from[to].second; next != start; next = from[to].second) {
      claims[to] = claims[next];
      from[to].second = to;
      to = next;
    }
    claims[to] = first;
    from[to].second = to;
  }
}

}  // namespace counterclaim
