// Where and when a text was written, at its head: "ORLENA, Oct 14 (ONB) —", "LYON, France - March 3 - Kestrel".
#pragma once
#include "counterclaim/token.hpp"

namespace counterclaim {

// The token behind the last dash of the dateline that the sentence begins with: a place in capitals, and nothing but a
// dateline's words up to a dash ("ROUND ROCK, Texas, May 15 -"); behind the place where they fill the sentence. Its first
// token where it begins with none.
std::uint32_t behind_dateline(Tokens const& tokens, Sentence const& sentence);
// Does the sentence begin at the token, right behind the dash of a dateline?
bool is_behind_dateline(Tokens const& tokens, std::uint32_t token, Sentence const& sentence);

}  // namespace counterclaim
