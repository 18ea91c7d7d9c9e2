// Judgement of a part of a set.
//
// Hits belong to one case where they touch the same claims, aligned groups or places, or mean the same: what comes of them is
// decided by all of them together, and by nothing else of the set. So the cases of a part are those of the whole set if the
// part holds whole groups, all claims that begin at one place and all claims that share a link, and if no case elsewhere has a
// meaning of one here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "counterclaim/rule.hpp"

namespace counterclaim {

struct Case {
  std::vector<std::uint32_t> claims;                          // of the part, sorted
  std::vector<std::uint64_t> meanings;                        // hashes, sorted
  std::vector<std::pair<std::uint32_t, std::uint64_t>> hits;  // rules, by their place in the book, and how often each fired
  std::vector<Finding> findings;                              // in the order of a report, fingerprints not told apart yet
};
// `names`: what messages call the articles of the part (article_names() of the whole set's ids).
std::vector<Case> judge_cases(RuleBook const& book, ClaimSet const& part, Alignment const& alignment,
                              Tolerances const& tolerance, std::vector<std::string> const& names);
// Of one rule, in a set: with more, judge() passes over the last ones, and cases cannot be told apart.
inline constexpr std::size_t most_hits = 200'000;

// The file name where that is unique in the set, else the id.
std::vector<std::string> article_names(std::vector<std::string_view> const& ids);

// What joins claims beside alignment, by claim: hashes of the fields that `cross` compares, and of the sides of a chain.
std::vector<std::vector<std::uint64_t>> links(RuleBook const& book, ClaimSet const& part);

// The order of a report; only findings of one case can stand beside each other without one.
bool comes_before(Finding const& a, Finding const& b);
// Two findings that say the same of things the words do not tell apart are the first and the second of their kind.
void tell_apart(std::vector<Finding>& in_order);

}  // namespace counterclaim
