// Ids of articles as URI references (RFC 3986).
#pragma once
#include <string>
#include <string_view>

namespace counterclaim {

// "lakes/a b.md" -> "lakes/a%20b.md", "/srv/a.md" -> "file:///srv/a.md"; addresses (http, https) keep their own marks. Never a
// scheme that the id did not begin with: a colon in a path is escaped.
std::string uri_reference(std::string_view id);

}  // namespace counterclaim
