// What was received, as the Markdown file that is stored.
#pragma once
#include <optional>
#include <string>

#include "counterclaim/feed.hpp"

namespace counterclaim {

enum class MediaKind { html, markdown, plain, list, other };

// By the media type, and where that is missing or says nothing ("application/xml", "application/octet-stream"), by how the
// body begins. A feed sent as text/html is a list.
MediaKind media_kind(std::string_view content_type, std::string_view body);
// Nothing that begins like this can be read, whatever the body: known before it is loaded.
bool is_unreadable_type(std::string_view content_type);

struct PageOrigin {
  std::string url;           // after redirects
  std::string host;          // stands in for a source that is not named
  std::string content_type;  // as the server gave it
  std::string fetched;       // "2025-06-01T12:00:00Z"
  std::string sha256;        // of the body
  FeedEntry listed;          // what the list that led here says of it; fills what the page leaves open
  std::string list_title;
};

// Front matter and main text. Nothing if there is no text a reader would see.
std::optional<std::string> page_markdown(PageOrigin const& origin, MediaKind kind, std::string body);

}  // namespace counterclaim
