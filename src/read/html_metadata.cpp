#include "html_metadata.hpp"

#include <algorithm>
#include <array>

#include "bytes.hpp"
#include "counterclaim/text.hpp"
#include "html_dates.hpp"

namespace counterclaim {
namespace {

std::string one_line(std::string_view text) { return visible(text, {0, static_cast<std::uint32_t>(text.size())}); }

std::string first_of(Page const& page, std::initializer_list<std::string_view> keys) {
  for (auto key : keys)
    if (auto const value = one_line(meta_value(page, key)); !value.empty()) return value;
  return {};
}

std::string text_of_first(Page const& page, Tag tag) {
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i)
    if (page.nodes[i].tag == tag)
      if (auto text = page.text(i); !text.empty()) return text;
  return {};
}

// "Ferry runs again | Harbour News" is "Ferry runs again": the last part goes if it is the site's name or stands behind a bar.
std::string without_site(std::string title, std::string const& site) {
  for (auto const* mark : {" | ", " - ", " – ", " — ", " :: ", " « "}) {
    auto const at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    auto const rest = title.substr(at + std::string_view(mark).size());
    bool const named = !site.empty() && lower(rest) == lower(site);
    if (named || (std::string_view(mark) == " | " && rest.size() < at)) return title.substr(0, at);
  }
  return title;
}

std::string canonical(Page const& page) {
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i)
    if (page.nodes[i].tag == Tag::link && page.attribute(i, "rel") == "canonical")
      if (auto const href = page.attribute(i, "href"); href.starts_with("http")) return std::string(href);
  return first_of(page, {"og:url"});
}

bool is_name(std::string const& text) { return !text.empty() && text.find("://") == std::string::npos && text.size() < 200; }

// The headline a reader sees, if it is the one the page's head tells of.
std::string title_of(Page const& page, LinkedData const& linked, std::string const& site) {
  auto const shown = text_of_first(page, Tag::h1), told = text_of_first(page, Tag::title),
             shared = first_of(page, {"og:title", "twitter:title"});
  if (shown.size() > 12 &&
      (told.find(shown) != std::string::npos || shared.find(shown) != std::string::npos || linked.headline == shown))
    return shown;
  if (!linked.headline.empty()) return one_line(linked.headline);
  if (!shared.empty()) return without_site(shared, site);
  return without_site(told.empty() ? shown : told, site);
}

}  // namespace

std::string_view meta_value(Page const& page, std::string_view key) {
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag != Tag::meta) continue;
    for (auto const* name : {"property", "name", "itemprop", "http-equiv"})
      if (auto const value = page.attribute(i, name); value.size() == key.size() && lower(value) == key)
        if (auto const content = page.attribute(i, "content"); !is_blank(content)) return content;
  }
  return {};
}

void read_metadata(Page const& page, LinkedData const& linked, Article& article) {
  if (article.url.empty()) article.url = linked.url.starts_with("http") ? linked.url : canonical(page);
  article.source =
      linked.publisher.empty() ? first_of(page, {"og:site_name", "application-name", "dc.publisher"}) : linked.publisher;
  article.author = is_name(linked.author)
                       ? linked.author
                       : first_of(page, {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"});
  if (!is_name(article.author)) article.author.clear();
  article.title = title_of(page, linked, article.source);
  auto const dates = read_page_dates(page, linked, article.url);
  article.date = dates.published;
  article.updated = dates.updated;
}

}  // namespace counterclaim
