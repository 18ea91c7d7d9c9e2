#include "src/align/candidates.hpp"

#include <algorithm>
#include <string_view>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t widest_key = 256;

std::uint64_t mix(std::uint64_t h, std::string_view s) {
  for (char const c : s) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return h;
}
std::uint64_t mix(std::uint64_t h, std::uint64_t v) { return (h ^ v) * 1099511628211ull; }

void add_keys(Claim const& c, std::uint32_t index, std::vector<KeyedClaim>& out) {
  std::uint64_t base = mix(14695981039346656037ull, static_cast<std::uint64_t>(c.kind));
  if (c.kind == ClaimKind::quantity) base = mix(base, unit(c.unit).dimension);
  // A telling number finds its like in whatever words: 12,600 acres and 12,600 hectares.
  if (auto const m = midpoint(c.value); c.kind == ClaimKind::quantity && m && abs(Decimal(m->digits)) >= Decimal(100))
    out.push_back({mix(mix(base, 3), static_cast<std::uint64_t>(m->digits)), index});
  for (auto const& n : c.names)
    if (n.role != TermRole::sentence) out.push_back({mix(mix(base, 1), n.name), index});
  for (auto const& t : c.terms) {
    if (t.role > TermRole::clause) break;
    if (t.role > TermRole::modifier && !is_concept(t.word)) continue;
    out.push_back({mix(mix(base, 2), (t.word & unknown_bit) != 0 ? t.word : word_info(t.word).family), index});
  }
}

}  // namespace

bool can_align(Claim const& c) {
  switch (c.kind) {
    case ClaimKind::quantity:
      return !c.vague && !c.restated && !c.baseline && (c.compared.low || c.compared.high);
    case ClaimKind::rank:
      return c.value.low.has_value();
    case ClaimKind::date:
      return !c.vague && !c.restated && !c.impossible && !c.days.is_unbounded();
    case ClaimKind::duration:
      return !c.baseline && (c.compared.low || c.compared.high);
    default:
      return false;
  }
}

std::vector<KeyedClaim> keyed_claims(ClaimSet const& set) {
  std::vector<KeyedClaim> keyed;
  for (std::uint32_t i = 0; i < set.claims.size(); ++i)
    if (can_align(set.claims[i])) add_keys(set.claims[i], i, keyed);
  std::sort(keyed.begin(), keyed.end(),
            [](KeyedClaim const& a, KeyedClaim const& b) { return a.key != b.key ? a.key < b.key : a.claim < b.claim; });
  keyed.erase(std::unique(keyed.begin(), keyed.end(),
                          [](KeyedClaim const& a, KeyedClaim const& b) { return a.key == b.key && a.claim == b.claim; }),
              keyed.end());
  return keyed;
}

std::vector<std::uint64_t> wide_keys(std::vector<KeyedClaim> const& keyed) {
  std::vector<std::uint64_t> wide;
  for (std::size_t from = 0; from < keyed.size();) {
    std::size_t to = from;
    while (to < keyed.size() && keyed[to].key == keyed[from].key) ++to;
    if (to - from > widest_key) wide.push_back(keyed[from].key);
    from = to;
  }
  return wide;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(ClaimSet const& set, std::vector<KeyedClaim> const& keyed,
                                                                std::vector<bool> const& fresh) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (std::size_t from = 0; from < keyed.size();) {
    std::size_t to = from;
    while (to < keyed.size() && keyed[to].key == keyed[from].key) ++to;
    if (to - from <= widest_key) {
      for (auto i = from; i < to; ++i)
        for (auto k = i + 1; k < to; ++k) {
          auto const &a = set.claims[keyed[i].claim], &b = set.claims[keyed[k].claim];
          if (!fresh.empty() && !fresh[a.article] && !fresh[b.article]) continue;
          if (a.article != b.article || a.headline != b.headline) out.emplace_back(keyed[i].claim, keyed[k].claim);
        }
    }
    from = to;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(ClaimSet const& set) {
  return candidates(set, keyed_claims(set), {});
}

}  // namespace counterclaim
