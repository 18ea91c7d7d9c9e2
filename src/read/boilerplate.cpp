#include "boilerplate.hpp"

#include <algorithm>
#include <array>

#include "bytes.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t longest = 110;  // bytes; a longer line is a sentence

constexpr auto whole_lines = std::to_array<std::string_view>({"ad",
                                                              "ads",
                                                              "advert",
                                                              "advertisement",
                                                              "advertising",
                                                              "advertisement - scroll to continue",
                                                              "anzeige",
                                                              "publicidad",
                                                              "publicité",
                                                              "comments",
                                                              "comment",
                                                              "leave a comment",
                                                              "share",
                                                              "share this",
                                                              "share this article",
                                                              "tweet",
                                                              "email",
                                                              "print",
                                                              "read more",
                                                              "more",
                                                              "related",
                                                              "related articles",
                                                              "related stories",
                                                              "recommended",
                                                              "trending",
                                                              "trending now",
                                                              "most read",
                                                              "sponsored",
                                                              "sponsored content",
                                                              "loading",
                                                              "continue reading",
                                                              "story continues below",
                                                              "watch",
                                                              "watch now",
                                                              "play video",
                                                              "view gallery",
                                                              "view comments",
                                                              "show more",
                                                              "load more",
                                                              "back to top",
                                                              "top stories",
                                                              "latest news",
                                                              "more news",
                                                              "newsletter",
                                                              "subscribe",
                                                              "sign in",
                                                              "log in",
                                                              "register",
                                                              "all rights reserved",
                                                              "read the full story",
                                                              "read full article",
                                                              "click to expand",
                                                              "image",
                                                              "photo",
                                                              "video"});

constexpr auto openings = std::to_array<std::string_view>({"advertisement",
                                                           "read more:",
                                                           "read more about",
                                                           "read also",
                                                           "read next",
                                                           "also read",
                                                           "read:",
                                                           "see also:",
                                                           "more:",
                                                           "related:",
                                                           "related article:",
                                                           "related story:",
                                                           "watch:",
                                                           "listen:",
                                                           "sign up for",
                                                           "sign up to",
                                                           "subscribe to",
                                                           "subscribe now",
                                                           "follow us",
                                                           "click here to",
                                                           "click here for",
                                                           "share this",
                                                           "photo:",
                                                           "photo by",
                                                           "photo credit",
                                                           "photograph:",
                                                           "image:",
                                                           "image credit",
                                                           "image source",
                                                           "getty images",
                                                           "copyright ©",
                                                           "copyright (c)",
                                                           "© ",
                                                           "continue reading",
                                                           "story continues",
                                                           "you may also like",
                                                           "you might also like",
                                                           "you may also be interested",
                                                           "more from ",
                                                           "more stories from",
                                                           "get the latest",
                                                           "filed under",
                                                           "posted in",
                                                           "tags:",
                                                           "tagged:",
                                                           "download the app",
                                                           "support our journalism",
                                                           "sponsored by",
                                                           "skip to",
                                                           "join the conversation",
                                                           "enter your email",
                                                           "by signing up",
                                                           "all rights reserved"});

}  // namespace

bool is_boilerplate(std::string_view line) {
  if (line.size() > longest) return false;
  auto text = lower(line);
  while (!text.empty() && !is_word_byte(text.back())) text.pop_back();
  auto const shown = std::find_if(text.begin(), text.end(), is_word_byte) - text.begin();
  auto const from_word = std::string_view(text).substr(static_cast<std::size_t>(shown));
  if (from_word.empty()) return true;
  if (std::find(whole_lines.begin(), whole_lines.end(), from_word) != whole_lines.end()) return true;
  auto const full = lower(line);
  return std::any_of(openings.begin(), openings.end(), [&](auto opening) { return full.starts_with(opening); });
}

}  // namespace counterclaim
