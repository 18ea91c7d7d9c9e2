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

namespace counterclaim {
namespace {

Article article(std::string id, std::string const& text, std::string const& title = {}) {
  Article a;
  a.id = std::move(id);
  a.title = title;
  a.body_size = static_cast<std::uint32_t>(text.size());
  a.raw = a.view = text + title;
  return a;
}

Span span_of(Article const& a, std::string_view text) {
  auto const at = a.raw.find(text);
  EXPECT_NE(at, std::string::npos) << text;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
}

Claim claim_at(Report const& r, std::uint32_t index, std::string_view text) {
  Claim c;
  c.article = index;
  c.span = span_of(r.set.articles[index], text);
  c.sentence = {0, r.set.articles[index].body_size};
  return c;
}

// Two lakes that disagree, one sum that does not add up, one rumour; wide characters, a terminal escape, a title beside the
// text.
Report lakes() {
  Report r;
  auto a = article("lakes/a.md",
                   "# Lakes\n\nEvery summer the ferries are full again. Lake Mora covers 120 square kilometres, making it the "
                   "largest body of fresh water in the province by a wide margin, and the deepest.\n");
  a.source = "Mora Gazette";
  a.date = parse_iso_date("2024-05-01");
  auto b = article("lakes/b\x1b[31m.html", std::string(40, '\n') + "モラ湖 is wide: an area of 210 km2 at high\nwater.\n");
  b.source = "Daily\nMora";
  auto c = article("c", "Of 100 seats, Red won 48,\nBlue 41 and Green 16.", "Red wins 49 seats");
  r.set.articles = {a, b, c};
  r.set.claims = {claim_at(r, 0, "120 square kilometres"), claim_at(r, 1, "210 km2"), claim_at(r, 2, "100 seats"),
                  claim_at(r, 2, "48")};
  r.set.claims.push_back(claim_at(r, 2, "16"));
  r.set.claims.back().kind = ClaimKind::equation;
  r.alignment.pairs.resize(1);
  r.alignment.pairs[0].b = 1;
  r.alignment.undecided = 1;

  auto const at = [&](std::uint32_t index, std::string_view text, std::string label, bool primary) {
    return Location{index, span_of(r.set.articles[index], text), std::move(label), primary};
  };
  Finding f;
  f.rule = "figure-conflict";
  f.severity = Severity::error;
  f.fingerprint = "9f3c1e0b5a7d2c44";
  f.message = "Lake Mora covers 120 km² in one article and 210 km² in another";
  f.locations = {at(0, "120 square kilometres", "area 120 km²", true), at(1, "210 km2 at high\nwater", "area 210 km²", false)};
  f.aligned_on = {"Lake Mora", "area (covers ~ an area of)", ""};
  f.explanation = "compared: 119.5..120.5 km² and 209.5..210.5 km² do not meet";
  r.findings.push_back(f);
  f = {};
  f.rule = "headline-mismatch";
  f.severity = Severity::warning;
  f.message = "49 seats in the headline, 48 in the text";
  f.fingerprint = "00000000000000ff";
  f.locations = {
      at(2, "49 seats", "headline", true),
      at(2, "48", "a label that is far too long to stand behind the mark of so short a span on so narrow a page", false)};
  f.help = "Correct the headline.";
  r.findings.push_back(f);
  f = {};
  f.rule = "single-origin";
  f.severity = Severity::info;
  f.message = "rumour";
  f.explanation = "all of it leads to one source";
  f.locations = {at(0, "deepest", "", true)};
  r.findings.push_back(f);
  return r;
}

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
  quantity.about = {"crane", "record"};
  quantity.scope = {"wild"};
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
