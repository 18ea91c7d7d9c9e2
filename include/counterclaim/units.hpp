// Units of measure and currencies, from grammar/vocabulary/units.tsv and currencies.tsv.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "counterclaim/interval.hpp"

namespace counterclaim {

using UnitId = std::uint16_t;
inline constexpr UnitId no_unit = 0;

struct Unit {
  std::string_view symbol;     // contract's `unit`: "km", "GB/s", "USD", "%", "pp", "x"
  std::string_view name;       // contract's `unit_name`: singular, US spelling: "kilometer", "dollar", "percent"
  std::string_view dimension;  // "length", "money", "percent", …
  Decimal factor = 1;          // base = value x factor + offset, exact; for money 1: currencies are not converted
  Decimal offset = 0;
  UnitId base = no_unit;  // the unit of the dimension whose factor is 1; a currency is its own base
};

// Every unit and every "X per Y" of them has an id that is the same in every run: rates are numbered by their parts.
Unit unit(UnitId id);
UnitId find_unit(std::string_view symbol);         // by symbol, no_unit if there is none
UnitId per(UnitId numerator, UnitId denominator);  // "USD" per "hour"; no_unit if it has no room (an unknown part)

// The value in the base unit of its dimension, ends converted exactly (degrees Celsius and Fahrenheit become kelvin); for a
// difference of temperatures use `as_difference`, which leaves the offset out.
Interval to_base(Interval const& value, UnitId id);
Interval as_difference(Interval const& value, UnitId id);
bool convertible(UnitId a, UnitId b);  // same base

}  // namespace counterclaim
