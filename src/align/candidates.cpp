#include "src/align/candidates.hpp"

#include <algorithm>
#include <string_view>

#include "counterclaim/align_again.hpp"
#include "counterclaim/clock.hpp"
#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "src/align/happening.hpp"
#include "src/align/identity.hpp"
#include "src/align/life.hpp"
#include "src/align/parallel.hpp"
#include "src/align/slip.hpp"

namespace counterclaim {
namespace {

std::uint64_t mix(std::uint64_t h, std::string_view s) {
  for (char const c : s) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return h;
}
std::uint64_t mix(std::uint64_t h, std::uint64_t v) { return (h ^ v) * 1099511628211ull; }

struct KeyedClaim {
  std::uint64_t key;
  std::uint32_t claim;
};

bool in_order(KeyedClaim const& a, KeyedClaim const& b) { return a.key != b.key ? a.key < b.key : a.claim < b.claim; }

// Sorted by key, then claim.
std::vector<KeyedClaim> keyed_claims(ClaimSet const& set, std::vector<std::uint64_t> const& wide) {
  std::vector<KeyedClaim> keyed;
  for (std::uint32_t i = 0; i < set.claims.size(); ++i)
    if (can_align(set.claims[i]))
      for (auto const key : keys_of(set.claims[i]))
        if (!std::binary_search(wide.begin(), wide.end(), key)) keyed.push_back({key, i});
  std::sort(keyed.begin(), keyed.end(), in_order);
  return keyed;
}

// And each once.
std::vector<std::uint64_t> sorted(std::vector<std::uint64_t> keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

bool can_align(Claim const& c) {
  switch (c.kind) {
    case ClaimKind::quantity:
      return !c.vague && !c.restated && !c.baseline && (c.compared.low || c.compared.high);
    case ClaimKind::rank:
      return c.value.low.has_value();
    case ClaimKind::date:
      return !c.vague && !c.restated && !c.impossible && (!c.days.is_unbounded() || has_clock(c));
    case ClaimKind::duration:
      return !c.baseline && (c.compared.low || c.compared.high);
    case ClaimKind::statement:
      return is_happening(c) || !c.subject.empty();
    default:
      return false;
  }
}

std::vector<std::uint64_t> keys_of(Claim const& c) {
  std::vector<std::uint64_t> keys;
  std::uint64_t base = mix(14695981039346656037ull, static_cast<std::uint64_t>(c.kind));
  if (c.kind == ClaimKind::quantity) base = mix(base, dimension_of(c.basis));
  // A life is told by claims of several kinds.
  bool const of_life = is_of_life(c);
  if (of_life || c.kind == ClaimKind::date) keys = life_keys(c);
  if (is_happening(c)) return sorted(happening_keys(c));
  if (of_life) return sorted(std::move(keys));
  if (c.kind == ClaimKind::statement) return {mix(base, identity_key(c))};
  // A telling number finds its like in whatever words: 12,600 acres and 12,600 hectares.
  if (auto const m = midpoint(c.value);
      c.kind == ClaimKind::quantity && m && (abs(Decimal(m->digits)) >= Decimal(100) || telling_digits(c) >= 2))
    keys.push_back(mix(mix(base, 3), static_cast<std::uint64_t>(m->digits)));
  // Or with two of its digits swapped
  if (c.kind == ClaimKind::quantity && c.value.is_point() && telling_digits(c) > 2)
    for (auto const& swapped : either_way(abs(*c.value.low))) keys.push_back(mix(mix(base, 5), swapped));
  // So does one that is somebody's: "once in 90 years, says Ida Moor".
  if (c.value.is_point() && !c.attribution.origin.empty() && abs(*c.value.low) > Decimal(12))
    keys.push_back(mix(mix(mix(base, 4), static_cast<std::uint64_t>(c.value.low->digits)),
                       c.attribution.origin.substr(0, c.attribution.origin.find(' '))));
  for (auto const& n : c.names)
    if (n.role != TermRole::sentence) keys.push_back(mix(mix(base, 1), n.name));
  for (auto const& t : c.terms) {
    if (t.role > TermRole::clause) break;
    if (t.role > TermRole::modifier && !is_concept(t.word)) continue;
    keys.push_back(mix(mix(base, 2), (t.word & unknown_bit) != 0 ? t.word : word_info(t.word).family));
  }
  return sorted(std::move(keys));
}

// A day in a heading of the body is that of what stands under it: "Release 4.32 (June 1)" below "Release 5.34 (April 16)".
static bool is_headline_and_body(ClaimSet const& set, Claim const& a, Claim const& b) {
  if (a.headline == b.headline) return false;
  auto const& body = a.headline ? b : a;
  return body.kind != ClaimKind::date || set.articles[body.article].blocks[body.block].kind != BlockKind::heading;
}

// What stands beside the same figures, of a set about one story: in a collection such figures are met by chance.
static void add_parallel(Surroundings const& surroundings, std::vector<bool> const& fresh,
                         std::vector<std::pair<std::uint32_t, std::uint32_t>>& out) {
  constexpr std::size_t most = 64;  // claims beside one figure
  auto const& set = surroundings.set();
  if (surroundings.facts().articles >= large_set) return;
  std::vector<KeyedClaim> keyed;
  for (std::uint32_t i = 0; i < set.claims.size(); ++i)
    if (can_align(set.claims[i]))
      for (auto const key : parallel_keys(i, set)) keyed.push_back({key, i});
  std::sort(keyed.begin(), keyed.end(), in_order);
  for (std::size_t from = 0, to = 0; from < keyed.size(); from = to) {
    while (to < keyed.size() && keyed[to].key == keyed[from].key) ++to;
    if (to - from > most) continue;
    for (auto i = from; i < to; ++i)
      for (auto k = i + 1; k < to; ++k) {
        auto const x = set.claims[keyed[i].claim].article, y = set.claims[keyed[k].claim].article;
        if (x != y && (fresh.empty() || fresh[x] || fresh[y]) && surroundings.related(x, y))
          out.emplace_back(keyed[i].claim, keyed[k].claim);
      }
  }
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(Surroundings const& surroundings,
                                                                std::vector<bool> const& fresh) {
  auto const& set = surroundings.set();
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  auto const keyed = keyed_claims(set, surroundings.facts().wide);
  for (std::size_t from = 0; from < keyed.size();) {
    std::size_t to = from;
    while (to < keyed.size() && keyed[to].key == keyed[from].key) ++to;
    for (auto i = from; i < to; ++i)
      for (auto k = i + 1; k < to; ++k) {
        auto const &a = set.claims[keyed[i].claim], &b = set.claims[keyed[k].claim];
        if (is_happening(a) && a.certainty == b.certainty) continue;  // both sure or both not
        if (!fresh.empty() && !fresh[a.article] && !fresh[b.article]) continue;
        if (a.article == b.article ? is_headline_and_body(set, a, b) : surroundings.related(a.article, b.article))
          out.emplace_back(keyed[i].claim, keyed[k].claim);
      }
    from = to;
  }
  add_parallel(surroundings, fresh, out);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace counterclaim
