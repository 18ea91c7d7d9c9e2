// The engine over claims and alignments made by hand: what the built-in rules make of them.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/judge_fixture.hpp"

namespace counterclaim {
namespace {

TEST(Judge, BuiltInRulesLoad) {
  auto const loaded = load_rules(built_in_rules());
  for (auto const& error : loaded.errors) ADD_FAILURE() << to_string(error);
  EXPECT_EQ(loaded.book.rules().size(), 25U);
  for (auto const& rule : loaded.book.rules()) {
    auto count = [&](bool conflict) {
      return std::count_if(rule.examples.begin(), rule.examples.end(), [&](auto const& e) { return e.conflict == conflict; });
    };
    EXPECT_GE(count(true), 2) << rule.id;
    EXPECT_GE(count(false), 2) << rule.id;
    EXPECT_FALSE(rule.title.empty() || rule.help.empty()) << rule.id;
  }
}

struct FigureRow {
  std::string value_a, unit_a, value_b, unit_b, rules;
};

// Two aligned figures of two articles, in order of place and the other way round.
TEST(Judge, TwoFigures) {
  std::vector<FigureRow> const rows = {
      {"120", "km", "210", "km", "figure-conflict"},
      {"120", "km", "120", "km", ""},
      {"120", "km", "120000", "m", ""},
      {"120", "km", "120", "mi", "unit-conflict"},
      {"5000000000", "USD", "5000000000", "EUR", "unit-conflict"},
      {"5000000000", "USD", "4600000000", "EUR", ""},
      {"1.5", "km", "15", "km", "magnitude-slip"},
      {"1400000", "USD", "1400000000", "USD", "magnitude-slip"},
      {"1.52", "km", "15", "km", "magnitude-slip"},
      {"1.52", "km", "2", "km", "figure-conflict"},
      {"1.5", "km", "1500", "m", ""},
      {"30", "", "31", "", "figure-conflict"},
      {"0", "", "10", "", "figure-conflict"},
      {"40", "%", "42", "%", "figure-conflict"},
  };
  for (auto const& row : rows) {
    for (bool const swapped : {false, true}) {
      Set s;
      s.article("a");
      s.article("b");
      s.figure(swapped ? 1 : 0, "first", row.value_a, row.unit_a);
      s.figure(swapped ? 0 : 1, "second", row.value_b, row.unit_b);
      if (swapped) std::swap(s.set.claims[0], s.set.claims[1]);
      s.align_all();
      EXPECT_EQ(s.rules(), row.rules) << row.value_a << row.unit_a << " " << row.value_b << row.unit_b;
    }
  }
}

TEST(Judge, HedgesWidenWhatIsCompared) {
  Set s;
  s.figure(s.article("a"), "about 40%", "40", "%").compared = {Decimal(37), Decimal(43)};
  s.figure(s.article("b"), "42%", "42", "%");
  s.align_all();
  EXPECT_EQ(s.rules(), "");
  s.set.claims[1].compared = Interval::exactly(Decimal(44));
  EXPECT_EQ(s.rules(), "figure-conflict");
}

struct StateRow {
  char const* name;
  void (*change)(Claim& a, Claim& b);
  char const* rules;
};

// Two figures, 12 in the earlier article and 31 in the later one, changed as the row says.
TEST(Judge, WhatSparesTwoFigures) {
  StateRow const rows[] = {
      {"plain", [](Claim&, Claim&) {}, "figure-conflict"},
      {"denied", [](Claim& a, Claim&) { a.certainty = Certainty::denied; }, ""},
      {"hypothetical", [](Claim&, Claim& b) { b.certainty = Certainty::hypothetical; }, ""},
      {"vague", [](Claim& a, Claim&) { a.vague = true; }, ""},
      {"toll",
       [](Claim& a, Claim&) {
         a.about = test::list({"quake", "kill"});
       },
       "superseded-figure"},
      {"toll in the attribute", [](Claim&, Claim& b) { b.attribute = "death toll"; }, "superseded-figure"},
      {"raised",
       [](Claim&, Claim& b) {
         b.about = test::list({"now", "seat"});
       },
       "superseded-figure"},
      {"part of a word", [](Claim& a, Claim&) { a.about = test::list({"skill"}); }, "figure-conflict"},
      {"other period",
       [](Claim& a, Claim& b) {
         a.about = test::list({"kill"});
         a.period = year_range(2010);
         b.period = year_range(2011);
         a.period_stated = b.period_stated = true;
       },
       ""},
  };
  for (auto const& row : rows) {
    Set s;
    s.article("a", "2024-05-01");
    s.article("b", "2024-05-03");
    s.figure(0, "12 people", "12");
    s.figure(1, "31 people", "31");
    row.change(s.set.claims[0], s.set.claims[1]);
    s.align_all();
    EXPECT_EQ(s.rules(), row.rules) << row.name;
  }
}

TEST(Judge, KeysMustBeCovered) {
  Set s;
  s.figure(s.article("a"), "120 km", "120", "km");
  s.figure(s.article("b"), "210 km", "210", "km");
  s.align(0, 1, key_subject | key_attribute | key_dimension);
  EXPECT_EQ(s.rules(), "");
}

TEST(Judge, CorrectionIsNoConflict) {
  Set s;
  s.figure(s.article("a"), "120 km", "120", "km");
  s.figure(s.article("b"), "210 km", "210", "km");
  s.align_all();
  s.set.articles[1].corrects = {"a"};
  EXPECT_EQ(s.rules(), "");
}

TEST(Judge, MessageNamesTheThingAndBothValues) {
  Set s;
  s.figure(s.article("lakes/a.md"), "120 km", "120", "km").compared = {Decimal(119500), Decimal(120500)};
  s.figure(s.article("lakes/b.html"), "210 km", "210", "km");
  s.align_all();
  auto const findings = s.judged();
  ASSERT_EQ(findings.size(), 1U);
  auto const& f = findings.front();
  EXPECT_EQ(f.message, "Lake Orvel's area: 120 km here but 210 km in b.html");
  EXPECT_EQ(f.explanation, "compared: 119.5 to 120.5 km and 210 km do not meet");
  ASSERT_EQ(f.locations.size(), 2U);
  EXPECT_TRUE(f.locations[0].primary && !f.locations[1].primary);
  EXPECT_EQ(f.locations[0].label, "area 120 km");
  EXPECT_EQ(f.locations[1].label, "area 210 km");
  EXPECT_EQ(f.aligned_on.subject, "Lake Orvel");
  EXPECT_FALSE(f.help.empty());
}

TEST(Judge, OneFindingADisagreement) {
  Set s;
  char const* const values[] = {"120", "210", "120", "210", "210"};
  for (int i = 0; i < 5; ++i)
    s.figure(s.article(std::string(1, static_cast<char>('a' + i))), std::string(values[i]) + " km", values[i], "km");
  s.align_all();
  auto findings = s.judged();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].locations.size(), 5U);
  // A third value disagrees with both.
  s.figure(s.article("f"), "300 km", "300", "km");
  s.alignment = {};
  s.align_all();
  EXPECT_EQ(s.judged().size(), 3U);
}

TEST(Judge, AnUpdateOfAnUpdateIsOneFinding) {
  Set s;
  char const* const tolls[] = {"9", "17", "23"};
  for (int i = 0; i < 3; ++i) {
    auto& c = s.figure(s.article(std::string(1, static_cast<char>('a' + i)), "2024-05-0" + std::to_string(1 + i)), tolls[i],
                       tolls[i]);
    c.about = test::list({"dead"});
  }
  s.align_all();
  auto const findings = s.judged();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "superseded-figure");
  EXPECT_EQ(findings[0].locations.size(), 3U);
}

TEST(Judge, ClockTimes) {
  struct Row {
    char const *a, *b, *rules;
  };
  Row const rows[] = {{"2024-05-01T06:52", "2024-05-01T07:15", "date-conflict"},
                      {"2024-05-01T06:52", "2024-05-01T06:52", ""},
                      {"2024-05-01T06:52", "2024-05-01TMO", ""},
                      {"2024-05-01T06:52", "2024-05-01", ""},
                      {"2024-05-01T06", "2024-05-01T06:52", ""},
                      {"2024-05-01T06:52Z", "2024-05-01T08:52+02:00", ""},
                      {"T06:52", "T19:15", "date-conflict"}};
  for (auto const& row : rows) {
    Set s;
    s.article("a");
    s.article("b");
    for (std::uint32_t i : {0U, 1U}) {
      auto& c = s.claim(i, ClaimKind::date, "a time");
      c.subject = c.entity = "Carrow Bridge";
      c.attribute = "open";
      c.timex = i == 0 ? row.a : row.b;
      if (auto const day = parse_iso_date(c.timex.substr(0, 10))) c.days = {*day, *day};
    }
    s.align(0, 1, key_subject | key_attribute);
    EXPECT_EQ(s.rules(), row.rules) << row.a << " " << row.b;
  }
}

TEST(Judge, ManyPassagesAreCut) {
  Set s;
  for (int i = 0; i < 20; ++i)
    s.figure(s.article("a" + std::to_string(10 + i)), i % 2 == 0 ? "120 km" : "210 km", i % 2 == 0 ? "120" : "210", "km");
  s.align_all();
  auto const findings = s.judged();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].locations.size(), 6U);
}

TEST(Judge, FingerprintIsOfMeaning) {
  auto print = [](std::string const& id, std::string const& padding, std::string const& value) {
    Set s;
    s.article(id);
    s.article("z" + id);
    if (!padding.empty()) s.claim(0, ClaimKind::statement, padding);
    s.figure(0, "120 km", "120", "km");
    s.figure(1, value + " km", value, "km");
    std::uint32_t const first = padding.empty() ? 0 : 1;
    s.align(first, first + 1);
    return s.judged().at(0).fingerprint;
  };
  auto const one = print("a", "", "210");
  EXPECT_EQ(one.size(), 16U);
  EXPECT_EQ(one.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(one, print("other/b", "", "210"));
  EXPECT_EQ(one, print("a", "a paragraph before it", "210"));
  EXPECT_NE(one, print("a", "", "211"));
}

TEST(Judge, HeadlineGoesFirst) {
  Set s;
  s.article("a");
  s.figure(0, "900 jobs", "900").headline = true;
  s.figure(0, "90 jobs", "90");
  s.align_all();
  EXPECT_EQ(s.rules(), "headline-mismatch");
  s.figure(0, "900 posts", "900");  // the body says so too: what is left is a slip inside the body
  s.alignment = {};
  s.align_all();
  EXPECT_EQ(s.rules(), "magnitude-slip");
}

struct DateRow {
  DayRange a, b;
  char const* rules;
};
TEST(Judge, Dates) {
  Day const fourth = to_day({1998, 5, 4});
  DateRow const rows[] = {
      {{fourth, fourth}, year_range(1996), "date-conflict"},
      {{fourth, fourth}, year_range(1998), ""},
      {{fourth, fourth}, month_range(1998, 6), "date-conflict"},
      {{fourth, no_upper_day}, year_range(1999), ""},
      {{}, year_range(1999), ""},
  };
  for (auto const& row : rows) {
    Set s;
    s.article("a");
    s.article("b");
    for (std::uint32_t i : {0U, 1U}) {
      auto& c = s.claim(i, ClaimKind::date, "a day");
      c.subject = c.entity = "Carrow Bridge";
      c.attribute = "open";
      c.days = i == 0 ? row.a : row.b;
    }
    s.align(0, 1, key_subject | key_attribute);
    EXPECT_EQ(s.rules(), row.rules);
  }
}

TEST(Judge, OrderIsSeverityThenPlace) {
  Set s;
  s.article("a");
  s.article("b");
  s.claim(0, ClaimKind::quantity, "one").attribution.vague = true;
  s.claim(0, ClaimKind::quantity, "two").problem = "cannot be";
  s.claim(1, ClaimKind::quantity, "three").problem = "cannot be";
  EXPECT_EQ(s.rules(), "impossible-value impossible-value vague-source");
}

TEST(Judge, BadAlignmentIsPassedOver) {
  Set s;
  s.figure(s.article("a"), "120 km", "120", "km");
  AlignedPair pair;
  pair.a = 0;
  pair.b = 99;
  pair.keys = 0xFF;
  s.alignment.pairs = {pair};
  s.alignment.groups = {{0, 99}};
  EXPECT_EQ(s.rules(), "");
}

}  // namespace
}  // namespace counterclaim
