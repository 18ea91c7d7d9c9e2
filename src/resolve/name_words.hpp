// What single words are in names: a firm's ending, a title, a model's word; an adjective of origin; a thing that is numbered.
#pragma once
#include <optional>
#include <string_view>
#include <unordered_set>

#include "counterclaim/mention.hpp"
#include "counterclaim/token.hpp"

namespace counterclaim {

enum class NameWord { plain, company, title, model, never };

NameWord name_word(Tokens const& tokens, std::size_t at, std::string_view view);
bool is_origin(Token const& t);  // "Chinese", "Native American": names nothing alone
bool is_thing(WordId word);      // what can be seen or touched, in its base form

// "Rival Kessel", "Chipmaker Corvane": a noun that no name begins with, before a word that only names.
bool leads_stranger(Tokens const& tokens, std::uint32_t noun, std::string_view view);

// "The K7 reached 310 tokens a second, the Orin 280": is the figure at this token told in what the one before is?
bool has_unit(Mentions const& mentions, std::uint32_t figure);
// Has the grammar read the figure at this token as no figure, date or rank?
bool counts_nothing(Mentions const& mentions, std::uint32_t figure);

// Every content word has a capital: a heading or the line of a link, in which capitals tell nothing.
bool in_title_case(Tokens const& tokens, Sentence const& sentence);
// The words that the text writes without a capital.
using WordsWritten = std::unordered_set<WordId>;
WordsWritten written_small(Tokens const& tokens);

}  // namespace counterclaim
