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
template <class Use>
void each_word(std::string_view name, Use use) {
  for (std::size_t from = 0; from < name.size();) {
    auto const to = std::min(name.find(' ', from), name.size());
    if (to > from) use(name.substr(from, to - from));
    from = to + 1;
  }
}
// "Velin's part beats the B900": its figures are the Velin K3's, and the Brill B900's.
bool is_one_side(std::string_view a, std::string_view b) {
  auto const is_in = [](std::string_view brief, std::string_view full) {
    auto const at = full.find(brief);
    return at != full.npos && (at == 0 || full[at - 1] == ' ') &&
           (at + brief.size() == full.size() || full[at + brief.size()] == ' ');
  };
  return !a.empty() && !b.empty() && (is_in(a, b) || is_in(b, a));
}
// "In the mixed load A beats B", "A is on a par with B", where the article has the figures of both.
void score(std::vector<Claim>& claims, std::size_t from) {
  if (claims.size() == from) return;
  std::multimap<std::string_view, std::size_t> above;  // standings, by the words of who is above
  for (auto i = from; i < claims.size(); ++i)
    if (claims[i].relation != Relation::equal)
      each_word(above_below(claims[i]).first, [&](std::string_view word) { above.emplace(word, i); });
  auto const told = [&](std::string_view winner, std::string_view loser) {
    Claim const* found = nullptr;
    std::size_t looked = 0;
    each_word(winner, [&](std::string_view word) {
      auto const [first, last] = above.equal_range(word);
      for (auto it = first; it != last && !found && looked < most_of_pair; ++it, ++looked) {
        auto const [x, y] = above_below(claims[it->second]);
        if (is_one_side(winner, x) && is_one_side(loser, y)) found = &claims[it->second];
      }
    });
    return found;
  };
  for (std::size_t i = 0; i < from; ++i) {
    auto& c = claims[i];
    if (c.kind != ClaimKind::comparison || !c.performance || !c.score.empty()) continue;
    auto const [winner, loser] = above_below(c);
    auto const* standing = told(winner, loser);
    if (!standing && c.relation == Relation::equal) standing = told(loser, winner);
    if (standing) c.score = standing->arithmetic;
  }
}

}  // namespace

void settle_standings(std::vector<Claim>& claims, std::size_t from) {
  drop_doubtful(claims, from);
  score(claims, from);
}

}  // namespace counterclaim
