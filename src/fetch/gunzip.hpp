// Sitemaps are often stored compressed (sitemap.xml.gz) and sent as they are, which is no transfer encoding.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace counterclaim {

bool is_gzip(std::string_view bytes);

// Nothing if the bytes are damaged or hold more than `most`; memory in proportion to what comes out.
std::optional<std::string> gunzip(std::string_view bytes, std::size_t most);

}  // namespace counterclaim
