// Feeds and sitemaps by libxml2's SAX events: no tree, no entities, and a feed that is not well-formed is read nevertheless
// (its pull parser gives up on the first error). One table says which element of which format means what; an entry is whatever
// stands between the start and the end of its element. libxml2 ends a document that nests deeper than 256.
#include "counterclaim/feed.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/uri.h>

#include <algorithm>
#include <memory>

#include "counterclaim/text.hpp"
#include "prose_date.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest_text = 4000;  // bytes kept of a title, an address or a date

using Context = std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)>;

enum class Role { title, link, guid, author, published, updated };

struct ElementRow {
  std::string_view name;  // local name, lower case
  Role role;
};
// The elements of an entry in all the formats: no two of them mean different things by one name.
constexpr ElementRow elements[] = {
    {"title", Role::title},       {"link", Role::link},           {"loc", Role::link},
    {"guid", Role::guid},         {"author", Role::author},       {"creator", Role::author},
    {"pubdate", Role::published}, {"published", Role::published}, {"issued", Role::published},
    {"date", Role::published},    {"updated", Role::updated},     {"publication_date", Role::published},
    {"lastmod", Role::updated},   {"modified", Role::updated},
};

std::string_view view(xmlChar const* text) { return text ? reinterpret_cast<char const*>(text) : ""; }
xmlChar const* xml(std::string const& text) { return reinterpret_cast<xmlChar const*>(text.c_str()); }

std::string owned(xmlChar* text) {
  std::string result(view(text));
  xmlFree(text);
  return result;
}

// As SAX2 gives them: name, prefix, namespace, begin and end of the value.
struct Attributes {
  xmlChar const** values;
  int count;
};
std::string attribute(Attributes attributes, std::string_view name, std::string_view prefix = {}) {
  for (int i = 0; i < attributes.count; ++i) {
    auto const* const at = attributes.values + 5 * static_cast<std::ptrdiff_t>(i);
    if (lower(view(at[0])) == name && (prefix.empty() || view(at[1]) == prefix))
      return {reinterpret_cast<char const*>(at[3]), reinterpret_cast<char const*>(at[4])};
  }
  return {};
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
  explicit FeedReader(std::string const& base) : bases_{base} {}

  void start(std::string const& name, Attributes attributes) {
    ++depth_;
    auto const base = attribute(attributes, "base", "xml");
    bases_.push_back(base.empty() || base.size() > longest_text ? bases_.back() : absolute(base));
    if (depth_ == 0) {
      auto const kind = kind_of_root(name);
      is_list_ = kind.has_value();
      feed_.kind = kind.value_or(FeedKind::rss);
    } else if (!is_list_) {
      return;
    } else if (entry_depth_ >= 0) {
      start_in_entry(name, attributes);
    } else if (is_entry(name)) {
      draft_ = {};
      entry_depth_ = depth_;
    } else if (name == "title" && depth_ <= 2 && feed_.title.empty()) {
      begin_text(Role::title);  // the list's own, not that of its picture
    }
  }

  void add_text(std::string_view text) {
    if (text_depth_ >= 0) text_ += text.substr(0, longest_text - std::min(longest_text, text_.size()));
  }

  void end() {
    if (depth_ < 0) return;
    if (depth_ == text_depth_) {
      field() = trimmed(text_);
      text_depth_ = -1;
    }
    if (depth_ == entry_depth_) finish_entry();
    bases_.pop_back();
    --depth_;
  }

  std::optional<Feed> take() { return is_list_ ? std::optional(std::move(feed_)) : std::nullopt; }

 private:
  // Pictures, enclosures and quoted sources have titles and addresses of their own: an element counts right below the entry,
  // or one further down where a sitemap puts the data of news.
  void start_in_entry(std::string const& name, Attributes attributes) {
    if (text_depth_ >= 0) {
      if (name == "name" && role_ == Role::author) begin_text(Role::author);  // Atom: <author><name>…</name><email>…
      return;
    }
    auto const row = std::find_if(std::begin(elements), std::end(elements), [&](auto const& r) { return r.name == name; });
    if (row == std::end(elements)) return;
    bool const is_news_data = feed_.kind == FeedKind::sitemap && depth_ == entry_depth_ + 2 && row->role != Role::link;
    if (depth_ != entry_depth_ + 1 && !is_news_data) return;
    if (row->role == Role::guid && lower(attribute(attributes, "ispermalink")) == "false") return;
    if (row->role == Role::link && feed_.kind == FeedKind::atom) return read_atom_link(attributes);
    begin_text(row->role);
  }

  void read_atom_link(Attributes attributes) {
    auto const rel = lower(attribute(attributes, "rel"));
    auto const value = attribute(attributes, "href");
    auto const href = std::string(trimmed(value));
    if ((rel.empty() || rel == "alternate") && draft_.link.empty() && href.size() <= longest_text) draft_.link = absolute(href);
  }

  void begin_text(Role role) {
    role_ = role;
    text_depth_ = depth_;
    text_.clear();
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
    auto const built = owned(xmlBuildURI(xml(link), xml(bases_.back())));
    return built.empty() ? link : built;
  }

  std::vector<std::string> bases_;  // xml:base of each open element, or else where the list came from
  Feed feed_;
  Draft draft_;
  bool is_list_ = false;
  int depth_ = -1;        // of the open element; the root has 0
  int entry_depth_ = -1;  // of the entry at hand, -1 outside
  int text_depth_ = -1;   // of the element whose text is collected, -1 if none is
  Role role_ = Role::title;
  std::string text_, spare_;
};

xmlSAXHandler events() {
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = [](void* self, xmlChar const* name, xmlChar const*, xmlChar const*, int, xmlChar const**, int count,
                              int, xmlChar const** values) {
    static_cast<FeedReader*>(self)->start(lower(view(name)), {values, count});
  };
  handler.endElementNs = [](void* self, xmlChar const*, xmlChar const*, xmlChar const*) {
    static_cast<FeedReader*>(self)->end();
  };
  handler.characters = [](void* self, xmlChar const* text, int size) {
    static_cast<FeedReader*>(self)->add_text({reinterpret_cast<char const*>(text), static_cast<std::size_t>(size)});
  };
  handler.cdataBlock = handler.characters;
  return handler;
}

}  // namespace

std::optional<Feed> read_feed(std::string_view bytes, std::string const& base) {
  auto const begin = bytes.find_first_not_of(" \t\r\n");
  if (bytes.size() > INT32_MAX || begin == std::string_view::npos) return std::nullopt;
  bytes.remove_prefix(begin);
  Context const context(xmlCreateMemoryParserCtxt(bytes.data(), static_cast<int>(bytes.size())), xmlFreeParserCtxt);
  if (!context) return std::nullopt;
  FeedReader reader(base);
  *context->sax = events();
  context->userData = &reader;
  xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlParseDocument(context.get());
  return reader.take();
}

}  // namespace counterclaim
