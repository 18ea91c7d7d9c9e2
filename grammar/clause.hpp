// Who stands left and right of a verb or a comparison: walks over the phrases of one sentence. Every walk is bounded, so that
// what is asked at each cue of a sentence stays linear.
#pragma once
#include <span>
#include <string_view>

#include "counterclaim/mention.hpp"
#include "counterclaim/phrase.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {

struct TokenRange {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return first >= last; }
};

struct Clause {
  std::string_view view;
  std::span<Token const> tokens;
  std::span<Sentence const> sentences;
  Chunks const* chunks = nullptr;
  std::uint32_t sentence = 0;
  std::uint32_t first = 0, last = 0;  // tokens of the sentence

  Token const& token(std::uint32_t i) const { return tokens[i]; }
  bool in(std::uint32_t i) const { return i >= first && i < last; }
  std::string_view word(std::uint32_t i) const { return in(i) ? word_text(tokens[i].word) : std::string_view(); }
  WordClass cls(std::uint32_t i) const { return in(i) ? chunks->classes[i] : WordClass::mark; }
  bool is(std::uint32_t i, TokenKind kind) const { return in(i) && tokens[i].is(kind); }
  Phrase const* phrase(std::uint32_t i) const {
    if (!in(i) || chunks->phrase_of[i] < 0) return nullptr;
    return &chunks->phrases[std::size_t(chunks->phrase_of[i])];
  }
  Phrase const* noun(std::uint32_t i) const {  // the noun phrase around token i, null if there is none
    auto const* p = phrase(i);
    return p && p->kind == PhraseKind::noun ? p : nullptr;
  }
  Phrase const* verb(std::uint32_t i) const {
    auto const* p = phrase(i);
    return p && p->kind == PhraseKind::verb ? p : nullptr;
  }
  PhraseMatch match(Category category, std::uint32_t i) const {
    return in(i) && tokens[i].begins(category) ? match_phrase(category, tokens, i, last, view) : PhraseMatch{};
  }
  // The first token from i on that begins an entry of one of the categories (bits); `last` if none does.
  std::uint32_t next(std::uint32_t i, std::uint64_t categories) const {
    auto const* t = tokens.data() + i;
    auto const* const end = tokens.data() + last;
    while (t != end && (t->categories & categories) == 0) ++t;
    return static_cast<std::uint32_t>(t - tokens.data());
  }
  bool is_name(TokenRange r) const;  // holds a name or a code
  MentionPlace place(TokenRange r) const;
};
Clause clause_of(Article const& article, Tokens const& tokens, Chunks const& chunks, std::uint32_t sentence);

// "The K7 in turn", "the K7 by contrast": where the aside begins that ends before token `end`; `end` itself if there is none.
std::uint32_t begin_of_aside(Clause const& c, std::uint32_t end);

// The noun phrase that begins at `at`, with what hangs on it: "the price of copper in Chile", "A, B and C", "those made by
// Acme". Leading adverbs and quotation marks are passed over. Empty if no noun phrase begins there.
TokenRange noun_chain_from(Clause const& c, std::uint32_t at);
// The same, ending before token `end`.
TokenRange noun_chain_before(Clause const& c, std::uint32_t end);
// The subject of the verb group that holds or stands before token `at`; pronouns and "which" give what they stand for where
// that can be told. Empty if there is none.
TokenRange subject_before(Clause const& c, std::uint32_t at);
// What a pronoun stands for: the last named subject before it, in its sentence or the two before; itself if there is none.
TokenRange antecedent(Clause const& c, TokenRange pronoun);

// The items of "A, B and C" in a chain; one item where it is no list. Calls f(TokenRange) for each.
template <class F>
void each_item(Clause const& c, TokenRange chain, F f) {
  auto from = chain.first;
  for (auto i = chain.first; i < chain.last; ++i) {
    bool const divides = c.is(i, TokenKind::comma) || (c.cls(i) == WordClass::conjunction && !c.is(i, TokenKind::ampersand));
    if (!divides) continue;
    if (i > from) f(TokenRange{from, i});
    from = i + 1;
  }
  if (from < chain.last) f(TokenRange{from, chain.last});
}

}  // namespace counterclaim
