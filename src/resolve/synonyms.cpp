// Words that a project says are one: each becomes the first of its group wherever a claim has it.
#include <algorithm>
#include <unordered_map>

#include "counterclaim/claim.hpp"
#include "counterclaim/lexicon.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {
namespace {

// The terms that a word can be, the noun's first.
std::vector<std::uint32_t> terms_of(std::string const& word) {
  auto const id = find_word(word);
  if (id == unknown_word) return {unknown_term(word)};
  auto const& info = word_info(id);
  return {info.noun_lemma, info.verb_lemma, id};
}

}  // namespace

void apply_synonyms(ClaimSet& set, std::vector<std::vector<std::string>> const& groups) {
  std::unordered_map<std::uint32_t, std::uint32_t> first_of;
  for (auto const& group : groups)
    for (auto const& word : group)
      for (auto const term : terms_of(word)) first_of.emplace(term, terms_of(group.front()).front());
  if (first_of.empty()) return;
  for (auto& claim : set.claims) {
    auto& terms = claim.terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      auto const found = first_of.find(terms[i].word);
      if (found == first_of.end()) continue;
      terms[i].word = found->second;
    }
    // Each word once, in its nearest role.
    for (std::size_t i = 1; i < terms.size();) {
      auto const here = terms.begin() + static_cast<std::ptrdiff_t>(i);
      bool const again = first_of.contains(here->word) &&
                         std::any_of(terms.begin(), here, [&](Term const& t) { return t.word == here->word; });
      if (again) {
        std::move(here + 1, terms.end(), here);
        terms = terms.first(terms.size() - 1);
      } else {
        ++i;
      }
    }
  }
}

}  // namespace counterclaim
