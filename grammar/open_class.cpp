// A word that may be of several open classes ("plans", "closed", "set") is decided by what stands before it (a determiner wants
// a noun, "to" and modals want a verb), by whether its clause already has a finite verb, and by what may follow.
#include "counterclaim/word_set.hpp"
#include "grammar/word_classifier.hpp"

namespace counterclaim {

WordClass Classifier::open_class() {
  auto const& t = token(at_);
  if (t.word == unknown_word) return by_ending();
  auto const parts = info(at_).parts;
  if (parts == 0) return by_ending();
  auto const form = verb_form(t.word);
  if (form == VerbForm::none) return noun_or_adjective(parts);
  if (ends_compound() && (form == VerbForm::past || form == VerbForm::ing)) return adjective;
  if (previous_ == number && form == VerbForm::third && ends_with_year()) return behind_noun(parts, form);
  switch (previous_) {
    case determiner:
    case possessive:
    case preposition:
    case number:
    case adjective:
      return in_noun_phrase(parts, form);
    case to:
    case modal:
    case negation:
      if (previous_ == to && goes_to_a_thing()) return noun;
      if (previous_ == to && is_degree_of_bound()) return adverb;
      if (form == VerbForm::base || form == VerbForm::base_or_past) return base_verb;
      if (previous_ == negation) return behind_auxiliary(parts, form);
      return in_noun_phrase(parts, form);
    case auxiliary:
      return behind_auxiliary(parts, form);
    case pronoun:
    case wh:
      // "3,100 of them trucks"
      if (form == VerbForm::third && (parts & noun_bit) != 0 && (word(previous_at_) == "them" || word(previous_at_) == "us"))
        return noun_or_adjective(parts);
      // "One engineer said": of one no verb has this form
      if (form == VerbForm::base && (parts & noun_bit) != 0 && (word(previous_at_) == "one" || word(previous_at_) == "One"))
        return noun;
      if (previous_ == wh && (parts & noun_bit) != 0 && (sure_verb(at_ + 1) || word(previous_at_) == "whose"))
        return noun;  // "why milk is", "whose doctors treat"
      return form == VerbForm::ing ? ing_verb : may_be_finite_here(form) ? finite_verb : plain(parts, form);
    case noun:
    case name:
      return behind_noun(parts, form);
    default:
      return at_clause_start(parts, form);
  }
}

bool Classifier::may_be_finite_here(VerbForm form) const {
  return !only_participle(word(at_)) && !(form == VerbForm::past && word(at_ + 1) == "by");
}

WordClass Classifier::by_ending() const {
  auto const text = text_of(token(at_), view_);
  if (text.ends_with("ly")) return adverb;
  if (text.ends_with("ing")) return previous_ == determiner ? noun : ing_verb;
  if (text.ends_with("ed") && text.size() > 4)
    return previous_ == determiner ? adjective : previous_ == noun || previous_ == name ? finite_verb : participle;
  if (text.ends_with("able") || text.ends_with("ous") || text.ends_with("ful") || text.ends_with("ive")) return adjective;
  return noun;
}

WordClass Classifier::noun_or_adjective(std::uint8_t parts) const {
  if ((parts & adverb_bit) != 0 && info(at_).usual_part == adverb_bit && previous_ != determiner) return adverb;
  if ((parts & adjective_bit) != 0) {
    if (parts == adjective_bit || parts == (adjective_bit | adverb_bit)) return adjective;
    // "The new firm raised $3 million", "the Tallinn firm has"
    if ((parts & noun_bit) != 0 && token(at_).begins(Category::nominals) &&
        ((nominal_before() && sure_past(at_ + 1)) || (previous_ == name && may_be_finite(at_ + 1))))
      return noun;
    // "The round values the company": two nouns would need the one behind them
    if ((parts & noun_bit) != 0 && nominal_before() && at_ + 2 < last_ && is_word(at_ + 1) && !closed(at_ + 1) &&
        verb_form(token(at_ + 1).word) == VerbForm::third && !finite_ &&
        (determined(at_ + 2) || (token(at_ + 2).has(capital) && is_word(at_ + 2))))
      return noun;
    bool const usual = info(at_).usual_part == adjective_bit;
    if (usual && (!nominal_before() || nominal_start(at_ + 1) || hyphenated())) return adjective;
    if (usual && previous_ == auxiliary) return adjective;
  }
  if ((parts & noun_bit) != 0) return noun;
  return (parts & adverb_bit) != 0 ? adverb : adjective;
}

bool Classifier::hyphenated() const {
  return at_ + 1 < last_ && token(at_ + 1).is(TokenKind::hyphen) && token(at_ + 1).has(glued);
}

// "raised $3 million", "employed the smiths": a past form that has an object.
bool Classifier::sure_past(std::uint32_t i) const {
  return is_word(i) && verb_form(token(i).word) == VerbForm::past && verb_fits(i);
}

// "Tallinn-based", "fast-growing", but "co-founded"
bool Classifier::ends_compound() const {
  static WordSet const prefixes{"co", "re", "mis", "out", "over", "under", "de"};
  return at_ > first_ + 1 && token(at_).has(glued) && token(at_ - 1).is(TokenKind::hyphen) && token(at_ - 1).has(glued) &&
         is_word(at_ - 2) && !prefixes.has(token(at_ - 2).word);
}

// "cost $4 million", "cut the posts": one form for present and past, and an object.
bool Classifier::costs(std::uint32_t i) const {
  if (!is_word(i) || verb_form(token(i).word) != VerbForm::base_or_past || i + 1 >= last_) return false;
  return token(i + 1).is(TokenKind::figure) || token(i + 1).is(TokenKind::currency) || determined(i + 1);
}

bool Classifier::nominal_before() const {
  return previous_ == determiner || previous_ == possessive || previous_ == adjective || previous_ == number;
}

// "The run everyone talks about began in May": a preposition without its noun, and the verb of the noun before.
bool Classifier::goes_on_behind_relative(std::uint8_t parts) const {
  static WordSet const stranded{"about", "for", "with", "on", "at", "in", "of", "from", "into", "over", "to"};
  if (previous_ != preposition || parts != verb_bit || !stranded.has(token(previous_at_).word)) return false;
  return previous_at_ > first_ && classes_[previous_at_ - 1] == finite_verb && !nominal_start(at_ + 1);
}

WordClass Classifier::in_noun_phrase(std::uint8_t parts, VerbForm form) const {
  if (form == VerbForm::ing) {
    if (previous_ == preposition)
      return (parts & adjective_bit) != 0 && info(at_).usual_part == adjective_bit && nominal_start(at_ + 1) ? adjective
                                                                                                             : ing_verb;
    if ((parts & noun_bit) != 0 && costs(at_ + 1)) return noun;  // "the building cost $4 million"
    return nominal_start(at_ + 1) ? adjective : noun;
  }
  // "the entry edges past Velo": no edges
  static WordSet const past{"past"};
  if (form == VerbForm::third && previous_ == noun && !finite_ && at_ + 2 < last_ && past.has(token(at_ + 1).word) &&
      token(at_).begins(Category::comparison_verbs) && nominal_start(at_ + 2))
    return finite_verb;
  bool const after_figure = previous_ == number || previous_ == adjective;
  // "of whom 300 own shares", "Twelve need help"
  if (previous_ == number && !finite_ &&
      ((is_verb_of_many(token(at_).word) && nominal_start(at_ + 1)) ||
       (at_ + 1 < last_ && is_verb_of_place(token(at_).word, token(at_ + 1)))) &&
      (previous_at_ == first_ || classes_[previous_at_ - 1] == mark || classes_[previous_at_ - 1] == wh))
    return finite_verb;
  // "620 got the drug", "1,240 took part", "70 cut their hours"
  if (previous_ == number && !finite_ && (form == VerbForm::past || form == VerbForm::base_or_past)) {
    auto const next = closed(at_ + 1) ? closed_class_of(at_ + 1) : noun;
    bool const object = next == determiner || next == possessive || next == pronoun;
    if (object || never_participle(token(at_).word)) return finite_verb;
  }
  if (form == VerbForm::past) {
    if (goes_on_behind_relative(parts)) return finite_verb;
    // "of whom 212 needed help"
    if (previous_ == number && previous_at_ > first_ + 1 && classes_[previous_at_ - 1] == wh && word(previous_at_ - 2) == "of")
      return finite_verb;
    bool const more = nominal_start(at_ + 1);
    if (previous_ == adjective && word(at_ - 1) == "ever") return participle;   // "the largest ever imposed"
    if (word(previous_at_) == "than" && !finite_ && !more) return finite_verb;  // "more than doubled"
    // "a survey of March 2025 found that"
    if (previous_ == number && word(at_ + 1) == "that" && !finite_ && token(at_).begins(Category::reporting_verbs))
      return finite_verb;
    // "the K 7 scored higher": a figure that belongs to a name counts nothing
    bool const of_name = previous_ == number && previous_at_ > first_ && token(previous_at_ - 1).has(capital);
    if (more && !(of_name && !finite_ && !finite_verb_follows(at_))) return adjective;
    if ((parts & noun_bit) != 0 && !after_figure) return noun;
    if (finite_ && previous_ == adjective && info(at_).usual_part == noun_bit) return noun;  // "broke new ground"
    if (after_figure) return word(at_ + 1) == "by" ? participle : finite_verb;
    return (parts & noun_bit) != 0 ? noun : adjective;
  }
  if ((parts & (noun_bit | adjective_bit)) == 0) {
    // A determiner may stand alone: "some say"; an adjective too: "the rich get".
    static WordSet const articles{"the", "a", "an"};  // "the download counter"
    bool const alone = previous_ == determiner && !articles.has(token(previous_at_).word);
    return form == VerbForm::third || after_figure || alone ? finite_verb : noun;
  }
  // "Has 64 million downloads": of many no verb has this form.
  bool const numbered = previous_ == number && is_numbered(previous_at_);
  if ((previous_ == adjective || numbered) && !finite_ && form == VerbForm::third && info(at_).usual_part == verb_bit &&
      verb_fits(at_) && !stands_at(at_ + 1))
    return finite_verb;
  // "The Orin 4 costs $90", "the Orin 4 runs at 3 GHz"
  if (numbered && (!finite_ || is_named_behind_comma()) && acts_behind_name(form)) return finite_verb;
  // "The Orin 4 ships on May 3"
  if (previous_ == number && !finite_ && form == VerbForm::third && previous_at_ > first_ &&
      (classes_[previous_at_ - 1] == name || token(previous_at_ - 1).begins(Category::numbered_things) ||
       text_of(token(previous_at_), view_).find('.') != std::string_view::npos) &&  // "support for 4.8 ends in June"
      dated(at_))
    return finite_verb;
  return noun_or_adjective(std::uint8_t(parts & ~adverb_bit));
}

// "Sales of the new phone start on 3 June": many, and what stands between only tells which or where.
bool Classifier::plural_head() const {
  auto i = previous_at_;
  auto const in_phrase = [](WordClass c) { return c == noun || c == name || c == adjective || c == determiner || c == number; };
  while (i > first_ && in_phrase(classes_[i])) --i;
  if (i <= first_ || (classes_[i] != preposition && classes_[i] != to) || classes_[i - 1] != noun) return false;
  auto const head = word(i - 1);
  return head.ends_with("s") && !head.ends_with("ss");
}
// "Seats at the Odeon go for $4": the name is only where they are.
bool Classifier::plural_subject() const {
  if (previous_ != name || !plural_head()) return false;
  auto const next = closed(at_ + 1) ? closed_class_of(at_ + 1) : noun;
  return next == preposition || next == adverb || verb_fits(at_);
}

WordClass Classifier::behind_auxiliary(std::uint8_t parts, VerbForm form) const {
  if (form == VerbForm::ing)
    return (parts & adjective_bit) != 0 && info(at_).usual_part == adjective_bit ? adjective : ing_verb;
  auto const aux = tokens_[previous_at_].word;
  bool const of_be = is_form_of_be(aux) || tokens_[previous_at_].is(TokenKind::possessive);
  if (form == VerbForm::past || form == VerbForm::base_or_past) {
    if ((parts & adjective_bit) != 0 && info(at_).usual_part == adjective_bit && form == VerbForm::past && of_be)
      return adjective;
    if (form == VerbForm::past || of_be || is_form_of_have(aux)) return participle;
    return base_verb;
  }
  if (!of_be && !is_form_of_have(aux) && form == VerbForm::base) return base_verb;  // do
  if ((one_of(word(at_), {"become", "come", "run", "overcome", "overtake"}) && is_form_of_have(aux))) return participle;
  if ((parts & (noun_bit | adjective_bit)) == 0) return base_verb;
  return noun_or_adjective(parts);
}

// What somebody says may begin here: "that", "the debt", "it".
bool Classifier::opens_content(std::uint32_t i) const {
  if (i >= last_ || !closed(i)) return false;
  auto const cls = closed_class_of(i);
  return word(i) == "that" || cls == determiner || cls == pronoun || cls == possessive;
}

WordClass Classifier::behind_noun(std::uint8_t parts, VerbForm form) const {
  bool const other = (parts & (noun_bit | adjective_bit)) != 0;
  bool const open = !finite_ || (depth_ > 0 && !saved_[depth_ - 1]);
  switch (form) {
    case VerbForm::third:
      // "The window tops out at 200", "the card clocks in at 300"
      if (!other || (open && (word(at_ + 1) == "out" || word(at_ + 1) == "in") && word(at_ + 2) == "at")) return finite_verb;
      // "12 home visits of", "96 steel anchors,": of many no verb has this form.
      if (counts_before() && (word(at_ + 1) == "of" || is_count(previous_at_ - 1))) return noun_or_adjective(parts);
      if ((info(at_).usual_part == noun_bit || word(at_) == "shares") && moved_behind()) return noun_or_adjective(parts);
      // "Test runs begin in May"
      if (previous_ == noun && at_ + 2 < last_ && is_word(at_ + 1) && !closed(at_ + 1) &&
          verb_form(token(at_ + 1).word) == VerbForm::base && info(at_ + 1).usual_part == verb_bit && closed(at_ + 2) &&
          closed_class_of(at_ + 2) == preposition)
        return noun_or_adjective(parts);
      // "Test runs on the new line are planned"
      if (previous_ == noun && closed(at_ + 1) && closed_class_of(at_ + 1) == preposition && finite_verb_follows(at_))
        return noun_or_adjective(parts);
      // "…, the company says."
      if (!open && info(at_).usual_part == verb_bit && token(at_).begins(Category::reporting_verbs) &&
          !(closed(at_ + 1) && closed_class_of(at_ + 1) == pronoun) && speech_aside())
        return finite_verb;
      return open && (verb_fits(at_) || only_verb_left(at_) ||
                      ((!plural_before() || word(previous_at_).ends_with("s")) && dated(at_)))
                 ? finite_verb
                 : noun_or_adjective(parts);
    case VerbForm::past:
      if (only_participle(word(at_)) || word(at_ + 1) == "by") return participle;
      if (!open && speech_aside()) return finite_verb;
      if (open && never_participle(token(at_).word)) return finite_verb;
      if (!open) return nominal_start(at_ + 1) && info(at_).usual_part == adjective_bit ? adjective : participle;
      if (info(at_).usual_part == adjective_bit && nominal_start(at_ + 1) && finite_verb_follows(at_)) return adjective;
      if ((parts & noun_bit) != 0 && info(at_).usual_part == noun_bit && !verb_fits(at_)) return noun;
      return finite_verb_follows(at_) && !(speaks(at_) && nominal_or_pronoun(at_ + 1)) ? participle : finite_verb;
    case VerbForm::base_or_past:
      if (other && heads_subject()) return noun;
      if (!open && is_made_to()) return base_verb;
      // "A price cut takes effect"
      if (other && previous_ == noun && is_word(at_ + 1) && !closed(at_ + 1) && info(at_ + 1).usual_part == verb_bit &&
          verb_form(token(at_ + 1).word) == VerbForm::third)
        return noun;
      return open && verb_fits(at_) ? finite_verb : noun_or_adjective(parts);
    case VerbForm::base:
      if (!other) return finite_verb;
      if (word(at_) == "close" && word(at_ + 1) == "to") return adjective;  // "people close to the club"
      // "People familiar with the matter say that", "data show that": no noun has a clause behind it
      if (open && token(at_).begins(Category::reporting_verbs) && info(at_).usual_part == verb_bit && opens_content(at_ + 1))
        return finite_verb;
      if (heads_subject()) return noun;
      if (!open && is_made_to()) return base_verb;
      if (!open && plural_before() && speech_aside()) return finite_verb;  // "…, experts say."
      if (open && (plural_subject() || (plural_head() && dated(at_)))) return finite_verb;
      return open && (plural_before() || coordinated_) && verb_fits(at_) ? finite_verb : noun_or_adjective(parts);
    case VerbForm::ing:
      // "61 clinics taking part", "workers building tunnels"
      if (info(at_).usual_part == verb_bit && plural_before() && nominal_start(at_ + 1) && !sure_verb(at_ + 1)) return ing_verb;
      if ((parts & noun_bit) != 0 && (sure_verb(at_ + 1) || previous_at_ + 1 == at_) && !determined(at_ + 1)) return noun;
      return ing_verb;
    default:
      return noun;
  }
}

// "Orla shares rose 4 percent", "Orla prices fell on Monday", not "Orla prices used cars": a past form without an object behind
// it.
bool Classifier::moved_behind() const {
  if (at_ + 2 >= last_ || !is_word(at_ + 1) || verb_form(token(at_ + 1).word) != VerbForm::past) return false;
  auto const& t = token(at_ + 2);
  return t.is(TokenKind::figure) || t.is(TokenKind::currency) || t.is(TokenKind::stop) || t.is(TokenKind::comma) ||
         (closed(at_ + 2) && closed_class_of(at_ + 2) == preposition);
}

bool Classifier::is_unfinished() const {
  static WordSet const unfinished{"having", "being"};
  return unfinished.has(token(at_).word);
}

// Does a figure stand before the noun that the word is behind?
bool Classifier::counts_before() const { return previous_at_ > first_ && classes_[previous_at_ - 1] == number; }

// A figure that begins its phrase and is no year, nor one that a name or a noun has.
bool Classifier::is_count(std::uint32_t i) const {
  auto const& t = token(i);
  if (token(i + 1).begins(Category::units)) return false;  // "a fall of 27 percent sounds large"
  if (!t.is(TokenKind::figure) || t.end - t.begin == 4 || (t.end - t.begin == 1 && view_[t.begin] == '1')) return false;
  if (i == first_) return true;
  auto const before = classes_[i - 1];
  return before == mark || before == preposition || before == finite_verb || before == conjunction;
}

// "…, trained on 3 million rows, beats": the finite verb comes behind the next comma.
bool Classifier::interrupted(std::uint32_t i) const {
  for (auto k = i + 1; k + 1 < last_ && k < i + 16; ++k) {
    if (token(k).is(TokenKind::semicolon) || token(k).is(TokenKind::colon)) return false;
    if (!token(k).is(TokenKind::comma)) continue;
    if (closed(k + 1) && closed_class_of(k + 1) == modal) return true;
    if (may_be_finite(k + 1)) return !nominal_start(k + 1) || verb_fits(k + 1);
    // ", based in Dorne, with 38 jets, flew"
    if (!closed(k + 1) || closed_class_of(k + 1) != preposition) return false;
  }
  return false;
}

WordClass Classifier::plain(std::uint8_t parts, VerbForm form) const {
  if (form == VerbForm::past) return participle;
  return (parts & (noun_bit | adjective_bit)) != 0 ? noun_or_adjective(parts) : finite_verb;
}

WordClass Classifier::at_clause_start(std::uint8_t parts, VerbForm form) const {
  bool const other = (parts & (noun_bit | adjective_bit)) != 0;
  if (form == VerbForm::ing) return sure_verb(at_ + 1) && (parts & noun_bit) != 0 ? noun : ing_verb;
  bool const returning = previous_ == finite_verb && depth_ > 0 && !saved_[depth_ - 1];  // "who left said"
  bool const object = previous_ == finite_verb || previous_ == base_verb || previous_ == ing_verb || previous_ == participle;
  if (form == VerbForm::past) {
    // "Ground was broken in May"
    if ((parts & noun_bit) != 0 && !subject_seen_ && at_ + 1 < last_ && is_form_of_be(token(at_ + 1).word)) return noun;
    // "Broke ground in May": a past form that is rather a noun, right behind its verb
    if (object && previous_at_ + 1 == at_ && !returning && info(at_).usual_part == noun_bit) return noun;
    // "The model we trained scored 71"
    if (previous_ == finite_verb && previous_at_ + 1 == at_ && at_ > first_ + 2 && classes_[at_ - 2] == pronoun &&
        classes_[at_ - 3] == noun && word(at_ + 1) != "by")
      return finite_verb;
    // "…, said Ames" but ", approved in 2012, may"
    bool const inserted = closed(at_ + 1) && closed_class_of(at_ + 1) == preposition && subject_seen_ && interrupted(at_);
    if (returning || (quoted_before() && speaks(at_) && !inserted)) return finite_verb;
    if (previous_ == conjunction || previous_ == adverb)
      return (finite_ || subject_seen_) && word(at_ + 1) != "by" ? finite_verb : participle;
    if (nominal_start(at_ + 1) && info(at_).usual_part == adjective_bit) return adjective;
    if (subject_seen_ && !finite_) return interrupted(at_) ? participle : finite_verb;
    return participle;
  }
  // "…, says Ames"
  if (form == VerbForm::third && quoted_before() && info(at_).usual_part == verb_bit && speaks(at_) && nominal_start(at_ + 1))
    return finite_verb;
  if (!other) return form == VerbForm::base && !subject_seen_ ? base_verb : finite_verb;
  // "Fire leaves 60 homeless, kills 4"
  if (form == VerbForm::third && subject_seen_ && info(at_).usual_part == verb_bit &&
      token(previous_at_).is(TokenKind::comma) && previous_at_ + 1 == at_ && at_ + 1 < last_ &&
      token(at_ + 1).is(TokenKind::figure))
    return finite_verb;
  if (object && !returning && previous_at_ + 1 == at_) return noun_or_adjective(parts);
  bool const after_subject = subject_seen_ && (!finite_ || returning);
  // "… and cost $400": no noun stands before a price
  bool const priced = at_ + 1 < last_ && (token(at_ + 1).is(TokenKind::currency) || determined(at_ + 1) || costs(at_));
  bool const joined = previous_ == conjunction && subject_seen_ && (priced || info(at_).usual_part == verb_bit);
  // "Doctors, on the other hand, say that"
  if (after_subject && form == VerbForm::base && word(at_ + 1) == "that" && speaks(at_)) return finite_verb;
  if ((after_subject || joined) && form != VerbForm::base && verb_fits(at_)) return finite_verb;
  if (joined && form == VerbForm::base && base_before_) return base_verb;
  // "Work on the mill began", "Demand for these trucks rose": no commands.
  bool const thing = closed(at_ + 1) && closed_class_of(at_ + 1) == preposition && (parts & noun_bit) != 0 &&
                     (finite_verb_follows(at_) || verb_ends_phrase(at_ + 2));
  if (!subject_seen_ && form == VerbForm::base && info(at_).usual_part == verb_bit && determined(at_ + 1) && !thing)
    return base_verb;
  return noun_or_adjective(parts);
}

}  // namespace counterclaim
