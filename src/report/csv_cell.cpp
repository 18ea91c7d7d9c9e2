#include "src/report/csv_cell.hpp"

#include <array>

#include "src/report/excerpt.hpp"

namespace counterclaim::csv {
namespace {

bool begins_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> marks = {"=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"};
  // Blanks that a spreadsheet may strip.
  constexpr std::array<std::string_view, 6> blanks = {" ", "\t", "\u00A0", "\u3000", "\u200B", "\uFEFF"};
  for (bool again = true; again;) {
    again = false;
    for (auto const blank : blanks) {
      if (!text.starts_with(blank)) continue;
      text.remove_prefix(blank.size());
      again = true;
    }
  }
  for (auto const mark : marks)
    if (text.starts_with(mark)) return true;
  return false;
}

}  // namespace

void cell(std::string& row, std::string_view text) {
  auto const line = one_line(text);
  if (!row.empty() && row.back() != '\n') row += ',';
  row += begins_formula(line) ? "\"'" : "\"";
  for (char const c : line) row += c == '"' ? std::string("\"\"") : std::string(1, c);
  row += '"';
}

}  // namespace counterclaim::csv
