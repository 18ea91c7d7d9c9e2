#include "src/align/date_moved.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "counterclaim/calendar.hpp"
#include "src/align/beside.hpp"

namespace counterclaim {
namespace {

bool holds_any(std::string_view text, std::span<std::string_view const> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != text.npos; });
}

// What a sentence says of a day that was given up; without first letters, which may be capitals.
bool tells_old_plan(std::string_view sentence) {
  static constexpr std::array<std::string_view, 17> words{
      "riginal",    "irst plan", "irst date",      "lanned",      "ostponed",    "elayed",
      "ushed back", "ut back",   "rought forward", "rescheduled", "een set for", "imed for",
      "imed at",    "nstead of", "een due",        "een meant",   "arlier plan"};
  return holds_any(sentence, words);
}
bool tells_delay(std::string_view sentence) {
  static constexpr std::array<std::string_view, 8> words{"later than planned",   "later than first",    "later than orig",
                                                         "later than announced", "later than expected", "later than scheduled",
                                                         "behind schedule",      "later than promised"};
  return holds_any(sentence, words);
}
bool tells_haste(std::string_view sentence) {
  static constexpr std::array<std::string_view, 6> words{"earlier than planned", "earlier than first",     "earlier than orig",
                                                         "sooner than planned",  "earlier than announced", "ahead of schedule"};
  return holds_any(sentence, words);
}

// The same days, or the same day of the year where the year was not written: "the first plan said January 1".
bool is_day_of(Claim const& told, Claim const& other) {
  if (told.kind != ClaimKind::date || told.days.is_unbounded()) return false;
  if (told.days == other.days) return true;
  if (told.days.from != told.days.to || other.days.from != other.days.to) return false;
  auto const x = to_civil(told.days.from), y = to_civil(other.days.from);
  return x.month == y.month && x.day == y.day;
}

// Does the paragraph of `claim` tell the other's day in a sentence about what was planned, other than its own?
bool tells_too(ClaimSet const& set, std::uint32_t claim, Claim const& other) {
  constexpr std::uint32_t reach = 8;  // claims either way
  auto const& own = set.claims[claim];
  auto const view = std::string_view(set.articles[own.article].view);
  auto const first = claim - std::min(claim, reach);
  auto const last = std::min<std::size_t>(set.claims.size(), std::size_t(claim) + reach + 1);
  for (std::size_t i = first; i < last; ++i) {
    auto const& c = set.claims[i];
    if (c.article == own.article && c.block == own.block && is_day_of(c, other) && tells_old_plan(sentence_near(c, view)))
      return true;
  }
  return false;
}

bool is_off_schedule(ClaimSet const& set, Claim const& c, Claim const& other) {
  auto const sentence = sentence_near(c, set.articles[c.article].view);
  return c.days.from > other.days.from ? tells_delay(sentence) : tells_haste(sentence);
}

}  // namespace

bool tells_how_it_moved(ClaimSet const& set, std::uint32_t a, std::uint32_t b) {
  auto const &x = set.claims[a], &y = set.claims[b];
  if (x.kind != ClaimKind::date || x.article == y.article || x.days.is_unbounded() || y.days.is_unbounded()) return false;
  return tells_too(set, a, y) || tells_too(set, b, x) || is_off_schedule(set, x, y) || is_off_schedule(set, y, x);
}

}  // namespace counterclaim
