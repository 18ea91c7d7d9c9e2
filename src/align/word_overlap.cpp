#include "src/align/word_overlap.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/align/gates.hpp"

namespace counterclaim {
namespace {

// How much a word in each role says what the figure is (by TermRole).
constexpr int role_weight[] = {100, 100, 80, 80, 60, 50, 50, 35, 12, 12};

int nearness_of(Claim const& from, Claim const& to) {
  int sum = 0, total = 0;
  for (auto const& t : from.terms) {
    if (t.role > TermRole::clause || (t.word & unknown_bit) != 0) continue;
    float best = 0;
    for (auto const& u : to.terms)
      if (u.role <= TermRole::clause && (u.word & unknown_bit) == 0)
        best = std::max(best, t.word == u.word ? 1.0f : cosine(t.word, u.word));
    int const w = role_weight[int(t.role)];
    sum += w * int(best * 100);
    total += w;
  }
  return total == 0 ? 0 : sum / total;
}

}  // namespace

Cover covered_by(Claim const& from, Claim const& to, Rarity const& rarity) {
  Cover c;
  for (auto const& t : from.terms) {
    if (!is_near(t.role)) continue;
    int const w = role_weight[int(t.role)] * rarity.word(t.word) / 100;
    int best = 0;
    std::uint32_t partner = 0;
    for (auto const& u : to.terms) {
      if (u.role >= TermRole::sentence) continue;
      int const l = likeness(t.word, u.word) * (is_near(u.role) ? 100 : 75) / 100;
      if (l > best) best = l, partner = u.word;
    }
    c.sum += w * best / 100;
    c.total += w;
    if (w * best > c.best) c.best = w * best, c.x = t.word, c.y = partner;
  }
  return c;
}

int best_likeness(Claim const& a, Claim const& b, IsTerm in) {
  int best = 0;
  for (auto const& t : a.terms)
    if (in(t))
      for (auto const& u : b.terms)
        if (in(u)) best = std::max(best, likeness(t.word, u.word));
  return best;
}

int shared_rarity(Claim const& a, Claim const& b, Rarity const& rarity, IsTerm in) {
  int sum = 0;
  for (auto const& t : a.terms)
    if (in(t))
      for (auto const& u : b.terms)
        if (in(u) && t.word == u.word) sum += rarity.word(t.word) / 2;
  return std::clamp(sum, 0, 100);
}

int nearness(Claim const& a, Claim const& b) { return std::max(0, (nearness_of(a, b) + nearness_of(b, a)) / 2); }

bool share_nature(Claim const& a, Claim const& b, std::string_view nature) {
  return std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
    return t.role <= TermRole::clause && nature_of(t.word) == nature &&
           std::any_of(b.terms.begin(), b.terms.end(),
                       [&](Term const& u) { return u.word == t.word && u.role <= TermRole::clause; });
  });
}

bool share_lasting(Claim const& a, Claim const& b) {
  return std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
    return is_concept(t.word) && is_near(t.role) && (nature_of(t.word).empty() || nature_of(t.word) == "stock") &&
           std::any_of(b.terms.begin(), b.terms.end(), [&](Term const& u) { return u.word == t.word && is_near(u.role); });
  });
}

}  // namespace counterclaim
