// Where a production stands: a token and the scene around it. Plain enough for hand-written productions, iterator enough for
// X3.
#pragma once
#include <cstddef>
#include <iterator>
#include <span>

#include "counterclaim/token.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {

struct Scene {
  std::span<Token const> tokens;
  std::span<Figure const> figures;
  std::string_view view;
  std::uint32_t first = 0, last = 0;  // tokens of the sentence
};

struct Cursor {
  using iterator_category = std::forward_iterator_tag;
  using value_type = Token;
  using difference_type = std::ptrdiff_t;
  using pointer = Token const*;
  using reference = Token const&;

  Scene const* scene = nullptr;
  std::uint32_t at = 0;

  // Behind the sentence stands an empty token, so that looking one too far finds nothing.
  reference operator*() const { return at < scene->last ? scene->tokens[at] : none(); }
  pointer operator->() const { return &**this; }
  Cursor& operator++() { return ++at, *this; }
  Cursor operator++(int) { return {scene, at++}; }
  friend bool operator==(Cursor const& a, Cursor const& b) { return a.at == b.at; }
  friend difference_type operator-(Cursor const& a, Cursor const& b) { return difference_type(a.at) - difference_type(b.at); }

  static Token const& none() {
    static constexpr Token empty{};
    return empty;
  }
  bool ended() const { return at >= scene->last; }
  // The token `offset` further on if it is in the sentence, else an empty one of kind `other`.
  Token const& peek(int offset = 0) const {
    auto const i = at + std::uint32_t(offset);  // before the first token it is past the last
    return i - scene->first < scene->last - scene->first ? scene->tokens[i] : none();
  }
  Cursor plus(std::uint32_t n) const { return {scene, at + n}; }
  std::string_view text() const { return ended() ? std::string_view() : text_of(**this, scene->view); }
  Figure const& figure() const { return scene->figures[(*this)->figure]; }
  PhraseMatch phrase(Category c) const {
    return ended() ? PhraseMatch{} : match_phrase(c, scene->tokens, at, scene->last, scene->view);
  }
};

}  // namespace counterclaim
