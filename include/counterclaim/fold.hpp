// A word as the lexicon spells it.
#pragma once
#include <cstdint>
#include <string_view>

namespace counterclaim {

// In lower case, ’ as ', and without the '\0' that the reader leaves where markup stood; words beyond 62 bytes are cut. On the
// stack: the lexer asks for every word.
struct Folded {
  char bytes[64];
  std::uint32_t size = 0;
  std::string_view text() const { return {bytes, size}; }
};
void fold(std::string_view word, Folded& out);

}  // namespace counterclaim
