// What a single line of Markdown can be. All take the line without its containers' marks and leading blanks.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "counterclaim/article.hpp"

namespace counterclaim {

bool is_thematic_break(std::string_view line);          // "---", "* * *"
int atx_level(std::string_view line);                   // 1..6 for "## Heading", 0 otherwise
int setext_level(std::string_view line);                // 1 for "====", 2 for "----", 0 otherwise
std::uint32_t fence_size(std::string_view line);        // of "```" or "~~~": the number of its signs, 0 otherwise
std::uint32_t list_marker_size(std::string_view line);  // of "- ", "12. " without the blank, 0 otherwise
bool is_table_delimiter(std::string_view line);         // "|---|:-:|"

// The cells of a table row: spans counted from the line's first byte, its pipes left out; "\|" divides nothing.
std::vector<Span> table_cells(std::string_view line);

}  // namespace counterclaim
