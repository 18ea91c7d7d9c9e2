// Units of measure and currencies, from grammar/vocabulary/units.tsv and currencies.tsv.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "counterclaim/interval.hpp"
#include "counterclaim/lexicon.hpp"

namespace counterclaim {

// A number that means the same in every run: a row of the tables, or a rate made of two parts ("USD per hour"), each a row
// of the tables or a counted noun of the lexicon ("points per game").
using UnitId = std::uint64_t;
inline constexpr UnitId no_unit = 0;

struct Unit {
  std::string_view symbol;     // contract's `unit`: "km", "GB/s", "USD", "%", "pp", "x"
  std::string_view name;       // contract's `unit_name`: singular, US spelling: "kilometer", "dollar", "percent"
  std::string_view dimension;  // "length", "money", "percent", …
  Decimal factor = 1;          // base = value x factor + offset, exact; for money 1: currencies are not converted
  Decimal offset = 0;
  UnitId base = no_unit;  // the unit of the dimension whose factor is 1; a currency is its own base
};

// Views stay valid for the life of the program. May be called from many threads.
Unit unit(UnitId id);
std::string_view dimension_of(UnitId id);   // unit(id).dimension
bool is_monetary(UnitId id);                // of any currency, and so much of it for something
std::string_view measure_of(UnitId id);     // its dimension; "money" of all that is_monetary, empty for a count
bool is_unit(UnitId id);                    // a number that unit() knows, no_unit among them: for what comes from a file
UnitId find_unit(std::string_view symbol);  // by symbol, the first row that has it; no_unit if there is none
UnitId unit_of_row(std::size_t row);        // vocabulary(Category::units)[row]
UnitId currency_of_row(std::size_t row);    // vocabulary(Category::currencies)[row]
UnitId noun_unit(WordId noun);              // a counted noun as a part of a rate: "game"; no_unit for unknown_word
// "dollar" per "hour"; with `power`, per ten to that power of them ("dollar per million tokens": 6). A rate that has a row of
// its own becomes that row ("kilometer" per "hour" is km/h). no_unit if a part is missing or is itself a rate.
UnitId per(UnitId numerator, UnitId denominator, int power = 0);

// "USD per hour" in its parts; both no_unit for what is no rate of two parts, or counts its second part in hundreds or more.
struct RateParts {
  UnitId numerator = no_unit, denominator = no_unit;
};
RateParts rate_parts(UnitId id);
bool is_counted_noun(UnitId id);  // noun_unit()

// The value in the base unit of its dimension, ends converted exactly (degrees Celsius and Fahrenheit become kelvin); for a
// difference of temperatures use `as_difference`, which leaves the offset out.
Interval to_base(Interval const& value, UnitId id);
Interval as_difference(Interval const& value, UnitId id);
bool convertible(UnitId a, UnitId b);  // same base

}  // namespace counterclaim
