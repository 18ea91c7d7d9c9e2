// TOML as a tree with places. toml.cpp is the only file that sees toml++.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counterclaim/article.hpp"
#include "counterclaim/diagnostic.hpp"

namespace counterclaim::toml_tree {

enum class Kind : std::uint8_t { table, array, text, whole, boolean, date, other };

struct Node {
  Kind kind = Kind::table;
  std::string key;   // of a member of a table
  Place key_at, at;  // of the key and of the value
  std::string text;  // texts; dates as ISO
  std::int64_t whole = 0;
  bool boolean = false;
  std::vector<Node> items;  // of tables in order of place, of arrays
  Node const* find(std::string_view name) const;
};

struct Parsed {
  Node root;
  std::vector<Diagnostic> errors;  // one at most: the parser stops at the first
};
Parsed parse(std::string const& file, std::string_view text, std::string help = {});  // help: of an error

// A complaint at a place, with the line.
Diagnostic complaint(std::string const& file, std::string_view text, Place at, std::string message, std::string help = {});
std::string_view name_of(Kind kind);            // "a table", "a text"
std::string quoted(std::string_view text);      // as a basic string of TOML
std::string written(Node const& value);         // a value on one line of TOML
std::string written_key(std::string_view key);  // bare where that is allowed

}  // namespace counterclaim::toml_tree
