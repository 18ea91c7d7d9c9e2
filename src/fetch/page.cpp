#include "page.hpp"

#include <algorithm>
#include <array>

#include "counterclaim/read.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

struct TypeRow {
  std::string_view type;
  MediaKind kind;
};
constexpr TypeRow types[] = {
    {"text/html", MediaKind::html},
    {"application/xhtml+xml", MediaKind::html},
    {"text/markdown", MediaKind::markdown},
    {"text/x-markdown", MediaKind::markdown},
    {"text/plain", MediaKind::plain},
    {"application/rss+xml", MediaKind::list},
    {"application/atom+xml", MediaKind::list},
    {"application/rdf+xml", MediaKind::list},
    {"application/gzip", MediaKind::other},  // a compressed sitemap, or else nothing we read
    {"application/x-gzip", MediaKind::other},
};
// Said of anything, so the body decides.
constexpr std::string_view vague_types[] = {"", "text/xml", "application/xml", "application/octet-stream",
                                            "binary/octet-stream"};

std::string type_of(std::string_view content_type) { return lower(trimmed(content_type.substr(0, content_type.find(';')))); }

bool is_vague(std::string_view type) {
  return std::find(std::begin(vague_types), std::end(vague_types), type) != std::end(vague_types);
}

// Of the charset parameter, only what can be the name of one.
std::string charset_of(std::string_view content_type) {
  auto const parameters = lower(content_type);
  auto at = parameters.find("charset=");
  if (at == std::string::npos) return {};
  at += 8;
  if (at < parameters.size() && (parameters[at] == '"' || parameters[at] == '\'')) ++at;
  auto const end = std::min(parameters.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", at), parameters.size());
  return end - at <= 40 ? parameters.substr(at, end - at) : std::string();
}

bool has_byte_order_mark(std::string_view body) {
  return body.starts_with("\xEF\xBB\xBF") || body.starts_with("\xFE\xFF") || body.starts_with("\xFF\xFE");
}

// The name of the first element, past declarations, comments and blanks; lower case, without prefix.
std::string root_element(std::string_view body) {
  body = body.substr(0, 4096);
  if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
  while (true) {
    body = trimmed(body);
    if (!body.starts_with('<')) return {};
    std::string_view const end = body.starts_with("<!--") ? "-->" : ">";
    if (!body.starts_with("<!") && !body.starts_with("<?")) break;
    auto const at = body.find(end);
    if (at == std::string_view::npos) return {};
    body.remove_prefix(at + end.size());
  }
  auto const name = lower(body.substr(1, body.find_first_of(" \t\r\n/>") - 1));
  return name.substr(name.rfind(':') + 1);
}

// YAML in double quotes, on one line.
void add_field(std::string& out, std::string_view key, std::string_view value) {
  std::string line(trimmed(value));
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  if (line.empty()) return;
  out.append(key) += ": \"";
  for (char const c : printable(line)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += "\"\n";
}

void add_day(std::string& out, std::string_view key, std::optional<Day> day) {
  if (day) out.append(key).append(": ").append(to_iso(*day)) += '\n';
}

// Markdown that brings front matter of its own: its fields have been read, ours take its place.
std::string_view without_front_matter(std::string_view text) {
  auto const body = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
  if (!body.starts_with("---\n") && !body.starts_with("---\r\n")) return text;
  auto const end = body.find("\n---", 3);
  if (end == std::string_view::npos) return text;
  return body.substr(std::min(body.find('\n', end + 1), body.size()));
}

Article read_body(PageOrigin const& origin, MediaKind kind, std::string body) {
  if (kind == MediaKind::markdown) return read_markdown(origin.url, std::move(body));
  if (kind == MediaKind::plain) return read_plain(origin.url, std::move(body));
  // The header's character set goes before the page's own <meta>; said where the reader looks for it first.
  auto const charset = charset_of(origin.content_type);
  if (!charset.empty() && !has_byte_order_mark(body)) body.insert(0, "<meta charset=\"" + charset + "\">");
  return read_html(origin.url, std::move(body), origin.url);
}

}  // namespace

MediaKind media_kind(std::string_view content_type, std::string_view body) {
  auto const type = type_of(content_type);
  auto const root = root_element(body);
  for (auto const list : {"rss", "rdf", "feed", "urlset", "sitemapindex"})
    if (root == list && type != "text/plain") return MediaKind::list;
  for (auto const& row : types)
    if (type == row.type) return row.kind;
  if (!is_vague(type)) return MediaKind::other;
  return root == "html" || (!root.empty() && body.find("<html") < 4096) ? MediaKind::html : MediaKind::other;
}

bool is_unreadable_type(std::string_view content_type) {
  auto const type = type_of(content_type);
  return !is_vague(type) && std::none_of(std::begin(types), std::end(types), [&](auto const& row) { return row.type == type; });
}

std::optional<std::string> page_markdown(PageOrigin const& origin, MediaKind kind, std::string body) {
  auto const article = read_body(origin, kind, std::move(body));
  auto const text = without_front_matter(article.raw);
  if (trimmed(visible_text(article)).empty()) return std::nullopt;

  std::string out = "---\n";
  auto const& listed = origin.listed;
  add_field(out, "title", article.title.empty() ? listed.title : article.title);
  add_field(out, "source",
            !article.source.empty()      ? article.source
            : !origin.list_title.empty() ? origin.list_title
                                         : origin.host);
  add_field(out, "author", article.author.empty() ? listed.author : article.author);
  add_day(out, "date", article.date ? article.date : listed.date);
  add_day(out, "updated", article.updated);
  add_field(out, "url", origin.url);
  add_field(out, "fetched", origin.fetched);
  add_field(out, "sha256", origin.sha256);
  out += "---\n\n";
  return out.append(text.substr(std::min(text.find_first_not_of("\r\n"), text.size())));
}

}  // namespace counterclaim
