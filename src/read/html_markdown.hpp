// The article part of a page as Markdown.
#pragma once
#include <string>

#include "html_page.hpp"

namespace counterclaim {

// Blocks of the node, divided by blank lines, with what Markdown would take for marks escaped. A heading that repeats `title`
// is left out.
std::string to_markdown(Page const& page, std::uint32_t root, std::string_view title);

// A line of text with what Markdown would take for marks escaped.
std::string escaped(std::string_view text);

}  // namespace counterclaim
