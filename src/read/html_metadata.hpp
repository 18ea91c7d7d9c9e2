// What a page says about its article: JSON-LD, then meta tags, then <time>, the address and the text near the headline.
#pragma once
#include <string>

#include "counterclaim/article.hpp"
#include "html_page.hpp"

namespace counterclaim {

// Fills title, date, updated, source, author and url (the last only if the article has none).
void read_metadata(Page const& page, Article& article);

}  // namespace counterclaim
