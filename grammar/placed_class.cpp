// Words of a closed class that have another one by their neighbours: "that", "most", "other"; and a few of open classes that
// such neighbours decide.
#include "counterclaim/word_set.hpp"
#include "grammar/word_classifier.hpp"

namespace counterclaim {

WordClass Classifier::refine_closed(WordClass c) const {
  static WordSet const that{"that"}, her{"her"}, of{"of"}, comparing{"more", "less", "most"},
      standing_alone{"this", "these", "those", "both", "each",    "either", "neither", "many",    "few",   "some",
                     "most", "all",   "such",  "any",  "another", "much",   "half",    "several", "enough"};
  auto const word_id = token(at_).word;
  // "Support for this release ends", "the end of that support": what a preposition takes has no verb behind it.
  static WordSet const pointing{"this", "that", "these", "those"}, set_phrases{"regard"};
  if (previous_ == preposition && pointing.has(word_id) && is_word(at_ + 1) && !closed(at_ + 1) &&
      !set_phrases.has(token(at_ + 1).word) && (info(at_ + 1).parts & noun_bit) != 0 &&
      verb_form(token(at_ + 1).word) == VerbForm::base)
    return determiner;
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
  static WordSet const while_words{"after", "before", "since", "until", "till", "as"};
  if (while_words.has(word_id)) {
    bool const unfinished = subject_seen_ && !finite_ && previous_ != mark;  // "profit after tax came to"
    return !unfinished && opens_clause() ? subordinator : c;
  }
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
  // "an earlier trial of 310 patients", "the later stages"
  if (c == adverb && (w == "earlier" || w == "later") && (previous_ == determiner || previous_ == possessive) &&
      nominal_start(at_ + 1))
    return adjective;
  if (w == "other") return determiner;
  return c;
}

// "fled after a plant exploded", "fell as costs rose", "before the dam burst": a subject and its verb stand behind the word,
// which is a preposition otherwise ("after losses of $3 million", "since a deal signed in May"). "As big as Orla is" compares.
bool Classifier::opens_clause() const {
  static WordId const as = find_word("as");
  static WordSet const compares{"as", "so", "such", "same", "well", "soon", "long", "far", "much", "many", "just"},
      joins{"of", "in", "at", "for"}, subjects{"it", "they", "he", "she", "we", "i", "there", "you"};
  if (token(at_).word == as && at_ > first_) {
    static WordId const same = find_word("same");
    if (compares.has(token(at_ - 1).word) || (at_ > first_ + 1 && compares.has(token(at_ - 2).word))) return false;
    for (auto i = at_; i-- > first_ && i + 8 > at_;)
      if (token(i).word == same) return false;
  }
  constexpr std::uint32_t reach = 10;
  bool named = false;  // the subject's noun
  for (auto i = at_ + 1; i < last_ && i < at_ + reach; ++i) {
    auto const& t = token(i);
    if (t.is(TokenKind::possessive) || t.is(TokenKind::hyphen)) {
      if (!named) return false;
      continue;
    }
    if (t.is(TokenKind::figure) || t.is(TokenKind::code) || t.is(TokenKind::currency)) {
      named |= !t.is(TokenKind::currency);
      continue;
    }
    if (!t.is(TokenKind::word)) return false;
    if (closed(i)) {
      auto const k = closed_class_of(i);
      if (k == auxiliary || k == modal) return named && !t.has(capital);  // "in May"
      if (i == at_ + 1 && subjects.has(t.word)) return may_be_finite(i + 1);
      if (k == determiner || k == possessive) {
        if (named && !(closed(i - 1) && joins.has(token(i - 1).word))) return false;
        continue;
      }
      if (k == WordClass::adverb && named) continue;
      if (!named || !joins.has(t.word)) return false;
      continue;
    }
    if (named && tells_of_subject(i)) return true;
    named = t.word == unknown_word || t.has(capital) || (info(i).parts & noun_bit) != 0 || named;
  }
  return false;
}

// A verb behind its subject: one that has an object, ends the sentence or can hardly be a participle.
bool Classifier::tells_of_subject(std::uint32_t i) const {
  static WordSet const happens{"fell",    "rose",    "came",      "went",     "began",   "broke",    "sank",
                               "burst",   "died",    "struck",    "failed",   "ended",   "left",     "slowed",
                               "crashed", "erupted", "hit",       "gave",     "grew",    "slipped",  "climbed",
                               "jumped",  "became",  "collapsed", "exploded", "dropped", "declined", "arrived"};
  auto const& t = token(i);
  if (t.word == unknown_word || t.has(capital)) return false;
  auto const form = verb_form(t.word);
  if (form == VerbForm::none || form == VerbForm::ing || only_participle(word(i)) || word(i + 1) == "by") return false;
  if (happens.has(t.word)) return true;
  bool const other = (info(i).parts & (noun_bit | adjective_bit)) != 0;
  static WordSet const particles{"away", "off", "out", "down", "up", "back", "over"};
  auto const next = i + 2 < last_ && is_word(i + 1) && particles.has(token(i + 1).word) ? i + 2 : i + 1;  // "washed away four"
  bool const ends = i + 1 >= last_ || !is_word(i + 1)
                        ? !(i + 1 < last_ && (token(i + 1).is(TokenKind::hyphen) || token(i + 1).is(TokenKind::possessive)))
                        : false;
  bool const figure = next < last_ && (token(next).is(TokenKind::figure) || token(next).is(TokenKind::currency));
  bool const object = figure || (closed(next) && (closed_class_of(next) == determiner || closed_class_of(next) == possessive ||
                                                  closed_class_of(next) == pronoun || closed_class_of(next) == to));
  bool const many = is_word(i - 1) && (info(i - 1).forms & plural_noun_form) != 0;
  switch (form) {
    case VerbForm::past:
      if (other && info(i).usual_part != verb_bit) return object;
      return object || ends || (is_word(next) && !closed(next) && nominal_start(next));
    case VerbForm::third:
      return other ? object && (info(i).usual_part == verb_bit || figure) : object || ends;
    case VerbForm::base_or_past:
      return object;
    default:
      return many && (other ? figure : object || ends);
  }
}

// "had grown to well over $3 million"
bool Classifier::is_degree_of_bound() const {
  static WordId const well = find_word("well");
  static WordSet const bounds{"over", "above", "below", "under", "past", "beyond"};
  return token(at_).word == well && is_word(at_ + 1) && bounds.has(token(at_ + 1).word);
}

// "The law of 1998 covers", "the fund since 2011 holds": a year behind a preposition counts nothing.
bool Classifier::ends_with_year() const {
  auto const& t = token(previous_at_);
  return t.is(TokenKind::figure) && t.end - t.begin == 4 && previous_at_ > first_ + 1 &&
         classes_[previous_at_ - 1] == preposition;
}

// "Gas blast wrecks 40 homes", "Rate cut saves each family $90": the noun of a verb in the third person that has an object.
bool Classifier::heads_subject() const {
  if (at_ + 2 >= last_ || !is_word(at_ + 1) || verb_form(token(at_ + 1).word) != VerbForm::third) return false;
  auto const& t = token(at_ + 2);
  return info(at_ + 1).usual_part == verb_bit && !closed(at_ + 1) &&
         (t.is(TokenKind::figure) || t.is(TokenKind::currency) || determined(at_ + 2));
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

// Does the figure that ends there belong to the name or noun before it: "the Orin 4", "phase 3"?
bool Classifier::is_numbered(std::uint32_t i) const {
  while (i > first_ && classes_[i] == number) --i;
  return classes_[i] == name || classes_[i] == noun;
}

// "Where users vote, the Orin 4 ranks second": the sentence's other verb is of the clause before the comma.
bool Classifier::is_named_behind_comma() const {
  auto i = previous_at_;
  while (i > first_ && (classes_[i] == number || classes_[i] == name)) --i;
  if (i > first_ && classes_[i] == determiner) --i;
  return token(i).is(TokenKind::comma);
}

// What a thing with a number for its last name does to a figure: nothing else of the sentence is its verb.
bool Classifier::acts_behind_name(VerbForm form) const {
  if ((form != VerbForm::third && form != VerbForm::base_or_past) || at_ + 1 >= last_) return false;
  // "Halcyon 2 tops", where a word of the language is the name
  auto const& before = token(previous_at_ - 1);
  bool const opens = before.has(sentence_first) && before.is(TokenKind::word) && !closed(previous_at_ - 1) &&
                     token(at_).begins(Category::comparison_verbs);
  if ((classes_[previous_at_ - 1] != name && !opens) || finite_verb_follows(at_)) return false;
  auto const& next = token(at_ + 1);
  if (next.is(TokenKind::figure) || next.is(TokenKind::currency) || determined(at_ + 1)) return true;
  if (form == VerbForm::third && next.begins(Category::ordinals)) return true;  // "ranks second"
  // "The Orin 4 beat Volta 2", "the Orin 4 edges out Volta 2", "the Orin 4 beats it"
  static WordSet const objects{"it", "him", "her", "them", "both", "all", "every", "most"}, particles{"out", "past"};
  if (token(at_).begins(Category::comparison_verbs)) {
    auto const i = particles.has(next.word) && at_ + 2 < last_ ? at_ + 2 : at_ + 1;
    if (objects.has(token(i).word) || (token(i).is(TokenKind::word) && token(i).has(capital)) || determined(i)) return true;
  }
  return form == VerbForm::third && closed(at_ + 1) && closed_class_of(at_ + 1) == preposition && word(at_ + 1) != "of";
}

// "Let the network read 12 trillion tokens", "makes firms report it": what the object is made to do.
bool Classifier::is_made_to() const {
  static WordSet const verbs{"let",   "lets",    "letting", "make",     "makes", "made",    "help", "helps", "helped",
                             "watch", "watches", "watched", "watching", "saw",   "helping", "had",  "have",  "has"};
  auto k = previous_at_;
  auto const in_object = [&](WordClass c) {
    return c == noun || c == name || c == adjective || c == determiner || c == possessive || c == number;
  };
  while (k > first_ && in_object(classes_[k])) --k;
  return verbs.has(token(k).word) && k < previous_at_ &&
         (classes_[k] == finite_verb || classes_[k] == base_verb || classes_[k] == auxiliary || classes_[k] == ing_verb ||
          classes_[k] == participle) &&
         verb_fits(at_);
}

// "…, the company said.", "…, a survey by Norra in March found.": nothing but a mark follows.
bool Classifier::speech_aside() const {
  bool const ends = at_ + 1 >= last_ || !is_word(at_ + 1) || word(at_ + 1) == "that";
  if (speaks(at_) && ends) return true;
  // "…, the survey showed.", "…, Ames wrote in his book."
  if (!token(at_).begins(Category::reporting_verbs) || !(ends || closed(at_ + 1))) return false;
  auto k = at_;
  bool through = false, work = false;  // a preposition; "a survey", "a report"
  while (k > first_ &&
         (classes_[k - 1] == noun || classes_[k - 1] == name || classes_[k - 1] == adjective || classes_[k - 1] == determiner ||
          classes_[k - 1] == possessive || (ends && (classes_[k - 1] == preposition || classes_[k - 1] == number)))) {
    --k;
    through = through || classes_[k] == preposition;
    work = work || token(k).begins(Category::nominals);
  }
  if (through && !(work && classes_[k] == determiner)) return false;
  return k > first_ && k < at_ && token(k - 1).is(TokenKind::comma) && word(at_ + 1) != "by";
}

bool Classifier::quoted_before() const {
  auto const& before = token(previous_at_);
  return at_ > first_ && previous_ == mark && (before.is(TokenKind::quote) || before.is(TokenKind::comma));
}

// "returned to profit": a verb of motion, and a word that is a noun first and has no object.
bool Classifier::goes_to_a_thing() const {
  constexpr std::uint8_t motion = 38;
  static WordSet const lets_in{"open",     "opens",  "opened", "reopens",
                               "reopened", "closed", "shut"};  // "closed to traffic on Monday"
  if (info(at_).usual_part != noun_bit || previous_at_ == first_ || nominal_or_pronoun(at_ + 1)) return false;
  if (lets_in.has(token(previous_at_ - 1).word) || word(previous_at_ - 1) == "back") return true;  // "go back to school"
  return info(previous_at_ - 1).verb_field == motion && verb_form(token(previous_at_ - 1).word) != VerbForm::none;
}

// "she runs" but "those made by"

}  // namespace counterclaim
