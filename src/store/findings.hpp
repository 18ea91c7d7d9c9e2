// The stages that see the whole set, over what is stored: done again only for what has changed and what that reaches.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <unordered_set>

#include "counterclaim/store.hpp"
#include "src/store/align_step.hpp"
#include "src/store/result.hpp"
#include "src/store/rows.hpp"

namespace counterclaim::store {

// What the last finished run left, as long as articles are taken out of it.
class Standing {
 public:
  // With the rules, settings and program of that run. Nothing is read before it is needed.
  Standing(SQLite::Database& db, Settings const& settings) : db_(db), settings_(settings) {}
  // Before an article goes from the tables.
  void take_out(std::int64_t row, std::string const& id);
  void give_up() { state_.reset(), is_lost_ = true; }

 private:
  friend class Finder;
  bool is_there();  // loaded, if it can be
  SQLite::Database& db_;
  Settings const& settings_;
  bool is_lost_ = false;
  std::optional<SetState> state_;
  LearnedNames names_;
  std::unordered_map<std::int64_t, std::uint32_t> place_of_;
  std::unordered_set<std::int64_t> gone_;
  std::unordered_set<std::uint64_t> cut_;  // links that claims had which are gone or changed
  Touched touched_;
};

struct FoundAll {
  Report report;
  bool aligned_all = true;
};
// Names, alignment and judgement of the set as it is in the tables; what comes of it is put into them.
FoundAll find_all(SQLite::Database& db, Standing standing, std::vector<KnownArticle> const& articles, RuleBook const& rules,
                  Settings const& settings, Parts parts);

}  // namespace counterclaim::store
