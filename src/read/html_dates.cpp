// From what is meant for machines to what is meant for readers: JSON-LD, meta tags, microdata, the address, <time>, then
// text in parts that are named after a date, then any short line with a date. A date of change stands in where nothing else
// does.
#include "html_dates.hpp"

#include <algorithm>
#include <array>

#include "bytes.hpp"
#include "counterclaim/text.hpp"
#include "prose_date.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest_date_line = 160;  // bytes of a part that says when
constexpr std::size_t most_beside_date = 30;    // bytes of a line that is little more than a date
constexpr std::size_t longest_assignment = 48;  // bytes from a name in a script to its date
constexpr int earliest_year = 1995;             // of a page on the web

// Best first.
constexpr auto published_keys = std::to_array<std::string_view>({"article:published_time",
                                                                 "og:article:published_time",
                                                                 "datepublished",
                                                                 "article:published",
                                                                 "og:published_time",
                                                                 "og:pubdate",
                                                                 "published_time",
                                                                 "article:publish_date",
                                                                 "article.published",
                                                                 "published",
                                                                 "parsely-pub-date",
                                                                 "sailthru.date",
                                                                 "dc.date.issued",
                                                                 "dcterms.issued",
                                                                 "dc.date.created",
                                                                 "dcterms.created",
                                                                 "dc.date.publication",
                                                                 "cxenseparse:recs:publishtime",
                                                                 "pubdate",
                                                                 "pub_date",
                                                                 "publishdate",
                                                                 "publish-date",
                                                                 "publish_date",
                                                                 "publication_date",
                                                                 "publication-date",
                                                                 "publicationdate",
                                                                 "publish-time",
                                                                 "originalpublicationdate",
                                                                 "article.created",
                                                                 "article_date_original",
                                                                 "datecreated",
                                                                 "date_published",
                                                                 "displaydate",
                                                                 "release_date",
                                                                 "citation_publication_date",
                                                                 "citation_date",
                                                                 "prism.publicationdate",
                                                                 "rnews:datepublished",
                                                                 "bt:pubdate",
                                                                 "dc.date",
                                                                 "dcterms.date",
                                                                 "dc:date",
                                                                 "dc:created",
                                                                 "date",
                                                                 "article:date",
                                                                 "created",
                                                                 "eprints.date",
                                                                 "vr:published_time",
                                                                 "shareaholic:article_published_time"});
constexpr auto updated_keys =
    std::to_array<std::string_view>({"article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time",
                                     "article:modified", "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified",
                                     "lastmod", "modified", "updated_time", "article.updated", "lastmodified", "revised"});

constexpr auto date_words = std::to_array<std::string_view>(
    {" date ", " dates ",    " published ", " publish ", " pubdate ",  " posted ",    " datetime ", " timestamp ",
     " time ", " dateline ", " byline ",    " meta ",    " postdate ", " entrydate ", " postmeta ", " articledate ",
     " info ", " infos ",    " submitted ", " created ", " data ",     " datum ",     " fecha "});

class DateFinder {
 public:
  DateFinder(Page const& page, std::string_view url) : page_(page), order_(slash_order(url)) {}

  std::optional<Day> read(std::string_view text) const {
    if (auto const day = parse_iso_date(text); day && plausible(*day)) return day;
    auto const date = find_date(text, order_);
    return date && plausible(date->day) ? std::optional(date->day) : compact(text);
  }

  template <std::size_t N>
  std::optional<Day> meta(std::array<std::string_view, N> const& keys, std::string_view& written) const {
    for (auto key : keys) {
      written = meta_value(page_, key);
      if (auto const day = read(written)) return day;
    }
    return std::nullopt;
  }

  std::optional<Day> microdata() const {
    for (std::uint32_t i = 0; i < page_.nodes.size(); ++i)
      if (lower(page_.attribute(i, "itemprop")) == "datepublished" ||
          lower(page_.attribute(i, "property")) == "datepublished" || !page_.attribute(i, "pubdate").empty())
        if (auto const day = read_node(i)) return day;
    return std::nullopt;
  }

  // "/2024/05/01/", "/2024-05-01-", "20240501"
  std::optional<Day> address(std::string_view url) const {
    for (std::size_t at = 0; at + 8 <= url.size(); ++at) {
      if (!is_digit(url[at]) || (at > 0 && is_digit(url[at - 1]))) continue;
      auto const part = url.substr(at);
      if (auto const date = find_date(part.substr(0, 10), SlashOrder::day_first);
          date && date->begin == 0 && date->end >= 8 && plausible(date->day))
        return date->day;
      if (auto const day = compact(part)) return day;
    }
    return std::nullopt;
  }

  // A time in UTC can fall on the day before or after the one that readers were shown: then the address or the printed date
  // decides.
  Day local(Day day, std::string_view written, std::string_view url) const {
    auto printed = address(url);
    bool const utc = written.ends_with('Z') || written.ends_with("+00:00") || written.ends_with("+0000");
    if (!printed && utc) printed = named_text();
    return printed && (*printed == day - 1 || *printed == day + 1) ? *printed : day;
  }

  std::optional<Day> time_element() const {
    for (bool const published_only : {true, false})
      for (std::uint32_t i = 0; i < page_.nodes.size(); ++i) {
        if (page_.nodes[i].tag != Tag::time) continue;
        auto const hints = page_.hints(i);
        bool const named = hints.find(" publish") != std::string::npos || hints.find(" date ") != std::string::npos ||
                           hints.find(" posted ") != std::string::npos;
        bool const updated = hints.find(" updated ") != std::string::npos || hints.find(" modified ") != std::string::npos;
        if (updated || (published_only && !named)) continue;
        if (auto const day = read_node(i)) return day;
      }
    return std::nullopt;
  }

  // Behind the headline first: in the page's head there is often the date of today.
  std::optional<Day> named_text() const {
    auto const headline = first_headline();
    auto const behind = named_text(headline, static_cast<std::uint32_t>(page_.nodes.size()));
    return behind ? behind : named_text(0, headline);
  }

  // In a script behind a name like "publishDate", or in one so short that it does little else.
  std::optional<Day> script() const {
    for (auto const& node : page_.nodes) {
      if (node.tag != Tag::text || page_.nodes[node.parent].tag != Tag::script) continue;
      if (node.value.size() < longest_date_line)
        if (auto const date = find_date(node.value, order_); date && plausible(date->day)) return date->day;
      for (auto at = node.value.find("ublish"); at != std::string_view::npos; at = node.value.find("ublish", at + 1)) {
        auto const date = find_date(node.value.substr(at, longest_assignment), order_);
        if (date && plausible(date->day)) return date->day;
      }
    }
    return std::nullopt;
  }

  // The first line behind the headline that is little more than a date; else the first short line with a date in it.
  std::optional<Day> any_text() const {
    for (bool const alone : {true, false})
      for (auto const from : {first_headline(), std::uint32_t{0}})
        for (auto i = from; i < page_.nodes.size(); ++i) {
          auto const& node = page_.nodes[i];
          if (node.tag != Tag::text || node.value.size() > 2 * longest_date_line) continue;
          auto const date = find_date(node.value, order_);
          if (!date || !plausible(date->day) || is_beside_text(i)) continue;
          if (!alone || node.value.size() < date->end - date->begin + most_beside_date) return date->day;
        }
    return std::nullopt;
  }

 private:
  std::optional<Day> named_text(std::uint32_t from, std::uint32_t to) const {
    for (auto i = from; i < to; ++i) {
      if (page_.nodes[i].tag == Tag::text || page_.nodes[i].end - i > 60) continue;
      auto const hints = page_.hints(i);
      bool const named =
          std::any_of(date_words.begin(), date_words.end(), [&](auto word) { return hints.find(word) != std::string::npos; });
      if (!named) continue;
      auto const text = page_.text(i);
      if (text.size() <= longest_date_line)
        if (auto const day = read(text)) return day;
    }
    return std::nullopt;
  }

  static bool plausible(Day day) {
    auto const year = to_civil(day).year;
    return year >= earliest_year && year < 2100;
  }

  // "20240501", "20240501T1200"
  std::optional<Day> compact(std::string_view text) const {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits != 8 && digits != 12 && digits != 14) return std::nullopt;
    auto const number = [&](std::size_t at, std::size_t size) {
      int value = 0;
      for (auto i = at; i < at + size; ++i) value = value * 10 + (text[i] - '0');
      return value;
    };
    Civil const date{number(0, 4), number(4, 2), number(6, 2)};
    if (!is_valid(date) || date.year < earliest_year || date.year > 2099) return std::nullopt;
    return to_day(date);
  }

  // Everyone but Americans puts the day first.
  SlashOrder slash_order(std::string_view url) const {
    auto const language = page_.nodes.empty() ? std::string() : lower(page_.attribute(0, "lang"));
    auto const host = url.substr(0, url.find('/', url.find("//") == std::string_view::npos ? 0 : url.find("//") + 2));
    for (auto const* domain : {".uk", ".au", ".nz", ".ie", ".in", ".za"})
      if (host.ends_with(domain)) return SlashOrder::day_first;
    bool const american = language.empty() || language == "en" || language == "en-us" || language == "en_us";
    return american ? SlashOrder::month_first : SlashOrder::day_first;
  }

  std::optional<Day> read_node(std::uint32_t i) const {
    for (auto const* name : {"datetime", "content", "title"})
      if (auto const day = read(page_.attribute(i, name))) return day;
    if (page_.nodes[i].end - i > 60) return std::nullopt;
    return read(page_.text(i));
  }

  std::uint32_t first_headline() const {
    auto const at = std::find_if(page_.nodes.begin(), page_.nodes.end(), [](Node const& node) { return node.tag == Tag::h1; });
    return at == page_.nodes.end() ? 0 : static_cast<std::uint32_t>(at - page_.nodes.begin());
  }

  // In scripts, captions and what follows the article.
  bool is_beside_text(std::uint32_t i) const {
    for (auto at = page_.nodes[i].parent; at != 0; at = page_.nodes[at].parent) {
      auto const tag = page_.nodes[at].tag;
      if (tag == Tag::script || tag == Tag::style || tag == Tag::title || tag == Tag::noscript || tag == Tag::figure ||
          tag == Tag::footer || tag == Tag::a || tag == Tag::option)
        return true;
      auto const hints = page_.hints(at);
      for (auto const* word : {" caption ", " comments ", " comment ", " footer ", " related ", " copyright "})
        if (hints.find(word) != std::string::npos) return true;
    }
    return false;
  }

  Page const& page_;
  SlashOrder order_;
};

}  // namespace

PageDates read_page_dates(Page const& page, LinkedData const& linked, std::string_view url) {
  DateFinder const finder(page, url);
  PageDates dates;
  dates.updated = finder.read(linked.modified);
  std::string_view ignored;
  if (!dates.updated) dates.updated = finder.meta(updated_keys, ignored);
  std::string_view written = linked.published;
  dates.published = finder.read(written);
  if (!dates.published) dates.published = finder.meta(published_keys, written);
  if (dates.published) dates.published = finder.local(*dates.published, written, url);
  if (!dates.published) dates.published = finder.microdata();
  if (!dates.published) dates.published = finder.address(url);
  if (!dates.published) dates.published = finder.address(meta_value(page, "og:url"));
  if (!dates.published) dates.published = finder.time_element();
  if (!dates.published) dates.published = finder.named_text();
  if (!dates.published) dates.published = finder.any_text();
  if (!dates.published) dates.published = dates.updated;
  if (!dates.published) dates.published = finder.script();
  if (!dates.published) dates.published = finder.address(meta_value(page, "og:image"));
  if (dates.updated && dates.published && *dates.updated <= *dates.published) dates.updated.reset();
  return dates;
}

}  // namespace counterclaim
