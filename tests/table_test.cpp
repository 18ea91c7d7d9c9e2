// Tables and timelines, for people and for programs.
#include "counterclaim/table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

Table sample() {
  return {{"date", "figure", "n", "passage"},
          {{Cell::of("2024-05-01"), Cell::of("120 km²"), Cell::number(7), Cell::of("Lake Mora covers 120 km².")},
           {Cell::of(""), Cell::of("=2+3"), Cell::number(1200), Cell::of("A \x1b[31mred\x1b[0m\nline")}}};
}

TEST(Table, ColumnsStandBelowOneAnother) {
  EXPECT_EQ(text_table(sample(), {}),
            "date        figure      n  passage\n"
            "2024-05-01  120 km²     7  Lake Mora covers 120 km².\n"
            "            =2+3     1200  A \uFFFD[31mred\uFFFD[0m line\n");
}

TEST(Table, FitsTheWidth) {
  Table table = sample();
  for (auto& row : table.rows)
    row[3] = Cell::of("It was said in the valley that the lake had never been as wide as in that spring.");
  for (int const width : {40, 60, 80, 100}) {
    std::istringstream lines(text_table(table, {width, false}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
  }
}

TEST(Table, AnswersWithoutRowsAreStillTables) {
  EXPECT_EQ(json_table({{"a"}, {}}), "[]\n");
  EXPECT_EQ(csv_table({{"a"}, {}}), "\"a\"\r\n");
  EXPECT_EQ(text_table({{"a"}, {}}, {}), "a\n");
}

TEST(Table, JsonAndCsv) {
  EXPECT_EQ(json_table(sample()),
            "[\n{\"date\":\"2024-05-01\",\"figure\":\"120 km²\",\"n\":7,\"passage\":\"Lake Mora covers 120 km².\"},\n"
            "{\"date\":null,\"figure\":\"=2+3\",\"n\":1200,\"passage\":\"A \\u001b[31mred\\u001b[0m\\nline\"}\n]\n");
  auto const csv = csv_table(sample());
  EXPECT_NE(csv.find("\"'=2+3\""), std::string::npos) << "no formula";
  EXPECT_EQ(csv.find('\x1b'), std::string::npos);
}

Timeline lake() {
  Timeline t{"Lake Mora, area", "km²", {}};
  t.points.push_back({parse_iso_date("2024-05-01"), 119.5, 120.5, false, false, "120 km²", "Mora Gazette, a.md:3"});
  t.points.push_back({parse_iso_date("2024-06-10"), 200, 200, false, true, "more than 200 km²", "b.md:1"});
  t.points.push_back({{}, 209.5, 210.5, false, false, "210 <km²>", "c.md:9"});
  return t;
}

TEST(Timeline, DrawsALineAFigure) {
  EXPECT_EQ(text_timelines({lake()}, {80, false}),
            "Lake Mora, area (km²)\n"
            "2024-05-01  120 km²            ●··························  Mora Gazette, a.md:3\n"
            "2024-06-10  more than 200 km²  ·······················▸┄┄┄  b.md:1\n"
            "undated     210 <km²>          ··························●  c.md:9\n");
}

TEST(Timeline, OneValueAndNoneAreNoTrouble) {
  Timeline one{"Lake Mora", "", {{{}, 5, 5, false, false, "5", "a"}}};
  EXPECT_FALSE(text_timelines({one}, {40, false}).empty());
  EXPECT_EQ(text_timelines({}, {80, false}), "");
  EXPECT_TRUE(svg_timelines({}).ends_with("</svg>\n"));
}

TEST(Timeline, SvgHoldsNoMarkupOfArticles) {
  auto const svg = svg_timelines({lake()});
  EXPECT_EQ(svg.find("<km"), std::string::npos);
  EXPECT_NE(svg.find("2024-06-10: more than 200 km²"), std::string::npos);
  EXPECT_EQ(std::count(svg.begin(), svg.end(), '<'), std::count(svg.begin(), svg.end(), '>'));
}

}  // namespace
}  // namespace counterclaim
