#include <algorithm>

#include "src/gate/suppress.hpp"

namespace counterclaim {
namespace {

bool is_meant(std::string const& fingerprint, Finding const& finding) {
  return finding.fingerprint == fingerprint ||
         std::find(finding.also.begin(), finding.also.end(), fingerprint) != finding.also.end();
}

}  // namespace

void suppress(Report& report, std::function<std::optional<Suppression>(Finding const&)> const& why) {
  std::vector<Finding> kept;
  for (auto& finding : report.findings) {
    finding.suppression = why(finding);
    (finding.suppression ? report.suppressed : kept).push_back(std::move(finding));
  }
  report.findings = std::move(kept);
}

void apply_accepted(Report& report, std::vector<Accepted> const& entries, Day today) {
  std::vector<bool> used(entries.size());
  suppress(report, [&](Finding const& finding) -> std::optional<Suppression> {
    std::optional<Suppression> reason;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      auto const& entry = entries[i];
      if (!is_meant(entry.fingerprint, finding)) continue;
      used[i] = true;
      if (!entry.until || *entry.until >= today) reason = Suppression{Suppression::Kind::ledger, entry.reason};
    }
    return reason;
  });
  // What the text itself allows is no less known to the ledger.
  for (auto const& finding : report.suppressed)
    for (std::size_t i = 0; i < entries.size(); ++i) used[i] = used[i] || is_meant(entries[i].fingerprint, finding);

  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto const& entry = entries[i];
    auto note = entry.place;
    if (entry.until && *entry.until < today)
      note.message = "the acceptance of " + entry.fingerprint + " ended on " + to_iso(*entry.until);
    else if (!used[i])
      note.message = "nothing that was found has the fingerprint " + entry.fingerprint;
    else
      continue;
    note.help = used[i] ? "settle what disagrees, or accept it again with a later day" : "take the entry out";
    report.notes.push_back(std::move(note));
  }
}

}  // namespace counterclaim
