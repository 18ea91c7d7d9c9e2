// The keys of counterclaim.toml.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim::config_keys {

enum class Type : std::uint8_t {
  choice,  // one of Key::choices
  path,
  paths,   // a list of them
  share,   // "1%"
  shares,  // a table from a dimension to a share
  days,    // a whole number from 0
  levels,  // a table from a rule to a choice, or true or false
  tiers,   // a table from a source to a choice
  names,   // a table from a name to a list of other names
  groups,  // a list of lists of words
};

struct Key {
  std::string_view name;  // "tolerance.figures": a dot stands for a table
  Type type = Type::choice;
  std::string_view initial;  // the default, in TOML
  std::string_view example;  // for the starter file, in TOML; of tables: members, one a line
  std::string_view what;     // one or two sentences
  std::vector<std::string_view> choices;
};
std::span<Key const> keys();
Key const* find(std::string_view name);
std::vector<std::string> const& dimensions();  // that a share can be given for

}  // namespace counterclaim::config_keys
