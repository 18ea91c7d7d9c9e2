// Noun phrases and verb groups: what the words of a sentence do in it, read lightly from left to right.
//
// No tree is built. Every token gets a class from the closed-class words, WordNet's parts of speech, endings, capitals and
// its neighbours; runs of classes make phrases. "of" phrases, relative clauses and coordinated items stay phrases of their
// own: "the maker of Acme's first engines" is noun, preposition, noun. Phrases come in order, do not overlap and stay inside
// a sentence; marks and conjunctions belong to none.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "counterclaim/article.hpp"
#include "counterclaim/token.hpp"

namespace counterclaim {

enum class WordClass : std::uint8_t {
  noun,
  name,  // a word or code that is written as a name: "Acme", "H100"; also what is in no lexicon and has a capital
  pronoun,
  determiner,
  possessive,  // "its", and 's behind a noun
  number,      // figures, number words, currency and percent signs
  adjective,   // participles before a noun too ("the reported target")
  adverb,
  finite_verb,  // "plans", "said"
  base_verb,    // behind "to", a modal or "do"
  ing_verb,     // "is building", "by building"
  participle,   // "has built", "was built", "built by"
  auxiliary,    // be, have, do, main verbs or not
  modal,
  negation,
  to,
  preposition,
  conjunction,
  subordinator,  // "because", and "that" before a clause
  wh,            // "which", and "that" before a verb
  mark,          // signs, quotation marks, brackets
};

enum class PhraseKind : std::uint8_t { noun, verb, adjective, adverb, preposition };

enum PhraseFlag : std::uint16_t {
  negated = 1,  // "did not rise", "no rival"
  modal_verb = 2,
  past_tense = 4,
  passive_voice = 8,  // be + participle, or a participle alone
  perfect = 16,
  progressive = 32,
  infinitive = 64,
  non_finite = 128,  // an infinitive, or -ing or participle without an auxiliary
  proper = 256,      // noun phrases whose head is a name
  pronominal = 512,
  definite = 1024,  // "the", "this", a possessive
  plural = 2048,    // by the head's ending
};

struct Phrase {
  PhraseKind kind = PhraseKind::noun;
  std::uint16_t flags = 0;
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  std::uint32_t head = 0;             // noun phrases: the last noun; verb groups: the main verb
  std::uint32_t sentence = 0;         // index into Tokens::sentences
  bool has(PhraseFlag f) const { return (flags & f) != 0; }
};

// The phrases of one article. A sentence is chunked when one of its tokens is asked for, and never if none is: whoever can
// tell by its categories that it holds nothing for him does not ask. Asking changes what is kept inside: an article's chunks
// are for one thread, and stay where they were made.
class Chunks {
  template <class T>
  class PerToken {
   public:
    PerToken(Chunks const& of, T const* entries, std::size_t size) : of_(of), entries_(entries), size_(size) {}
    T operator[](std::size_t token) const {
      if (entries_[token] == not_yet) [[unlikely]]
        of_.chunk_around(token);
      return entries_[token];
    }
    std::size_t size() const { return size_; }
    static constexpr T not_yet = T(-2);

   private:
    Chunks const& of_;
    T const* entries_;
    std::size_t size_;
  };

 public:
  Chunks(Article const& article, Tokens const& tokens);
  Chunks(Chunks const&) = delete;
  Chunks& operator=(Chunks const&) = delete;

  std::span<Phrase const> of_sentence(std::uint32_t sentence) const;  // all of them, in order
  // By token of the article, known for those of the sentence: for whoever looks at many.
  WordClass const* classes_of(std::uint32_t sentence) const {
    static_cast<void>(classes[tokens_.sentences[sentence].first]);
    return class_list_.data() + 1;
  }
  std::int32_t index_of(Phrase const& p) const { return std::int32_t(&p - phrases); }

 private:
  [[gnu::cold]] void chunk_around(std::size_t token) const;
  void chunk_sentence(std::uint32_t sentence) const;

  Article const& article_;
  Tokens const& tokens_;
  mutable std::vector<WordClass> class_list_;
  mutable std::vector<std::int32_t> index_list_;
  mutable std::vector<Phrase> phrase_list_;

 public:
  PerToken<WordClass> const classes;
  PerToken<std::int32_t> const phrase_of;  // index into phrases, -1 if in none
  // Those of one sentence stand side by side, with one of no sentence (no_sentence) before and behind them; sentences stand in
  // the order in which they were asked for.
  Phrase const* const phrases;
  static constexpr auto no_sentence = ~std::uint32_t(0);
};

}  // namespace counterclaim
