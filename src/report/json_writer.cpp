#include "src/report/json_writer.hpp"

#include <charconv>
#include <optional>

#include "counterclaim/text.hpp"

namespace counterclaim::json {
namespace {

void separate(std::string& out) {
  if (out.empty()) return;
  char const last = out.back();
  if (last != '{' && last != '[' && last != ':' && last != '\n') out += ',';
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
  separate(out);
  out += '"';
  out += name;
  out += "\":";
}

void string(std::string& out, std::string_view text) {
  separate(out);
  out += '"';
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t run = at;
    while (run < text.size() && is_plain(static_cast<unsigned char>(text[run]))) ++run;
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
