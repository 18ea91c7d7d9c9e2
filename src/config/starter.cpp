// What is made of the table of keys: the file of `counterclaim init`, the schema, `config show`.
#include <algorithm>

#include "counterclaim/config.hpp"
#include "src/config/keys.hpp"
#include "src/config/toml.hpp"

namespace counterclaim {
namespace {

using config_keys::Key;
using config_keys::Type;

bool is_table(Key const& key) {
  return key.type == Type::shares || key.type == Type::levels || key.type == Type::tiers || key.type == Type::names;
}

std::string text(std::string_view s) { return toml_tree::quoted(s); }  // of plain ASCII, JSON is the same

std::string choices(Key const& key) {
  std::string out;
  for (auto const choice : key.choices) out += (out.empty() ? "" : ", ") + text(choice);
  return "[" + out + "]";
}

constexpr std::string_view share = R"({"type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?%$"})";
constexpr std::string_view texts = R"({"type": "array", "items": {"type": "string", "minLength": 1}})";

std::string members(std::string_view of) { return R"("type": "object", "additionalProperties": )" + std::string(of); }

// The schema of a value, without braces.
std::string type_of(Key const& key) {
  switch (key.type) {
    case Type::choice:
      return "\"enum\": " + choices(key);
    case Type::path:
      return R"("type": "string")";
    case Type::paths:
      return std::string(texts.substr(1, texts.size() - 2));
    case Type::share:
      return std::string(share.substr(1, share.size() - 2));
    case Type::days:
      return R"("type": "integer", "minimum": 0, "maximum": 36500)";
    case Type::groups:
      return R"("type": "array", "items": )" + std::string(texts);
    case Type::names:
      return members(texts);
    case Type::tiers:
      return members("{\"enum\": " + choices(key) + "}");
    case Type::levels:
      return members(R"({"anyOf": [{"type": "boolean"}, {"enum": )" + choices(key) + "}]}");
    case Type::shares: {
      std::string properties;
      for (auto const& dimension : config_keys::dimensions())
        properties += (properties.empty() ? "" : ", ") + text(dimension) + ": " + std::string(share);
      return R"("type": "object", "additionalProperties": false, "properties": {)" + properties + "}";
    }
  }
  return {};
}

std::string property(Key const& key, std::string_view name, std::string const& indent) {
  std::string initial(key.initial);
  return indent + text(name) + ": {\"description\": " + text(key.what) + ", \"default\": " + initial + ", " + type_of(key) +
         "}";
}

std::string commented(std::string_view lines) {
  std::string out = "# ";
  for (char const c : lines) out += c == '\n' ? std::string("\n# ") : std::string(1, c);
  return out + "\n";
}

}  // namespace

std::string starter_config() {
  std::string out =
      "# What counterclaim is told about these articles. It is found from them upward; every key may be left out, and then\n"
      "# has the value that is said to be the default. `counterclaim config show` says what is in force and why.\n\n";
  std::string_view open;
  for (auto const& key : config_keys::keys()) {
    auto const dot = key.name.find('.');
    auto const group = dot == key.name.npos || is_table(key) ? std::string_view() : key.name.substr(0, dot);
    auto name = key.name;
    if (is_table(key)) {
      out += commented(std::string(key.what)) + "[" + std::string(key.name) + "]\n" + commented(key.example) + "\n";
      open = {};
      continue;
    }
    if (!group.empty()) {
      name = key.name.substr(dot + 1);
      if (group != open) out += "[" + std::string(group) + "]\n";
      open = group;
    }
    auto const initial = std::string(key.initial == "[]" || key.initial == "\"\"" ? "none" : key.initial);
    out += "# " + std::string(key.what) + " Default: " + initial + "\n# " + std::string(name) + " = " +
           std::string(key.example) + "\n\n";
  }
  out.pop_back();
  return out;
}

std::string config_schema() {
  std::string out =
      "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"title\": \"counterclaim.toml\",\n  \"type\": "
      "\"object\",\n  \"additionalProperties\": false,\n  \"properties\": {\n";
  std::string_view open;
  bool first = true;
  auto const end_group = [&] {
    if (!open.empty()) out += "\n    }}";
    open = {};
  };
  for (auto const& key : config_keys::keys()) {
    auto const dot = key.name.find('.');
    auto const group = dot == key.name.npos ? std::string_view() : key.name.substr(0, dot);
    bool const joins = !group.empty() && group == open;
    if (!joins) end_group();
    if (!first) out += ",\n";
    first = false;
    if (group.empty()) {
      out += property(key, key.name, "    ");
      continue;
    }
    if (!joins) out += "    " + text(group) + ": {\"type\": \"object\", \"additionalProperties\": false, \"properties\": {\n";
    open = group;
    out += property(key, key.name.substr(dot + 1), "      ");
  }
  end_group();
  return out + "\n  }\n}\n";
}

std::string show_config(Config const& config) {
  struct Row {
    std::string left, right;
  };
  std::vector<Row> rows;
  for (auto const& key : config_keys::keys()) {
    std::string const name(key.name);
    if (!is_table(key)) {
      auto const said = config.said.find(name);
      bool const is_default = said == config.said.end();
      rows.push_back({name + " = " + (is_default ? std::string(key.initial) : said->second.value),
                      is_default ? "default" : said->second.where});
      continue;
    }
    auto const first = config.said.lower_bound(name + ".");
    if (first == config.said.end() || !first->first.starts_with(name + ".")) rows.push_back({name + " = {}", "default"});
    for (auto it = first; it != config.said.end() && it->first.starts_with(name + "."); ++it)
      rows.push_back({it->first + " = " + it->second.value, it->second.where});
  }
  std::size_t width = 0;
  for (auto const& row : rows) width = std::max(width, std::min<std::size_t>(row.left.size(), 60));
  std::string out;
  for (auto& row : rows) {
    row.left.resize(std::max(width, row.left.size()), ' ');
    out += row.left + "  # " + row.right + "\n";
  }
  return out;
}

}  // namespace counterclaim
