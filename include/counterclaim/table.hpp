// Tables and timelines: what answers about claims are printed as.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/calendar.hpp"
#include "counterclaim/report.hpp"

namespace counterclaim {

struct Cell {
  enum class Kind : std::uint8_t { nothing, number, text };
  Kind kind = Kind::nothing;
  std::string text;  // a number as JSON writes it
  static Cell of(std::string_view text) { return {text.empty() ? Kind::nothing : Kind::text, std::string(text)}; }
  static Cell number(std::string digits) { return {Kind::number, std::move(digits)}; }
  static Cell number(std::int64_t value) { return {Kind::number, std::to_string(value)}; }
};

struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
};

// Columns side by side under their names, numbers to the right; where the width does not suffice, the widest columns are cut.
// Fit for a terminal whatever the cells hold.
std::string text_table(Table const& table, TextStyle style);
std::string json_table(Table const& table);  // an array of objects, an object a line; nothing is null
std::string csv_table(Table const& table);   // a cell that a spreadsheet would take for a formula begins with an apostrophe

// Figures asserted of one thing in one unit, in the order of their dates.
struct TimelinePoint {
  std::optional<Day> date;
  double low = 0, high = 0;  // an end that is open to that side is the other end
  bool open_below = false, open_above = false;
  std::string figure;  // "$20 billion"
  std::string source;  // "The Information, a.md:3"
};
struct Timeline {
  std::string title;  // "DeepSeek, valuation"
  std::string unit;   // "USD"; empty for counts
  std::vector<TimelinePoint> points;
};
// A line a figure: its date, its words, where it lies between the least and the greatest of all, who says so.
std::string text_timelines(std::vector<Timeline> const& timelines, TextStyle style);
std::string svg_timelines(std::vector<Timeline> const& timelines);  // dates from left to right, values upwards

}  // namespace counterclaim
