// The first step of every reader: raw bytes to an article whose view is clean UTF-8.
#pragma once
#include <string>
#include <string_view>

#include "counterclaim/article.hpp"

namespace counterclaim {

// Sets id, raw, body_size and view, with what is no text blanked: byte order marks, NUL, other control characters, invalid
// UTF-8 (counted in `warnings`), soft hyphens and zero-width spaces. CR LF becomes blank and LF; where a text has no LF at
// all, a CR is a line break.
Article start_article(std::string id, std::string bytes);

// The part of `text` (a view) that is left when blanks, line breaks and '\0' at both ends are taken away.
Span trimmed(std::string_view view, Span span);
// A line from `at` up to its LF or the end of the view, the LF not included.
Span line_at(std::string_view view, std::uint32_t at);
std::string_view slice(std::string_view view, Span span);
bool is_blank(std::string_view text);
inline bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0'; }
void blank(std::string& view, Span span, char with);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_letter(char c) { return is_upper(c) || is_lower(c); }
inline bool is_word_byte(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace counterclaim
