#include "counterclaim/table.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "src/report/csv_cell.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/json_writer.hpp"
#include "src/report/paint.hpp"

namespace counterclaim {
namespace {

constexpr int gap = 2;
constexpr int narrowest = 8;  // a column is not cut below this

int total(std::vector<int> const& widths) {
  int sum = gap * (static_cast<int>(widths.size()) - 1);
  for (int const w : widths) sum += w;
  return sum;
}

// The last column gives way first, for it holds sentences; then the widest ones. Numbers are never cut.
void fit(std::vector<int>& widths, int width, std::vector<bool> const& numeric) {
  int const tail = std::max(narrowest, width / 3);
  while (total(widths) > width) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i)
      if (!numeric[i] && widths[i] > narrowest && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
    auto const last = widths.size() - 1;
    if (!numeric[last] && widths[last] > tail) widest = last;
    if (widest == widths.size()) return;
    --widths[widest];
  }
}

std::string padded(std::string text, int width, bool to_the_right) {
  std::string const blanks(static_cast<std::size_t>(std::max(width - display_width(text), 0)), ' ');
  return to_the_right ? blanks + text : text + blanks;
}

}  // namespace

std::string text_table(Table const& table, TextStyle style) {
  if (table.columns.empty()) return {};
  std::vector<int> widths;
  std::vector<bool> numeric(table.columns.size(), true);
  for (auto const& name : table.columns) widths.push_back(display_width(name));
  std::vector<std::vector<std::string>> lines;
  for (auto const& row : table.rows) {
    auto& line = lines.emplace_back();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      line.push_back(one_line(row[i].text));
      widths[i] = std::max(widths[i], display_width(line.back()));
      if (row[i].kind == Cell::Kind::text) numeric[i] = false;
    }
  }
  fit(widths, style.width, numeric);
  Painter const paint{style.color};
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    auto const name = fitted(table.columns[i], widths[i]);
    bool const last = i + 1 == table.columns.size();
    out += paint(strong, last && !numeric[i] ? name : padded(name, widths[i], numeric[i]));
    out += last ? "\n" : std::string(gap, ' ');
  }
  for (auto const& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) {
      auto const text = fitted(line[i], widths[i]);
      bool const last = i + 1 == line.size();
      out += last && !numeric[i] ? text : padded(text, widths[i], numeric[i]);
      out += last ? "\n" : std::string(gap, ' ');
    }
  return out;
}

std::string json_table(Table const& table) {
  std::string out = "[";
  for (std::size_t n = 0; n < table.rows.size(); ++n) {
    out += n == 0 ? "\n{" : ",\n{";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      auto const& cell = table.rows[n][i];
      if (i > 0) out += ',';
      std::string name;
      json::string(name, table.columns[i]);
      out += name + ":";
      std::string value;
      if (cell.kind == Cell::Kind::number)
        value = cell.text;
      else if (cell.kind == Cell::Kind::nothing)
        value = "null";
      else
        json::string(value, cell.text);
      out += value;
    }
    out += '}';
  }
  return out + (table.rows.empty() ? "]\n" : "\n]\n");
}

std::string csv_table(Table const& table) {
  std::string out;
  for (auto const& name : table.columns) csv::cell(out, name);
  csv::end_row(out);
  for (auto const& row : table.rows) {
    for (auto const& cell : row) csv::cell(out, cell.text);
    csv::end_row(out);
  }
  return out;
}

}  // namespace counterclaim
