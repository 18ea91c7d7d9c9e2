#include "counterclaim/decimal.hpp"

#include <gtest/gtest.h>

namespace counterclaim {
namespace {

Decimal dec(std::string_view text) {
  auto const d = parse_decimal(text);
  EXPECT_TRUE(d) << text;
  return d.value_or(Decimal());
}

TEST(Decimal, ParsesAndPrints) {
  struct Row {
    char const *text, *plain, *grouped;
  };
  for (auto const& [text, plain, grouped] : std::initializer_list<Row>{
           {"0", "0", "0"},
           {"-0", "0", "0"},
           {"000", "0", "0"},
           {"7", "7", "7"},
           {"+7", "7", "7"},
           {"-1234.5", "-1234.5", "-1234.5"},
           {"1234", "1234", "1234"},
           {"12345", "12345", "12,345"},
           {"-12345.6789", "-12345.6789", "-12,345.6789"},
           {"123456", "123456", "123,456"},
           {"20000000000", "20000000000", "20,000,000,000"},
           {"0.14", "0.14", "0.14"},
           {"1.50", "1.5", "1.5"},
           {"0.45359237", "0.45359237", "0.45359237"},
           {"6.02e23", "602000000000000000000000", "602,000,000,000,000,000,000,000"},
           {"1E+3", "1000", "1000"},
           {"25e-3", "0.025", "0.025"},
           {"6e52", "6e52", "6e52"},
           {"-6.25e52", "-6.25e52", "-6.25e52"},
           {"3e-52", "3e-52", "3e-52"},
           {"1e40", "10000000000000000000000000000000000000000", "10,000,000,000,000,000,000,000,000,000,000,000,000,000"},
           {"999999999999999999", "999999999999999999", "999,999,999,999,999,999"},
           {"9223372036854775807", "9223372036854775810", "9,223,372,036,854,775,810"},
           {"0.1234567890123456785", "0.123456789012345678", "0.123456789012345678"},  // a half goes to the even digit
           {"0.1234567890123456775", "0.123456789012345678", "0.123456789012345678"},
           {"0.12345678901234567850000000000000000000000000001", "0.123456789012345679", "0.123456789012345679"},
           {"99999999999999999999999999999999999999999", "1e41", "1e41"},
       }) {
    EXPECT_EQ(to_string(dec(text)), plain) << text;
    EXPECT_EQ(to_grouped_string(dec(text)), grouped) << text;
  }
}

TEST(Decimal, RejectsWhatIsNoDecimal) {
  for (auto text : {"",    "-",   "+",   ".",     ".5",  "5.",    "1,000", " 1",        "1 ",
                    "1e",  "1e+", "1e-", "1e+-3", "--1", "1.2.3", "0x10",  "1e9999999", "1e99999999999999",
                    "NaN", "½"})
    EXPECT_FALSE(parse_decimal(text)) << text;
}

TEST(Decimal, Arithmetic) {
  struct Row {
    char const *a, *b, *sum, *difference, *product, *quotient;
  };
  for (auto const& r : std::initializer_list<Row>{
           {"0.1", "0.2", "0.3", "-0.1", "0.02", "0.5"},
           {"1", "3", "4", "-2", "3", "0.333333333333333333"},
           {"2", "3", "5", "-1", "6", "0.666666666666666667"},
           {"-7", "8", "1", "-15", "-56", "-0.875"},
           {"1609.344", "1000", "2609.344", "609.344", "1609344", "1.609344"},
           {"1e30", "1", "1000000000000000000000000000000", "1000000000000000000000000000000",
            "1000000000000000000000000000000", "1000000000000000000000000000000"},
           {"999999999999999999", "1", "1000000000000000000", "999999999999999998", "999999999999999999", "999999999999999999"},
           {"999999999999999999", "999999999999999999", "2000000000000000000", "0", "999999999999999998000000000000000000",
            "1"},
           {"0", "5", "5", "-5", "0", "0"},
           // A tie in the dropped digit goes to the even one, unless something smaller decides.
           {"100000000000000000", "0.5", "100000000000000000", "99999999999999999.5", "50000000000000000",
            "200000000000000000"},
           {"100000000000000000", "0.50000000000000001", "100000000000000001", "99999999999999999.5", "50000000000000001",
            "199999999999999996"},
       }) {
    Decimal const a = dec(r.a), b = dec(r.b);
    EXPECT_EQ(to_string(a + b), r.sum) << r.a << " + " << r.b;
    EXPECT_EQ(to_string(a - b), r.difference) << r.a << " - " << r.b;
    EXPECT_EQ(to_string(a * b), r.product) << r.a << " * " << r.b;
    EXPECT_EQ(to_string(divide(a, b).value()), r.quotient) << r.a << " / " << r.b;
    EXPECT_EQ(a + b, b + a);
    EXPECT_EQ(a - b, -(b - a));
  }
  EXPECT_FALSE(divide(Decimal(5), Decimal(0)));
  EXPECT_EQ(abs(dec("-2.5")), dec("2.5"));
  EXPECT_EQ(dec("123456789012345678") - dec("1e-25"), dec("123456789012345678"));
  EXPECT_EQ(dec("1e17") - dec("1e-25"), dec("1e17"));
}

TEST(Decimal, Orders) {
  char const* ascending[] = {"-6e52", "-1000", "-999.99", "-0.1", "0",    "3e-52", "0.099",  "0.1",
                             "0.25",  "1",     "2",       "10",   "10.5", "1e18",  "1.5e18", "6e52"};
  for (auto const& a : ascending)
    for (auto const& b : ascending) {
      EXPECT_EQ(dec(a) < dec(b), &a < &b) << a << " " << b;
      EXPECT_EQ(dec(a) == dec(b), &a == &b) << a << " " << b;
    }
  EXPECT_EQ(dec("1.0"), Decimal(1));
  EXPECT_TRUE(dec("2e3").is_whole());
  EXPECT_FALSE(dec("2.5").is_whole());
}

TEST(Decimal, ToDouble) {
  EXPECT_DOUBLE_EQ(to_double(dec("0.14")), 0.14);
  EXPECT_DOUBLE_EQ(to_double(dec("-2e9")), -2e9);
}

}  // namespace
}  // namespace counterclaim
