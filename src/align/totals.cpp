#include "src/align/totals.hpp"

#include <algorithm>
#include <optional>

#include "src/align/rarity.hpp"

namespace counterclaim {
namespace {

// Of a count that is not of long before its article.
std::optional<Decimal> recent_count(Claim const& c, Article const& article) {
  constexpr Day long_ago = 200;
  if (c.kind != ClaimKind::quantity || c.basis != no_unit || c.restated || c.vague || c.baseline) return std::nullopt;
  if (c.period_stated && article.date && c.period.to != no_upper_day && c.period.to < *article.date - long_ago)
    return std::nullopt;
  if (std::string_view(article.view).substr(0, c.span.begin).ends_with(" in ")) return std::nullopt;  // "one patient in ten"
  auto const m = c.value.low && !c.value.high ? c.value.low : midpoint(c.value);                      // "at least six"
  return m && *m > Decimal(1) ? m : std::nullopt;                                                     // "one of the dead"
}
// Of what is counted ("seven people have died"), or the figure is that of the row itself ("the toll rose to 31").
bool is_of_row(Claim const& c, Term const& t) {
  return (c.counted.empty() ? t.role == TermRole::head : t.role <= TermRole::modifier) && nature_of(t.word) == "total";
}

}  // namespace

void Totals::add(Claim const& c, Article const& article) {
  auto const m = recent_count(c, article);
  if (!m) return;
  for (auto const& t : c.terms)
    if (is_of_row(c, t)) {
      auto& most = largest_.try_emplace({c.article, t.word}, *m).first->second;
      most = std::max(most, *m);
    }
}

bool Totals::is_total(Claim const& c, Article const& article, std::uint32_t term) const {
  auto const found = largest_.find({c.article, term});
  if (found == largest_.end()) return false;
  auto const m = recent_count(c, article);
  return m && found->second == *m &&
         std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return t.word == term && is_of_row(c, t); });
}

}  // namespace counterclaim
