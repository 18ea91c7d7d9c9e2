// One number: "1,850", "2.5 million", "2 1/2", "twenty-one thousand three hundred", "two-thirds", "half a dozen", "minus five
// point two", "3.1×10^-4", "dozens".
#pragma once
#include "grammar/cursor.hpp"

namespace counterclaim {

struct Number {
  Decimal value;
  int place = 0;          // power of ten of the last written digit, scale word included
  int scale = 0;          // power of ten of the scale word alone ("1.2 billion" 9)
  bool spelled = false;   // in words
  bool fraction = false;  // a part of a whole: "two-thirds", "half", "3/4"
  bool vague = false;     // "dozens", "several hundred"
  bool scaled = false;    // a scale word or letter was written ("million", "bn")
  bool article = false;   // begins with "a" ("a dozen", "a third")
};

// Moves `first` past the number. `money` says that a currency sign stood before, so that "5m" is five million.
bool parse_number(Cursor& first, Cursor const& last, Number& out);
bool parse_money_number(Cursor& first, Cursor const& last, Number& out);

// Figures written with blanks or two-digit groups ("70 000", "23,45,678.5"), fractions ("3/4", "2 1/2") and powers ("6×10^4",
// "8x2^10").
bool parse_figures(Cursor& first, Cursor const& last, Number& out);

enum class NumeralClass : std::uint8_t { none, zero, digit, teen, ten, dozen };
struct Numeral {
  Decimal value;
  NumeralClass kind = NumeralClass::none;
};
bool parse_numeral(Cursor& first, Cursor const& last, Numeral& out);

// The power of ten of a scale word or letter.
struct Scale {
  int exponent = 0;
  bool letter = false;  // "k", "bn": an abbreviation
};
bool parse_scale(Cursor& first, Cursor const& last, Scale& out);

}  // namespace counterclaim
