#include "src/report/json_writer.hpp"

#include <charconv>
#include <cstring>
#include <optional>

#include "counterclaim/text.hpp"

namespace counterclaim::json {
namespace {

bool needs_comma(std::string const& out) {
  if (out.empty()) return false;
  char const last = out.back();
  return last != '{' && last != '[' && last != ':' && last != '\n';
}
void separate(std::string& out) {
  if (needs_comma(out)) out += ',';
}

void escaped(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  static constexpr char hex[] = "0123456789abcdef";
  out += "\\u00";
  out += hex[c >> 4];
  out += hex[c & 15];
}

bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

// The first byte from `at` on that is not plain, looked for eight bytes at a time.
std::size_t plain_to(std::string_view text, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101u, tops = ones << 7;
  // The top bit of each byte that is zero; of bytes above one that is zero it may be set too.
  auto const zeros = [](std::uint64_t v) { return (v - ones) & ~v & tops; };
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t v;
    std::memcpy(&v, text.data() + at, 8);
    auto const control = (v - ones * 0x20) & ~v & tops;
    if (((v & tops) | control | zeros(v ^ ones * '"') | zeros(v ^ ones * '\\') | zeros(v ^ ones * 0x7F)) != 0) break;
  }
  while (at < text.size() && is_plain(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

void end(std::string& out, std::optional<Decimal> const& value) {
  if (value)
    number(out, *value);
  else
    null(out);
}

}  // namespace

void open(std::string& out, char bracket) {
  separate(out);
  out += bracket;
}

void key(std::string& out, std::string_view name) {
  char text[64];
  std::size_t size = 0;
  if (needs_comma(out)) text[size++] = ',';
  text[size++] = '"';
  std::memcpy(text + size, name.data(), name.size());
  size += name.size();
  text[size++] = '"';
  text[size++] = ':';
  out.append(text, size);
}

void string(std::string& out, std::string_view text) {
  separate(out);
  out += '"';
  std::size_t at = 0;
  while (at < text.size()) {
    auto const run = plain_to(text, at);
    out.append(text, at, run - at);
    at = run;
    if (at == text.size()) break;
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      escaped(out, byte);
      ++at;
      continue;
    }
    auto const code_point = decode(text, at);
    append_utf8(out, code_point.value);
    at += code_point.bytes;
  }
  out += '"';
}

void string_or_null(std::string& out, std::string_view text) {
  if (text.empty())
    null(out);
  else
    string(out, text);
}

void number(std::string& out, std::uint64_t value) {
  separate(out);
  char digits[20];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void number(std::string& out, Decimal value) {
  separate(out);
  out += to_string(value);
}

void boolean(std::string& out, bool value) {
  separate(out);
  out += value ? "true" : "false";
}

void null(std::string& out) {
  separate(out);
  out += "null";
}

void interval(std::string& out, Interval const& value) {
  open(out, '{');
  key(out, "low");
  end(out, value.low);
  key(out, "high");
  end(out, value.high);
  key(out, "low_open");
  boolean(out, value.low_open);
  key(out, "high_open");
  boolean(out, value.high_open);
  close(out, '}');
}

void pair(std::string& out, std::string_view name, std::string_view text) {
  key(out, name);
  string(out, text);
}

void pair_of_ours(std::string& out, std::string_view name, std::string_view word) {
  key(out, name);
  out += '"';
  out += word;
  out += '"';
}

void pair_or_null(std::string& out, std::string_view name, std::string_view text) {
  key(out, name);
  string_or_null(out, text);
}

void pair(std::string& out, std::string_view name, std::uint64_t value) {
  key(out, name);
  number(out, value);
}

void flag(std::string& out, std::string_view name, bool value) {
  key(out, name);
  boolean(out, value);
}

}  // namespace counterclaim::json
