// Rules over one claim, over cycles of comparisons and over sources, on claims made by hand.
#include <gtest/gtest.h>

#include <tuple>

#include "tests/judge_fixture.hpp"

namespace counterclaim {
namespace {

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
  e.arithmetic = "$40 to $46 is a rise of 15%, not 25%";
  e.operands = test::list_of<Span>({{5, 8}, {14, 17}});
  auto const findings = s.judged();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "arithmetic-mismatch");
  EXPECT_EQ(findings[0].message, e.arithmetic);
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
TEST(Judge, NameInTwoSpellings) {
  Set s;
  for (auto const* spelling : {"BrightCell", "Brightcell"}) {  // either may stand first
    auto& c = s.claim(s.article(spelling), ClaimKind::name, spelling);
    c.subject = spelling;
    c.entity = "BrightCell";
  }
  EXPECT_EQ(s.rules(), "name-variant");
  EXPECT_EQ(s.judged().at(0).locations.size(), 2U);
  s.set.claims[1].subject = "BrightCell";
  EXPECT_EQ(s.rules(), "");
}
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
    s.set.claims[0].change = s.set.claims[1].change = Change::down;  // an effect
    change(s.set.claims[0], s.set.claims[1]);
    s.align_all();
    return s.rules();
  };
  EXPECT_EQ(with([](Claim&, Claim&) {}), "");
  EXPECT_EQ(with([](Claim& a, Claim&) { a.certainty = Certainty::hedged; }), "certainty-drift");
  EXPECT_EQ(with([](Claim&, Claim& b) { b.certainty = Certainty::hedged; }), "certainty-drift");
  EXPECT_EQ(with([](Claim& a, Claim& b) { a.certainty = b.certainty = Certainty::hedged; }), "");
  EXPECT_EQ(with([](Claim& a, Claim& b) {
              a.certainty = Certainty::hedged;
              a.change = b.change = Change::level;
            }),
            "certainty-drift");
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

}  // namespace
}  // namespace counterclaim
