#include "counterclaim/fold.hpp"

#include <algorithm>

#include "grammar/characters.hpp"

namespace counterclaim {

using characters::decode_at, characters::is_upper, characters::lower_ascii;

void fold(std::string_view token, Folded& out) {
  out.size = 0;
  for (std::size_t i = 0; i < token.size() && out.size + 2 < sizeof out.bytes; ++i) {
    auto const b = static_cast<unsigned char>(token[i]);
    if (b == 0) continue;
    if (b < 0x80) {
      out.bytes[out.size++] = lower_ascii(token[i]);
      continue;
    }
    // Latin-1, Latin Extended-A, Greek and Cyrillic capitals lie 32 below, one below or in the next lead byte.
    if (i + 1 < token.size() && b < 0xE0) {
      auto v = decode_at(&token[i], token.data() + token.size()).value;
      if (is_upper(v)) v = v < 0x100 || v >= 0x370 ? (v >= 0x400 && v < 0x410 ? v + 80 : v + 32) : v + 1;
      out.bytes[out.size++] = static_cast<char>(0xC0 | v >> 6);
      out.bytes[out.size++] = static_cast<char>(0x80 | (v & 0x3F));
      ++i;
      continue;
    }
    if (b == 0xE2 && i + 2 < token.size() && token[i + 1] == '\x80' && token[i + 2] == '\x99') {  // ’ as '
      out.bytes[out.size++] = '\'';
      i += 2;
      continue;
    }
    // Longer sequences have no case.
    std::size_t const bytes = b < 0xE0 ? 1 : b < 0xF0 ? 3 : 4;
    if (out.size + bytes + 1 >= sizeof out.bytes) return;
    for (std::size_t const past = std::min(i + bytes, token.size()); i < past; ++i) out.bytes[out.size++] = token[i];
    --i;
  }
}

}  // namespace counterclaim
