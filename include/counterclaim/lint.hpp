// The whole job as a function: articles in, report out. The commands of cli/ and the store are thin users of it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/align.hpp"
#include "counterclaim/claim.hpp"
#include "counterclaim/finding.hpp"
#include "counterclaim/rule.hpp"
#include "counterclaim/settings.hpp"

namespace counterclaim {

struct Counts {
  std::size_t claims = 0;     // what `extract` prints: without statements, equations and names
  std::size_t aligned = 0;    // of these, those that speak of the same thing as some other
  std::size_t undecided = 0;  // claims that cannot be bound to a subject and an attribute
};

struct Report {
  ClaimSet set;
  Alignment alignment;
  std::vector<Finding> findings;
  std::vector<Finding> suppressed;     // accepted or allowed (gate.hpp): told, never counted
  std::vector<Diagnostic> unreadable;  // inputs that could not be read
  std::optional<Counts> counts;        // of a report whose claims and alignment were left out
  std::vector<Diagnostic> notes;       // acceptances that are good for nothing any more; no errors
  std::optional<std::size_t> gone;     // compared with an earlier report: what that had and this one has not
};
Counts count_claims(ClaimSet const& set, Alignment const& alignment);

// Told of the work as it goes on, by threads of lint() but one at a time. Nothing in a report depends on it.
struct Watch {
  enum class Stage : std::uint8_t { extract, names, align, judge };
  std::function<void(Stage, std::size_t done, std::size_t total)> stage;  // at its start (0) and its end, `extract` in between
  RuleWatch rule;
};

// Articles to claims, `threads` at a time (0: as many as the machine has); sorted by id. Same result for any number.
ClaimSet extract_claims(std::vector<Article> articles, unsigned threads, Watch const& watch = {});
Report lint(std::vector<Article> articles, RuleBook const& rules, unsigned threads, Settings const& settings = {},
            Watch const& watch = {});
// What is set against nothing goes: figures marked "[sic]", code and its output, the years of a copyright.
void drop_unstated(ClaimSet& set);
// The second half of it, of claims as extract_claims() and drop_unstated() leave them: what is found in a set.
Report judge_set(ClaimSet set, RuleBook const& rules, Settings const& settings, Watch const& watch = {});
// The order of articles in a set; those that are neither before the other are one article named twice.
bool comes_before(Article const& a, Article const& b);

enum class Verdict : std::uint8_t { none, agreement, contradiction };
std::string_view to_string(Verdict verdict);
// contradiction: a finding of a conflict rule (severity error, arithmetic included). agreement: every claim of the second
// article is borne out by the first. Article ids decide which is which: `first` and `second`.
Verdict verdict(Report const& report, std::string const& first, std::string const& second);

}  // namespace counterclaim
