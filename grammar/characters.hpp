// What a character is: letter, digit, sign, blank or nothing, by its code point. The scanner and the folding of case look at
// bytes through these alone.
#pragma once
#include <array>
#include <cstdint>

namespace counterclaim::characters {

enum Class : std::uint8_t { blank, nothing, letter, digit, high, sign };

inline constexpr auto ascii = [] {
  std::array<Class, 256> t{};
  for (int c = 0; c < 256; ++c) t[c] = c >= 0x80 ? high : sign;
  for (int c = 1; c <= ' '; ++c) t[c] = blank;
  t[0] = nothing;
  t[0x7F] = blank;
  for (int c = '0'; c <= '9'; ++c) t[c] = digit;
  for (int c = 'a'; c <= 'z'; ++c) t[c] = t[c - 32] = letter;
  return t;
}();

struct Code {
  std::uint32_t value = 0, bytes = 1;
};

// Sequences are decoded without checks, for the reader has blanked invalid ones; only a long form of an ASCII sign is refused,
// because the scanner tells digits by their byte.
inline Code decode_at(char const* p, char const* end) {
  auto byte = [](char c) { return std::uint32_t(static_cast<unsigned char>(c)); };
  std::uint32_t const b = byte(*p);
  if (b < 0x80) return {b, 1};
  auto checked = [](std::uint32_t value, std::uint32_t bytes) { return Code{value < 0x80 ? 0xFFFD : value, bytes}; };
  if (b < 0xE0 && end - p >= 2) return checked((b & 0x1F) << 6 | (byte(p[1]) & 0x3F), 2);
  if (b < 0xF0 && end - p >= 3) return checked((b & 0x0F) << 12 | (byte(p[1]) & 0x3F) << 6 | (byte(p[2]) & 0x3F), 3);
  if (end - p >= 4)
    return checked((b & 0x07) << 18 | (byte(p[1]) & 0x3F) << 12 | (byte(p[2]) & 0x3F) << 6 | (byte(p[3]) & 0x3F), 4);
  return {0xFFFD, std::uint32_t(end - p)};
}

// Signs of money; those of other scripts stand among their letters.
inline bool is_currency(std::uint32_t c) {
  return c == '$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0x58F || c == 0x60B || c == 0x9F2 ||
         c == 0x9F3 || c == 0xE3F || c == 0x17DB || c == 0xFDFC;
}

inline Class class_of(std::uint32_t c) {
  if (c < 0x80) return ascii[c];
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x2028 || c == 0x2029)
    return blank;
  if ((c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xAD || (c >= 0x202A && c <= 0x202E) || c == 0x2060) return nothing;
  if (c < 0xC0) return c == 0xB5 || c == 0xAA || c == 0xBA ? letter : sign;
  if (c == 0xD7 || c == 0xF7) return sign;
  if (c >= 0x2010 && c < 0x2C00) return c == 0x2126 || c == 0x212A || c == 0x212B ? letter : sign;
  if (is_currency(c)) return sign;
  if ((c >= 0x3001 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || (c >= 0xFF00 && c <= 0xFF0F) || c == 0xFFFD) return sign;
  return letter;
}

inline bool is_upper(std::uint32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c < 0x180) return c < 0x138 || (c > 0x148 && c < 0x178) ? (c & 1) == 0 : (c & 1) == 1;
  return (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

// A place in the text of a block.
struct Cursor {
  char const* base;
  char const* p;
  char const* end;

  Code peek(char const* at) const { return decode_at(at, end); }
  Class kind(char const* at) const {
    if (at >= end) return blank;
    auto const c = ascii[static_cast<unsigned char>(*at)];
    return c == high ? class_of(peek(at).value) : c;
  }
  char const* next(char const* at) const { return at + (static_cast<unsigned char>(*at) < 0x80 ? 1 : peek(at).bytes); }
  // Past the '\0's and zero-width signs at `at`.
  char const* skip_nothing(char const* at) const {
    while (at < end && kind(at) == nothing) at = next(at);
    return at;
  }
  bool is_digit(char const* at) const { return at < end && *at >= '0' && *at <= '9'; }
  bool is_letter(char const* at) const { return at < end && kind(at) == letter; }
  bool is_alnum(char const* at) const { return is_digit(at) || is_letter(at); }
  bool apostrophe(char const* at, char const*& after) const {
    if (at < end && *at == '\'') return after = at + 1, true;
    if (end - at >= 3 && at[0] == '\xE2' && at[1] == '\x80' && at[2] == '\x99') return after = at + 3, true;
    return false;
  }
};

inline char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

}  // namespace counterclaim::characters
