// What a rule reports.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/article.hpp"

namespace counterclaim {

enum class Severity : std::uint8_t { info, warning, error };
std::string_view to_string(Severity severity);

struct Location {
  std::uint32_t article = 0;  // index into ClaimSet::articles
  Span span;                  // bytes of the article's raw text; past Article::body_size it is in the title
  std::string label;          // "area 120 km²"
  bool primary = false;       // carets under it, the others get dashes
};

struct AlignedOn {
  std::string subject, attribute, period;  // empty where the rule does not ask for it or nothing is known
};

// Whether an earlier report has it; none: there is no earlier report.
enum class Baseline : std::uint8_t { none, known, fresh };

struct Suppression {
  enum class Kind : std::uint8_t { in_source, ledger };
  Kind kind = Kind::in_source;
  std::string reason;
};

struct Finding {
  std::string rule;
  Severity severity = Severity::error;
  // 16 hex digits of its meaning: the rule and what each claim says in its own article's words (subject, attribute, period,
  // value); nothing of places, file names and other articles. A finding of several disagreements has one for each: the least
  // is its fingerprint, `also` has more of them. Findings of two reports are the same if they share one.
  std::string fingerprint;
  std::vector<std::string> also;    // sorted, at most 15
  std::string message;              // one sentence
  std::vector<Location> locations;  // the primary first
  AlignedOn aligned_on;
  std::string explanation;  // the arithmetic
  std::string help;
  Baseline baseline = Baseline::none;
  std::optional<Suppression> suppression;
};

}  // namespace counterclaim
