// JSON written straight into a string: `extract` prints a line a claim, and building a tree of values first costs more than
// finding the claims. Commas are set by looking at the last byte written, so there is no state to carry; keys come out in the
// order they are written. Strings are made valid UTF-8 (U+FFFD for what is not).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "counterclaim/decimal.hpp"
#include "counterclaim/interval.hpp"

namespace counterclaim::json {

void open(std::string& out, char bracket);  // '{' or '[' as the next value
inline void close(std::string& out, char bracket) { out += bracket; }
void key(std::string& out, std::string_view name);  // a name of ours, at most 60 bytes: not escaped

void string(std::string& out, std::string_view text);
void string_or_null(std::string& out, std::string_view text);  // null if empty
template <class Texts>
void strings(std::string& out, Texts const& texts) {
  open(out, '[');
  for (auto const& text : texts) string(out, text);
  close(out, ']');
}
void number(std::string& out, std::uint64_t value);
void number(std::string& out, Decimal value);  // every digit
void boolean(std::string& out, bool value);
void null(std::string& out);
void interval(std::string& out, Interval const& value);  // {"low","high","low_open","high_open"}; null for no bound

// A key and its value.
void pair(std::string& out, std::string_view name, std::string_view text);
void pair_of_ours(std::string& out, std::string_view name, std::string_view word);  // a word of ours: not escaped
void pair_or_null(std::string& out, std::string_view name, std::string_view text);
void pair(std::string& out, std::string_view name, std::uint64_t value);
void flag(std::string& out, std::string_view name, bool value);

}  // namespace counterclaim::json
