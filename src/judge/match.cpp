#include "src/judge/match.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "counterclaim/text.hpp"

namespace counterclaim::rules {
namespace {

bool right_articles(CompiledRule const& rule, Claim const& a, Claim const& b) {
  if (rule.articles == Articles::any) return true;
  return (a.article == b.article) == (rule.articles == Articles::same);
}

// Dimensions and units are kept apart by the alignment for quantities only.
std::uint8_t asked_keys(CompiledRule const& rule, Claim const& a) {
  if (a.kind == ClaimKind::quantity) return rule.keys;
  return static_cast<std::uint8_t>(rule.keys & ~(key_dimension | key_unit));
}

bool try_both_ways(CompiledRule const& rule, Context const& context, std::uint32_t a, std::uint32_t b, std::vector<Hit>& hits,
                   AlignedPair const* pair) {
  for (auto const& [first, second] : {std::pair(a, b), std::pair(b, a)}) {
    if (!fires(rule, context, Binding{{first, second}, nullptr})) continue;
    hits.push_back({{first, second}, pair});
    return true;
  }
  return false;
}

std::string subject_of(Claim const& c) { return lower(c.entity.empty() ? c.subject : c.entity); }

// For pairs joined by `cross`, which the alignment has not seen: the keys by the claims' own words.
bool share_keys(CompiledRule const& rule, Claim const& a, Claim const& b) {
  if ((rule.keys & key_subject) != 0 && (subject_of(a).empty() || subject_of(a) != subject_of(b))) return false;
  if ((rule.keys & key_attribute) != 0 && lower(a.attribute) != lower(b.attribute)) return false;
  if ((rule.keys & key_period) != 0 && disjoint(a.period, b.period)) return false;
  if ((rule.keys & (key_dimension | key_unit)) != 0 && !comparable(a, b)) return false;
  return true;
}

enum class Side : std::uint8_t { left, right };
std::string crossing_key(CompiledRule const& rule, Context const& context, std::uint32_t claim, Side side) {
  std::string key;
  for (auto const& crossing : rule.crossings) {
    auto const& node = side == Side::left ? crossing.first : crossing.second;
    Value const v = evaluate(node, context, Binding{{claim, claim}, nullptr});
    if (!is_known(v)) return {};
    key += lower(std::get<std::string>(v)) + '\x1f';
  }
  return key;
}

std::vector<Hit> match_crossed(CompiledRule const& rule, Context const& context) {
  constexpr std::size_t most_partners = 200;  // of one key: beyond, a key tells nothing apart
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_right;
  auto const& claims = context.set.claims;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (!rule.takes(claims[i].kind)) continue;
    auto const key = crossing_key(rule, context, i, Side::right);
    if (!key.empty() && by_right[key].size() < most_partners) by_right[key].push_back(i);
  }
  std::vector<Hit> hits;
  std::set<std::pair<std::uint32_t, std::uint32_t>> hit;  // a pair may fire one way round only, and is told once
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (!rule.takes(claims[i].kind)) continue;
    auto const found = by_right.find(crossing_key(rule, context, i, Side::left));
    if (found == by_right.end()) continue;
    for (std::uint32_t const j : found->second) {
      if (i == j || claims[i].kind != claims[j].kind || !right_articles(rule, claims[i], claims[j])) continue;
      if (!share_keys(rule, claims[i], claims[j]) || hit.contains(std::minmax(i, j))) continue;
      if (!fires(rule, context, Binding{{i, j}, nullptr})) continue;
      hit.insert(std::minmax(i, j));
      hits.push_back({{i, j}, nullptr});
    }
  }
  return hits;
}

}  // namespace

std::vector<std::string> crossings_of(CompiledRule const& rule, Context const& context, std::uint32_t claim) {
  return {crossing_key(rule, context, claim, Side::left), crossing_key(rule, context, claim, Side::right)};
}

bool fires(CompiledRule const& rule, Context const& context, Binding const& binding) {
  for (auto const& where : rule.where) {
    if (!is_true(evaluate(where, context, binding))) return false;
  }
  return std::none_of(rule.unless.begin(), rule.unless.end(),
                      [&](auto const& u) { return is_true(evaluate(u, context, binding)); });
}

std::vector<Hit> match_claims(CompiledRule const& rule, Context const& context) {
  std::vector<Hit> hits;
  for (std::uint32_t i = 0; i < context.set.claims.size(); ++i) {
    if (!rule.takes(context.set.claims[i].kind)) continue;
    if (fires(rule, context, Binding{{i, i}, nullptr})) hits.push_back({{i}, nullptr});
  }
  return hits;
}

std::vector<Hit> match_pairs(CompiledRule const& rule, Context const& context) {
  if (!rule.crossings.empty()) return match_crossed(rule, context);
  std::vector<Hit> hits;
  auto const& claims = context.set.claims;
  for (auto const& pair : context.alignment.pairs) {
    if (pair.a >= claims.size() || pair.b >= claims.size()) continue;
    Claim const& a = claims[pair.a];
    Claim const& b = claims[pair.b];
    auto const asked = asked_keys(rule, a);
    if (!rule.takes(a.kind) || !rule.takes(b.kind) || (pair.keys & asked) != asked || !right_articles(rule, a, b)) continue;
    try_both_ways(rule, context, pair.a, pair.b, hits, &pair);
  }
  return hits;
}

std::vector<Hit> match_sets(CompiledRule const& rule, Context const& context) {
  auto const& claims = context.set.claims;
  std::vector<std::uint32_t> parent(claims.size());
  std::iota(parent.begin(), parent.end(), 0U);
  auto root = [&](std::uint32_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (auto const& pair : context.alignment.pairs) {
    if (pair.a >= claims.size() || pair.b >= claims.size()) continue;
    auto const asked = asked_keys(rule, claims[pair.a]);
    if (claims[pair.a].kind != claims[pair.b].kind || !rule.takes(claims[pair.a].kind) || (pair.keys & asked) != asked)
      continue;
    if (rule.articles == Articles::same && claims[pair.a].article != claims[pair.b].article) continue;
    parent[std::max(root(pair.a), root(pair.b))] = std::min(root(pair.a), root(pair.b));
  }
  std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < claims.size(); ++i) groups[root(i)].push_back(i);
  std::vector<Hit> hits;
  for (auto const& [first, members] : groups) {
    if (members.size() < 2) continue;
    bool const one_article = std::all_of(members.begin(), members.end(),
                                         [&, one = claims[first].article](auto m) { return claims[m].article == one; });
    if (rule.articles == Articles::different && one_article) continue;
    if (fires(rule, context, Binding{{first, first}, &members})) hits.push_back({members, nullptr});
  }
  return hits;
}

}  // namespace counterclaim::rules
