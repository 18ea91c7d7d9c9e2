// What a sentence's undecided words may be, asked ahead of the word that is being classified. Looks a few words ahead at most.
#pragma once
#include <span>
#include <string_view>

#include "grammar/word_class.hpp"

namespace counterclaim {

// "begun", "taken": never a finite verb.
bool only_participle(std::string_view word);

// "fell", "took": never a participle.
bool never_participle(WordId word);

struct Lookahead {
  std::string_view view_;
  std::span<Token const> tokens_;
  std::uint32_t first_, last_;
  bool headline_ = false;

  Token const& token(std::uint32_t i) const { return tokens_[i]; }
  WordInfo const& info(std::uint32_t i) const { return word_info(tokens_[i].word); }
  std::string_view word(std::uint32_t i) const { return i < last_ ? word_text(tokens_[i].word) : std::string_view(); }
  bool is_word(std::uint32_t i) const { return i < last_ && token(i).is(TokenKind::word); }
  bool closed(std::uint32_t i) const { return is_word(i) && token(i).begins(Category::function_words); }
  // Most of the longer words have a capital: capitals say nothing here.
  bool is_headline() const;
  // Of a token that is closed(); WordClass::mark for a word that has no class of its own.
  WordClass closed_class_of(std::uint32_t i) const { return WordClass(info(i).closed_class); }
  // May a noun phrase go on or begin with token i? Asked of tokens not yet decided.
  bool nominal_start(std::uint32_t i, int reach = 4) const;
  // A word that can only be a finite verb ("said", "is").
  bool sure_verb(std::uint32_t i) const;
  bool may_be_finite(std::uint32_t i, int reach = 4) const;
  // Does what follows speak for a verb at i? An object, "to", "that", an adverb, a preposition behind a usual verb.
  bool verb_fits(std::uint32_t i) const;
  bool stands_at(std::uint32_t i) const;
  // Behind "built" at i in "models built in Lyon have …": the clause's finite verb is still to come.
  bool finite_verb_follows(std::uint32_t i) const;
  // "for these trucks rose", "of the show ends": the noun phrase at i has a word behind it that can be a finite verb.
  bool verb_ends_phrase(std::uint32_t i) const;
  // "the show ends on May 3": a day follows, and no other verb in the clause.
  bool dated(std::uint32_t i) const;
  // "the merger harms buyers": a noun follows, and no other verb in the clause.
  bool only_verb_left(std::uint32_t i) const;
  bool determined(std::uint32_t i) const;

  static constexpr std::uint8_t noun_bit = PartOfSpeech::noun, verb_bit = PartOfSpeech::verb,
                                adjective_bit = PartOfSpeech::adjective, adverb_bit = PartOfSpeech::adverb;
};

}  // namespace counterclaim
