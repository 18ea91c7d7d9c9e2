// Values as intervals with open or closed ends. A missing end means no bound on that side.
#pragma once
#include <optional>
#include <string>

#include "counterclaim/decimal.hpp"

namespace counterclaim {

struct Interval {
  std::optional<Decimal> low;   // nothing: no lower bound
  std::optional<Decimal> high;  // nothing: no upper bound
  bool low_open = false;        // the low end itself is excluded
  bool high_open = false;       // the high end itself is excluded

  static Interval exactly(Decimal v) { return {v, v, false, false}; }
  bool is_point() const { return low && high && *low == *high; }
  friend bool operator==(Interval const&, Interval const&) = default;
};

bool disjoint(Interval const& a, Interval const& b);          // no value lies in both
bool contains(Interval const& outer, Interval const& inner);  // every value of inner lies in outer
std::optional<Decimal> midpoint(Interval const& v);           // the one end when the other is missing; nothing if both are
Interval shifted(Interval const& v, Decimal offset);
Interval scaled(Interval const& v, Decimal factor);  // a negative factor swaps the ends
Interval operator+(Interval const& a, Interval const& b);
Interval operator-(Interval const& a, Interval const& b);
Interval operator*(Interval const& a, Interval const& b);              // both bounded and not negative, else unbounded
std::optional<Interval> divide(Interval const& a, Interval const& b);  // b bounded away from zero, else nothing

// The interval in which the writer's true value lies when "20 billion" is all the precision that was written: half a unit of
// the last written place on both sides ("20" -> 19.5..20.5, "0.14" -> 0.135..0.145). `place` is the power of ten of the last
// written digit, including a scale word ("1.2 billion" -> 8).
Interval rounded(Interval const& v, int place);

// "120", "119.5..120.5", "more than 20", "at least 300", "below 5", "at most 7"; used in explanations.
std::string to_string(Interval const& v);

}  // namespace counterclaim
