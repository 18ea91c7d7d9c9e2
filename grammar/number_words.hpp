// Number words and their fractions: the parts of parse_number (number.hpp) that read words.
#pragma once
#include "grammar/number.hpp"

namespace counterclaim {

bool is_and(Cursor const& c);             // "and", "&"
bool is_joining_hyphen(Cursor const& c);  // "forty-two", and "forty - two" where a number word follows at once
bool is_many_fraction(Cursor const& c);   // "thirds"

// "seventeen", "forty-two".
bool parse_below_hundred(Cursor& first, Cursor const& last, Decimal& out);

// Digits behind "point", each word worth its digits: "zero four" is .04, "sixty-two" .62.
bool parse_point(Cursor& first, Cursor const& last, Decimal& value, int& place);

// The scale words behind a group ("three hundred thousand million"), as one power of ten; 0 if none.
int take_scales(Cursor& at, Cursor const& last, bool& any);

// Groups and their scale words: "two million three hundred thousand and six".
struct Sum {
  Decimal total;
  int lowest = 1000;  // exponent of the last scale word
  bool scaled = false, spelled = false, article = false;
  int place = 0;
};
bool take_sum(Cursor& first, Cursor const& last, Sum& sum);

// "two hundred and seventh", "thirty-fifths", "ten thousandth": an ordinal in words, its last word in the plural if `many`.
struct Ordinal {
  Decimal value;
  bool many = false;
};
bool parse_ordinal_words(Cursor& first, Cursor const& last, Ordinal& out);

// The denominator at `at` that fits a numerator: thirds behind two, a third behind one.
bool take_denominator(Cursor& at, Cursor const& last, Decimal numerator, Decimal& denominator);

// "half", "two-thirds", "half a million", "a quarter of a million", "half a dozen".
bool parse_fraction_words(Cursor& first, Cursor const& last, Number& out);

// "and a half", "and three quarters" behind a whole number.
void take_mixed(Cursor& first, Cursor const& last, Number& n);

}  // namespace counterclaim
