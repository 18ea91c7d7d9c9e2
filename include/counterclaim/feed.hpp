// Lists of articles: RSS 0.9 to 2.0, RDF, Atom, sitemaps and sitemap indexes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/calendar.hpp"

namespace counterclaim {

enum class FeedKind { rss, atom, sitemap, sitemap_index };

struct FeedEntry {
  std::string url;  // absolute where the list says or `base` allows; of a sitemap index: another list
  std::string title, author;
  std::optional<Day> date;  // published, or else updated; as the list's own time zone has it
  std::string updated;      // when the entry last changed, as it was written: only good to compare. Empty if not said
};

struct Feed {
  FeedKind kind = FeedKind::rss;
  std::string title;
  std::vector<FeedEntry> entries;  // in order of the list; those without an address are left out
};

// Nothing if the bytes are no such list (an HTML page, say). A list that breaks off gives the entries before the break.
// Entities are never expanded and nothing is loaded; memory in proportion to the bytes.
std::optional<Feed> read_feed(std::string_view bytes, std::string const& base);

}  // namespace counterclaim
