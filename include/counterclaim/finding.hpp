// What a rule reports.
#pragma once
#include <cstdint>
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

struct Finding {
  std::string rule;
  Severity severity = Severity::error;
  std::string fingerprint;          // 16 hex digits of its meaning: rule, subject, attribute, period, values; not of places
  std::string message;              // one sentence
  std::vector<Location> locations;  // the primary first
  AlignedOn aligned_on;
  std::string explanation;  // the arithmetic
  std::string help;
};

}  // namespace counterclaim
