// Tokens and sentences of an article, in order of place.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "counterclaim/article.hpp"
#include "counterclaim/decimal.hpp"
#include "counterclaim/lexicon.hpp"

namespace counterclaim {

enum class TokenKind : std::uint8_t {
  word,        // letters, with inner apostrophes ("o'clock", "didn't")
  code,        // a name with digits in it: H100, 910C, GPT-4, 2.5-Max, 9988.HK, v6.4.1
  figure,      // digits read as a number: 1,850  0.14  .5  ½ (value in Tokens::figures)
  possessive,  // 's or ' behind a word
  hyphen,      // -
  dash,        // – — and " - " and "--"
  slash,       // /
  comma,
  semicolon,
  colon,
  stop,   // . ! ? … that ends a sentence
  point,  // . that does not: behind an abbreviation
  open_bracket,
  close_bracket,
  quote,        // " “ ” « »; single quotation marks where they quote
  currency,     // $ € £ ¥ and the other currency signs
  percent,      // % ‰
  sign,         // + − ± ~ ≈ < > ≤ ≥ = × (which: the first byte(s) of its text)
  degree,       // °
  superscript,  // ² ³
  ampersand,
  other,  // any other sign
};

enum TokenFlag : std::uint8_t {
  glued = 1,           // nothing stands between it and the token before
  capital = 2,         // begins with an upper-case letter
  all_capitals = 4,    // two letters or more and none of them lower case
  sentence_first = 8,  // first word of its sentence
  in_quotes = 16,      // between quotation marks
  in_brackets = 32,
  ordinal_suffix = 64,  // a figure written with st, nd, rd, th ("21st": the figure's span includes the suffix)
  decade_suffix = 128,  // a figure written with s ("1990s", "'90s": the span includes it)
};

struct Token {
  std::uint32_t begin = 0;  // bytes of Article::view
  std::uint32_t end = 0;
  WordId word = unknown_word;  // words, figures' scale letters and signs that the lexicon knows
  std::uint32_t figure = 0;    // figures: index into Tokens::figures
  TokenKind kind = TokenKind::other;
  std::uint8_t flags = 0;
  std::uint16_t sentence = 0;    // low 16 bits of the sentence's number: tokens of different sentences differ
  std::uint64_t categories = 0;  // of the phrases that may begin here: by its word and the next one of its sentence
  bool is(TokenKind k) const { return kind == k; }
  bool has(TokenFlag f) const { return (flags & f) != 0; }
  bool begins(Category c) const { return (categories >> static_cast<int>(c) & 1) != 0; }
};

struct Figure {
  Decimal value;
  std::int8_t place = 0;      // power of ten of the last written digit: "1,850" 0, "0.14" -2
  bool leading_zero = false;  // "007", "0412"
  bool grouped = false;       // written with thousands separators
};

struct Sentence {
  std::uint32_t first = 0;  // tokens[first, last)
  std::uint32_t last = 0;
  std::uint32_t block = 0;  // index into Article::blocks
  Span span;                // from its first to past its last byte, its stop included
  // Of all its tokens: what it holds none of need not be looked for.
  std::uint64_t categories = 0;
  std::uint32_t kinds = 0;  // a bit per TokenKind
  std::uint8_t flags = 0;
  bool holds(TokenKind k) const { return (kinds >> static_cast<int>(k) & 1) != 0; }
  bool holds(TokenFlag f) const { return (flags & f) != 0; }
  bool holds(std::uint64_t any_of) const { return (categories & any_of) != 0; }  // bits of categories
};

struct Tokens {
  std::vector<Token> tokens;
  std::vector<Figure> figures;
  std::vector<Sentence> sentences;
};

// Time and memory in proportion to the article's length. Never fails: what is no word or figure becomes `other`.
Tokens lex(Article const& article);

inline std::string_view text_of(Token const& t, std::string_view view) { return view.substr(t.begin, t.end - t.begin); }

}  // namespace counterclaim
