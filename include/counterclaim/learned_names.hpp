// resolve_names() in steps, so that a part of a set can be told what was learned from all of it.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

struct SpellingUse {  // of an article's `name` claims
  std::string_view spelling;
  std::uint32_t uses = 0, first = 0;  // how often; the byte of the first
};
struct LearnedNames {
  struct Known {
    std::string_view entity;
    bool is_variant = false;  // one of several spellings of the same words: its `name` claims stay, those of others go
    friend bool operator==(Known const&, Known const&) = default;
  };
  std::unordered_map<std::string_view, Known> of;  // by spelling
  Arena kept;                                      // what they lie in
};
// By article, in the order of the set; of each its spellings in the order of their first claim, each once.
std::vector<SpellingUse> names_used(std::span<Claim const> claims);
LearnedNames learn_names(std::span<std::vector<SpellingUse> const> articles,
                         std::vector<std::vector<std::string>> const& aliases);
// The claims' texts then lie in what was learned as well.
void apply_names(LearnedNames const& names, ClaimSet& set);

}  // namespace counterclaim
