// What is counted over a set, and what alignment makes of it.
#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

#include "counterclaim/align_again.hpp"
#include "src/align/candidates.hpp"

namespace counterclaim {
namespace {

constexpr std::int64_t widest_key = 256;  // claims: beyond, a key tells nothing apart

int telling(std::int64_t claims_with_it, std::int64_t claims) {
  if (claims < 10) return 100;
  return int(std::clamp<std::int64_t>(110 - 150 * claims_with_it / claims, 20, 100));
}

// In a large collection a name that one article of a hundred has ("United States") relates none of them.
bool is_everywhere(std::size_t articles_with_it, std::size_t articles) {
  return articles >= large_set && articles_with_it > std::max<std::size_t>(4, articles / 100);
}

}  // namespace

void Tally::settle() {
  if (waiting_.empty()) return;
  auto const by_key = [](Entry const& a, Entry const& b) { return a.key < b.key; };
  std::sort(waiting_.begin(), waiting_.end(), by_key);
  std::vector<Entry> all;
  all.reserve(entries_.size());
  auto const put = [&](Entry const& e) {
    if (!all.empty() && all.back().key == e.key)
      all.back().count += e.count;
    else
      all.push_back(e);
  };
  auto old = entries_.begin();
  for (auto const& e : waiting_) {
    for (; old != entries_.end() && old->key <= e.key; ++old) put(*old);
    put(e);
  }
  for (; old != entries_.end(); ++old) put(*old);
  std::erase_if(all, [](Entry const& e) { return e.count == 0; });
  entries_ = std::move(all);
  waiting_ = {};
}

bool stands_near(NameRef const& name) { return name.role <= TermRole::clause; }

void count_claims(SetCounts& counts, std::span<Claim const> claims, std::int64_t sign) {
  for (auto const& c : claims) {
    if (can_align(c))
      for (auto const key : keys_of(c)) counts.keys.add(key, sign);
    if (c.kind == ClaimKind::name || c.kind == ClaimKind::equation || c.kind == ClaimKind::standing || is_happening(c))
      continue;
    counts.claims += sign;
    for (auto const& t : c.terms)
      if (t.role < TermRole::sentence) counts.words.add(t.word, sign);
  }
}

SetFacts facts_of(std::size_t articles, SetCounts const& counts, std::vector<NameCount> const& names) {
  SetFacts facts;
  facts.articles = articles;
  for (auto const& [word, count] : counts.words.entries())
    if (counts.claims >= 20 && count * 10 > counts.claims) facts.common.push_back(static_cast<std::uint32_t>(word));
  for (auto const& [key, count] : counts.keys.entries())
    if (count > widest_key) facts.wide.push_back(key);
  for (auto const& n : names) {
    if (int const value = telling(n.claims, counts.claims); value != 100) facts.telling.emplace_back(n.name, value);
    if (is_everywhere(n.articles, articles)) facts.everywhere.emplace_back(n.name);
  }
  std::sort(facts.telling.begin(), facts.telling.end());
  std::sort(facts.everywhere.begin(), facts.everywhere.end());
  return facts;
}

SetFacts facts_of(ClaimSet const& set) {
  SetCounts counts;
  count_claims(counts, set.claims, 1);
  counts.words.settle();
  counts.keys.settle();
  struct Seen {
    NameCount count;
    std::uint32_t last = UINT32_MAX;  // article
  };
  std::unordered_map<std::string_view, Seen> seen;
  for (auto const& c : set.claims)
    for (auto const& n : c.names) {
      auto& s = seen[n.name];
      s.count.name = n.name;
      s.count.claims += stands_near(n) && c.kind != ClaimKind::name && c.kind != ClaimKind::equation;
      s.count.articles += s.last != c.article;
      s.last = c.article;
    }
  std::vector<NameCount> names;
  names.reserve(seen.size());
  for (auto const& [name, s] : seen) names.push_back(s.count);
  return facts_of(set.articles.size(), counts, names);
}

Relations::Relations(std::vector<std::vector<std::uint32_t>> names_of_article)
    : names_(std::move(names_of_article)), shared_(names_.size()) {
  for (std::uint32_t a = 0; a < names_.size(); ++a)
    for (auto const n : names_[a]) {
      if (n >= articles_.size()) articles_.resize(n + 1);
      articles_[n].push_back(a);
    }
}

std::vector<std::uint32_t> Relations::of(std::uint32_t article) const {
  std::vector<std::uint32_t> out;
  for (auto const n : names_[article])
    for (auto const other : articles_[n])
      if (other != article && shared_[other]++ == 0) out.push_back(other);
  std::erase_if(out, [&](std::uint32_t other) {
    auto const both = std::exchange(shared_[other], 0);
    auto const fewest = std::min(names_[article].size(), names_[other].size());
    return both < std::min<std::size_t>(2, fewest) || std::size_t(both) * 3 < fewest;
  });
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace counterclaim
