#include "html_page.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>

#include "bytes.hpp"
#include "counterclaim/text.hpp"
#include "entities.hpp"

namespace counterclaim {
namespace {

constexpr int deepest = 400;                    // open elements that libxml2 gets to see; pages in the wild stay below 100
constexpr std::size_t charset_within = 4096;    // bytes in which a page must declare its character set
constexpr std::size_t largest = 1'000'000'000;  // bytes; libxml2 counts in int

constexpr auto names = std::to_array<std::string_view>(
    {"a",       "article",  "aside",      "audio",  "b",       "blockquote", "body",  "br",     "button",  "canvas",
     "caption", "code",     "dd",         "del",    "details", "dialog",     "div",   "dl",     "dt",      "em",
     "embed",   "fieldset", "figcaption", "figure", "footer",  "form",       "h1",    "h2",     "h3",      "h4",
     "h5",      "h6",       "head",       "header", "hr",      "html",       "i",     "iframe", "img",     "input",
     "ins",     "label",    "li",         "link",   "main",    "map",        "menu",  "meta",   "nav",     "noscript",
     "object",  "ol",       "option",     "p",      "picture", "pre",        "s",     "script", "section", "select",
     "span",    "strike",   "strong",     "style",  "sub",     "summary",    "sup",   "svg",    "table",   "tbody",
     "td",      "textarea", "tfoot",      "th",     "thead",   "time",       "title", "tr",     "ul",      "video"});
static_assert(names.size() == static_cast<std::size_t>(Tag::video) - 1);
static_assert(std::is_sorted(names.begin(), names.end()));

Tag tag_of(std::string_view name) {
  auto const at = std::lower_bound(names.begin(), names.end(), name);
  return at == names.end() || *at != name ? Tag::other : static_cast<Tag>(at - names.begin() + 2);
}

std::string_view view_of(xmlChar const* text) { return text ? reinterpret_cast<char const*>(text) : std::string_view(); }

bool is_void(std::string_view name) {
  constexpr auto voids = std::to_array<std::string_view>(
      {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"});
  return std::binary_search(voids.begin(), voids.end(), name);
}

// Leaves out the start tags that would nest deeper than the cap, and the end tags that would close them. Pages that never get
// there are returned as they are.
std::string flattened(std::string bytes) {
  int depth = 0, dropped = 0;
  for (std::size_t at = 0; (at = bytes.find('<', at)) != std::string::npos; ++at) {
    bool const closes = at + 1 < bytes.size() && bytes[at + 1] == '/';
    auto const begin = at + (closes ? 2 : 1);
    auto end = begin;
    while (end < bytes.size() && end - begin < 20 && (is_letter(bytes[end]) || is_digit(bytes[end]))) ++end;
    auto const name = lower(std::string_view(bytes).substr(begin, end - begin));
    if (name.empty() || is_void(name)) continue;
    if (!closes && (name == "script" || name == "style")) {  // what looks like tags in there is none
      auto const past = bytes.find(name == "script" ? "</script" : "</style", at);
      if (past == std::string::npos) break;
      at = past;
      continue;
    }
    if (!closes && depth < deepest) {
      ++depth;
    } else if (closes && dropped == 0) {
      depth -= depth > 0;
    } else {
      dropped += closes ? -1 : 1;
      auto const past = std::min(bytes.find('>', at), bytes.size() - 1);
      std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.begin() + static_cast<std::ptrdiff_t>(past) + 1, ' ');
      at = past;
    }
  }
  return bytes;
}

std::string declared_charset(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  auto const head = lower(bytes.substr(0, charset_within));
  auto at = head.find("charset=");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of("\"' ", at + 8);
  if (at == std::string::npos) return {};
  return head.substr(at, head.find_first_of("\"' />;", at) - at);
}

// More sequences of several bytes that are UTF-8 than bytes that are not: one bad byte does not make a page another's.
bool is_mostly_utf_8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const c = decode(bytes, at);
    good += c.bytes > 1;
    bad += c.bytes == 1 && c.value == 0xFFFD;
    at += c.bytes;
  }
  return bad == 0 || good > bad;
}

// UTF-8 is what the bytes say, whatever the page declares: declarations are wrong more often than bytes are by chance right.
std::string charset_of(std::string_view bytes) {
  auto const declared = declared_charset(bytes);
  bool const utf_16 = declared.starts_with("utf-16") && bytes[0] != '<';
  if (utf_16) return declared;
  if (declared == "utf-8" || is_mostly_utf_8(bytes)) return "utf-8";
  bool const western = declared.empty() || declared == "iso-8859-1" || declared == "us-ascii" || declared.starts_with("utf-16");
  return western ? "windows-1252" : declared;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (char const c : bytes) append_utf8(out, windows_1252(static_cast<unsigned char>(c)));
  return out;
}

void ignore_error(void*, xmlErrorPtr) {}

// Wrongly nested tags can outwit `flattened`, and libxml2 looks through all open elements at each end tag.
void start_element(void* context, xmlChar const* name, xmlChar const** attributes) {
  auto* const parser = static_cast<htmlParserCtxtPtr>(context);
  if (parser->nameNr > 2 * deepest) return xmlStopParser(parser);
  xmlSAX2StartElement(context, name, attributes);
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

htmlDocPtr parse(std::string const& bytes) {
  constexpr int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  if (bytes.empty() || bytes.size() > largest) return nullptr;
  auto charset = charset_of(bytes);
  bool const western = charset == "windows-1252", unicode = charset == "utf-8";
  auto text = flattened(western ? from_windows_1252(bytes) : unicode ? start_article({}, bytes).view : bytes);
  if (!charset.starts_with("utf-16")) std::replace(text.begin(), text.end(), '\0', ' ');
  if (western) charset = "utf-8";
  xmlSetStructuredErrorFunc(nullptr, ignore_error);  // of this thread; else errors of encoding go to standard error
  std::unique_ptr<htmlParserCtxt, FreeParser> const parser(htmlNewParserCtxt());
  if (!parser) return nullptr;
  parser->sax->startElement = start_element;
  for (auto const* name : {charset.c_str(), "iso-8859-1"})
    if (auto* doc = htmlCtxtReadMemory(parser.get(), text.data(), static_cast<int>(text.size()), nullptr, name, options))
      return doc;
  return nullptr;
}

}  // namespace

bool is_inline(Tag tag) {
  switch (tag) {
    case Tag::text:
    case Tag::a:
    case Tag::b:
    case Tag::code:
    case Tag::del:
    case Tag::em:
    case Tag::i:
    case Tag::ins:
    case Tag::label:
    case Tag::s:
    case Tag::span:
    case Tag::strike:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::time:
    case Tag::other:
    case Tag::comment:
      return true;
    default:
      return false;
  }
}

void Page::Free::operator()(void* doc) const { xmlFreeDoc(static_cast<htmlDocPtr>(doc)); }

Page::Page(std::string const& bytes) : doc_(parse(bytes)) {
  auto* const root = doc_ ? xmlDocGetRootElement(static_cast<htmlDocPtr>(doc_.get())) : nullptr;
  std::uint32_t parent = 0;
  for (xmlNode* node = root; node != nullptr;) {
    auto const index = static_cast<std::uint32_t>(nodes.size());
    if (node->type == XML_COMMENT_NODE && trimmed(view_of(node->content)).starts_with("counterclaim "))
      nodes.push_back({Tag::comment, false, parent, index + 1, 0, 0, 0, 0, trimmed(view_of(node->content)), node});
    bool const text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    if (text || node->type == XML_ELEMENT_NODE) {
      nodes.push_back({text ? Tag::text : tag_of(view_of(node->name)), false, parent, index + 1, 0, 0, 0, 0, {}, node});
      if (text) nodes.back().value = view_of(node->content);
    }
    if (!text && node->type == XML_ELEMENT_NODE && node->children) {
      parent = index;
      node = node->children;
      continue;
    }
    while (node != nullptr && node != root && node->next == nullptr) {
      node = node->parent;
      nodes[parent].end = static_cast<std::uint32_t>(nodes.size());
      parent = nodes[parent].parent;
    }
    node = node == nullptr || node == root ? nullptr : node->next;
  }
}

std::string_view Page::attribute(std::uint32_t node, char const* name) const {
  if (nodes[node].tag == Tag::text) return {};
  auto const* element = static_cast<xmlNode const*>(nodes[node].xml);
  for (auto const* attribute = element->properties; attribute; attribute = attribute->next)
    if (view_of(attribute->name) == name)
      return attribute->children ? view_of(attribute->children->content) : std::string_view();
  return {};
}

std::string Page::hints(std::uint32_t node) const {
  std::string out = " ";
  for (auto const* name : {"class", "id"}) {
    char before = ' ';
    for (char const c : attribute(node, name).substr(0, 300)) {
      bool const hump = is_upper(c) && is_lower(before);
      if ((hump || !(is_letter(c) || is_digit(c))) && out.back() != ' ') out += ' ';
      if (is_letter(c) || is_digit(c)) out += is_upper(c) ? static_cast<char>(c + 32) : c;
      before = c;
    }
    if (out.back() != ' ') out += ' ';
  }
  return out;
}

std::string Page::text(std::uint32_t node) const {
  std::string all;
  for (auto at = node; at < nodes[node].end; ++at) {
    if (nodes[at].tag != Tag::text) {
      if (!is_inline(nodes[at].tag)) all += ' ';
      continue;
    }
    all += nodes[at].value;
  }
  return visible(all, {0, static_cast<std::uint32_t>(all.size())});
}

}  // namespace counterclaim
