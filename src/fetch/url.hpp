// Addresses of pages.
#pragma once
#include <optional>
#include <string>

namespace counterclaim {

struct Url {
  std::string text;    // the whole: normalized, without fragment
  std::string origin;  // "https://example.org:8443": what robots.txt holds for
  std::string host;    // lower case; what the pause between two requests holds for
  std::string target;  // path and query, as robots.txt compares them
};

struct ParsedUrl {
  std::optional<Url> url;
  std::string error;  // if there is no url: one line
};

// http and https only, without user name and password. Numbers as hosts come out dotted.
ParsedUrl parse_url(std::string const& text);
// `reference` as it stands in a page of `base`: a redirect, an entry of a list.
ParsedUrl resolve_url(std::string const& base, std::string const& reference);

}  // namespace counterclaim
