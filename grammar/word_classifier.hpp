// One walk over a sentence that gives each token its class: the state it carries and the decisions it makes on the way.
#pragma once
#include <span>

#include "grammar/word_context.hpp"

namespace counterclaim {

class Classifier : Lookahead {
 public:
  Classifier(Lookahead const& words, std::span<WordClass> classes) : Lookahead(words), classes_(classes) {}
  void run();

 private:
  using enum WordClass;

  // word_class.cpp: closed classes, figures, names, and what the walk remembers.
  WordClass classify();
  WordClass classify_word();
  bool is_name(std::uint32_t i) const;
  void remember(WordClass c);
  bool quotes_words() const;
  bool takes_clause(std::uint32_t i) const;

  // placed_class.cpp: the words of a closed class whose class hangs on their neighbours.
  WordClass refine_closed(WordClass c) const;
  bool opens_clause() const;
  bool tells_of_subject(std::uint32_t i) const;
  bool relative_verb(std::uint32_t i) const;
  bool reduced_relative(std::uint32_t i) const;

  // open_class.cpp: a word that may be of several open classes, by what stands before it.
  WordClass open_class();
  bool ends_with_year() const;
  bool is_degree_of_bound() const;
  bool speech_aside() const;
  bool opens_content(std::uint32_t i) const;
  bool quoted_before() const;
  bool goes_to_a_thing() const;
  bool goes_on_behind_relative(std::uint8_t parts) const;
  bool may_be_finite_here(VerbForm form) const;
  WordClass by_ending() const;
  WordClass noun_or_adjective(std::uint8_t parts) const;
  bool hyphenated() const;
  bool ends_compound() const;
  bool sure_past(std::uint32_t i) const;
  bool nominal_before() const;
  bool counts_one() const;
  bool ends_noun() const;
  bool costs(std::uint32_t i) const;
  bool moved_behind() const;
  bool heads_subject() const;
  bool is_unfinished() const;  // "having", "being"
  bool counts_before() const;
  bool is_count(std::uint32_t i) const;
  bool is_numbered(std::uint32_t i) const;
  bool is_named_behind_comma() const;
  bool acts_behind_name(VerbForm form) const;
  bool plural_subject() const;
  bool is_made_to() const;
  bool plural_head() const;
  WordClass in_noun_phrase(std::uint8_t parts, VerbForm form) const;
  WordClass behind_auxiliary(std::uint8_t parts, VerbForm form) const;
  WordClass behind_noun(std::uint8_t parts, VerbForm form) const;
  bool interrupted(std::uint32_t i) const;
  WordClass plain(std::uint8_t parts, VerbForm form) const;
  WordClass at_clause_start(std::uint8_t parts, VerbForm form) const;

  // Asked by both.
  bool plural_before() const;
  bool speaks(std::uint32_t i) const;
  bool nominal_or_pronoun(std::uint32_t i) const;

  static constexpr int max_depth = 8;
  std::uint32_t at_ = 0;
  std::span<WordClass> classes_;
  WordClass previous_ = mark;  // the last one that decides: adverbs and glued hyphens are passed over
  std::uint32_t previous_at_ = 0;
  bool finite_ = false, subject_seen_ = false, coordinated_ = false, base_before_ = false;
  bool saved_[max_depth] = {};
  int depth_ = 0;
};

}  // namespace counterclaim
