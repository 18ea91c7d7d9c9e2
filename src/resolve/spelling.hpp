// One spelling of a name: its words, where it is used, and how it stands to another spelling. aliases.cpp joins them.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace counterclaim {

struct Spelling {
  std::string_view text;
  std::vector<std::string> words;  // lower case, marks removed
  std::size_t core_size = 0;       // those that carry the name: without legal forms at its end
  std::string compact;             // words joined, numbers in figures
  std::uint32_t uses = 0;
  std::vector<std::uint32_t> articles;   // sorted, each once
  std::vector<std::uint32_t> first_use;  // byte of the first use in each of them
  std::uint32_t parent = 0;              // union-find
  std::span<std::string const> core() const { return std::span(words).first(core_size); }
};

// "Orin 7.0" is Orin 7.
std::string_view without_zero(std::string_view name);
// Words in small letters, without marks, and without the ".0" of a version.
std::vector<std::string> words_of(std::string_view name);
// Its row of name_words.tsv: "company", "model" ...; empty for a word that is in none.
std::string_view kind_of(std::string const& word);
// "The Swedes", "the Swedish side": "sweden", for whom they play; empty for what is no people, and for the country itself.
std::string_view country_of(std::string_view name);
bool is_country(std::string_view name);
std::string in_figures(std::string const& word);  // "seven" -> "7"; other words as they are

// b may be a slip for a: one letter of one long word is more, less or other.
bool misspelt(Spelling const& a, Spelling const& b);
// Of the words that a longer name adds: do they tell a model from its maker?
bool only_adds_model(std::span<std::string const> added);
// In some article the full form comes first and the short one after it.
bool introduces(Spelling const& full, Spelling const& brief);

}  // namespace counterclaim
