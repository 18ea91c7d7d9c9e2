#include "counterclaim/interval.hpp"

#include <utility>

namespace counterclaim {
namespace {

bool ends_before(Interval const& a, Interval const& b) {  // every value of a is below every value of b
  if (!a.high || !b.low) return false;
  return *a.high < *b.low || (*a.high == *b.low && (a.high_open || b.low_open));
}

struct End {
  std::optional<Decimal> at;
  bool open = false;
};

End add(std::optional<Decimal> const& a, bool a_open, std::optional<Decimal> const& b, bool b_open) {
  if (!a || !b) return {};
  return {*a + *b, a_open || b_open};
}

// A product or quotient end is reached when both factors reach theirs, or when one of them reaches zero.
bool product_open(Decimal a, bool a_open, Decimal b, bool b_open) {
  if ((a.is_zero() && !a_open) || (b.is_zero() && !b_open)) return false;
  return a_open || b_open;
}

// The end of a / b for a divisor of b > 0: the far end of b brings the quotient to zero, the near end away from it.
End quotient(Decimal a, bool a_open, std::optional<Decimal> const& b, bool b_open) {
  if (!b) return {Decimal(0), !a.is_zero() || a_open};
  return {divide(a, *b), product_open(a, a_open, 1, b_open)};
}

}  // namespace

bool disjoint(Interval const& a, Interval const& b) { return ends_before(a, b) || ends_before(b, a); }

bool contains(Interval const& outer, Interval const& inner) {
  if (outer.low) {
    if (!inner.low || *inner.low < *outer.low) return false;
    if (*inner.low == *outer.low && outer.low_open && !inner.low_open) return false;
  }
  if (outer.high) {
    if (!inner.high || *inner.high > *outer.high) return false;
    if (*inner.high == *outer.high && outer.high_open && !inner.high_open) return false;
  }
  return true;
}

std::optional<Decimal> midpoint(Interval const& v) {
  if (v.low && v.high) return *v.low == *v.high ? *v.low : (*v.low + *v.high) * Decimal::scaled(5, -1);
  return v.low ? v.low : v.high;
}

Interval shifted(Interval const& v, Decimal offset) { return v + Interval::exactly(offset); }

Interval scaled(Interval const& v, Decimal factor) {
  if (factor.is_zero()) return Interval::exactly(0);
  Interval r = v;
  if (r.low) r.low = *r.low * factor;
  if (r.high) r.high = *r.high * factor;
  if (factor.is_negative()) {
    std::swap(r.low, r.high);
    std::swap(r.low_open, r.high_open);
  }
  return r;
}

Interval operator+(Interval const& a, Interval const& b) {
  End const low = add(a.low, a.low_open, b.low, b.low_open), high = add(a.high, a.high_open, b.high, b.high_open);
  return {low.at, high.at, low.open, high.open};
}

Interval operator-(Interval const& a, Interval const& b) { return a + scaled(b, -1); }

Interval operator*(Interval const& a, Interval const& b) {
  if (!a.low || !a.high || !b.low || !b.high || a.low->is_negative() || b.low->is_negative()) return {};
  return {*a.low * *b.low, *a.high * *b.high, product_open(*a.low, a.low_open, *b.low, b.low_open),
          product_open(*a.high, a.high_open, *b.high, b.high_open)};
}

std::optional<Interval> divide(Interval const& a, Interval const& b) {
  if (b.high && b.high->is_negative()) return divide(scaled(a, -1), scaled(b, -1));
  if (!b.low || *b.low <= Decimal(0)) return std::nullopt;
  Interval r;
  if (a.low) {
    bool const near = a.low->is_negative();
    End const end = near ? quotient(*a.low, a.low_open, b.low, b.low_open) : quotient(*a.low, a.low_open, b.high, b.high_open);
    r.low = end.at, r.low_open = end.open;
  }
  if (a.high) {
    bool const far = a.high->is_negative();
    End const end =
        far ? quotient(*a.high, a.high_open, b.high, b.high_open) : quotient(*a.high, a.high_open, b.low, b.low_open);
    r.high = end.at, r.high_open = end.open;
  }
  return r;
}

Interval rounded(Interval const& v, int place) {
  Decimal const half = Decimal::scaled(5, place - 1);
  Interval r = v;
  if (r.low) r.low = *r.low - half;
  if (r.high) r.high = *r.high + half;
  return r;
}

std::string to_string(Interval const& v) {
  if (v.is_point()) return to_grouped_string(*v.low);
  if (v.low && v.high) return to_grouped_string(*v.low) + ".." + to_grouped_string(*v.high);
  if (v.low) return (v.low_open ? "more than " : "at least ") + to_grouped_string(*v.low);
  if (v.high) return (v.high_open ? "below " : "at most ") + to_grouped_string(*v.high);
  return "any value";
}

}  // namespace counterclaim
