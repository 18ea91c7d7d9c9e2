// Arithmetic is done on 128-bit integers wide enough that no intermediate product, sum or quotient of two 18-digit numbers
// overflows; what is dropped below the 18th digit is carried as a sticky bit so that half-to-even rounding sees it.
#include "counterclaim/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace counterclaim {
namespace {

using Wide = __int128;
constexpr int max_digits = 18;
constexpr std::int64_t exponent_limit = 1'000'000;  // far past anything a text can mean; keeps sums of exponents in range

constexpr auto powers_of_ten = [] {
  std::array<Wide, 39> powers{1};  // all that 127 bits hold
  for (std::size_t n = 1; n < powers.size(); ++n) powers[n] = powers[n - 1] * 10;
  return powers;
}();
constexpr Wide power_of_ten(int n) { return powers_of_ten[std::size_t(n)]; }

template <class Whole>
int count_digits(Whole magnitude) {
  int n = 0;
  for (; magnitude > 0; magnitude /= 10) ++n;
  return n;
}

enum class Rest { none, some };  // whether digits below the last one were dropped already

// sign x (magnitude + rest) x 10^exponent, rounded to 18 digits and normalized.
Decimal make(bool negative, Wide magnitude, std::int64_t exponent, Rest rest = Rest::none) {
  if (magnitude < 1'000'000'000'000'000'000 && exponent > -exponent_limit && exponent < exponent_limit - max_digits) {
    auto small = static_cast<std::int64_t>(magnitude);  // nearly always: 18 digits fit a machine word
    if (small == 0) return {};
    while (small % 10 == 0) small /= 10, ++exponent;
    Decimal d;
    d.digits = negative ? -small : small;
    d.exponent = static_cast<std::int32_t>(exponent);
    return d;
  }
  if (int excess = count_digits(magnitude) - max_digits; excess > 0) {
    Wide const unit = power_of_ten(excess), remainder = magnitude % unit, half = unit / 2;
    magnitude /= unit;
    exponent += excess;
    bool const past_half = remainder > half || (remainder == half && (rest == Rest::some || magnitude % 2 == 1));
    if (past_half) ++magnitude;
  }
  if (magnitude == 0) return {};
  while (magnitude % 10 == 0) magnitude /= 10, ++exponent;
  if (exponent < -exponent_limit) return {};
  Decimal d;
  d.digits = static_cast<std::int64_t>(negative ? -magnitude : magnitude);
  d.exponent = static_cast<std::int32_t>(std::min(exponent, exponent_limit));
  return d;
}

Wide magnitude_of(Decimal const& d) { return d.digits < 0 ? -Wide(d.digits) : Wide(d.digits); }

std::strong_ordering compare_magnitudes(Decimal const& a, Decimal const& b) {
  Wide x = magnitude_of(a), y = magnitude_of(b);
  auto const top_a = std::int64_t(a.exponent) + count_digits(std::int64_t(x)),
             top_b = std::int64_t(b.exponent) + count_digits(std::int64_t(y));
  if (top_a != top_b) return top_a <=> top_b;
  // The same leading place and at most 18 digits each: the last places are fewer than 18 apart.
  if (a.exponent > b.exponent) x *= power_of_ten(a.exponent - b.exponent);
  if (b.exponent > a.exponent) y *= power_of_ten(b.exponent - a.exponent);
  return x < y ? std::strong_ordering::less : x > y ? std::strong_ordering::greater : std::strong_ordering::equal;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Digits {  // a run of digits being read, and where its point is
  Wide magnitude = 0;
  std::int64_t exponent = 0;
  Rest rest = Rest::none;
  void push(char c, bool fraction) {
    if (magnitude < power_of_ten(35)) {
      magnitude = magnitude * 10 + (c - '0');
      exponent -= fraction;
      return;
    }
    if (c != '0') rest = Rest::some;
    exponent += !fraction;
  }
};

}  // namespace

Decimal Decimal::scaled(std::int64_t digits, std::int32_t exponent) {
  return make(digits < 0, digits < 0 ? -Wide(digits) : Wide(digits), exponent);
}

std::strong_ordering operator<=>(Decimal const& a, Decimal const& b) {
  if (a.exponent == b.exponent) return a.digits <=> b.digits;
  int const sign_a = (a.digits > 0) - (a.digits < 0), sign_b = (b.digits > 0) - (b.digits < 0);
  if (sign_a != sign_b || sign_a == 0) return sign_a <=> sign_b;
  return sign_a > 0 ? compare_magnitudes(a, b) : compare_magnitudes(b, a);
}

Decimal operator+(Decimal a, Decimal b) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  if (a.exponent < b.exponent) std::swap(a, b);
  int constexpr guard = 20;  // 18 digits and these stay below 2^127
  auto const apart = std::int64_t(a.exponent) - b.exponent;
  if (apart < guard) {
    Wide const sum = Wide(a.digits) * power_of_ten(int(apart)) + b.digits;
    return make(sum < 0, sum < 0 ? -sum : sum, b.exponent);
  }
  Wide const big = magnitude_of(a) * power_of_ten(guard),
             shift = power_of_ten(int(std::min<std::int64_t>(apart - guard, max_digits + 1)));
  Wide const small = magnitude_of(b) / shift;
  Rest const rest = magnitude_of(b) % shift != 0 ? Rest::some : Rest::none;
  bool const same_sign = a.is_negative() == b.is_negative();
  Wide const magnitude = same_sign ? big + small : big - small - (rest == Rest::some ? 1 : 0);
  return make(a.is_negative(), magnitude, std::int64_t(a.exponent) - guard, rest);
}

Decimal operator-(Decimal a) {
  a.digits = -a.digits;
  return a;
}

Decimal operator-(Decimal a, Decimal b) { return a + -b; }

Decimal operator*(Decimal a, Decimal b) {
  return make(a.is_negative() != b.is_negative(), magnitude_of(a) * magnitude_of(b), std::int64_t(a.exponent) + b.exponent);
}

std::optional<Decimal> divide(Decimal a, Decimal b) {
  if (b.is_zero()) return std::nullopt;
  int const lift = 38 - count_digits(magnitude_of(a));  // leaves a quotient of at least 20 digits
  Wide const numerator = magnitude_of(a) * power_of_ten(lift), denominator = magnitude_of(b);
  return make(a.is_negative() != b.is_negative(), numerator / denominator, std::int64_t(a.exponent) - lift - b.exponent,
              numerator % denominator != 0 ? Rest::some : Rest::none);
}

Decimal abs(Decimal a) { return a.is_negative() ? -a : a; }

std::optional<Decimal> parse_decimal(std::string_view text) {
  std::size_t at = 0;
  auto const digit_here = [&] { return at < text.size() && is_digit(text[at]); };
  bool const negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) ++at;
  if (!digit_here()) return std::nullopt;
  Digits read;
  while (digit_here()) read.push(text[at++], false);
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (!digit_here()) return std::nullopt;
    while (digit_here()) read.push(text[at++], true);
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at + 1 < text.size() && text[at] == '+' && is_digit(text[at + 1])) ++at;
    int exponent = 0;
    auto const [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
    if (error != std::errc() || exponent > exponent_limit || exponent < -exponent_limit) return std::nullopt;
    at = std::size_t(end - text.data());
    read.exponent += exponent;
  }
  if (at != text.size()) return std::nullopt;
  return make(negative, read.magnitude, read.exponent, read.rest);
}

std::string to_string(Decimal value) {
  if (value.is_zero()) return "0";
  std::string digits = std::to_string(value.digits < 0 ? -value.digits : value.digits);
  std::int64_t const point = std::int64_t(digits.size()) + value.exponent;  // digits before the point
  if (point > 41 || point < -39) {
    if (digits.size() > 1) digits.insert(1, ".");
    digits += "e" + std::to_string(point - 1);
  } else if (value.exponent >= 0) {
    digits.append(std::size_t(value.exponent), '0');
  } else if (point > 0) {
    digits.insert(std::size_t(point), ".");
  } else {
    digits.insert(0, "0." + std::string(std::size_t(-point), '0'));
  }
  return value.is_negative() ? "-" + digits : digits;
}

std::string to_grouped_string(Decimal value) {
  std::string text = to_string(value);
  if (text.find('e') != text.npos) return text;
  std::size_t const first = text[0] == '-', point = std::min(text.find('.'), text.size());
  if (point - first < 5) return text;
  for (std::size_t at = point; at > first + 3;) text.insert(at -= 3, ",");
  return text;
}

double to_double(Decimal value) {
  // Both are exact as doubles, so that the quotient or product is the nearest one.
  constexpr std::int64_t exact = std::int64_t(1) << 53;
  static constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
  if (value.digits < exact && value.digits > -exact && value.exponent >= -10 && value.exponent <= 10) {
    auto const digits = static_cast<double>(value.digits);
    return value.exponent < 0 ? digits / powers[-value.exponent] : digits * powers[value.exponent];
  }
  std::string const text = std::to_string(value.digits) + "e" + std::to_string(value.exponent);
  double result = 0;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

}  // namespace counterclaim
