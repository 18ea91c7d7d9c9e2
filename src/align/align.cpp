// Scored pairs to aligned ones. Between two articles a claim has one partner: the best that also takes it for its best. Where a
// claim finds one that says the same, it is spoken for, and what looks alike but differs is something else.
#include <algorithm>
#include <climits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "counterclaim/align_again.hpp"
#include "src/align/candidates.hpp"
#include "src/align/features.hpp"
#include "src/align/headline.hpp"
#include "src/align/score.hpp"

namespace counterclaim {
namespace {

struct Scored {
  std::uint32_t a, b;
  Score score;
  bool agrees;
};

// A claim that differs is believed over one that agrees only when it fits better by this much: "until autumn" agrees with any
// spring.
constexpr int clearly = 40;

// Best score of a claim with any claim of one other article, and of one that agrees with it.
struct Best {
  int any = INT32_MIN, agreeing = INT32_MIN;
};

std::string_view shared_name(Claim const& a, Claim const& b) {
  if (!a.entity.empty() && a.entity == b.entity) return a.entity;
  auto const distance = [](TermRole role) {
    return role == TermRole::subject ? 0 : role <= TermRole::object ? 1 : role <= TermRole::clause ? 2 : 3;
  };
  std::string_view best;
  int least = INT_MAX;
  for (auto const& n : a.names)
    for (auto const& m : b.names)
      if (n.name == m.name && n.role != TermRole::sentence)
        if (int const far = distance(n.role) + distance(m.role); far < least) least = far, best = n.name;
  return !best.empty() ? best : a.entity.empty() ? b.entity : a.entity;
}

std::string period_text(Claim const& a, Claim const& b) {
  auto const& c = a.period_stated ? a : b;
  if (!c.period_stated || c.period.from == no_lower_day || c.period.to == no_upper_day) return {};
  auto from = to_iso(c.period.from);
  auto const to = to_iso(c.period.to);
  if (from == to) return from;
  if (from.ends_with("-01-01") && to.ends_with("-12-31") && from.substr(0, 4) == to.substr(0, 4)) return from.substr(0, 4);
  return from + " to " + to;
}

// A headline and its own text are about the same thing to begin with; a total that moved harms nobody.
int needed(Surroundings const& surroundings, Scored const& s) {
  auto const &a = surroundings.set().claims[s.a], &b = surroundings.set().claims[s.b];
  if (a.article == b.article) return headline_at;
  auto const is_total = [](Term const& t) { return t.role <= TermRole::clause && nature_of(t.word) == "total"; };
  for (auto const& t : a.terms)
    if (is_total(t))
      for (auto const& u : b.terms)
        if (u.word == t.word) return total_at;
  return aligned_at;
}

AlignedPair make_pair(Surroundings const& surroundings, Scored const& s) {
  auto const& set = surroundings.set();
  auto const &a = set.claims[s.a], &b = set.claims[s.b];
  AlignedPair p;
  p.a = s.a;
  p.b = s.b;
  p.score = s.score.total;
  p.keys = s.score.keys;
  p.subject = shared_name(a, b);
  p.attribute = a.attribute.empty() ? b.attribute : a.attribute;
  p.period = period_text(a, b);
  return p;
}

// Figures of headlines that found no partner, and that their articles do not bear out.
void add_headlines(Surroundings const& surroundings, std::vector<bool> const& fresh, std::vector<AlignedPair>& pairs) {
  auto const& claims = surroundings.set().claims;
  std::vector<bool> aligned(claims.size());
  for (auto const& p : pairs)
    if (claims[p.a].article == claims[p.b].article) aligned[p.a] = aligned[p.b] = true;
  auto const found = headline_pairs(surroundings, aligned, fresh);
  // What its own article does not bear out is said once, and not against every other article.
  std::erase_if(pairs, [&](AlignedPair const& p) {
    return std::any_of(found.begin(), found.end(), [&](auto const& f) {
      auto const headline = claims[f.first].headline ? f.first : f.second;
      return p.a == headline || p.b == headline;
    });
  });
  auto const before = pairs.size();
  for (auto const& [a, b] : found) {
    Scored s{a, b, score(features(surroundings, a, b), claims[a], claims[b]), false};
    s.score.keys = key_subject | key_attribute | key_dimension | key_period;
    pairs.push_back(make_pair(surroundings, s));
  }
  std::inplace_merge(pairs.begin(), pairs.begin() + std::ptrdiff_t(before), pairs.end(),
                     [](AlignedPair const& x, AlignedPair const& y) { return std::pair(x.a, x.b) < std::pair(y.a, y.b); });
}

// What a headline tells and its own article's arithmetic refutes: said once, and not against every other figure.
void drop_refuted_headlines(std::vector<Claim> const& claims, std::vector<AlignedPair>& pairs) {
  std::vector<bool> refuted(claims.size());
  bool any = false;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    auto const& e = claims[i];
    if (e.kind != ClaimKind::equation || e.measure != "headline") continue;
    any = true;
    for (auto k = i; k-- > 0 && claims[k].article == e.article && claims[k].span.begin == e.span.begin;) refuted[k] = true;
  }
  if (any) std::erase_if(pairs, [&](AlignedPair const& p) { return refuted[p.a] || refuted[p.b]; });
}

// What happens is told of once where a date or a figure of the two sentences that rules may report is set side by side too, and
// once a sentence.
void drop_told_otherwise(std::vector<Claim> const& claims, std::vector<AlignedPair>& pairs) {
  using Place = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;  // articles and sentences
  auto const place = [&](AlignedPair const& p) {
    auto const &a = claims[p.a], &b = claims[p.b];
    return Place{a.article, a.sentence.begin, b.article, b.sentence.begin};
  };
  auto const happens = [&](AlignedPair const& p) { return is_happening(claims[p.a]); };
  std::set<Place> told;
  if (std::none_of(pairs.begin(), pairs.end(), happens)) return;
  for (auto const& p : pairs) {
    auto const &a = claims[p.a], &b = claims[p.b];
    bool const level = a.kind == ClaimKind::quantity && a.change == Change::level && a.bound != Bound::at_most;
    if (!happens(p) && (!level || b.bound == Bound::at_most || !agree(a, b))) told.insert(place(p));
  }
  std::erase_if(pairs, [&](AlignedPair const& p) { return happens(p) && !told.insert(place(p)).second; });
}

}  // namespace

std::vector<std::vector<std::uint32_t>> groups_of(std::vector<AlignedPair> const& pairs, std::size_t claims) {
  std::vector<std::uint32_t> parent(claims);
  std::iota(parent.begin(), parent.end(), 0u);
  auto root = [&](std::uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  for (auto const& p : pairs) {
    auto const x = root(p.a), y = root(p.b);
    parent[std::max(x, y)] = std::min(x, y);
  }
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
  for (auto const& p : pairs) {
    by_root[root(p.a)].push_back(p.a);
    by_root[root(p.a)].push_back(p.b);
  }
  std::vector<std::vector<std::uint32_t>> out;
  for (auto& [r, members] : by_root) {
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    out.push_back(std::move(members));
  }
  return out;
}

bool is_undecided(Claim const& claim) {
  return can_align(claim) && !is_happening(claim) && (claim.attribute.empty() || claim.names.empty());
}

Alignment align(ClaimSet const& set) {
  auto out = align_part(set, facts_of(set), {});
  out.groups = groups_of(out.pairs, set.claims.size());
  return out;
}

Alignment align_part(ClaimSet const& set, SetFacts const& facts, std::vector<bool> const& fresh) {
  Surroundings const surroundings(set, facts);
  std::vector<Scored> scored;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Best> best;  // (claim, other article)
  auto const pairs = candidates(surroundings, fresh);
  for (auto const& [a, b] : pairs) {
    auto s = score(features(surroundings, a, b), set.claims[a], set.claims[b]);
    if (s.gated || s.total < agreeing_at) continue;
    bool const agrees = agree(set.claims[a], set.claims[b]);
    for (auto const& [mine, other] : {std::pair(a, b), std::pair(b, a)}) {
      auto& e = best[{mine, set.claims[other].article}];
      e.any = std::max(e.any, s.total);
      if (agrees) e.agreeing = std::max(e.agreeing, s.total);
    }
    scored.push_back({a, b, s, agrees});
  }
  Alignment out;
  out.compared = pairs.size();
  for (auto const& s : scored) {
    auto const& x = best[{s.a, set.claims[s.b].article}];
    auto const& y = best[{s.b, set.claims[s.a].article}];
    bool keep = false;
    if (s.agrees) {
      // "The $30 million valuation": what is told as known may be told twice.
      keep = (s.score.total >= x.agreeing || set.claims[s.b].presupposed) &&
             (s.score.total >= y.agreeing || set.claims[s.a].presupposed);
    } else {
      keep = s.score.total >= needed(surroundings, s) && s.score.total >= x.any && s.score.total >= y.any &&
             s.score.total >= x.agreeing + clearly && s.score.total >= y.agreeing + clearly;
      if (keep && set.claims[s.a].article == set.claims[s.b].article)
        keep = !is_borne_out(surroundings, set.claims[s.a].headline ? s.a : s.b);
    }
    if (keep) out.pairs.push_back(make_pair(surroundings, s));
  }
  add_headlines(surroundings, fresh, out.pairs);
  drop_refuted_headlines(set.claims, out.pairs);
  drop_told_otherwise(set.claims, out.pairs);
  for (auto const& c : set.claims) out.undecided += is_undecided(c);
  return out;
}

std::vector<Reasons> why(ClaimSet const& set) {
  Surroundings const surroundings(set);
  std::vector<Reasons> out;
  for (auto const& [a, b] : candidates(surroundings))
    out.push_back({a, b, explain(features(surroundings, a, b), set.claims[a], set.claims[b])});
  return out;
}

}  // namespace counterclaim
