#include "counterclaim/claim.hpp"

namespace counterclaim {

std::string_view to_string(ClaimKind kind) {
  static constexpr std::string_view names[] = {"quantity",  "date",     "duration", "rank",    "comparison",
                                               "statement", "equation", "name",     "standing"};
  return names[static_cast<int>(kind)];
}

bool is_public(ClaimKind kind) {
  return kind != ClaimKind::statement && kind != ClaimKind::equation && kind != ClaimKind::name && kind != ClaimKind::standing;
}

std::string_view to_string(Bound bound) {
  static constexpr std::string_view names[] = {"exact", "about", "above", "at_least", "below", "at_most", "range"};
  return names[static_cast<int>(bound)];
}

std::string_view to_string(Change change) {
  static constexpr std::string_view names[] = {"level", "up", "down"};
  return names[static_cast<int>(change)];
}

std::string_view to_string(Certainty certainty) {
  static constexpr std::string_view names[] = {"stated", "attributed", "hedged", "planned", "hypothetical", "denied"};
  return names[static_cast<int>(certainty)];
}

std::string_view to_string(Relation relation) {
  static constexpr std::string_view names[] = {"better", "worse", "equal"};
  return names[static_cast<int>(relation)];
}

bool comparable(Claim const& a, Claim const& b) {
  if (a.basis != b.basis && !convertible(a.basis, b.basis)) return false;
  if (a.per == b.per) return true;
  // "1.9 million a year", "1.4 million last year"
  auto const in_one = [](Claim const& rate, Claim const& count) {
    if (rate.per == no_unit || count.per != no_unit || !count.period_stated || count.period.is_unbounded()) return false;
    if (count.period.from == no_lower_day || count.period.to == no_upper_day) return false;
    auto const days = std::int64_t(count.period.to) - count.period.from + 1;
    auto const length = unit(rate.per).factor;  // seconds
    return abs(Decimal(days * 86'400) - length) * Decimal(20) <= length;
  };
  return (a.per_adjective && b.per == no_unit) || (b.per_adjective && a.per == no_unit) || in_one(a, b) || in_one(b, a);
}

}  // namespace counterclaim
