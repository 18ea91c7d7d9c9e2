#include "counterclaim/diagnostic.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t widest = 100;  // code points of a source line that are shown

struct Excerpt {
  std::string text;
  std::size_t caret = 0;  // columns before the caret
};

// The part of a line around a column, as a terminal shows it.
Excerpt excerpt(std::string_view line, std::uint32_t column) {
  std::vector<std::size_t> starts;  // byte of each code point, and the end
  for (std::size_t at = 0; at < line.size(); at += decode(line, at).bytes) starts.push_back(at);
  std::size_t const size = starts.size();
  starts.push_back(line.size());
  std::size_t const place = std::min<std::size_t>(column == 0 ? 0 : column - 1, size);
  std::size_t const first = size <= widest || place < widest / 2 ? 0 : place - widest / 2;
  std::size_t const last = std::min(size, first + widest);
  std::string const before = (first > 0 ? "…" : "") + printable(line.substr(starts[first], starts[place] - starts[first]));
  std::string const after = printable(line.substr(starts[place], starts[last] - starts[place]));
  return {before + after + (last < size ? "…" : ""), static_cast<std::size_t>(display_width(before))};
}

}  // namespace

std::string to_string(Diagnostic const& d, std::string_view grade) {
  std::string out = printable(d.file);
  if (d.line > 0) out += ':' + std::to_string(d.line);
  if (d.line > 0 && d.column > 0) out += ':' + std::to_string(d.column);
  if (!out.empty()) out += ": ";
  out.append(grade) += ": " + printable(d.message) + '\n';
  std::string const number = d.line > 0 ? std::to_string(d.line) : "";
  std::string const gutter(number.size() + 2, ' ');
  if (!d.source_line.empty()) {
    auto const shown = excerpt(d.source_line, d.column);
    out += "  " + number + " | " + shown.text + '\n';
    if (d.column > 0) out += gutter + " | " + std::string(shown.caret, ' ') + "^\n";
  }
  if (!d.help.empty()) out += "  = help: " + printable(d.help) + '\n';
  return out;
}

}  // namespace counterclaim
