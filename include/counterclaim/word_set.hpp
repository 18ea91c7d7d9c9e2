// A few words, known again by their ids: prose is compared by number, never by spelling. For `static WordSet const` beside the
// code that asks; one word alone is a `static WordId const`.
#pragma once
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "counterclaim/lexicon.hpp"

namespace counterclaim {

class WordSet {
 public:
  // In small letters. A word that the lexicon does not know is in no text either.
  explicit WordSet(std::initializer_list<std::string_view> words) {
    for (auto const w : words)
      if (WordId const id = find_word(w); id != unknown_word) ids_.push_back(id), bits_ |= bit(id);
  }
  bool has(WordId word) const {  // never for unknown_word; most words of a text share no bit with the set
    return (bits_ & bit(word)) != 0 && std::find(ids_.begin(), ids_.end(), word) != ids_.end();
  }
  // A bit for each word, which other words may share.
  std::uint64_t bits() const { return bits_; }
  static std::uint64_t bit(WordId word) { return std::uint64_t(1) << ((word * 0x9E3779B1u) >> 26); }
  auto begin() const { return ids_.begin(); }
  auto end() const { return ids_.end(); }

 private:
  std::vector<WordId> ids_;
  std::uint64_t bits_ = 0;
};

}  // namespace counterclaim
