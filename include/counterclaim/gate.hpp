// What of a report stops a build: what is new since an earlier report, not accepted after review and not allowed in the text.
// In this order: allow_in_source, apply_accepted, compare_with, keep_fresh.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/calendar.hpp"
#include "counterclaim/diagnostic.hpp"
#include "counterclaim/lint.hpp"

namespace counterclaim {

// A finding of an earlier report.
struct KnownFinding {
  std::vector<std::string> fingerprints;  // its own first
  std::string rule, message;
};
struct ReadBaseline {
  std::vector<KnownFinding> findings;
  std::vector<Diagnostic> errors;  // then the findings are to be thrown away
};
// A report of ours as json ("counterclaim/findings/N", any N) or sarif. A report of another program is an error, and so is one
// that ends too early.
ReadBaseline read_baseline(std::string const& file, std::string_view text);

// Sets Finding::baseline and Report::gone. Findings are the same if they share a fingerprint.
void compare_with(Report& report, std::vector<KnownFinding> const& known);
void keep_fresh(Report& report);  // drops what is known

// An entry of the ledger of accepted findings.
struct Accepted {
  std::string fingerprint, rule, message, reason;
  std::optional<Day> until;  // the last day it counts
  Diagnostic place;          // of the entry, without a message
};
// Moves what is accepted to Report::suppressed. Entries that are past their day or accept nothing are noted.
void apply_accepted(Report& report, std::vector<Accepted> const& entries, Day today);

// <!-- counterclaim allow figure-conflict: the old figure is quoted on purpose --> in Markdown or HTML, inside a paragraph
// (list item, table cell, heading) or before it, allows findings of these rules (several are divided by commas) that have a
// passage there. They move to Report::suppressed. A comment that allows nothing, has no reason or names no rule of `rules` is
// noted.
void allow_in_source(Report& report, std::vector<std::string> const& rules);
bool may_allow(Article const& article);  // it holds a comment to this program

}  // namespace counterclaim
