// What a page says about its article: JSON-LD, then meta tags, then the headline on the page.
#pragma once
#include <string>

#include "counterclaim/article.hpp"
#include "html_page.hpp"

namespace counterclaim {

// The fields of JSON-LD that matter, of the object that most looks like the page's article; empty where there is none.
struct LinkedData {
  std::string headline, published, modified, author, publisher, body, url;
};
LinkedData read_linked_data(Page const& page);

// Value of the first <meta> whose property, name or itemprop (in lower case) is `key`; empty if there is none.
std::string_view meta_value(Page const& page, std::string_view key);

// Fills title, date, updated, source, author and url (the last only if the article has none).
void read_metadata(Page const& page, LinkedData const& linked, Article& article);

}  // namespace counterclaim
