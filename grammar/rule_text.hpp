// Rule files as text: what the grammar of the rule language needs apart from Spirit to find its way after an error.
#pragma once
#include <string>
#include <string_view>

#include "counterclaim/rule_syntax.hpp"

namespace counterclaim::syntax {

// What was expected, where the error suggests the nearest of the words that fit.
inline constexpr char const* clause_expected = "a clause or '}'";
inline constexpr char const* item_expected = "'rule', 'list', 'define' or 'pack'";

Diagnostic unexpected(std::string_view file, std::size_t at, std::string const& expected);
std::size_t too_deep(std::string_view text);  // the first bracket that nests too deeply, or npos
// The next line behind `from` (or at it) that begins with a word of the file's top level.
std::size_t next_item(std::string_view text, std::size_t from, std::size_t item_begin);
std::size_t past_blanks(std::string_view file, std::size_t at);  // and comments

}  // namespace counterclaim::syntax
