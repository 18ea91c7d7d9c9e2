#include "src/config/toml.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <tuple>

#include "counterclaim/calendar.hpp"

namespace counterclaim::toml_tree {
namespace {

Place place(toml::source_position const& p) {
  return {std::max<std::uint32_t>(p.line, 1), std::max<std::uint32_t>(p.column, 1)};
}

Node convert(toml::node const& from) {
  Node to;
  to.at = place(from.source().begin);
  if (auto const* table = from.as_table()) {
    for (auto const& [key, value] : *table) {
      auto item = convert(value);
      item.key = std::string(key.str());
      item.key_at = place(key.source().begin);
      to.items.push_back(std::move(item));
    }
    // toml++ keeps keys in alphabetical order.
    std::stable_sort(to.items.begin(), to.items.end(), [](Node const& a, Node const& b) {
      return std::tie(a.key_at.line, a.key_at.column) < std::tie(b.key_at.line, b.key_at.column);
    });
  } else if (auto const* array = from.as_array()) {
    to.kind = Kind::array;
    for (auto const& value : *array) to.items.push_back(convert(value));
  } else if (auto const* text = from.as_string()) {
    to.kind = Kind::text;
    to.text = text->get();
  } else if (auto const* whole = from.as_integer()) {
    to.kind = Kind::whole;
    to.whole = whole->get();
  } else if (auto const* boolean = from.as_boolean()) {
    to.kind = Kind::boolean;
    to.boolean = boolean->get();
  } else if (auto const* date = from.as_date()) {
    to.kind = Kind::date;
    to.text = to_iso(to_day({date->get().year, date->get().month, date->get().day}));
  } else {
    to.kind = Kind::other;
  }
  return to;
}

// toml++ says "Error while parsing key-value pair: …".
std::string plain(std::string_view description) {
  constexpr std::string_view prefix = "Error while parsing ";
  if (!description.starts_with(prefix)) return std::string(description);
  description.remove_prefix(prefix.size());
  auto const colon = description.find(": ");
  if (colon == description.npos) return "not TOML: " + std::string(description);
  return "not TOML, in a " + std::string(description.substr(0, colon)) + ": " + std::string(description.substr(colon + 2));
}

std::string line_of(std::string_view text, std::uint32_t line) {
  for (; line > 1; --line) {
    auto const end = text.find('\n');
    if (end == text.npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return std::string(text);
}

bool is_bare(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
  });
}

}  // namespace

Node const* Node::find(std::string_view name) const {
  auto const found = std::find_if(items.begin(), items.end(), [&](Node const& item) { return item.key == name; });
  return found == items.end() ? nullptr : &*found;
}

Parsed parse(std::string const& file, std::string_view text, std::string help) {
  Parsed out;
  auto const result = toml::parse(text);
  if (result)
    out.root = convert(result.table());
  else
    out.errors.push_back(
        complaint(file, text, place(result.error().source().begin), plain(result.error().description()), std::move(help)));
  return out;
}

Diagnostic complaint(std::string const& file, std::string_view text, Place at, std::string message, std::string help) {
  return {file, at.line, at.column, std::move(message), line_of(text, at.line), std::move(help)};
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::table:
      return "a table";
    case Kind::array:
      return "a list";
    case Kind::text:
      return "a text";
    case Kind::whole:
      return "a whole number";
    case Kind::boolean:
      return "true or false";
    case Kind::date:
      return "a date";
    case Kind::other:
      break;
  }
  return "a value of another kind";
}

std::string quoted(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out = "\"";
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      out += std::string("\\u00") + digits[byte >> 4] + digits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string written_key(std::string_view key) { return is_bare(key) ? std::string(key) : quoted(key); }

std::string written(Node const& value) {
  switch (value.kind) {
    case Kind::text:
      return quoted(value.text);
    case Kind::whole:
      return std::to_string(value.whole);
    case Kind::boolean:
      return value.boolean ? "true" : "false";
    case Kind::date:
      return value.text;
    case Kind::array:
    case Kind::table: {
      bool const is_table = value.kind == Kind::table;
      std::string out;
      for (auto const& item : value.items)
        out += (out.empty() ? "" : ", ") + (is_table ? written_key(item.key) + " = " : std::string()) + written(item);
      return is_table ? "{" + out + "}" : "[" + out + "]";
    }
    case Kind::other:
      break;
  }
  return "?";
}

}  // namespace counterclaim::toml_tree
