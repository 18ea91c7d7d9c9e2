#include "markdown_lines.hpp"

#include <algorithm>

#include "bytes.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t longest_number = 3;  // digits; a longer "1945. " begins a sentence, not a list

std::uint32_t run_of(std::string_view line, char sign) {
  return static_cast<std::uint32_t>(std::min(line.find_first_not_of(sign), line.size()));
}

}  // namespace

bool is_thematic_break(std::string_view line) {
  if (line.empty() || (line[0] != '-' && line[0] != '*' && line[0] != '_')) return false;
  int signs = 0;
  for (char const c : line) {
    if (c != line[0] && !is_blank(c)) return false;
    signs += c == line[0];
  }
  return signs >= 3;
}

int atx_level(std::string_view line) {
  auto const level = run_of(line, '#');
  return level >= 1 && level <= 6 && (level == line.size() || is_blank(line[level])) ? static_cast<int>(level) : 0;
}

int setext_level(std::string_view line) {
  if (line.empty() || (line[0] != '=' && line[0] != '-')) return 0;
  if (!is_blank(line.substr(run_of(line, line[0])))) return 0;
  return line[0] == '=' ? 1 : 2;
}

std::uint32_t fence_size(std::string_view line) {
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return 0;
  auto const size = run_of(line, line[0]);
  bool const inline_code = line[0] == '`' && line.find('`', size) != std::string_view::npos;
  return size >= 3 && !inline_code ? size : 0;
}

std::uint32_t list_marker_size(std::string_view line) {
  std::uint32_t size = 0;
  if (!line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
    size = 1;
  } else {
    while (size < line.size() && size <= longest_number && is_digit(line[size])) ++size;
    if (size == 0 || size > longest_number || size >= line.size() || (line[size] != '.' && line[size] != ')')) return 0;
    ++size;
  }
  return size == line.size() || is_blank(line[size]) ? size : 0;
}

bool is_table_delimiter(std::string_view line) {
  if (line.find('|') == std::string_view::npos || line.find('-') == std::string_view::npos) return false;
  return line.find_first_not_of("|-: \t\r") == std::string_view::npos;
}

std::vector<Span> table_cells(std::string_view line) {
  auto const shown = trimmed(line, {0, static_cast<std::uint32_t>(line.size())});
  std::vector<Span> cells;
  auto begin = shown.begin + (shown.size() > 0 && line[shown.begin] == '|' ? 1 : 0);
  for (auto at = begin; at < shown.end; ++at) {
    if (line[at] == '\\') {
      ++at;
      continue;
    }
    if (line[at] != '|') continue;
    cells.push_back({begin, at});
    begin = at + 1;
  }
  if (begin < shown.end) cells.push_back({begin, shown.end});
  return cells;
}

}  // namespace counterclaim
