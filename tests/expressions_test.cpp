// What expressions of the rule language come to: `where` over one claim or one set, and whether the rule fires.
#include <gtest/gtest.h>

#include "counterclaim/rule.hpp"
#include "src/judge/value.hpp"
#include "tests/judge_fixture.hpp"

namespace counterclaim {
namespace {

struct ExpressionRow {
  char const* where;
  bool fires;
};
TEST(Expressions, ThreeValues) {
  ExpressionRow const rows[] = {
      {"true", true},
      {"false", false},
      {"c.subject == 'Lake Orvel'", true},
      {"c.subject == 'lake orvel'", false},
      {"same_text(c.subject, 'lake orvel')", true},
      {"c.subject in ('pond', 'LAKE ORVEL')", true},
      {"c.subject like ('orvel')", true},
      {"c.subject like ('orv')", false},
      {"c.subject like words", true},
      {"c.score == '1'", false},      // unknown
      {"not c.score == '1'", false},  // still unknown
      {"c.score == '1' or true", true},
      {"not (c.score == '1' and false)", true},
      {"known(c.subject) and not known(c.score)", true},
      {"(c.score else 'none') == 'none'", true},
      {"c.value == 120", true},
      {"c.value * 2 - 40 == 200", true},
      {"c.value / 2 + 1 == 61", true},
      {"-c.value < 0", true},
      {"c.value > 119.99 and c.value <= 120", true},
      {"c.compared == 120", false},  // 119.5 to 120.5: unknown
      {"c.compared != 120", false},
      {"c.compared > 119", true},
      {"c.compared > 120", false},
      {"not c.compared > 120", false},
      {"contains(c.compared, c.value)", true},
      {"ratio(c.value, 60) == 2", true},
      {"c.value / 0 == 1", false},
      {"c.certainty == stated", true},
      {"stated == c.certainty", true},
      {"c.certainty in (stated, planned)", true},
      {"c.certainty != stated", false},
      {"c.kind == quantity and c.article.tier == press", true},
      {"c.unit == 'km'", true},
      {"said(c) == '120 km'", true},
      {"known(shown(c)) and not known(hearsay(c))", true},
      {"days_between(c.article.date, c.period) == 0", true},
      {"c.article.date == c.period", true},
      {"c.article.date >= c.period and c.article.name == 'a.md'", true},
  };
  for (auto const& row : rows) {
    auto const loaded = load_rules(
        {{"x.rule", "list words = 'pond', 'Lake'\nrule x {\n title 't'\n severity info\n match claim c of quantity\n where " +
                        std::string(row.where) + "\n message 'm'\n report c 'r'\n}"}});
    for (auto const& error : loaded.errors) ADD_FAILURE() << to_string(error);
    Set s;
    auto& c = s.figure(s.article("x/a.md", "2024-05-01"), "120 km", "120");
    c.compared = {Decimal::scaled(1195, -1), Decimal::scaled(1205, -1)};
    Day const day = *s.set.articles[0].date;
    c.period = {day, day};
    if (std::string(row.where).find("unit") != std::string::npos) c.unit = c.basis = find_unit("km");
    EXPECT_EQ(s.judged(loaded.book).size(), row.fires ? 1U : 0U) << row.where;
  }
}

TEST(Expressions, Folds) {
  ExpressionRow const rows[] = {
      {"count(g) == 3", true},
      {"count(g.value > 120) == 2", true},
      {"distinct(g.value) == 2", true},
      {"distinct(g.article) == 3", true},
      {"every(g.value >= 120)", true},
      {"every(g.value > 120)", false},
      {"some(g.value > 200)", true},
      {"some(g.score == '1')", false},
      {"not some(g.score == '1')", false},
      {"sum(g.value) == 540", true},
      {"smallest(g.value) == 120 and largest(g.value) == 210", true},
      {"all_agree(g.value)", false},
      {"all_agree(g.value * 0)", true},
      {"sum(g.factor) == 1", false},
      {"g.value == 120", true},
  };
  for (auto const& row : rows) {
    auto const loaded = load_rules({{"x.rule", "rule x {\n title 't'\n severity info\n match set g of quantity\n where " +
                                                   std::string(row.where) + "\n message '{sum(g.value)}'\n report g 'r'\n}"}});
    for (auto const& error : loaded.errors) ADD_FAILURE() << to_string(error);
    Set s;
    for (char const* value : {"120", "210", "210"})
      s.figure(s.article(std::string("n") + std::to_string(s.set.articles.size())), value, value);
    s.align_all();
    auto const findings = s.judged(loaded.book);
    EXPECT_EQ(findings.size(), row.fires ? 1U : 0U) << row.where;
    if (row.fires && !findings.empty()) {
      EXPECT_EQ(findings[0].message, "540");
      EXPECT_EQ(findings[0].locations.size(), 3U);
    }
  }
}

TEST(Expressions, CrossJoinsWithoutAlignment) {
  auto const loaded =
      load_rules({{"x.rule",
                   "rule x {\n title 't'\n severity info\n match pair a, b of comparison\n  different article\n"
                   "  cross a.left = b.right, a.right = b.left\n where a.relation == better and b.relation in (better, equal)\n"
                   " message '{a.left} {b.left}'\n report a 'r'\n note b 'n'\n}"}});
  ASSERT_TRUE(loaded.errors.empty());
  Set s;
  s.comparison(s.article("a"), "A", Relation::better, "B");
  s.comparison(s.article("b"), "B", Relation::equal, "a");
  s.comparison(s.article("c"), "A", Relation::better, "C");
  auto const findings = s.judged(loaded.book);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message, "A B");
}

struct PrintRow {
  Interval value;
  char const* unit;
  char const* printed;
};
TEST(Expressions, NumbersReadWell) {
  PrintRow const rows[] = {
      {Interval::exactly(Decimal(20'000'000'000)), "USD", "$20 billion"},
      {Interval::exactly(Decimal(1'250'000)), "EUR", "€1.25 million"},
      {Interval::exactly(Decimal(5000)), "CHF", "CHF 5000"},
      {Interval::exactly(Decimal(-5000)), "USD", "-$5000"},
      {Interval::exactly(Decimal(40)), "%", "40%"},
      {{Decimal(37), Decimal(43)}, "%", "37% to 43%"},
      {{Decimal(119500), Decimal(120500)}, "km", "119.5 to 120.5 km"},
      {{Decimal(5), std::nullopt, true, false}, "", "more than 5"},
      {{std::nullopt, Decimal(5), false, false}, "", "at most 5"},
      {{}, "", "any number"},
      {Interval::exactly(Decimal(12345678)), "", "12.3457 million"},
      {Interval::exactly(*parse_decimal("3.14159265")), "", "3.14159"},
      {Interval::exactly(Decimal(12345)), "", "12,345"},
  };
  for (auto const& row : rows) {
    UnitId const unit = *row.unit == 0 ? no_unit : find_unit(row.unit);
    EXPECT_EQ(rules::print(rules::Number{row.value, unit}), row.printed);
  }
}

TEST(Expressions, DurationsReadWell) {
  UnitId const second = find_unit("s");
  ASSERT_NE(second, no_unit);
  EXPECT_EQ(rules::print(rules::Number{Interval::exactly(Decimal(86400 * 12)), second}), "12 days");
  EXPECT_EQ(rules::print(rules::Number{Interval::exactly(Decimal(5400)), second}), "1.5 hours");
  EXPECT_EQ(rules::print(rules::Number{Interval::exactly(Decimal(9)), second}), "9 s");
}

TEST(Expressions, DaysReadWell) {
  EXPECT_EQ(rules::print(year_range(1998)), "1998");
  EXPECT_EQ(rules::print(month_range(1998, 5)), "May 1998");
  Day const day = to_day({2024, 5, 1});
  EXPECT_EQ(rules::print(DayRange{day, day}), "2024-05-01");
  EXPECT_EQ(rules::print(DayRange{day, day + 2}), "2024-05-01 to 2024-05-03");
  EXPECT_EQ(rules::print(DayRange{day, no_upper_day}), "from 2024-05-01");
  EXPECT_EQ(rules::print(DayRange{}), "");
}

}  // namespace
}  // namespace counterclaim
