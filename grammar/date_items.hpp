// The date phrases of one sentence, found and judged in their company, before they are read against a reference date.
#pragma once
#include <vector>

#include "grammar/date_phrase.hpp"

namespace counterclaim::dates {

// A phrase and what it hangs on: "Friday of" + "next week", "two weeks after" + "March 3".
struct Item {
  static constexpr int deepest = 3;
  Phrase chain[deepest];
  int links = 0;
  std::uint32_t begin = 0, end = 0;  // words
  Phrase& front() { return chain[0]; }
  Phrase const& front() const { return chain[0]; }
};

// The phrases that are tried at a word, at most one a family, and at what these hang on: used again from word to word.
struct Tried {
  struct Candidate {
    Phrase phrase;
    std::uint32_t end = 0;
  };
  Candidate at[Item::deepest][4];
  Item item;
};

// Appends the items of the sentence in order of place; they do not overlap.
void find_items(std::vector<Word> const& words, Tried& tried, std::vector<Item>& out);

// Which prepositions, if any, stand before the item: a bound on it.
Bound bound_before(std::vector<Word> const& words, std::uint32_t at);

}  // namespace counterclaim::dates
