// A number with its unit: "$1.2 billion", "6.4 TB/s", "30-year", "12.50 Canadian dollars per month", "12 cents a share".
#pragma once
#include "counterclaim/units.hpp"
#include "grammar/number.hpp"

namespace counterclaim {

struct Measure {
  Number number;
  UnitId unit = no_unit;
  bool sign_before = false;  // a currency sign or code stands before the number
  bool hyphened = false;     // "30-year": the unit hangs on a hyphen, so the whole qualifies a noun
};

bool parse_measure(Cursor& first, Cursor const& last, Measure& out);

// The unit behind a number, its hyphen and its "per hour" included.
bool parse_unit(Cursor& first, Cursor const& last, Number const& number, Measure& out);

// "per hour", "a share", "/GB", "per million tokens": what a rate is counted by.
struct Rate {
  UnitId denominator = no_unit;
  int power = 0;  // "per million": 6
};
enum class Numerator : std::uint8_t { money, measure, count };
bool parse_rate(Cursor& first, Cursor const& last, Numerator over, Rate& out);

bool is_money(UnitId id);

// A row of the tables at a token.
struct UnitMatch {
  UnitId id = no_unit;
  std::uint32_t tokens = 0;
};
UnitMatch currency_at(Cursor const& at);
UnitMatch unit_at(Cursor const& at, Number const& number);  // not where a short unit must be another word ("in", "a", "am")
bool is_pound(Cursor const& at);                            // of weight or of money

}  // namespace counterclaim
