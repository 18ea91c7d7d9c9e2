// What a project says, and what it changes in a report.
#include "counterclaim/settings.hpp"

#include <gtest/gtest.h>

#include "counterclaim/lint.hpp"
#include "counterclaim/read.hpp"

namespace counterclaim {
namespace {

RuleBook const& book() {
  static auto const loaded = load_rules(built_in_rules());
  return loaded.book;
}

Article text(std::string id, std::string body, std::string source = {}) {
  auto article = read_text(std::move(id), std::move(body));
  article.date = parse_iso_date("2031-03-04");
  article.source = std::move(source);
  return article;
}

// The rules that fire between two texts.
std::vector<std::string> fired(std::string const& a, std::string const& b, Settings const& settings = {},
                               RuleBook const& rules = book()) {
  std::vector<std::string> out;
  for (auto const& finding : lint({text("a.md", a), text("b.md", b)}, rules, 1, settings).findings) out.push_back(finding.rule);
  return out;
}
bool conflicts(std::string const& a, std::string const& b, Settings const& settings) {
  auto const rules = fired(a, b, settings);
  return std::any_of(rules.begin(), rules.end(), [](auto const& rule) { return rule.ends_with("-conflict"); });
}

Settings tolerating(char const* share, std::vector<std::pair<std::string, Decimal>> dimensions = {}) {
  Settings s;
  s.tolerance.figures = *parse_decimal(share);
  s.tolerance.dimensions = std::move(dimensions);
  return s;
}

TEST(Settings, FiguresWithinTheToleranceAreTheSame) {
  std::string const a = "Lake Orrin covers 120 square kilometres.", b = "Lake Orrin covers an area of 126 square kilometres.";
  EXPECT_TRUE(conflicts(a, b, {}));
  EXPECT_TRUE(conflicts(a, b, tolerating("0.01")));
  EXPECT_FALSE(conflicts(a, b, tolerating("0.06")));
  EXPECT_FALSE(conflicts(a, b, tolerating("0", {{"area", *parse_decimal("0.06")}})));
  EXPECT_TRUE(conflicts(a, b, tolerating("0.06", {{"area", 0}}))) << "a dimension's own tolerance counts";
  EXPECT_FALSE(conflicts(a, b, tolerating("0.06", {{"money", 0}})));
}

TEST(Settings, ArithmeticKeepsTheToleranceToo) {
  std::string const sum = "The survey counted 100 boats: 40 ferries, 30 trawlers and 28 yachts.";
  EXPECT_EQ(fired(sum, ""), std::vector<std::string>{"arithmetic-mismatch"});
  EXPECT_EQ(fired(sum, "", tolerating("0.05")), std::vector<std::string>{});
}

TEST(Settings, AboutReachesAsFarAsTheProjectSays) {
  std::string const a = "Lake Orrin covers about 120 square kilometres.",
                    b = "Lake Orrin covers an area of 138 square kilometres.";
  EXPECT_TRUE(conflicts(a, b, {}));
  Settings wide;
  wide.tolerance.about = *parse_decimal("0.16");
  EXPECT_FALSE(conflicts(a, b, wide));
  wide.tolerance.about = *parse_decimal("0.01");
  EXPECT_TRUE(conflicts(a, b, wide));
}

TEST(Settings, DatesWithinTheToleranceAreTheSame) {
  std::string const a = "The Orrin Bridge opened on 12 May 2019.", b = "The Orrin Bridge was opened on 14 May 2019.";
  EXPECT_TRUE(conflicts(a, b, {}));
  Settings days;
  days.tolerance.days = 1;
  EXPECT_TRUE(conflicts(a, b, days));
  days.tolerance.days = 2;
  EXPECT_FALSE(conflicts(a, b, days));
}

TEST(Settings, AliasesAreOneThingAndNoVariants) {
  std::string const a = "Veltar Instruments employs 410 people.", b = "Orbant employs 620 people.";
  EXPECT_FALSE(conflicts(a, b, {}));
  Settings s;
  s.aliases = {{"Veltar Group", "Veltar Instruments", "Orbant"}};
  auto const report = lint({text("a.md", a), text("b.md", b)}, book(), 1, s);
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].rule, "figure-conflict");
  EXPECT_NE(report.findings[0].message.find("Veltar Group"), std::string::npos) << report.findings[0].message;
}

TEST(Settings, SynonymsAreOneWord) {
  std::string const a = "The Kelby works turned out 410 looms in 2030.", b = "The Kelby works turned out 620 trumpets in 2030.";
  EXPECT_FALSE(conflicts(a, b, {}));
  Settings s;
  s.synonyms = {{"loom", "trumpet"}};
  EXPECT_TRUE(conflicts(a, b, s));
  s.synonyms = {{"gadget", "trumpet"}};
  EXPECT_FALSE(conflicts(a, b, s));
}

TEST(Settings, TiersGoBySourceAndByHost) {
  std::vector<Article> articles = {text("a", "x", "Port Herald"), text("b", "x"), text("c", "x", "Port")};
  articles[1].url = "https://user@Press.Example.org:8080/a?b";
  articles[2].tier = Tier::self;
  apply_tiers({{"port herald", Tier::reference}, {"press.example.org", Tier::trusted}}, articles);
  EXPECT_EQ(articles[0].tier, Tier::reference);
  EXPECT_EQ(articles[1].tier, Tier::trusted);
  EXPECT_EQ(articles[2].tier, Tier::self);
}

TEST(Settings, LevelsChangeASeverityAndSwitchRulesOff) {
  std::string const a = "Orrin Motors raised $40 million in March.", b = "Orrin Motors raised $40 billion in March.";
  EXPECT_EQ(fired(a, b), std::vector<std::string>{"magnitude-slip"});
  auto const off = with_levels(book(), {{"magnitude-slip", std::nullopt}, {"no-such-rule", Severity::info}});
  EXPECT_EQ(fired(a, b, {}, off), std::vector<std::string>{"figure-conflict"}) << "a rule that is off takes the place of none";
  auto const mild = with_levels(book(), {{"magnitude-slip", Severity::info}});
  auto const report = lint({text("a.md", a), text("b.md", b)}, mild, 1);
  ASSERT_EQ(report.findings.size(), 1u);
  EXPECT_EQ(report.findings[0].severity, Severity::info);
}

TEST(Settings, AFigureMarkedSicIsSetAgainstNothing) {
  std::string const b = "Lake Orrin covers an area of 310 square kilometres.";
  for (auto const* a : {"Lake Orrin covers 120 square kilometres [sic].", "Lake Orrin covers 120 [sic] square kilometres.",
                        "\"Lake Orrin covers 120 square kilometres\" [sic], the sign says.",
                        "Lake Orrin covers 120 square kilometres (sic!).", "Lake Orrin covers 120 square kilometres [*sic*]."})
    EXPECT_FALSE(conflicts(a, b, {})) << a;
  for (auto const* a :
       {"Lake Orrin covers 120 square kilometres [sick].", "Lake Orrin covers 120 square kilometres, [see sic].",
        "Lake Orrin covers 120 square kilometres. It is basic [1]."})
    EXPECT_TRUE(conflicts(a, b, {})) << a;
  EXPECT_EQ(fired("The survey counted 100 boats: 40 ferries, 30 trawlers and 28 [sic] yachts.", ""),
            std::vector<std::string>{});
}

TEST(Settings, CodeAndCopyrightAreSetAgainstNothing) {
  std::string const b = "Lake Orrin covers an area of 310 square kilometres. Kellow Press was founded in 1999.";
  EXPECT_FALSE(conflicts("```\nLake Orrin covers 120 square kilometres.\n```", b, {}));
  EXPECT_EQ(fired("    sizes: 40 ferries, 30 trawlers and 28 yachts, 100 boats in all", ""), std::vector<std::string>{});
  EXPECT_EQ(
      fired("Copyright (c) 1999 Kellow Press. All rights reserved.", "Copyright (c) 2003 Kellow Press. All rights reserved."),
      std::vector<std::string>{});
}

}  // namespace
}  // namespace counterclaim
