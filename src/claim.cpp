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
  return (a.per_adjective && b.per == no_unit) || (b.per_adjective && a.per == no_unit);
}

}  // namespace counterclaim
