// The whole job as a function: articles in, report out. The commands of cli/ and the store are thin users of it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/align.hpp"
#include "counterclaim/claim.hpp"
#include "counterclaim/finding.hpp"
#include "counterclaim/rule.hpp"
#include "counterclaim/settings.hpp"

namespace counterclaim {

struct Report {
  ClaimSet set;
  Alignment alignment;
  std::vector<Finding> findings;
  std::vector<Diagnostic> unreadable;  // inputs that could not be read
};

// Articles to claims, `threads` at a time (0: as many as the machine has); sorted by id. Same result for any number.
ClaimSet extract_claims(std::vector<Article> articles, unsigned threads);
Report lint(std::vector<Article> articles, RuleBook const& rules, unsigned threads, Settings const& settings = {});

enum class Verdict : std::uint8_t { none, agreement, contradiction };
std::string_view to_string(Verdict verdict);
// contradiction: a finding of a conflict rule (severity error, arithmetic included). agreement: every claim of the second
// article is borne out by the first. Article ids decide which is which: `first` and `second`.
Verdict verdict(Report const& report, std::string const& first, std::string const& second);

}  // namespace counterclaim
