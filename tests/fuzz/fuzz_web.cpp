// Any bytes as what a server sends: a list of pages, a compressed one, a robots.txt, an address to go to.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "counterclaim/feed.hpp"
#include "counterclaim/fetch.hpp"
#include "src/fetch/gunzip.hpp"
#include "src/fetch/robots.hpp"
#include "src/fetch/url.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace counterclaim;
  std::string const bytes(reinterpret_cast<char const*>(data), size);
  std::string const base = "http://paper.example/a/b";
  if (auto const feed = read_feed(bytes, base))
    for (auto const& entry : feed->entries)
      if (entry.url.empty() || entry.title.size() > 4000) std::abort();
  if (auto const text = gunzip(bytes, 100'000); text && text->size() > 100'000) std::abort();
  is_allowed(parse_robots(bytes, "counterclaim"), "/" + bytes.substr(0, 100));
  // What has been brought into one form stays as it is.
  auto const url = resolve_url(base, bytes);
  if (url.url.has_value() != url.error.empty()) std::abort();
  if (!url.url) return 0;
  auto const again = parse_url(url.url->text);
  if (!again.url || again.url->text != url.url->text || again.url->host != url.url->host) std::abort();
  if (!parse_url(url.url->origin + "/robots.txt").url) std::abort();
  if (!is_web_address(url.url->text)) std::abort();
  if (url.url->text.find_first_of("\r\n \t#@") < url.url->text.find('/', 8)) std::abort();
  return 0;
}
