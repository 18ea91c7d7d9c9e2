#include "counterclaim/units.hpp"

#include <gtest/gtest.h>

#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

TEST(Units, EveryRowIsComplete) {
  for (auto const category : {Category::units, Category::currencies})
    for (auto const& row : vocabulary(category)) {
      EXPECT_FALSE(row.column[0].empty() || row.column[1].empty() || row.column[2].empty()) << row.phrase;
      EXPECT_TRUE(parse_decimal(row.column[3])) << row.phrase << ": " << row.column[3];
      EXPECT_TRUE(row.column[4].empty() || parse_decimal(row.column[4])) << row.phrase;
      UnitId const id = find_unit(row.column[0]);
      ASSERT_NE(id, no_unit) << row.phrase;
      UnitId const written = category == Category::units ? unit_of_row(&row - vocabulary(category).data())
                                                         : currency_of_row(&row - vocabulary(category).data());
      EXPECT_EQ(unit(written).name, row.column[1]);
      UnitId const base = unit(written).base;
      ASSERT_NE(base, no_unit) << row.phrase << " has no base " << row.column[5];
      EXPECT_EQ(unit(base).symbol, row.column[5]);
      EXPECT_EQ(unit(base).factor, Decimal(1)) << row.phrase << " stands on " << row.column[5];
      EXPECT_EQ(unit(base).dimension, row.column[2]) << row.phrase;
    }
}

TEST(Units, Converts) {
  struct Row {
    char const *value, *symbol, *base_value, *base;
  };
  for (auto const& r : std::initializer_list<Row>{{"100", "km", "100000", "m"},
                                                  {"1", "mi", "1609.344", "m"},
                                                  {"2.5", "acre-ft", "3083.7045938688", "m³"},
                                                  {"1", "ac", "4046.8564224", "m²"},
                                                  {"36", "km/h", "9.99999999999999999", "m/s"},
                                                  {"8", "GB", "64000000000", "bit"},
                                                  {"1", "GiB", "8589934592", "bit"},
                                                  {"1", "kWh", "3600000", "J"},
                                                  {"37", "°C", "310.15", "K"},
                                                  {"32", "°F", "273.149999999999999", "K"},
                                                  {"25", "bp", "0.25", "pp"},
                                                  {"1.5", "PFLOPS", "1500000000000000", "FLOPS"},
                                                  {"120", "mmHg", "15998.6864898", "Pa"},
                                                  {"50", "¢", "0.5", "USD"},
                                                  {"7", "CHF", "7", "CHF"}}) {
    UnitId const id = find_unit(r.symbol);
    Interval const base = to_base(Interval::exactly(parse_decimal(r.value).value()), id);
    ASSERT_TRUE(base.is_point()) << r.symbol;
    EXPECT_NEAR(to_double(*base.low) / to_double(*parse_decimal(r.base_value)), 1, 1e-15) << r.value << " " << r.symbol;
    EXPECT_EQ(unit(unit(id).base).symbol, r.base) << r.symbol;
  }
  EXPECT_EQ(to_string(as_difference(Interval::exactly(10), find_unit("°C"))), "10");
  EXPECT_TRUE(convertible(find_unit("km"), find_unit("mi")));
  EXPECT_FALSE(convertible(find_unit("USD"), find_unit("EUR")));
  EXPECT_FALSE(convertible(no_unit, no_unit));
}

TEST(Units, Rates) {
  UnitId const usd = find_unit("USD"), barrel = find_unit("bbl"), token = find_unit("token");
  UnitId const game = noun_unit(find_word("game")), visitor = noun_unit(find_word("visitor"));
  struct Row {
    UnitId id;
    char const *symbol, *name;
  };
  for (auto const& r : std::initializer_list<Row>{{per(usd, barrel), "USD/bbl", "dollar per barrel"},
                                                  {per(usd, token, 6), "USD/million token", "dollar per million tokens"},
                                                  {per(find_unit("km"), find_unit("h")), "km/h", "kilometer per hour"},
                                                  {per(visitor, find_unit("d")), "visitor/d", "visitor per day"},
                                                  {per(noun_unit(find_word("goal")), game), "goal/game", "goal per game"}}) {
    EXPECT_EQ(unit(r.id).symbol, r.symbol);
    EXPECT_EQ(unit(r.id).name, r.name);
  }
  EXPECT_EQ(per(find_unit("km"), find_unit("h")), find_unit("km/h"));
  EXPECT_EQ(per(usd, no_unit), no_unit);
  EXPECT_EQ(per(per(usd, game), barrel), no_unit);
  EXPECT_TRUE(convertible(per(usd, find_unit("h")), per(usd, find_unit("d"))));
  EXPECT_FALSE(convertible(per(usd, game), per(usd, visitor)));
  EXPECT_EQ(to_string(*to_base(Interval::exactly(3), per(usd, token, 6)).low), "0.000003");
  EXPECT_EQ(unit(no_unit).symbol, "");
  EXPECT_EQ(find_unit("no such symbol"), no_unit);
}

}  // namespace
}  // namespace counterclaim
