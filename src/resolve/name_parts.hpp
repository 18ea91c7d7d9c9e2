// What belongs to a name and what only stands beside it, told by the words alone.
#pragma once
#include "counterclaim/token.hpp"

namespace counterclaim {

// "Training Orin 2 costs": tokens [first, last) begin with what is done to it.
bool is_doing(Tokens const& tokens, std::uint32_t first, std::uint32_t last);
// "A Series B", "its Series C round": of money, and nobody's name.
bool is_round(Tokens const& tokens, std::uint32_t first, std::uint32_t last);
// "The Phase 3 HARBOUR trial": the token at `first` and the figure behind it tell a stage, and the name comes behind them.
bool is_phase(Tokens const& tokens, std::uint32_t first);
// "Bank of England", "Museum of Modern Art"; in "Halden Labs of Oslo" and "Ida Moor of Halden" the name is whole before
// "of", the token at `of`, and where it is from or whom it works for stands behind.
bool goes_on_behind_of(Tokens const& tokens, std::uint32_t first, std::uint32_t of);

}  // namespace counterclaim
