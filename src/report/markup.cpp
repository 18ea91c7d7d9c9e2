#include "src/report/markup.hpp"

#include "src/report/excerpt.hpp"

namespace counterclaim {

std::string markup_text(std::string_view text) {
  auto const line = one_line(text);
  std::string out;
  out.reserve(line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    switch (line[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\xEF':  // U+FFFE and U+FFFF are no characters of XML
        if (auto const three = std::string_view(line).substr(i, 3); three == "\uFFFE" || three == "\uFFFF") {
          out += "\uFFFD";
          i += 2;
          break;
        }
        [[fallthrough]];
      default:
        out += line[i];
    }
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + markup_text(value) + "\"";
}

}  // namespace counterclaim
