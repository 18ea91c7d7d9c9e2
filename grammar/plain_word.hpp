// Words of nothing but the letters a to z, as nearly all are: measured, put in small letters and hashed eight bytes at a time.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "counterclaim/token.hpp"
#include "grammar/lexicon_layout.hpp"

namespace counterclaim {

struct PlainWord {
  char lower[64];        // the word in small letters, behind it zeros up to a multiple of eight bytes
  std::uint32_t length;  // bytes
  unsigned flags;        // capital and all_capitals of TokenFlag
  std::uint64_t hash;    // layout::hash of `lower`
};

// What must stand behind a byte for a plain word to end before it.
enum class Ending : std::uint8_t { none, any, blank, letter };
inline constexpr auto endings = [] {
  std::array<Ending, 256> t{};
  for (unsigned char const c : {' ', '\n', '\t', '\r', ',', ';', '!', '?', '(', ')', ']', '"', '/'}) t[c] = Ending::any;
  t['.'] = t[':'] = Ending::blank;
  t['-'] = Ending::letter;
  return t;
}();

inline bool ends_plain_word(char const* p) {
  if (*p == ' ') return true;  // nearly always
  switch (endings[static_cast<unsigned char>(*p)]) {
    case Ending::any:
      return true;
    case Ending::blank:
      return p[1] == ' ' || p[1] == '\n';
    case Ending::letter:
      return (p[1] | 0x20) >= 'a' && (p[1] | 0x20) <= 'z';
    default:
      return false;
  }
}

// The word at `p`; false where none begins, or one that is not plain to its end, or that ends less than eight bytes before
// `past`: what is behind it may then belong to it ("U.S.", "GPT-4", "didn't", "https:").
inline bool read_plain_word(char const* p, char const* past, PlainWord& out) {
  constexpr std::uint64_t ones = 0x0101010101010101u, tops = ones << 7, cases = ones * 0x20;
  constexpr std::uint32_t longest = 48;
  auto hash = layout::hash_start;
  auto small = std::uint64_t(0);  // of `cases`: a bit for each small letter
  for (std::uint32_t length = 0; past - p - length >= 8 && length < longest; length += 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, p + length, 8);
    auto const lower = bytes | cases;
    auto const low = lower & ~tops;
    auto const letters = (low + ones * (0x80 - 'a')) & ~(low + ones * (0x80 - 'z' - 1)) & ~bytes & tops;
    auto const others = letters ^ tops;
    if (length == 0) {
      if ((letters & 0x80) == 0) return false;
      out.flags = (bytes & 0x20) == 0 ? capital : 0;
    }
    auto const before = (others & (~others + 1)) / 0x80;  // the lowest byte that is no letter, as 1 in its place; 0 if all are
    auto const mask = before - 1;                         // the letters' bytes
    auto const word = lower & mask;
    std::memcpy(out.lower + length, &word, 8);
    if (word != 0) hash = layout::hash_step(hash, word);
    small |= bytes & mask;
    if (others == 0) continue;
    out.length = length + std::uint32_t(std::countr_zero(others)) / 8;
    if (out.flags != 0 && (small & cases) == 0 && out.length > 1) out.flags |= all_capitals;
    out.hash = hash;
    auto const* const end = p + out.length;
    return past - end >= 2 && ends_plain_word(end);
  }
  return false;
}

}  // namespace counterclaim
