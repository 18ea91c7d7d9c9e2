// What of a set is kept so that the next check need not read all of it: of each article its names and what joins its claims to
// others, and over all of them what is counted and what names stand for.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/align_again.hpp"
#include "counterclaim/learned_names.hpp"

namespace counterclaim::store {

using TextNumber = std::uint32_t;

// Texts, each once.
class Texts {
 public:
  TextNumber number_of(std::string_view text);
  std::string_view operator[](TextNumber n) const { return texts_[n]; }
  std::size_t size() const { return texts_.size(); }

 private:
  Arena kept_;
  std::vector<std::string_view> texts_;
  std::unordered_map<std::string_view, TextNumber> numbers_;
};

struct NameOfArticle {
  TextNumber text = 0;                // as it is spelled there
  std::uint32_t uses = 0, first = 0;  // of its `name` claims; 0 uses: it has none
  std::uint32_t near = 0;             // claims that it stands near
  bool is_listed = false;             // among the names of a claim
};
struct Link {
  std::uint32_t claim = 0;  // its place in the article's blob
  std::uint64_t hash = 0;   // counterclaim::links()
};
struct Footprint {
  std::int64_t row = 0;
  std::uint32_t claims = 0, undecided = 0;  // public ones; those never judged
  std::uint32_t pairs = 0;                  // that it has a claim in
  bool has_comment = false;                 // that may allow findings in it
  std::vector<NameOfArticle> names;         // those with `name` claims first, in their order
  std::vector<Link> links;
};

struct Entity {
  TextNumber name = 0;
  bool is_variant = false;
  friend bool operator==(Entity, Entity) = default;
};

struct SetState {
  Texts texts;
  std::vector<Footprint> articles;  // in the order of the set
  std::vector<Entity> entities;     // by text: what it stands for; of a text that is no name itself
  SetCounts counts;
  SetFacts facts;
};

// Of claims as resolve() found them.
Footprint footprint_of(std::int64_t row, Article const& article, std::vector<Claim> const& claims, Texts& texts);
// What all articles' names stand for; the views lie in `texts`.
LearnedNames learn(SetState& state, std::vector<std::vector<std::string>> const& aliases);
std::vector<Entity> entities_of(LearnedNames const& learned, Texts& texts);
LearnedNames learned_of(SetState const& state);  // as it was learned

// The facts of counts that are settled, and of the names of all articles.
SetFacts facts_of(SetState const& state);
// By article the entities in it that are not everywhere.
std::vector<std::vector<std::uint32_t>> related_names(SetState const& state);

void put_state(SQLite::Database& db, SetState const& state);
bool load_state(SQLite::Database& db, SetState& state);  // false: there is none, or it is not sound

}  // namespace counterclaim::store
