// Feeds and sitemaps by libxml2's pull parser: no tree, no entities, no depth that costs stack. One table says which element
// of which format means what; an entry is whatever stands between the start and the end of its element.
#include "counterclaim/feed.hpp"

#include <libxml/uri.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <memory>

#include "counterclaim/text.hpp"
#include "prose_date.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest_text = 4000;  // bytes kept of a title, an address or a date

using Reader = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;

enum class Role { title, link, guid, author, published, updated };

struct ElementRow {
  std::string_view name;  // local name, lower case
  Role role;
};
// The elements of an entry in all the formats: no two of them mean different things by one name.
constexpr ElementRow elements[] = {
    {"title", Role::title},       {"link", Role::link},
    {"loc", Role::link},          {"guid", Role::guid},
    {"author", Role::author},     {"creator", Role::author},
    {"pubdate", Role::published}, {"published", Role::published},
    {"issued", Role::published},  {"date", Role::published},
    {"updated", Role::updated},   {"publication_date", Role::published},
    {"lastmod", Role::updated},   {"modified", Role::updated},
};

std::string_view view(xmlChar const* text) { return text ? reinterpret_cast<char const*>(text) : ""; }
xmlChar const* xml(std::string const& text) { return reinterpret_cast<xmlChar const*>(text.c_str()); }

std::string owned(xmlChar* text) {
  std::string result(view(text));
  xmlFree(text);
  return result;
}

std::string attribute(xmlTextReader* reader, std::string const& name) {
  return owned(xmlTextReaderGetAttribute(reader, xml(name)));
}

std::string trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::optional<FeedKind> kind_of_root(std::string_view name) {
  if (name == "rss" || name == "rdf") return FeedKind::rss;
  if (name == "feed") return FeedKind::atom;
  if (name == "urlset") return FeedKind::sitemap;
  if (name == "sitemapindex") return FeedKind::sitemap_index;
  return std::nullopt;
}

bool is_entry(std::string_view name) { return name == "item" || name == "entry" || name == "url" || name == "sitemap"; }

std::optional<Day> day_of(std::string const& text) {
  if (auto const day = parse_iso_date(text)) return day;
  auto const date = find_date(text);
  return date ? std::optional(date->day) : std::nullopt;
}

// What has been read of one entry; its address is chosen when it ends.
struct Draft {
  FeedEntry entry;
  std::string link, guid, published;
};

class FeedReader {
 public:
  FeedReader(xmlTextReader* reader, std::string const& base) : reader_(reader), base_(base) {}

  std::optional<Feed> read() {
    while (xmlTextReaderRead(reader_) == 1) {
      int const type = xmlTextReaderNodeType(reader_);
      if (type == XML_READER_TYPE_ELEMENT && !start()) return std::nullopt;
      if (type == XML_READER_TYPE_END_ELEMENT) end(xmlTextReaderDepth(reader_));
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA) add_text(view(xmlTextReaderConstValue(reader_)));
    }
    if (!has_root_) return std::nullopt;
    return std::move(feed_);
  }

 private:
  bool start() {
    auto const name = lower(view(xmlTextReaderConstLocalName(reader_)));
    int const depth = xmlTextReaderDepth(reader_);
    if (!has_root_) {
      auto const kind = kind_of_root(name);
      if (!kind) return false;
      feed_.kind = *kind;
      has_root_ = true;
      return true;
    }
    bool const is_empty = xmlTextReaderIsEmptyElement(reader_) == 1;
    if (entry_depth_ >= 0) {
      start_in_entry(name, depth, is_empty);
    } else if (is_entry(name) && !is_empty) {
      draft_ = {};
      entry_depth_ = depth;
    } else if (name == "title" && depth <= 2 && feed_.title.empty() && !is_empty) {
      begin_text(Role::title, depth);  // the list's own, not that of its picture
    }
    return true;
  }

  // Pictures, enclosures and quoted sources have titles and addresses of their own: an element counts right below the entry,
  // or one further down where a sitemap puts the data of news.
  void start_in_entry(std::string const& name, int depth, bool is_empty) {
    if (text_depth_ >= 0) {
      if (name == "name" && role_ == Role::author) begin_text(Role::author, depth);  // Atom: <author><name>…</name><email>…
      return;
    }
    auto const row = std::find_if(std::begin(elements), std::end(elements), [&](auto const& r) { return r.name == name; });
    if (row == std::end(elements)) return;
    bool const is_news_data = feed_.kind == FeedKind::sitemap && depth == entry_depth_ + 2 && row->role != Role::link;
    if (depth != entry_depth_ + 1 && !is_news_data) return;
    if (row->role == Role::guid && lower(attribute(reader_, "isPermaLink")) == "false") return;
    if (row->role == Role::link && feed_.kind == FeedKind::atom) return read_atom_link();
    if (!is_empty) begin_text(row->role, depth);
  }

  void read_atom_link() {
    auto const rel = lower(attribute(reader_, "rel"));
    auto const href = trimmed(attribute(reader_, "href"));
    if ((rel.empty() || rel == "alternate") && draft_.link.empty() && href.size() <= longest_text) draft_.link = absolute(href);
  }

  void begin_text(Role role, int depth) {
    role_ = role;
    text_depth_ = depth;
    text_.clear();
  }

  void add_text(std::string_view text) {
    if (text_depth_ >= 0) text_ += text.substr(0, longest_text - std::min(longest_text, text_.size()));
  }

  void end(int depth) {
    if (depth == text_depth_) {
      field() = trimmed(text_);
      text_depth_ = -1;
    }
    if (depth == entry_depth_) finish_entry();
  }

  // Where the text goes: nowhere if there is one already.
  std::string& field() {
    if (entry_depth_ < 0) return feed_.title;
    auto& entry = draft_.entry;
    auto& chosen = role_ == Role::title       ? entry.title
                   : role_ == Role::author    ? entry.author
                   : role_ == Role::published ? draft_.published
                   : role_ == Role::updated   ? entry.updated
                   : role_ == Role::guid      ? draft_.guid
                                              : draft_.link;
    return chosen.empty() ? chosen : spare_;
  }

  void finish_entry() {
    entry_depth_ = -1;
    auto& entry = draft_.entry;
    bool const is_permalink = draft_.guid.starts_with("http://") || draft_.guid.starts_with("https://");
    if (!draft_.link.empty()) entry.url = absolute(draft_.link);
    if (entry.url.empty() && is_permalink) entry.url = draft_.guid;
    entry.date = day_of(draft_.published.empty() ? entry.updated : draft_.published);
    if (!entry.url.empty()) feed_.entries.push_back(std::move(entry));
  }

  std::string absolute(std::string const& link) const {
    auto const own_base = owned(xmlTextReaderBaseUri(reader_));  // xml:base, or else where the list came from
    auto const built = owned(xmlBuildURI(xml(link), xml(own_base.empty() ? base_ : own_base)));
    return built.empty() ? link : built;
  }

  xmlTextReader* reader_;
  std::string const& base_;
  Feed feed_;
  Draft draft_;
  bool has_root_ = false;
  int entry_depth_ = -1;  // of the entry at hand, -1 outside
  int text_depth_ = -1;   // of the element whose text is collected, -1 if none is
  Role role_ = Role::title;
  std::string text_, spare_;
};

}  // namespace

std::optional<Feed> read_feed(std::string_view bytes, std::string const& base) {
  auto const begin = bytes.find_first_not_of(" \t\r\n");
  if (bytes.size() > INT32_MAX || begin == std::string_view::npos) return std::nullopt;
  bytes.remove_prefix(begin);
  constexpr int options = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  Reader const reader(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), base.c_str(), nullptr, options),
                      xmlFreeTextReader);
  if (!reader) return std::nullopt;
  return FeedReader(reader.get(), base).read();
}

}  // namespace counterclaim
