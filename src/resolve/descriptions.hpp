// What an article calls its names: "the chip designer Orla", "its card, the Marl 4", "Brill, a bank", "Dorne is a bank".
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/phrase.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/names.hpp"

namespace counterclaim {

enum NameKind : std::uint8_t { an_organization = 1, a_product = 2, a_place = 4, a_person = 8, anything = 15 };

struct Descriptions {
  struct Said {
    WordId noun;         // its singular
    std::uint32_t name;  // index into Names::names
  };
  std::vector<Said> said;           // by noun, then by name, each once
  std::vector<std::uint8_t> kinds;  // by name: NameKind bits of what it can be, 0 if the article does not say
  std::vector<bool> described;      // by name: does the article say anything of it
  std::vector<bool> only_where;     // by name: all that is told of it is that something is in or at it
  std::unordered_map<std::string_view, std::uint32_t> places;  // of Names::names

  bool has(WordId noun) const;
  bool has(WordId noun, std::uint32_t name) const;
  std::optional<std::uint32_t> place(std::string_view name) const;  // index into Names::names
};

Descriptions find_descriptions(Tokens const& tokens, Names const& names, Chunks const& chunks, std::string_view view);

// NameKind bits of what a common noun can be said of ("bank": an organization); 0 if of anything.
std::uint8_t kinds_of_noun(Tokens const& tokens, std::uint32_t token, std::string_view view);

}  // namespace counterclaim
