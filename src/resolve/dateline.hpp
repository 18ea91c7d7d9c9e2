// Where and when a text was written, at its head: "ORLENA, Oct 14 (ONB) —", "LYON, France - March 3 - Kestrel".
#pragma once
#include "counterclaim/token.hpp"

namespace counterclaim {

// Do the tokens [first, last) name the place of a dateline? In capitals at the head of a sentence, before a comma or a dash.
bool is_dateline(Tokens const& tokens, std::uint32_t first, std::uint32_t last, Sentence const& sentence);
// Does the sentence begin at the token, right behind the dash of a dateline?
bool is_behind_dateline(Tokens const& tokens, std::uint32_t token, Sentence const& sentence);
// The token behind the last dash of the dateline whose place ends before `last`; `last` where none follows.
std::uint32_t end_of_dateline(Tokens const& tokens, std::uint32_t last, Sentence const& sentence);

}  // namespace counterclaim
