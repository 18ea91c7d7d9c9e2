// The rows of grammar/vocabulary/*.tsv, compiled in.
//
// A file has a row a line: the phrase, then columns divided by tabs; '#' begins a comment line. The phrase is split into
// tokens as prose is ("square kilometers", "km / h", "no fewer than") and matched without regard to case; with '=' before it,
// case counts ("=MW", "=mW"). Several phrases that mean the same stand in one cell, divided by '|'.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/token.hpp"

namespace counterclaim {

inline constexpr int vocabulary_columns = 8;

struct VocabularyRow {
  std::string_view phrase;                      // as written in the file, the first of its variants
  std::string_view column[vocabulary_columns];  // the cells behind the phrase, empty where the row is short
};
std::span<VocabularyRow const> vocabulary(Category category);  // in file order

// The longest entry of `category` that begins at tokens[at] and stays inside the sentence ending before `end`.
struct PhraseMatch {
  std::int32_t row = -1;     // index into vocabulary(category), -1 if none
  std::uint32_t tokens = 0;  // how many tokens it covers
  explicit operator bool() const { return row >= 0; }
};
PhraseMatch longest_phrase(Category category, std::span<Token const> tokens, std::size_t at, std::size_t end,
                           std::string_view view);  // where one may begin
inline PhraseMatch match_phrase(Category category, std::span<Token const> tokens, std::size_t at, std::size_t end,
                                std::string_view view) {
  return at < end && tokens[at].begins(category) ? longest_phrase(category, tokens, at, end, view) : PhraseMatch{};
}

// Every entry that begins there, longest first: a word may stand in several rows.
void each_phrase(Category category, std::span<Token const> tokens, std::size_t at, std::size_t end, std::string_view view,
                 void (*use)(void*, PhraseMatch), void* data);
template <class Use>
void for_each_phrase(Category category, std::span<Token const> tokens, std::size_t at, std::size_t end, std::string_view view,
                     Use use) {
  each_phrase(
      category, tokens, at, end, view, [](void* u, PhraseMatch m) { (*static_cast<Use*>(u))(m); }, &use);
}

}  // namespace counterclaim
