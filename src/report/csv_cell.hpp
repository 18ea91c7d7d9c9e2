// Cells of comma-separated values after RFC 4180.
//
// A spreadsheet takes a cell that begins with = + - @ (also full-width, also behind blanks) for a formula and may run it; such
// a cell of ours begins with an apostrophe, which spreadsheets hide. Every cell is quoted and on one line.
#pragma once
#include <string>
#include <string_view>

namespace counterclaim::csv {

void cell(std::string& row, std::string_view text);  // with a comma before it, unless it is the first of its line
inline void end_row(std::string& out) { out += "\r\n"; }

}  // namespace counterclaim::csv
