#include "source_tier.hpp"

#include <algorithm>
#include <array>

#include "bytes.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

// A source that ends with one of these, in brackets or not, is its own publisher; so are the wires that carry releases for pay.
constexpr auto marks = std::to_array<std::string_view>(
    {"press release",  "media release", "news release",      "press statement",  "company statement",  "company blog",
     "corporate blog", "official blog", "product blog",      "engineering blog", "vendor blog",        "vendor",
     "company",        "newsroom",      "press office",      "press room",       "investor relations", "shareholder letter",
     "datasheet",      "data sheet",    "product page",      "product sheet",    "brochure",           "release notes",
     "self-published", "advertorial",   "sponsored content", "sponsored post",   "pr newswire",        "globenewswire",
     "business wire",  "documentation", "user manual",       "user guide"});

// Between two slashes of an address, or before the first dot of its host.
constexpr auto segments = std::to_array<std::string_view>({"press-release", "press-releases", "pressrelease", "pressreleases",
                                                           "news-release", "news-releases", "media-release", "media-releases",
                                                           "newsroom", "datasheet", "datasheets"});
constexpr auto hosts = std::to_array<std::string_view>({"newsroom", "ir", "investor", "investors", "docs"});

}  // namespace

bool is_self_published(std::string_view source) {
  std::string name = lower(source);
  while (!name.empty() && (is_blank(name.back()) || name.back() == ')' || name.back() == ']' || name.back() == '.'))
    name.pop_back();
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
    if (!name.ends_with(mark)) return false;
    if (name.size() == mark.size()) return true;
    char const before = name[name.size() - mark.size() - 1];
    // "(company)" is a mark, "Blue Kettle Company" is a name.
    bool const only_in_brackets = mark == "company" || mark == "vendor";
    return only_in_brackets ? before == '(' || before == '[' : !is_word_byte(before);
  });
}

bool is_self_published_address(std::string_view url) {
  auto const scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  auto path = url.substr(scheme + 3);
  auto const host = path.substr(0, path.find_first_of("./"));
  if (std::find(hosts.begin(), hosts.end(), host) != hosts.end()) return true;
  while (!path.empty()) {
    auto const segment = path.substr(0, path.find('/'));
    if (std::find(segments.begin(), segments.end(), segment) != segments.end()) return true;
    path.remove_prefix(std::min(segment.size() + 1, path.size()));
  }
  return false;
}

}  // namespace counterclaim
