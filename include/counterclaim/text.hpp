// UTF-8 and what may be printed.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim {

// The code point at `at` and the number of its bytes; {0xFFFD, 1} for an invalid sequence.
struct CodePoint {
  std::uint32_t value;
  std::uint32_t bytes;
};
CodePoint decode(std::string_view text, std::size_t at);
void append_utf8(std::string& out, std::uint32_t code_point);

std::string lower(std::string_view text);         // simple case folding: ASCII, Latin-1, Latin Extended-A, Greek, Cyrillic;
                                                  // as many bytes as before, so offsets stay good
int display_width(std::string_view text);         // columns on a terminal: combining marks 0, East Asian wide 2
bool has_digit(std::string_view text);            // an ASCII one
std::string_view trimmed(std::string_view text);  // without the ASCII blanks and line breaks at both ends
// Text of an article made fit for a terminal: control characters (C0 but newline and tab, DEL, C1), bidirectional
// overrides and invalid bytes become U+FFFD, tabs one space.
std::string printable(std::string_view text);
// The nearest of `candidates` to a mistyped word (Damerau-Levenshtein, at most a third of its letters), or empty.
std::string nearest(std::string_view word, std::vector<std::string> const& candidates);

}  // namespace counterclaim
