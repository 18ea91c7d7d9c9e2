// Bytes to raw tokens: the only code that looks at characters. It knows no words; the lexer adds them.
#pragma once
#include <string_view>

#include "counterclaim/token.hpp"

namespace counterclaim {

struct RawToken {
  std::uint32_t begin = 0, end = 0;
  TokenKind kind = TokenKind::other;
  std::uint8_t flags = 0;  // glued, capital, all_capitals, ordinal_suffix, decade_suffix
  Figure figure;
};

// The token at or behind `at`, before `end`; false when only blanks are left. A token ends before `end`. `glued` is set
// unless a blank was passed over (or at == the start of the text).
bool scan_token(std::string_view view, std::uint32_t at, std::uint32_t end, RawToken& out);

}  // namespace counterclaim
