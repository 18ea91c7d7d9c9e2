// The engine over claims and alignments made by hand: what the built-in rules make of them.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/judge_fixture.hpp"

namespace counterclaim {
namespace {

TEST(Judge, BuiltInRulesLoad) {
  auto const loaded = load_rules(built_in_rules());
  for (auto const& error : loaded.errors) ADD_FAILURE() << to_string(error);
  EXPECT_EQ(loaded.book.rules().size(), 15U);
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
         a.about = {"quake", "kill"};
       },
       "superseded-figure"},
      {"toll in the attribute", [](Claim&, Claim& b) { b.attribute = "death toll"; }, "superseded-figure"},
      {"raised",
       [](Claim&, Claim& b) {
         b.about = {"now", "seat"};
       },
       "superseded-figure"},
      {"part of a word", [](Claim& a, Claim&) { a.about = {"skill"}; }, "figure-conflict"},
      {"other period",
       [](Claim& a, Claim& b) {
         a.about = {"kill"};
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
    c.about = {"dead"};
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

struct ChainRow {
  char const* name;
  std::vector<std::tuple<char const*, Relation, char const*>> edges;
  std::size_t findings;
};
TEST(Judge, Cycles) {
  using enum Relation;
  std::vector<ChainRow> const rows = {
      {"direct", {{"A", better, "B"}, {"B", better, "A"}}, 1},
      {"case of names", {{"A", better, "b"}, {"B", better, "a"}}, 1},
      {"worse is the other way", {{"A", better, "B"}, {"B", worse, "A"}}, 0},
      {"worse against better", {{"A", worse, "B"}, {"B", worse, "A"}}, 1},
      {"equal against better", {{"A", better, "B"}, {"B", equal, "A"}}, 1},
      {"equal both", {{"A", equal, "B"}, {"B", equal, "A"}}, 0},
      {"chain", {{"A", better, "B"}, {"B", better, "C"}, {"C", better, "A"}}, 1},
      {"chain over equality", {{"A", better, "B"}, {"B", equal, "C"}, {"C", better, "A"}}, 1},
      {"no cycle", {{"A", better, "B"}, {"B", better, "C"}, {"A", better, "C"}}, 0},
      {"two cycles", {{"A", better, "B"}, {"B", better, "A"}, {"C", better, "D"}, {"D", better, "C"}}, 2},
      {"said twice", {{"A", better, "B"}, {"A", better, "B"}, {"B", better, "A"}}, 1},
      {"itself", {{"A", better, "A"}}, 0},
      {"one side unknown", {{"A", better, ""}, {"", better, "A"}}, 0},
  };
  for (auto const& row : rows) {
    Set s;
    for (auto const& [left, relation, right] : row.edges)
      s.comparison(s.article("n" + std::to_string(s.set.articles.size())), left, relation, right);
    EXPECT_EQ(s.judged().size(), row.findings) << row.name;
  }
}

TEST(Judge, CyclesKeepBenchmarksPeriodsAndDenialsApart) {
  auto two = [](void (*change)(Claim&)) {
    Set s;
    s.comparison(s.article("a"), "A", Relation::better, "B");
    s.comparison(s.article("b"), "B", Relation::better, "A");
    change(s.set.claims[0]);
    return s.rules();
  };
  EXPECT_EQ(two([](Claim&) {}), "comparison-conflict");
  EXPECT_EQ(two([](Claim& c) { c.benchmark = "TPC-H"; }), "");
  EXPECT_EQ(two([](Claim& c) { c.measure = "price"; }), "");
  EXPECT_EQ(two([](Claim& c) { c.certainty = Certainty::denied; }), "");
}

TEST(Judge, LongCyclesAndManyEdgesEnd) {
  Set ring;
  ring.article("a");
  for (int i = 0; i < 9; ++i) ring.comparison(0, "n" + std::to_string(i), Relation::better, "n" + std::to_string((i + 1) % 9));
  EXPECT_EQ(ring.rules(), "");  // nine comparisons: longer than the rule asks for
  Set dense;
  dense.article("a");
  for (int i = 0; i < 70; ++i) {
    for (int j = 0; j < 70; ++j) {
      if (i != j) dense.comparison(0, "n" + std::to_string(i), Relation::better, "n" + std::to_string(j));
    }
  }
  EXPECT_GE(dense.judged().size(), 1000U);
}

TEST(Judge, Arithmetic) {
  Set s;
  auto& e = s.claim(s.article("a"), ClaimKind::equation, "rose 25% from $40 to $46");
  e.stated = {Decimal::scaled(245, -1), Decimal::scaled(255, -1)};
  e.computed = {Decimal(14), Decimal(16)};
  e.arithmetic = "$40 to $46 is a rise of 15%";
  e.operands = {{5, 8}, {14, 17}};
  auto const findings = s.judged();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "arithmetic-mismatch");
  EXPECT_EQ(findings[0].message, "$40 to $46 is a rise of 15%, but the text says rose 25% from $40 to $46");
  EXPECT_EQ(findings[0].locations.size(), 3U);
  s.set.claims[0].computed = {Decimal(24), Decimal(26)};
  EXPECT_EQ(s.rules(), "");
}

struct ClaimRow {
  char const* name;
  ClaimKind kind;
  void (*change)(Claim&);
  char const* rules;
};
TEST(Judge, OneClaim) {
  ClaimRow const rows[] = {
      {"problem", ClaimKind::quantity, [](Claim& c) { c.problem = "more than all"; }, "impossible-value"},
      {"impossible date", ClaimKind::date, [](Claim& c) { c.impossible = true; }, "impossible-value"},
      {"fine", ClaimKind::quantity, [](Claim&) {}, ""},
      {"vague source", ClaimKind::quantity, [](Claim& c) { c.attribution.vague = true; }, "vague-source"},
      {"named source", ClaimKind::quantity, [](Claim& c) { c.attribution.source = "Hansen Institute"; }, ""},
      {"performance", ClaimKind::comparison, [](Claim& c) { c.performance = true; }, "unverified-benchmark"},
      {"size", ClaimKind::comparison, [](Claim&) {}, ""},
      {"scored", ClaimKind::comparison,
       [](Claim& c) {
         c.performance = true;
         c.benchmark = "TPC-H";
         c.score = "812";
       },
       ""},
      {"scored by the maker", ClaimKind::comparison,
       [](Claim& c) {
         c.performance = true;
         c.benchmark = "TPC-H";
         c.score = "812";
         c.attribution.self = true;
       },
       "unverified-benchmark"},
      {"measured by the body", ClaimKind::comparison,
       [](Claim& c) {
         c.performance = true;
         c.attribution.source = "MLPerf";
       },
       ""},
      {"denied", ClaimKind::comparison,
       [](Claim& c) {
         c.performance = true;
         c.certainty = Certainty::denied;
       },
       ""},
      {"variant", ClaimKind::name,
       [](Claim& c) {
         c.subject = "Brightcell";
         c.entity = "BrightCell";
       },
       "name-variant"},
      {"no variant", ClaimKind::name, [](Claim& c) { c.subject = c.entity = "BrightCell"; }, ""},
  };
  for (auto const& row : rows) {
    Set s;
    auto& c = s.claim(s.article("a"), row.kind, "the words");
    c.left = "A";
    c.right = "B";
    row.change(c);
    EXPECT_EQ(s.rules(), row.rules) << row.name;
  }
}

TEST(Judge, IndependentConfirmation) {
  auto with = [](void (*change)(Set&)) {
    Set s;
    s.article("a", "2024-01-01", "Lumenar");
    s.article("b", "2024-01-02", "Bench Weekly");
    s.comparison(0, "Volta", Relation::better, "Ampera").performance = true;
    s.comparison(1, "Ampera", Relation::worse, "Volta");
    s.set.claims[0].attribution.self = true;
    change(s);
    s.align(0, 1);
    return s.rules();
  };
  EXPECT_EQ(with([](Set&) {}), "");
  EXPECT_EQ(with([](Set& s) { s.set.claims[1].attribution.source = "Lumenar"; }), "unverified-benchmark");
  EXPECT_EQ(with([](Set& s) { s.set.articles[1].tier = Tier::self; }), "unverified-benchmark");
  EXPECT_EQ(with([](Set& s) { s.set.articles[1].source = "Lumenar"; }), "unverified-benchmark");
}

TEST(Judge, CertaintyDrift) {
  auto with = [](void (*change)(Claim & a, Claim & b)) {
    Set s;
    s.article("a", "2024-01-01");
    s.article("b", "2024-01-02");
    s.figure(0, "30%", "30", "%");
    s.figure(1, "30%", "30", "%");
    change(s.set.claims[0], s.set.claims[1]);
    s.align_all();
    return s.rules();
  };
  EXPECT_EQ(with([](Claim&, Claim&) {}), "");
  EXPECT_EQ(with([](Claim& a, Claim&) { a.certainty = Certainty::hedged; }), "certainty-drift");
  EXPECT_EQ(with([](Claim&, Claim& b) { b.certainty = Certainty::hedged; }), "certainty-drift");
  EXPECT_EQ(with([](Claim& a, Claim& b) { a.certainty = b.certainty = Certainty::hedged; }), "");
  EXPECT_EQ(with([](Claim& a, Claim&) {
              a.certainty = Certainty::attributed;
              a.attribution.self = true;
            }),
            "certainty-drift");
  EXPECT_EQ(with([](Claim& a, Claim&) { a.certainty = Certainty::planned; }), "");  // what was planned has happened since
  EXPECT_EQ(with([](Claim& a, Claim& b) {
              a.certainty = Certainty::hedged;
              b.compared = Interval::exactly(Decimal(50));
            }),
            "figure-conflict");
}

TEST(Judge, SingleOrigin) {
  auto with =
      [](std::vector<std::pair<char const*, char const*>> const& articles) {  // the article's source, its claim's source
        Set s;
        for (auto const& [publisher, source] : articles) {
          auto const a = s.article("n" + std::to_string(s.set.articles.size()), "", publisher);
          auto& c = s.figure(a, "120 km", "120", "km");
          c.attribution.source = c.attribution.origin = source;
          if (*source != 0) c.certainty = Certainty::attributed;
        }
        s.align_all();
        return s.rules();
      };
  EXPECT_EQ(with({{"Post", "Hansen"}, {"Daily", "Hansen"}}), "single-origin");
  EXPECT_EQ(with({{"Post", "Hansen"}, {"Daily", "hansen"}, {"News", "Hansen"}}), "single-origin");
  EXPECT_EQ(with({{"Post", "Hansen"}, {"Daily", "Post"}}), "single-origin");
  EXPECT_EQ(with({{"Post", "Hansen"}, {"Daily", "Census"}}), "");
  EXPECT_EQ(with({{"Post", "Hansen"}, {"Daily", ""}}), "");
  EXPECT_EQ(with({{"Post", "Hansen"}, {"Post", ""}}), "");
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
