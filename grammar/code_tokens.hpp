// What a name with digits or a figure was scanned apart into, joined again: "910C", "2.5-Max" behind a name, and figures of
// text that was cut into words before it came here ("6 . 2", "10 , 000").
#pragma once
#include <cstddef>
#include <string_view>

#include "counterclaim/token.hpp"

namespace counterclaim {

// Of the block whose tokens begin at `first`, the first of its figures at `from`: joins in place, in one pass.
void join_codes(std::string_view view, Tokens& tokens, std::size_t first, std::size_t from);
// The lexicon's word and categories of a token.
void look_up(Token& token, std::string_view view);

}  // namespace counterclaim
