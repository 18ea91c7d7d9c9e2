#include "src/resolve/standings_settle.hpp"

#include <algorithm>
#include <map>

#include "counterclaim/claim.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t most_of_pair = 40;  // standings of two owners that are looked at

std::pair<std::string_view, std::string_view> above_below(Claim const& c) {
  return c.relation == Relation::better ? std::pair(c.left, c.right) : std::pair(c.right, c.left);
}
bool contradict(Claim const& a, Claim const& b) {
  bool const back = a.left != b.left;
  auto const r = !back || b.relation == Relation::equal ? b.relation
                 : b.relation == Relation::better       ? Relation::worse
                                                        : Relation::better;
  if (r == a.relation || a.benchmark != b.benchmark || (a.period_stated && b.period_stated && disjoint(a.period, b.period)))
    return false;
  if (a.about.empty() || b.about.empty()) return true;
  return std::any_of(a.about.begin(), a.about.end(),
                     [&](auto const& w) { return std::find(b.about.begin(), b.about.end(), w) != b.about.end(); });
}

// Two pairs of figures that put the same two owners in other orders by one measure: who owns which is not known.
void drop_doubtful(std::vector<Claim>& claims, std::size_t from) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> of_pair;
  for (auto i = from; i < claims.size(); ++i) {
    auto const& c = claims[i];
    of_pair[std::minmax(c.left, c.right)].push_back(i);
  }
  std::vector<bool> drop(claims.size());
  for (auto const& [sides, all] : of_pair)
    for (std::size_t a = 0; a < all.size() && all.size() <= most_of_pair; ++a)
      for (std::size_t b = a + 1; b < all.size(); ++b)
        if (contradict(claims[all[a]], claims[all[b]])) drop[all[a]] = drop[all[b]] = true;
  std::size_t at = 0;
  std::erase_if(claims, [&](Claim const&) { return drop[at++]; });
}
// "In the mixed load A beats B", where the article has the figures of both.
void score(std::vector<Claim>& claims, std::size_t from) {
  if (claims.size() == from) return;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> winners;  // and whom they are above
  for (auto i = from; i < claims.size(); ++i) {
    auto const& c = claims[i];
    if (c.relation != Relation::equal) winners.emplace(above_below(c), i);
  }
  for (std::size_t i = 0; i < from; ++i) {
    auto& c = claims[i];
    if (c.kind != ClaimKind::comparison || !c.performance || !c.score.empty() || c.relation == Relation::equal) continue;
    if (auto const it = winners.find(above_below(c)); it != winners.end()) c.score = claims[it->second].arithmetic;
  }
}

}  // namespace

void settle_standings(std::vector<Claim>& claims, std::size_t from) {
  drop_doubtful(claims, from);
  score(claims, from);
}

}  // namespace counterclaim
