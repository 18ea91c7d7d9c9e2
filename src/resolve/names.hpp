// Names in an article: runs of capitalised words and codes ("Bank of Orlen", "Dr. Ames", "Marl 2.5-Max").
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "counterclaim/arena.hpp"
#include "counterclaim/mention.hpp"
#include "counterclaim/token.hpp"

namespace counterclaim {

struct NameUse {
  std::uint32_t first = 0, last = 0;  // tokens [first, last), without a possessive and without a form of address
  std::uint32_t sentence = 0;         // index into Tokens::sentences
  std::uint32_t name = 0;             // index into Names::names
  bool person = false;                // a form of address stands before it
};
struct Names {
  std::vector<std::string_view> names;  // distinct spellings, in order of first use
  std::vector<std::uint32_t> uses_of;   // how often each is used
  std::vector<NameUse> uses;            // in order of place
  std::vector<std::uint32_t> topics;    // at most three names the article is about: used most, the title counting more
  std::vector<std::uint32_t> leading;   // uses in the title, and the first of each topic: index into `uses`
};
// The words of a figure name nothing ("40 °C", "Rs 500"), but what it counts may; those of a date neither ("Q3"). The names
// themselves are kept in `kept`.
Names find_names(Article const& article, Tokens const& tokens, Mentions const& mentions, Arena& kept);

// The words of a token range as they are read: single blanks, none before a glued token.
std::string joined(Tokens const& tokens, std::uint32_t first, std::uint32_t last, std::string_view view);
std::string_view joined(Tokens const& tokens, std::uint32_t first, std::uint32_t last, std::string_view view, Arena& kept);

}  // namespace counterclaim
