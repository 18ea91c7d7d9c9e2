// What the spelling of a word says of its forms. Asked once a word, by the compiler of the vocabulary, which keeps the answers
// in WordInfo; the grammar asks word_info().
#pragma once
#include <string_view>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/phrase.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::word_forms {

inline VerbForm verb_form_of(std::string_view w, bool has_verb, bool is_lemma) {
  if (!has_verb) return VerbForm::none;
  // Pasts that are also another verb's base.
  if (one_of(w, {"found", "fell", "felt", "saw", "wound", "ground", "left", "lay", "shot", "led", "held", "met"}))
    return VerbForm::past;
  if (is_lemma) {
    // Their past is written like their base.
    bool const both = one_of(
        w, {"beat", "cut",  "hit", "set",  "put",  "cost",  "let",       "read",     "shut",   "split", "spread", "bet",
            "quit", "hurt", "bid", "cast", "shed", "upset", "broadcast", "forecast", "offset", "reset", "burst",  "undercut"});
    return both ? VerbForm::base_or_past : VerbForm::base;
  }
  if (w.ends_with("ing")) return VerbForm::ing;
  return w.ends_with("s") ? VerbForm::third : VerbForm::past;
}

// The class that a column of function_words.tsv names.
inline WordClass closed_class_of(std::string_view name) {
  struct Row {
    std::string_view name;
    WordClass cls;
  };
  static constexpr Row rows[] = {
      {"determiner", WordClass::determiner},
      {"pronoun", WordClass::pronoun},
      {"possessive", WordClass::possessive},
      {"preposition", WordClass::preposition},
      {"conjunction", WordClass::conjunction},
      {"subordinator", WordClass::subordinator},
      {"auxiliary", WordClass::auxiliary},
      {"modal", WordClass::modal},
      {"negation", WordClass::negation},
      {"wh", WordClass::wh},
      {"to", WordClass::to},
      {"adverb", WordClass::adverb},
      {"particle", WordClass::adverb},
  };
  for (auto const& r : rows)
    if (r.name == name) return r.cls;
  return WordClass::mark;
}

inline std::uint8_t forms_of(std::string_view w, WordInfo const& info, bool is_noun_lemma, bool is_verb_lemma) {
  unsigned out = 0;
  if (one_of(w, {"be", "am", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't", "weren't"}))
    out |= form_of_be;
  if (one_of(w, {"have", "has", "had", "having", "haven't", "hasn't", "hadn't"})) out |= form_of_have;
  // Closed-class words whose class hangs on their neighbours (Classifier::refine_closed).
  if (one_of(w, {"that",   "her",   "this",  "these",  "those", "both",    "each",    "either", "neither", "many",
                 "few",    "some",  "most",  "all",    "such",  "another", "any",     "much",   "half",    "several",
                 "enough", "more",  "less",  "like",   "worth", "past",    "earlier", "later",  "further", "yet",
                 "own",    "other", "after", "before", "since", "until",   "till",    "as"}))
    out |= class_by_place;
  if (w.ends_with("n't") || w == "cannot") out |= holds_not;
  if ((info.parts & noun) != 0 && !is_noun_lemma && w.ends_with('s') && w.find('.') == w.npos) out |= plural_noun_form;
  if ((info.parts & verb) != 0 && !is_verb_lemma && !w.ends_with('s') && !w.ends_with("ing")) out |= past_verb_form;
  return std::uint8_t(out);
}

}  // namespace counterclaim::word_forms
