// Alignment of a part of a set.
//
// Whether two claims are a pair is decided by them, by what else their two articles hold, and by what is counted over the whole
// set: how common words and names are, which names and keys are everywhere. The last is all in SetFacts: alignment has no other
// way to it. Where the facts are as they were, pairs of two articles that are as they were are as they were, and of a part of
// the set that holds both articles the same pairs come as of all of it. In a small set articles also relate others: of such a
// set, parts will not do. Whatever else of the set comes to decide a pair belongs into SetFacts.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "counterclaim/align.hpp"

namespace counterclaim {

// From here on a set is a collection of many subjects.
inline constexpr std::size_t large_set = 13;  // articles

struct SetFacts {
  std::size_t articles = 0;                          // of the whole set
  std::vector<std::uint32_t> common;                 // words that tell half as much, sorted
  std::vector<std::pair<std::string, int>> telling;  // names that tell less than 100, and how much; sorted
  std::vector<std::string> everywhere;               // names that relate no articles; sorted
  std::vector<std::uint64_t> wide;                   // keys that too many claims share; sorted
};

// Numbers with how often they were counted, as a sorted list; what is added waits until settle().
class Tally {
 public:
  struct Entry {
    std::uint64_t key = 0;
    std::int64_t count = 0;
  };
  void add(std::uint64_t key, std::int64_t count) { waiting_.push_back({key, count}); }
  void settle();
  std::vector<Entry> const& entries() const { return entries_; }
  void start_from(std::vector<Entry> sorted) { entries_ = std::move(sorted); }

 private:
  std::vector<Entry> entries_, waiting_;
};

// What the facts are made of: words and keys of claims, names of articles.
struct SetCounts {
  std::int64_t claims = 0;
  Tally words, keys;
};
void count_claims(SetCounts& counts, std::span<Claim const> claims, std::int64_t sign);  // +1 adds, -1 takes away
std::vector<std::uint64_t> keys_of(Claim const& claim);                                  // sorted, each once
struct NameCount {
  std::string_view name;       // of an entity
  std::uint32_t claims = 0;    // that it stands near
  std::uint32_t articles = 0;  // that have it anywhere
};
// Settled counts; each name once.
SetFacts facts_of(std::size_t articles, SetCounts const& counts, std::vector<NameCount> const& names);
SetFacts facts_of(ClaimSet const& set);
// What happens and carries no figure (src/resolve/happenings.hpp): counted nowhere, for its words are all those of its clause.
inline bool is_happening(Claim const& c) { return c.kind == ClaimKind::statement && c.measure == "happening"; }
bool stands_near(NameRef const& name);  // counts for NameCount::claims

// Which articles of a large set speak of the same things at all: those that share two names and a third of the poorer one's.
class Relations {
 public:
  // By article the numbers of its names, those left out that are everywhere; sorted, each once.
  explicit Relations(std::vector<std::vector<std::uint32_t>> names_of_article);
  std::vector<std::uint32_t> of(std::uint32_t article) const;  // sorted, without itself
  std::vector<std::uint32_t> const& names(std::uint32_t article) const { return names_[article]; }

 private:
  std::vector<std::vector<std::uint32_t>> names_, articles_;
  mutable std::vector<std::uint32_t> shared_;
};

// The pairs that at least one `fresh` article (by article of `part`) has a claim in; no groups.
Alignment align_part(ClaimSet const& part, SetFacts const& facts, std::vector<bool> const& fresh);

// Claims connected by pairs, of as many claims.
std::vector<std::vector<std::uint32_t>> groups_of(std::vector<AlignedPair> const& pairs, std::size_t claims);
// Claims without a subject or an attribute: never judged.
bool is_undecided(Claim const& claim);

}  // namespace counterclaim
