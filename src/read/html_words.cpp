#include "html_words.hpp"

#include <array>
#include <string_view>

namespace counterclaim {
namespace {

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

// The same, of parts that may well hold more text than a short article.
constexpr auto surely_foreign_words =
    std::to_array<std::string_view>({"footer", "copyright", "cookie", "cookies", "legal", "comments", "comment", "disqus",
                                     "disclaimer", "sidebar", "related", "newsletter"});

// "content-with-sidebar" is not the sidebar.
constexpr auto own_words =
    std::to_array<std::string_view>({"content", "main", "article", "body", "story", "post", "page", "entry", "with", "has"});

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

}  // namespace

bool is_foreign(std::string const& hints) { return any_word(hints, foreign_words); }

bool is_surely_foreign(std::string const& hints) {
  return any_word(hints, surely_foreign_words) && !any_word(hints, own_words);
}

bool is_body(std::string const& hints) { return any_word(hints, body_words); }

}  // namespace counterclaim
