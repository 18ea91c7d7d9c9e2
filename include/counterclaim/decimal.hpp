// Exact decimals: digits x 10^exponent with at most 18 significant digits.
//
// Figures in prose have few digits, so 18 are enough to keep what a text says and every exact conversion factor of the units
// table. A result with more digits is rounded half to even at the 18th; that is the only rounding, and it is the same on
// every machine. There is no floating point anywhere between the text and the report.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim {

struct Decimal {
  std::int64_t digits = 0;    // signed; no trailing zero unless the value is 0
  std::int32_t exponent = 0;  // power of ten of the last digit; 0 if the value is 0

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t whole) : digits(whole) {  // NOLINT(google-explicit-constructor): a whole number is a decimal
    if (whole == 0 || whole % 10 != 0) return;
    while (digits % 10 == 0) digits /= 10, ++exponent;
  }
  static Decimal scaled(std::int64_t digits, std::int32_t exponent);  // digits x 10^exponent, normalized

  bool is_zero() const { return digits == 0; }
  bool is_negative() const { return digits < 0; }
  bool is_whole() const { return exponent >= 0; }

  friend bool operator==(Decimal const&, Decimal const&) = default;  // both are normalized
  friend std::strong_ordering operator<=>(Decimal const& a, Decimal const& b);
};

Decimal operator+(Decimal a, Decimal b);
Decimal operator-(Decimal a, Decimal b);
Decimal operator-(Decimal a);
Decimal operator*(Decimal a, Decimal b);
// Rounded half to even at 18 significant digits. Dividing by zero yields nothing.
std::optional<Decimal> divide(Decimal a, Decimal b);
Decimal abs(Decimal a);

// "-1234.5", "0.45359237", "6.02e23": an optional sign, digits, an optional fraction, an optional exponent; nothing else
// before, between or after. More than 18 significant digits are rounded.
std::optional<Decimal> parse_decimal(std::string_view text);

// Plain notation without exponent and without trailing zeros ("20000000000", "0.14"); past 10^40 or below 10^-40, "6e52".
std::string to_string(Decimal value);
// As an English reader writes it: thousands separators from 10,000 on ("20,000,000,000", "1234.5", "0.14").
std::string to_grouped_string(Decimal value);
double to_double(Decimal value);  // for scores and drawings only, never for a comparison

}  // namespace counterclaim
