// Words of nothing but the letters a to z, as nearly all are: measured, put in small letters and hashed eight bytes at a time.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>

#include "grammar/lexicon_layout.hpp"

namespace counterclaim {

struct PlainWord {
  char lower[64];            // the word in small letters, behind it zeros up to a multiple of eight bytes
  std::uint32_t length = 0;  // bytes
  bool begins_capital = false, all_capitals = true;
  std::uint64_t hash = 0;  // layout::hash of `lower`
};

// The word at `p`; false where none begins, or one that is not plain to its end, or that ends less than eight bytes before
// `past`: what is behind it may then belong to it ("U.S.", "GPT-4", "didn't", "https:").
inline bool read_plain_word(char const* p, char const* past, PlainWord& out) {
  constexpr std::uint64_t ones = 0x0101010101010101u, tops = ones << 7;
  constexpr std::uint32_t longest = 48;
  auto hash = layout::hash_start;
  std::uint32_t length = 0, n = 8;
  auto small = std::uint64_t(0);  // a bit for each small letter
  char const* at = p;
  for (; n == 8; at += 8) {
    if (past - at < 8 || length >= longest) return false;
    std::uint64_t bytes;
    std::memcpy(&bytes, at, 8);
    auto const lower = bytes | ones * 0x20;
    auto const low = lower & ~tops;
    auto const letters = (low + ones * (0x80 - 'a')) & ~(low + ones * (0x80 - 'z' - 1)) & ~bytes & tops;
    auto const others = letters ^ tops;
    n = others == 0 ? 8 : std::uint32_t(std::countr_zero(others)) / 8;
    if (n == 0) break;
    auto const mask = n == 8 ? ~std::uint64_t(0) : (std::uint64_t(1) << n * 8) - 1;
    auto const word = lower & mask;
    auto const upper = ~bytes & (ones * 0x20) & mask;
    if (length == 0) out.begins_capital = (upper & 0x20) != 0;
    std::memcpy(out.lower + length, &word, 8);
    hash = layout::hash_step(hash, word);
    small |= upper ^ (ones * 0x20 & mask);
    length += n;
  }
  if (length == 0 || past - (p + length) < 2) return false;
  char const end = p[length], next = p[length + 1];
  switch (end) {
    case ' ':
    case '\n':
    case ',':
    case ';':
    case '!':
    case '?':
    case ')':
    case ']':
    case '"':
    case '(':
    case '/':
    case '\t':
    case '\r':
      break;
    case '.':
    case ':':
      if (next != ' ' && next != '\n') return false;
      break;
    case '-':
      if ((next | 0x20) < 'a' || (next | 0x20) > 'z') return false;
      break;
    default:
      return false;
  }
  out.length = length;
  out.all_capitals = small == 0;
  out.hash = hash;
  return true;
}

}  // namespace counterclaim
