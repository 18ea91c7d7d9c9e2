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
  // How long the count's own period is, as a part of the time that the rate is by; 0 where it tells none of three weeks or
  // more.
  auto const of_the_time = [](Claim const& rate, Claim const& count) {
    constexpr std::int64_t least = 20;
    if (!count.period_stated || count.period.from == no_lower_day || count.period.to == no_upper_day) return 0.0;
    auto const days = std::int64_t(count.period.to) - count.period.from + 1;
    return days < least ? 0.0 : double(days) * 86'400 / to_double(unit(rate.per).factor);
  };
  auto const joins = [&](Claim const& rate, Claim const& count) {
    static UnitId const year = find_unit("yr");
    if (rate.per == no_unit || count.per != no_unit) return false;
    auto const part = of_the_time(rate, count);
    // "2.6 million a year", "1.4 million last year"; "30,000 are sold each month" is no 360,000 last year
    return rate.per_adjective ? part < 1.8 : rate.per == year && part > 0.95 && part < 1.05;
  };
  return joins(a, b) || joins(b, a);
}

}  // namespace counterclaim
