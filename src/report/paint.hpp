// Colours of a terminal, and the last line of the formats that are read there.
#pragma once
#include <string>
#include <string_view>

#include "counterclaim/report.hpp"

namespace counterclaim {

struct Painter {
  bool color = false;
  std::string operator()(std::string_view code, std::string_view text) const {
    if (!color || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }
};

inline constexpr std::string_view frame_color = "1;34";
inline constexpr std::string_view strong = "1";
std::string_view color_of(Severity severity);

// `text` as a link to an article, where the style has links and the id is a file or an address of the web.
std::string linked(TextStyle const& style, std::string const& id, std::string const& text);

std::string found_line(Summary const& summary, Painter const& paint);    // "2 errors, 1 info", "no findings"
std::string summary_line(Summary const& summary, Painter const& paint);  // "3 articles, …: 2 errors, 1 info\n"

}  // namespace counterclaim
