// The claims and the words that stand beside a claim in its sentence. A sentence that nobody would write may hold thousands of
// either: every pair of claims asks for them, so it is looked at near the claim only.
#pragma once
#include <algorithm>
#include <string_view>

#include "counterclaim/claim.hpp"

namespace counterclaim {

inline constexpr std::uint32_t text_reach = 4096;  // bytes

// The claim's sentence in its article's text.
inline std::string_view sentence_near(Claim const& c, std::string_view text) {
  auto const first = std::max(c.sentence.begin, c.span.begin - std::min(c.span.begin, text_reach)),
             last = std::min(c.sentence.end, c.span.end + text_reach);
  return first < last ? text.substr(first, last - first) : text.substr(c.sentence.begin, 0);
}
// Of that what stands before the claim.
inline std::string_view sentence_before(Claim const& c, std::string_view text) {
  auto const first = std::max(c.sentence.begin, c.span.begin - std::min(c.span.begin, text_reach));
  return text.substr(first, c.span.begin - std::min(c.span.begin, first));
}

// Whether `use` is true of a claim that `is_beside` the one at index `claim`. Claims at the place of the one itself are passed
// over; it looks eight claims either way.
template <class IsBeside, class Use>
bool any_around(std::uint32_t claim, ClaimSet const& set, IsBeside is_beside, Use use) {
  constexpr std::uint32_t reach = 8;
  auto const& own = set.claims[claim];
  auto const same = [&](std::uint32_t k) { return set.claims[k].article == own.article && is_beside(own, set.claims[k]); };
  for (auto k = claim; k > 0 && claim - k < reach && same(k - 1); --k)
    if (set.claims[k - 1].span != own.span && use(set.claims[k - 1])) return true;
  for (auto k = claim + 1; k < set.claims.size() && k - claim <= reach && same(k); ++k)
    if (set.claims[k].span != own.span && use(set.claims[k])) return true;
  return false;
}
// In its sentence.
template <class Use>
bool any_beside(std::uint32_t claim, ClaimSet const& set, Use use) {
  return any_around(
      claim, set, [](Claim const& a, Claim const& b) { return a.sentence == b.sentence; }, use);
}
// In its paragraph.
template <class Use>
bool any_in_paragraph(std::uint32_t claim, ClaimSet const& set, Use use) {
  return any_around(
      claim, set, [](Claim const& a, Claim const& b) { return a.block == b.block; }, use);
}

}  // namespace counterclaim
