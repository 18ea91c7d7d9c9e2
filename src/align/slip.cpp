#include "src/align/slip.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <string_view>

#include "counterclaim/units.hpp"
#include "src/align/score.hpp"

namespace counterclaim {
namespace {

bool is_power_of_two(std::int64_t digits) { return (digits & (digits - 1)) == 0; }
// 15, 25, 75: halves and quarters of round numbers, as usual as those
bool is_round(std::int64_t digits) { return digits < 11 || digits == 15 || digits == 25 || digits == 75; }

// 567,530 and 5.7 million: the one is rounded, and a power of ten away.
bool is_rounded_slip(Claim const& a, Claim const& b, Decimal x, Decimal y) {
  if (a.basis != b.basis || x.digits <= 0 || y.digits <= 0) return false;
  auto const size = [](Decimal d) { return int(to_string(Decimal(d.digits)).size()); };
  auto const& longer = size(x) > size(y) ? x : y;
  auto const& shorter = size(x) > size(y) ? y : x;
  int const more = size(longer) - size(shorter);
  if (more < 1 || more > 6 || size(shorter) < 2 || is_round(shorter.digits)) return false;
  std::int64_t power = 1;
  for (int i = 0; i < more; ++i) power *= 10;
  if ((longer.digits + power / 2) / power != shorter.digits) return false;
  auto const places = std::abs(shorter.exponent - (longer.exponent + more));
  constexpr int least = 1000;
  return (places == 1 || places == 3) && (a.basis != no_unit || (x >= Decimal(least) && y >= Decimal(least)));
}

// Of two texts of one length: do they differ by two neighbours that stand the other way round, and by nothing else?
bool neighbours_swapped(std::string_view s, std::string_view t) {
  auto const [i, j] = std::mismatch(s.begin(), s.end(), t.begin());
  return s.end() - i >= 2 && i[0] == j[1] && i[1] == j[0] && std::equal(i + 2, s.end(), j + 2);
}

}  // namespace

bool misprint(Decimal a, Decimal b) {
  // 410 and 401 million: by what is written before the scale
  auto const scale = std::max(0, int(std::min(a.exponent, b.exponent)));
  bool const one_place = a.exponent == b.exponent;
  a.exponent -= scale, b.exponent -= scale;
  auto x = to_string(a), y = to_string(b);
  if (x.size() != y.size() || x.size() < 3 || (scale == 0 && (a.exponent > 0 || b.exponent > 0))) return false;
  if (one_place) std::erase(x, '.'), std::erase(y, '.');  // "54.2", "52.4": swapped across the point
  auto const [i, j] = std::mismatch(x.begin(), x.end(), y.begin());
  if (i != x.end() && std::equal(i + 1, x.end(), j + 1)) return scale == 0 || one_place;
  return neighbours_swapped(x, y);
}

int telling_digits(Claim const& claim) {
  auto const m = midpoint(claim.value);
  if (!m) return 0;
  auto const digits = std::abs(m->digits);
  return is_power_of_two(digits) || is_round(digits) ? 0 : int(to_string(Decimal(digits)).size());
}

int rarity_of_slip(int digits, std::uint32_t chances) {
  constexpr int least = 60, most = 480, known_to_happen = 80;
  // d digits begin in 9 x 10^(d-1) ways, and two figures in five lie at a scale of which a slip is made
  std::uint64_t ways = 9;
  for (int i = 1; i < std::min(digits, 5); ++i) ways *= 10;
  constexpr std::uint64_t fine = 16;  // the logarithm of a fourth power is four times as fine as that of a number
  auto const ratio =
      std::min<std::uint64_t>(ways * 5 * fine / (std::uint64_t(2) * std::max<std::uint32_t>(chances, 1)), 1 << 15);
  if (ratio == 0) return least;
  constexpr int of_a_bit = 69;  // the logarithm of two
  int const bits = std::bit_width(ratio * ratio * ratio * ratio) - 1;
  return std::clamp(known_to_happen + (bits * of_a_bit) / 4 - 4 * of_a_bit, least, most);
}

int swapped_digits(Claim const& a, Claim const& b) {
  if (a.kind != ClaimKind::quantity || b.kind != ClaimKind::quantity || a.unit != b.unit) return 0;
  if (!a.value.is_point() || !b.value.is_point()) return 0;
  auto x = abs(*a.value.low), y = abs(*b.value.low);
  auto const places = std::min(x.exponent, y.exponent);
  if (places < 0 && x.exponent != y.exponent) return 0;  // "48" and "40.8": no zero stands behind the point
  x.exponent -= places, y.exponent -= places;
  auto const s = to_string(x), t = to_string(y);
  if (s.size() != t.size() || s.size() < 2 || s.size() > 18) return 0;
  return neighbours_swapped(s, t) ? int(s.size()) : 0;
}

std::vector<std::string> either_way(Decimal figure) {
  auto const digits = to_string(Decimal(figure.digits));
  std::vector<std::string> out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    bool const behind = i + 1 == digits.size();  // 240,000 and 204,000
    auto text = behind ? digits + '0' : digits;
    if (text[i] == text[i + 1]) continue;
    if (text[i] > text[i + 1]) std::swap(text[i], text[i + 1]);
    auto const exponent = figure.exponent - (behind ? 1 : 0);
    // Which two it is tells 1,224 and 1,242 from 1,224 and 2,124.
    out.push_back(text + '@' + std::to_string(text.size() - i) + 'e' + std::to_string(exponent));
  }
  return out;
}

Slip slip_between(Claim const& a, Claim const& b) {
  if (a.kind != ClaimKind::quantity || b.kind != ClaimKind::quantity) return Slip::none;
  auto const x = midpoint(a.value), y = midpoint(b.value);
  if (!x || !y) return Slip::none;
  if (x->digits != y->digits) return is_rounded_slip(a, b, *x, *y) ? Slip::power : Slip::none;
  // $25 million and 25 million euros
  if (*x == *y && a.basis != b.basis && is_monetary(a.basis) && is_monetary(b.basis) && x->digits > 10) return Slip::unit;
  // 250 km/h and 250 miles an hour: round, and yet no number that everybody gives
  bool const large = abs(*x) >= Decimal(100) && std::abs(x->digits) > 10 && !is_power_of_two(std::abs(x->digits));
  if (*x == *y && a.unit != b.unit && large && a.basis != no_unit && b.basis != no_unit && !agree(a, b)) return Slip::unit;
  if (telling_digits(a) < 2) return Slip::none;
  // 14 days and 14 months: lengths of a calendar are no rare numbers
  auto const is_calendar = [](Claim const& c) { return dimension_of(c.unit) == "time" && unit(c.unit).factor >= Decimal(60); };
  if (telling_digits(a) < 3 && is_calendar(a) && is_calendar(b)) return Slip::none;
  if (a.unit != b.unit && *x == *y) return !agree(a, b) || a.basis != b.basis ? Slip::unit : Slip::none;
  auto const places = std::abs(x->exponent - y->exponent);
  // a count below a hundred is another thing's count sooner than a slip
  bool const counts = a.basis == no_unit && (abs(*x) < Decimal(100) || abs(*y) < Decimal(100));
  return (places == 1 || places == 3) && a.basis == b.basis && !counts ? Slip::power : Slip::none;
}

}  // namespace counterclaim
