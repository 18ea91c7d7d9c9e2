// Which part of a page is its article.
#pragma once
#include <string>

#include "html_page.hpp"

namespace counterclaim {

// Marks as removed what is no part of the article (navigation, captions, comments, related stories, …) and returns the node
// that holds the article. Time in proportion to the page.
std::uint32_t find_content(Page& page);

}  // namespace counterclaim
