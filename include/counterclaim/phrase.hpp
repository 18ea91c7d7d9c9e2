// Noun phrases and verb groups: what the words of a sentence do in it, read lightly from left to right.
//
// No tree is built. Every token gets a class from the closed-class words, WordNet's parts of speech, endings, capitals and
// its neighbours; runs of classes make phrases. "of" phrases, relative clauses and coordinated items stay phrases of their
// own: "the maker of Acme's first engines" is noun, preposition, noun. Phrases come in order, do not overlap and stay inside
// a sentence; marks and conjunctions belong to none.
#pragma once
#include <cstdint>
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

struct Chunks {
  std::vector<WordClass> classes;  // one a token
  std::vector<Phrase> phrases;
  std::vector<std::int32_t> phrase_of;  // one a token: index into phrases, -1 if in none
};

Chunks chunk(Article const& article, Tokens const& tokens);

}  // namespace counterclaim
