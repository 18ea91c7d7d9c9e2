#include "counterclaim/interval.hpp"

#include <gtest/gtest.h>

namespace counterclaim {
namespace {

// "[3,5)" "(2,-]" "[-,-]": brackets say closed or open, '-' alone a missing end.
Interval interval(std::string_view text) {
  auto const comma = text.find(',');
  auto const low = text.substr(1, comma - 1), high = text.substr(comma + 1, text.size() - comma - 2);
  Interval v;
  if (low != "-") v.low = parse_decimal(low).value();
  if (high != "-") v.high = parse_decimal(high).value();
  v.low_open = text.front() == '(';
  v.high_open = text.back() == ')';
  return v;
}

std::string dump(Interval const& v) {
  return (v.low_open ? "(" : "[") + (v.low ? to_string(*v.low) : "-") + "," + (v.high ? to_string(*v.high) : "-") +
         (v.high_open ? ")" : "]");
}

TEST(Interval, DisjointAndContains) {
  struct Row {
    char const *a, *b;
    bool disjoint, contains;
  };
  for (auto const& r : std::initializer_list<Row>{
           {"[1,2]", "[3,4]", true, false},
           {"[3,4]", "[1,2]", true, false},
           {"[1,3]", "[3,4]", false, false},
           {"[1,3)", "[3,4]", true, false},
           {"[1,3]", "(3,4]", true, false},
           {"[1,5]", "[2,3]", false, true},
           {"(1,5)", "[1,5]", false, false},
           {"[1,5]", "(1,5)", false, true},
           {"(1,5)", "(1,5)", false, true},
           {"[-,5]", "[6,-]", true, false},
           {"[-,-]", "[6,-]", false, true},
           {"[6,-]", "[-,-]", false, false},
           {"(20,-]", "[20,20]", true, false},
           {"[20,-]", "[20,20]", false, true},
           {"(20,-]", "[21,21]", false, true},
           {"[-,7)", "[7,7]", true, false},
           {"[-5,-3]", "[-4,-4]", false, true},
       }) {
    EXPECT_EQ(disjoint(interval(r.a), interval(r.b)), r.disjoint) << r.a << " " << r.b;
    EXPECT_EQ(disjoint(interval(r.b), interval(r.a)), r.disjoint) << r.b << " " << r.a;
    EXPECT_EQ(contains(interval(r.a), interval(r.b)), r.contains) << r.a << " " << r.b;
  }
}

TEST(Interval, Arithmetic) {
  struct Row {
    char op;
    char const *a, *b, *result;
  };
  for (auto const& r : std::initializer_list<Row>{
           {'+', "[1,2]", "[3,4]", "[4,6]"},      {'+', "(1,2]", "[3,4)", "(4,6)"},      {'+', "[1,-]", "[3,4]", "[4,-]"},
           {'-', "[5,8]", "[1,2]", "[3,7]"},      {'-', "[5,8)", "(1,2]", "[3,7)"},      {'-', "[5,8]", "[1,-]", "[-,7]"},
           {'*', "[2,3]", "[4,5]", "[8,15]"},     {'*', "[2,3)", "(4,5]", "(8,15)"},     {'*', "[0,3]", "(4,5]", "[0,15]"},
           {'*', "(0,3]", "(4,5]", "(0,15]"},     {'*', "[-1,3]", "[4,5]", "[-,-]"},     {'*', "[2,-]", "[4,5]", "[-,-]"},
           {'/', "[8,15]", "[2,5]", "[1.6,7.5]"}, {'/', "[8,15)", "[2,5)", "(1.6,7.5)"}, {'/', "[-8,15]", "[2,5]", "[-4,7.5]"},
           {'/', "[-8,-5]", "[2,5]", "[-4,-1]"},  {'/', "[8,-]", "[2,4]", "[2,-]"},      {'/', "[8,15]", "[2,-]", "(0,7.5]"},
           {'/', "[8,16]", "[-4,-2]", "[-8,-2]"}, {'/', "[0,3]", "[2,-]", "[0,1.5]"},    {'/', "[8,15]", "[0,5]", "nothing"},
           {'/', "[8,15]", "(0,5]", "nothing"},   {'/', "[8,15]", "[-,5]", "nothing"},   {'/', "[8,15]", "[-1,5]", "nothing"},
       }) {
    Interval const a = interval(r.a), b = interval(r.b);
    auto const result = r.op == '+' ? a + b : r.op == '-' ? a - b : r.op == '*' ? a * b : divide(a, b);
    EXPECT_EQ(result ? dump(*result) : "nothing", r.result) << r.a << r.op << r.b;
  }
}

TEST(Interval, ScaledShiftedMidpoint) {
  EXPECT_EQ(dump(scaled(interval("[1,2)"), Decimal::scaled(25, -1))), "[2.5,5)");
  EXPECT_EQ(dump(scaled(interval("[1,2)"), -3)), "(-6,-3]");
  EXPECT_EQ(dump(scaled(interval("(1,-]"), -3)), "[-,-3)");
  EXPECT_EQ(dump(scaled(interval("[1,-]"), 0)), "[0,0]");
  EXPECT_EQ(dump(shifted(interval("[1,2)"), 10)), "[11,12)");
  EXPECT_EQ(to_string(midpoint(interval("[3,4]")).value()), "3.5");
  EXPECT_EQ(to_string(midpoint(interval("[3,-]")).value()), "3");
  EXPECT_EQ(to_string(midpoint(interval("[-,9]")).value()), "9");
  EXPECT_FALSE(midpoint(interval("[-,-]")));
}

TEST(Interval, Rounded) {
  EXPECT_EQ(dump(rounded(interval("[20,20]"), 0)), "[19.5,20.5]");
  EXPECT_EQ(dump(rounded(interval("[0.14,0.14]"), -2)), "[0.135,0.145]");
  EXPECT_EQ(dump(rounded(interval("[1200000000,1200000000]"), 8)), "[1150000000,1250000000]");
  EXPECT_EQ(dump(rounded(interval("[5,-]"), 0)), "[4.5,-]");
}

TEST(Interval, Prints) {
  struct Row {
    char const *interval, *text;
  };
  for (auto const& r : std::initializer_list<Row>{{"[120,120]", "120"},
                                                  {"[119.5,120.5]", "119.5..120.5"},
                                                  {"(20,-]", "more than 20"},
                                                  {"[300,-]", "at least 300"},
                                                  {"[-,5)", "below 5"},
                                                  {"[-,7]", "at most 7"},
                                                  {"[-,-]", "any value"},
                                                  {"[20000000000,20000000000]", "20,000,000,000"}})
    EXPECT_EQ(to_string(interval(r.interval)), r.text);
}

}  // namespace
}  // namespace counterclaim
