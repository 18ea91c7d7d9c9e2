// Words of a closed class that have another one by their neighbours: "that", "most", "other".
#include "counterclaim/word_set.hpp"
#include "grammar/word_classifier.hpp"

namespace counterclaim {

WordClass Classifier::refine_closed(WordClass c) const {
  static WordSet const that{"that"}, her{"her"}, of{"of"}, comparing{"more", "less", "most"},
      standing_alone{"this", "these", "those", "both", "each",    "either", "neither", "many",    "few",   "some",
                     "most", "all",   "such",  "any",  "another", "much",   "half",    "several", "enough"};
  auto const word_id = token(at_).word;
  if (that.has(word_id)) {
    bool const clause = previous_ == finite_verb || previous_ == base_verb || previous_ == ing_verb ||
                        previous_ == participle || previous_ == noun || previous_ == adjective || previous_ == name ||
                        previous_ == auxiliary ||
                        (previous_ == pronoun && one_of(word(previous_at_), {"one", "ones", "those"}));
    if (may_be_finite(at_ + 1) &&
        (!nominal_start(at_ + 1) || (relative_verb(at_ + 1) && (previous_ == noun || previous_ == adjective))))
      return clause ? wh : pronoun;
    if (clause && at_ > first_) return subordinator;
    return nominal_start(at_ + 1) ? determiner : pronoun;
  }
  if (her.has(word_id)) return nominal_start(at_ + 1) ? possessive : pronoun;
  auto const w = word(at_);
  if (standing_alone.has(word_id) && (!nominal_start(at_ + 1) || reduced_relative(at_ + 1)) &&
      !(at_ + 1 < last_ && of.has(token(at_ + 1).word)))
    return w == "much" || w == "most" || w == "enough" ? adverb : pronoun;
  if (comparing.has(word_id)) {  // "more powerful" against "more chips"
    if (!is_word(at_ + 1) || closed(at_ + 1)) return previous_ == finite_verb || previous_ == base_verb ? determiner : adverb;
    auto const parts = info(at_ + 1).parts;
    return (parts & (adjective_bit | adverb_bit)) != 0 && info(at_ + 1).usual_part != noun_bit ? adverb : determiner;
  }
  if (w == "like" && (previous_ == pronoun || previous_ == modal || previous_ == to)) return base_verb;
  if (w == "worth" || w == "past") return preposition;
  if (c == adverb && w == "further" && previous_ == to) return base_verb;
  if (w == "yet" && (previous_ == negation || previous_ == auxiliary || at_ + 2 >= last_)) return adverb;
  if (w == "own" && previous_ == possessive) return adjective;
  if (w == "other") return determiner;
  return c;
}

// "on one charge", ", one lamp draws": it counts what can only be a noun there.
bool Classifier::counts_one() const {
  static WordId const one = find_word("one");
  if (token(at_).word != one || !is_word(at_ + 1) || closed(at_ + 1) || (info(at_ + 1).parts & noun_bit) == 0) return false;
  return previous_ == preposition || verb_form(token(at_ + 1).word) == VerbForm::none;
}

// "The runner-up took", "a start-up raised": what a hyphen joins to a noun, where the word ends.
bool Classifier::ends_noun() const {
  if (at_ < first_ + 2 || !token(at_).has(glued) || !token(at_ - 1).is(TokenKind::hyphen) || !token(at_ - 1).has(glued))
    return false;
  bool const goes_on = at_ + 1 < last_ && token(at_ + 1).is(TokenKind::hyphen) && token(at_ + 1).has(glued);
  return !goes_on && classes_[at_ - 2] == noun;
}

// "projects that power mills": agrees with the noun before, and has an object; "a round that closed in May".
bool Classifier::relative_verb(std::uint32_t i) const {
  auto const form = verb_form(token(i).word);
  if (form == VerbForm::past)
    return i + 1 < last_ && (determined(i + 1) || (closed(i + 1) && closed_class_of(i + 1) == preposition));
  return verb_fits(i) && (form == VerbForm::third || (form == VerbForm::base && plural_before())) &&
         (determined(i + 1) || nominal_start(i + 1));
}

// "those made by"
bool Classifier::reduced_relative(std::uint32_t i) const {
  return i + 1 < last_ && verb_form(token(i).word) == VerbForm::past && closed(i + 1) && closed_class_of(i + 1) == preposition;
}

}  // namespace counterclaim
