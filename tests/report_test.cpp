// Reports made by hand: what every output format prints of them.
#include "counterclaim/report.hpp"

#include <gtest/gtest.h>

#include <string>

#include "counterclaim/text.hpp"
#include "counterclaim/units.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/json_writer.hpp"
#include "src/report/place_index.hpp"
#include "tests/golden.hpp"
#include "tests/kept.hpp"
#include "tests/report_fixture.hpp"

namespace counterclaim {
namespace {

using test::article;
using test::claim_at;
using test::lakes;
using test::span_of;

TEST(TextReport, ShowsPlacesMarksAndReasons) {
  test::expect_golden("tests/data/report/lakes.txt", text_report(lakes(), {100, false}));
}
TEST(TextReport, FitsANarrowPage) { test::expect_golden("tests/data/report/lakes-60.txt", text_report(lakes(), {60, false})); }
TEST(TextReport, HasColoursWhenAsked) {
  test::expect_golden("tests/data/report/lakes-color.txt", text_report(lakes(), {100, true}));
}

TEST(TextReport, LetsNoControlCharacterThrough) {
  for (char const c : text_report(lakes(), {80, false}))
    EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << int{c};
}

TEST(TextReport, SaysWhenNothingWasFound) {
  Report r;
  r.set.articles.push_back(article("a", "Nothing."));
  EXPECT_EQ(text_report(r, {}), "1 article, 0 claims, 0 aligned, 0 undecided: no findings\n");
  r.unreadable.resize(2);
  EXPECT_EQ(text_report(r, {}), "1 article, 2 unreadable, 0 claims, 0 aligned, 0 undecided: no findings\n");
}

TEST(JsonReport, FollowsTheSchema) { test::expect_golden("tests/data/report/lakes.json", json_report(lakes())); }
TEST(JsonReport, HasItsFindingsAlsoOnOneLine) {
  auto const findings = json_findings(lakes());
  EXPECT_EQ(findings.find('\n'), findings.npos);
  EXPECT_EQ(json_findings({}), "[]");
}

// One claim of each public kind, with every field filled and with none.
TEST(JsonClaim, OfEveryKind) {
  Report r;
  r.set.articles = {article("a.md", "Héron said \"at least 300\" cranes rose 5% to a record.\n", "Cranes")};
  auto const& a = r.set.articles[0];
  std::vector<Claim> claims;
  auto add = [&](std::string_view text, ClaimKind kind) -> Claim& {
    claims.push_back(claim_at(r, 0, text));
    claims.back().kind = kind;
    return claims.back();
  };
  auto& quantity = add("at least 300", ClaimKind::quantity);
  quantity.value = {Decimal(300), {}, false, false};
  quantity.bound = Bound::at_least;
  quantity.counted = "crane";
  quantity.subject = "Héron";
  quantity.attribute = "crane";
  quantity.about = test::list({"crane", "record"});
  quantity.scope = test::list({"wild"});
  quantity.period = year_range(2024);
  quantity.attribution = {"Héron", "Héron", "said", true, false};
  quantity.certainty = Certainty::attributed;
  quantity.quoted = true;
  auto& share = add("5%", ClaimKind::quantity);
  share.value = {Decimal::scaled(50000000000000001, -16), Decimal::scaled(6, 52), true, true};
  share.change = Change::up;
  auto& day = add("record", ClaimKind::date);
  day.timex = "2024-05";
  day.days = month_range(2024, 5);
  add("record", ClaimKind::duration).timex = "P3D";
  auto& rank = add("record", ClaimKind::rank);
  rank.value = Interval::exactly(2);
  rank.attribute = "largest flock";
  auto& faster = add("record", ClaimKind::comparison);
  faster.left = "Crane";
  faster.right = "Stork";
  faster.relation = Relation::worse;
  faster.measure = "speed";
  faster.factor = Interval::exactly(3);
  add("record", ClaimKind::comparison);
  add("Cranes", ClaimKind::quantity).span = {a.body_size, a.body_size + 6};
  add("record", ClaimKind::equation);
  add("record", ClaimKind::statement);
  test::expect_golden("tests/data/report/claims.jsonl", json_claims(claims, a));
  EXPECT_EQ(json_claim(claims[0], a) + "\n", json_claims({claims.data(), 1}, a));
}

TEST(JsonWriter, StringsAreValidJson) {
  struct Row {
    std::string text, json;
  };
  Row const rows[] = {
      {"", "\"\""},
      {"plain", "\"plain\""},
      {"a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""},
      {"line\nend\r\ttab", "\"line\\nend\\r\\ttab\""},
      {std::string("\0\x1f\x7f", 3), "\"\\u0000\\u001f\\u007f\""},
      {"é 湖 😀", "\"é 湖 😀\""},
      {"cut \xC3", "\"cut \uFFFD\""},
      {"\xFF!", "\"\uFFFD!\""},
  };
  for (auto const& row : rows) {
    std::string out;
    json::string(out, row.text);
    EXPECT_EQ(out, row.json);
  }
}

TEST(Excerpt, IsCutAroundTheSpan) {
  struct Row {
    std::string text, span;
    int width;
    std::string expected;  // the marked part in ‹›
  };
  std::string const words = "one two three four five six seven eight nine ten eleven twelve";
  Row const rows[] = {
      {"The dam holds 40 barrels.", "40", 60, "The dam holds ‹40› barrels."},
      {"before\nThe dam holds 40 barrels.\nbehind", "40", 60, "The dam holds ‹40› barrels."},
      {words, "one", 30, "‹one› two three four five six …"},
      {words, "twelve", 30, "… eight nine ten eleven ‹twelve›"},
      {words, "six", 30, "… four five ‹six› seven eight …"},
      {"from 40\nbarrels to 50", "40\nbarrels", 60, "from ‹40 barrels› to 50"},
      {"a\tb 7", "7", 40, "a b ‹7›"},
      {"\r\n7 dams\r\n", "7", 40, "‹7› dams"},
      {"湖湖湖湖湖湖湖湖湖湖湖湖 7", "7", 20, "… 湖湖湖湖湖湖湖湖 ‹7›"},
      {words, words, 20, "‹one two three…›"},
  };
  for (auto const& row : rows) {
    auto const a = article("a", row.text);
    auto const e = excerpt(a, span_of(a, row.span), row.width);
    EXPECT_LE(display_width(e.text), row.width) << row.expected;
    // Bytes of the marked part, found again by its columns.
    auto const bytes_within = [&](int columns) {
      std::size_t at = 0;
      while (at < e.text.size() && display_width(std::string_view(e.text).substr(0, at)) < columns)
        at += decode(e.text, at).bytes;
      return at;
    };
    auto shown = e.text;
    shown.insert(bytes_within(e.mark_column + e.mark_width), "›");
    shown.insert(bytes_within(e.mark_column), "‹");
    EXPECT_EQ(shown, row.expected);
  }
}

TEST(Excerpt, OfAnEndlessLineCostsNoMoreThanItShows) {
  auto const a = article("a", std::string(20'000'000, 'x') + " 7 " + std::string(20'000'000, 'y'));
  for (int i = 0; i < 1000; ++i) excerpt(a, {20'000'001, 20'000'002}, 100);
}

TEST(PlaceIndex, CountsLinesAndCodePoints) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "é湖 line\n";
  auto const a = article("a", text, "Tïtle");
  PlaceIndex const index(a);
  for (std::uint32_t at = 0; at < a.body_size; ++at) {
    if ((text[at] & 0xC0) == 0x80) continue;
    auto const expected = place_of(text, at);
    auto const got = index.address({at, at}).place;
    ASSERT_EQ(got.line, expected.line) << at;
    ASSERT_EQ(got.column, expected.column) << at;
  }
  auto const in_title = index.address({a.body_size + 3, a.body_size + 6});
  EXPECT_TRUE(in_title.in_title);
  EXPECT_EQ(in_title.begin, 3u);
  EXPECT_EQ(in_title.place.column, 3u);
}

}  // namespace
}  // namespace counterclaim
