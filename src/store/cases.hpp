// What is found in a set, case by case: judged again is only what a change can reach.
#pragma once
#include <unordered_map>
#include <unordered_set>

#include "counterclaim/judge_part.hpp"
#include "src/store/align_step.hpp"

namespace counterclaim::store {

struct StoredFinding {
  Finding finding;          // articles by their place in the set; the fingerprint not told apart from others
  std::int64_t number = 0;  // in the table; 0: it is new
  std::string shown;        // the fingerprint as it was told apart
};
struct StoredCase {
  std::vector<ClaimNumber> claims;
  std::vector<std::uint64_t> meanings;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> hits;
  std::vector<StoredFinding> findings;
};

class CaseFinder {
 public:
  CaseFinder(SetState const& state, SetOrder const& order, RuleBook const& rules, Settings const& settings,
             ResolvedReader& reader, PairTable& pairs, std::vector<StoredCase> standing);
  // To be judged again: all claims of an article, a claim, and what was found with any claim of articles that are gone or
  // changed.
  void judge_article(std::uint32_t place);
  void judge_claim(ClaimNumber claim) { waiting_.push_back(claim); }
  void judge_linked(std::uint64_t link);  // claims that a link joins with one that is gone: a way round it may count now
  void judge_without(std::unordered_set<std::int64_t> const& rows);
  // All that was asked for, with all that it reaches.
  void run() { judge_reached(); }
  void judge_all();
  // False: a rule fired so often that cases do not tell what is reported.
  bool finish(std::vector<StoredCase>& cases);

 private:
  // What decides together with a claim: another claim, or all that a link joins.
  struct Join {
    ClaimNumber claim;
    enum class By : std::uint8_t { claim, link } by;
    std::uint64_t to;  // its number, or the link's hash
  };
  struct Loaded {
    Resolved one;
    std::vector<PairRow> pairs;
    std::vector<Join> joined;  // by claim
  };
  static std::vector<Join> joins_of(Resolved const& one, std::vector<PairRow> const& pairs, std::int64_t row,
                                    std::vector<Link> const& links);
  Loaded& load(std::uint32_t place);
  void close();
  void reach(ClaimNumber claim);
  void dissolve(std::size_t one);
  void dissolve_those_of(std::vector<std::uint64_t> const& meanings);
  void judge_reached();
  std::vector<StoredCase> judge_once();

  SetState const& state_;
  SetOrder const& order_;
  RuleBook const& rules_;
  Settings const& settings_;
  ResolvedReader& reader_;
  PairTable& pairs_;
  std::vector<std::string> names_;  // what messages call the articles, by place
  std::vector<StoredCase> cases_;   // those dissolved are empty
  std::unordered_map<ClaimNumber, std::size_t> case_of_claim_;
  std::unordered_map<std::uint64_t, std::size_t> case_of_meaning_;
  std::unordered_map<std::uint64_t, std::vector<ClaimNumber>> linked_;
  std::unordered_map<std::uint32_t, Loaded> loaded_;  // by place
  std::unordered_set<ClaimNumber> reached_;
  std::unordered_set<std::uint64_t> followed_;  // links whose claims all wait or are reached
  std::vector<ClaimNumber> waiting_;
};

}  // namespace counterclaim::store
