// Three passes. First, whole parts go by what they are (a <nav>, a form) and by the words of their class and id, unless they
// hold most of the page's prose: then the word says something of the page, not of the part. Second, from the body down to the
// deepest node that still holds most of the prose, or to the node that the page itself names as its article's body. Third,
// inside it, blocks of links go.
#include "html_content.hpp"

#include <algorithm>
#include <array>

#include "bytes.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t shortest_prose = 60;  // bytes of text in a block that count as prose

bool is_removed_tag(Tag tag) {
  switch (tag) {
    case Tag::aside:
    case Tag::audio:
    case Tag::button:
    case Tag::canvas:
    case Tag::dialog:
    case Tag::embed:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::head:
    case Tag::iframe:
    case Tag::img:
    case Tag::input:
    case Tag::link:
    case Tag::map:
    case Tag::menu:
    case Tag::meta:
    case Tag::nav:
    case Tag::noscript:
    case Tag::object:
    case Tag::option:
    case Tag::picture:
    case Tag::script:
    case Tag::select:
    case Tag::style:
    case Tag::svg:
    case Tag::textarea:
    case Tag::title:
    case Tag::video:
    case Tag::form:
      return true;
    default:
      return false;
  }
}

// Words (or runs of words) in class or id of what stands around an article.
constexpr auto foreign_words = std::to_array<std::string_view>({"ad",
                                                                "ads",
                                                                "advert",
                                                                "advertisement",
                                                                "adv",
                                                                "adbox",
                                                                "advertising",
                                                                "alert",
                                                                "also",
                                                                "author",
                                                                "authors",
                                                                "banner",
                                                                "bio",
                                                                "bookmark",
                                                                "breadcrumb",
                                                                "breadcrumbs",
                                                                "byline",
                                                                "caption",
                                                                "captions",
                                                                "carousel",
                                                                "category",
                                                                "categories",
                                                                "comment",
                                                                "comments",
                                                                "contributor",
                                                                "cookie",
                                                                "cookies",
                                                                "copyright",
                                                                "credit",
                                                                "credits",
                                                                "cta",
                                                                "dateline",
                                                                "disclaimer",
                                                                "discussion",
                                                                "disqus",
                                                                "donate",
                                                                "donation",
                                                                "facebook",
                                                                "footer",
                                                                "footnav",
                                                                "form",
                                                                "gallery",
                                                                "hidden",
                                                                "infobox",
                                                                "jump",
                                                                "keywords",
                                                                "legal",
                                                                "login",
                                                                "masthead",
                                                                "menu",
                                                                "metadata",
                                                                "modal",
                                                                "nav",
                                                                "navbar",
                                                                "navigation",
                                                                "newsletter",
                                                                "outbrain",
                                                                "overlay",
                                                                "pagination",
                                                                "pager",
                                                                "paywall",
                                                                "popular",
                                                                "popup",
                                                                "print",
                                                                "promo",
                                                                "promotion",
                                                                "pullquote",
                                                                "rating",
                                                                "ratings",
                                                                "readmore",
                                                                "recirc",
                                                                "recirculation",
                                                                "recommend",
                                                                "recommended",
                                                                "recommendations",
                                                                "registration",
                                                                "related",
                                                                "relatedlinks",
                                                                "respond",
                                                                "rss",
                                                                "share",
                                                                "sharebar",
                                                                "sharing",
                                                                "sidebar",
                                                                "signup",
                                                                "skip",
                                                                "slideshow",
                                                                "social",
                                                                "sponsor",
                                                                "sponsored",
                                                                "subscribe",
                                                                "subscription",
                                                                "tags",
                                                                "taboola",
                                                                "taglist",
                                                                "teaser",
                                                                "teasers",
                                                                "thumbnail",
                                                                "timestamp",
                                                                "toolbar",
                                                                "tools",
                                                                "topics",
                                                                "trending",
                                                                "tweet",
                                                                "twitter",
                                                                "video",
                                                                "widget",
                                                                "read more",
                                                                "read next",
                                                                "more stories",
                                                                "more from",
                                                                "most read",
                                                                "most popular",
                                                                "inline link",
                                                                "also read",
                                                                "see also",
                                                                "photo credit",
                                                                "image credit",
                                                                "whats next",
                                                                "up next",
                                                                "post meta",
                                                                "entry meta",
                                                                "article meta",
                                                                "sr only",
                                                                "screen reader",
                                                                "visually hidden"});

constexpr auto body_words = std::to_array<std::string_view>(
    {"article body", "articlebody",  "article content", "article text",    "entry content", "post content",
     "post body",    "story body",   "storybody",       "story content",   "story text",    "body content",
     "body text",    "content body", "article copy",    "body copy",       "news text",     "news body",
     "news content", "article main", "article page",    "content article", "rich text",     "article paragraphs"});

template <std::size_t N>
bool any_word(std::string const& hints, std::array<std::string_view, N> const& words) {
  for (auto word : words) {
    for (auto at = hints.find(word); at != std::string::npos; at = hints.find(word, at + 1))
      if (hints[at - 1] == ' ' && hints[at + word.size()] == ' ') return true;
  }
  return false;
}

class Finder {
 public:
  explicit Finder(Page& page) : page_(page), nodes_(page.nodes) {}

  std::uint32_t run() {
    remove_by_tag();
    measure();
    remove_by_words();
    measure();
    auto const root = choose();
    remove_links(root);
    return root;
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  void remove(std::uint32_t i) {
    for (auto at = i; at < nodes_[i].end; ++at) nodes_[at].removed = true;
  }

  bool is_hidden(std::uint32_t i) const {
    auto const style = page_.attribute(i, "style");
    if (style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos)
      return true;
    return page_.attribute(i, "aria-hidden") == "true";
  }

  void remove_by_tag() {
    for (std::uint32_t i = 1; i < nodes_.size(); ++i)
      if (!nodes_[i].removed && is_removed_tag(nodes_[i].tag)) remove(i);
  }

  // text, linked and prose of every node, from the leaves up.
  void measure() {
    std::vector<std::uint32_t> block_text(nodes_.size());  // text that stands in a block itself, not in a block inside it
    std::vector<std::uint32_t> block_linked(nodes_.size());
    for (auto& node : nodes_) node.text = node.linked = node.prose = 0;
    for (auto i = static_cast<std::uint32_t>(nodes_.size()); i-- > 0;) {
      auto& node = nodes_[i];
      if (node.removed) continue;
      if (node.tag == Tag::text) {
        node.text = trimmed(node.value, {0, static_cast<std::uint32_t>(node.value.size())}).size();
        block_text[i] = node.text;
      }
      if (node.tag == Tag::a) {
        node.linked = node.text;
        block_linked[i] = block_text[i];
      }
      bool const block = !is_inline(node.tag);
      auto const plain = block_text[i] - std::min(block_text[i], block_linked[i]);
      if (block && block_text[i] >= shortest_prose && plain * 2 > block_text[i]) node.prose += plain;
      if (i == 0) break;
      auto& parent = nodes_[node.parent];
      parent.text += node.text;
      parent.linked += node.linked;
      parent.prose += node.prose;
      if (!block) {
        block_text[node.parent] += block_text[i];
        block_linked[node.parent] += block_linked[i];
      }
    }
  }

  void remove_by_words() {
    auto const all = nodes_[0].prose;
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      auto const& node = nodes_[i];
      if (node.removed || node.tag == Tag::text || node.tag == Tag::body || node.tag == Tag::html) continue;
      bool const foreign = is_hidden(i) || any_word(page_.hints(i), foreign_words);
      if (foreign && node.prose * 5 <= all * 2) remove(i);
    }
  }

  std::uint32_t choose() const {
    std::uint32_t best = none;
    auto const all = nodes_[0].prose;
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      auto const& node = nodes_[i];
      if (node.removed || node.prose * 5 < all * 2 || is_inline(node.tag)) continue;
      bool const named = page_.attribute(i, "itemprop") == "articleBody" || any_word(page_.hints(i), body_words);
      if (named && (best == none || node.prose * 10 >= nodes_[best].prose * 9)) best = i;
    }
    return best != none ? best : descend(0);
  }

  std::uint32_t descend(std::uint32_t at) const {
    for (;;) {
      std::uint32_t widest = none;
      for (auto child = at + 1; child < nodes_[at].end; child = nodes_[child].end)
        if (!nodes_[child].removed && (widest == none || nodes_[child].prose > nodes_[widest].prose)) widest = child;
      if (widest == none || is_inline(nodes_[widest].tag) || nodes_[widest].prose * 10 < nodes_[at].prose * 7) return at;
      if (nodes_[widest].tag == Tag::p) return at;
      at = widest;
    }
  }

  void remove_links(std::uint32_t root) {
    for (auto i = root + 1; i < nodes_[root].end; ++i) {
      auto const& node = nodes_[i];
      if (node.removed || is_inline(node.tag) || node.text == 0) continue;
      bool const links_only = node.linked * 10 >= node.text * 8;
      if (links_only && node.prose == 0) remove(i);
    }
  }

  Page& page_;
  std::vector<Node>& nodes_;
};

}  // namespace

std::uint32_t find_content(Page& page) { return Finder(page).run(); }

}  // namespace counterclaim
