// The words of tokens as one text, a blank between them where none is glued.
#include "src/resolve/names.hpp"

namespace counterclaim {
namespace {

// Writes the words to `at`, where there is room for what stands in the text and a blank; returns past the last byte.
char* write_joined(Tokens const& tokens, std::uint32_t first, std::uint32_t last, std::string_view view, char* at) {
  for (auto i = first; i < last; ++i) {
    auto const& t = tokens.tokens[i];
    if (i != first && !t.has(glued)) *at++ = ' ';
    for (char const c : text_of(t, view)) *at = c, at += c != '\0';
  }
  return at;
}
std::size_t joined_size(Tokens const& tokens, std::uint32_t first, std::uint32_t last) {
  return first < last ? tokens.tokens[last - 1].end - tokens.tokens[first].begin + 1 : 0;
}

}  // namespace

std::string joined(Tokens const& tokens, std::uint32_t first, std::uint32_t last, std::string_view view) {
  std::string out(joined_size(tokens, first, last), '\0');
  out.resize(std::size_t(write_joined(tokens, first, last, view, out.data()) - out.data()));
  return out;
}
std::string_view joined(Tokens const& tokens, std::uint32_t first, std::uint32_t last, std::string_view view, Arena& kept) {
  auto const size = joined_size(tokens, first, last);
  if (size == 0) return {};
  if (first + 1 == last && tokens.tokens[first].word != unknown_word) {
    auto const word = word_text(tokens.tokens[first].word);  // nearly all words are written as the lexicon has them
    if (word == text_of(tokens.tokens[first], view)) return word;
  }
  char* const at = kept.room(size);
  return kept.shrink(at, write_joined(tokens, first, last, view, at));
}

}  // namespace counterclaim
