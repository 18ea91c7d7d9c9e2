// Left to right, one sentence at a time. Closed-class words, figures, marks and names are sure; what an open-class word is
// stands in open_class.cpp. The walk remembers whether its clause has a subject and a finite verb.
#include "grammar/word_class.hpp"

#include <utility>

#include "grammar/word_classifier.hpp"

namespace counterclaim {

void Classifier::run() {
  headline_ = is_headline();
  for (at_ = first_; at_ < last_; ++at_) {
    auto const c = classify();
    classes_[at_] = c;
    remember(c);
  }
}

WordClass Classifier::classify() {
  auto const& t = token(at_);
  switch (t.kind) {
    case TokenKind::word:
      return classify_word();
    case TokenKind::code:
      return name;
    case TokenKind::figure:
    case TokenKind::currency:
    case TokenKind::percent:
    case TokenKind::superscript:
    case TokenKind::degree:
      return number;
    case TokenKind::ampersand:
      return conjunction;
    case TokenKind::possessive:
      return previous_ == pronoun || previous_ == wh ? auxiliary : possessive;
    default:
      return mark;
  }
}

WordClass Classifier::classify_word() {
  if (closed(at_)) {
    bool const may_be_name = token(at_).has(all_capitals) && !headline_ && token(at_).end - token(at_).begin > 1 &&
                             one_of(word(at_), {"us", "it", "who"});
    auto const c = closed_class_of(at_);
    if (c == modal && token(at_).has(capital) && !token(at_).has(sentence_first) && !headline_) return name;  // May
    if (may_be_name && previous_ == determiner) return name;
    if (c != mark) return refine_closed(c);
  }
  if (token(at_).begins(Category::scales) && previous_ == number) return number;
  if (is_name(at_)) return name;
  // "The Dispatch first reported the talks": between a subject and what it did
  static WordId const first = find_word("first");
  if (token(at_).word == first && (previous_ == name || previous_ == noun) && is_word(at_ + 1) && determined(at_ + 2) &&
      verb_form(token(at_ + 1).word) == VerbForm::past)
    return adverb;
  return open_class();
}

WordClass Classifier::refine_closed(WordClass c) const {
  if ((info(at_).forms & class_by_place) == 0) return c;
  auto const w = word(at_);
  if (w == "that") {
    bool const clause = previous_ == finite_verb || previous_ == base_verb || previous_ == ing_verb ||
                        previous_ == participle || previous_ == noun || previous_ == adjective || previous_ == name ||
                        previous_ == auxiliary;
    if (may_be_finite(at_ + 1) && (!nominal_start(at_ + 1) || (relative_verb(at_ + 1) && previous_ == noun)))
      return clause ? wh : pronoun;
    if (clause && at_ > first_) return subordinator;
    return nominal_start(at_ + 1) ? determiner : pronoun;
  }
  if (w == "her") return nominal_start(at_ + 1) ? possessive : pronoun;
  if (one_of(w, {"this", "these", "those", "both", "each", "either", "neither", "many", "few", "some", "most", "all", "such",
                 "another", "any", "much", "half", "several", "enough"}) &&
      (!nominal_start(at_ + 1) || reduced_relative(at_ + 1)) && word(at_ + 1) != "of")
    return w == "much" || w == "most" || w == "enough" ? adverb : pronoun;
  if (one_of(w, {"more", "less", "most"})) {  // "more powerful" against "more chips"
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

// "projects that power mills": agrees with the noun before, and has an object.
bool Classifier::relative_verb(std::uint32_t i) const {
  auto const form = verb_form(token(i).word);
  return verb_fits(i) && (form == VerbForm::third || (form == VerbForm::base && plural_before())) &&
         (determined(i + 1) || nominal_start(i + 1));
}

// "those made by"
bool Classifier::reduced_relative(std::uint32_t i) const {
  return i + 1 < last_ && verb_form(token(i).word) == VerbForm::past && closed(i + 1) && closed_class_of(i + 1) == preposition;
}

bool Classifier::is_name(std::uint32_t i) const {
  auto const& t = token(i);
  if (!t.has(capital)) return false;
  // "ALWAYS", "FAR better": an adverb or a degree that is shouted.
  bool const shouted = t.has(all_capitals) && t.word != unknown_word && t.end - t.begin > 2 && previous_ != determiner &&
                       (info(i).usual_part == adverb_bit || (t.begins(Category::measures) && info(i).usual_part != noun_bit));
  if (shouted) return false;
  if (t.has(all_capitals) && t.end - t.begin > 1 && !headline_) return true;
  if (t.word == unknown_word || info(i).parts == 0) return true;
  if (headline_ || t.has(sentence_first)) {
    // The first word is a name when the one behind it is, or when it is not used with a small letter as what it might be.
    bool const next_name = is_word(i + 1) && token(i + 1).has(capital) && !closed(i + 1) && !headline_;
    bool const next_code = i + 1 < last_ && token(i + 1).is(TokenKind::code);
    return (next_name || next_code) && info(i).usual_part == noun_bit;
  }
  // After an opening quotation mark a sentence begins too.
  bool const opened = i > first_ && (token(i - 1).is(TokenKind::quote) || token(i - 1).is(TokenKind::colon));
  return !opened || info(i).usual_part == noun_bit;
}

bool Classifier::plural_before() const {
  if (previous_ == name || previous_ == number) return previous_ == number;
  auto const w = word_text(tokens_[previous_at_].word);
  return previous_ == noun && w.ends_with("s") && !w.ends_with("ss");
}

bool Classifier::speaks(std::uint32_t i) const {
  constexpr std::uint8_t cognition = 31, communication = 32;
  return (info(i).verb_field == communication || info(i).verb_field == cognition) && word(i + 1) != "by";
}

bool Classifier::nominal_or_pronoun(std::uint32_t i) const {
  // "said exports fell": a word that may be a noun, and a verb in the past.
  if (is_word(i) && is_word(i + 1) && (info(i).parts & noun_bit) != 0 && verb_form(token(i + 1).word) == VerbForm::past)
    return true;
  return nominal_start(i) || (i < last_ && closed(i) && closed_class_of(i) == pronoun);
}

// A relative or subordinate clause has a finite verb of its own; a comma goes back to the one around it.
void Classifier::remember(WordClass c) {
  auto const& t = token(at_);
  switch (t.kind) {
    case TokenKind::comma:
    case TokenKind::close_bracket:
      if (depth_ > 0) finite_ = saved_[--depth_];
      break;
    case TokenKind::semicolon:
    case TokenKind::colon:
    case TokenKind::dash:
      finite_ = subject_seen_ = false;
      break;
    case TokenKind::quote:
      if (quotes_words()) return;
      finite_ = subject_seen_ = false;
      break;
    default:
      break;
  }
  auto const previous = previous_;
  bool const behind_noun = std::exchange(coordinated_, false);
  switch (c) {
    case subordinator:
    case wh:
      if (depth_ < max_depth) saved_[depth_++] = finite_;
      finite_ = false;
      break;
    case conjunction:
      if (at_ > first_ && token(at_ - 1).is(TokenKind::comma)) finite_ = false;
      coordinated_ = previous == noun || previous == name;
      break;
    case finite_verb:
    case auxiliary:
    case modal:
      if (finite_ && depth_ > 0) --depth_;
      finite_ = !takes_clause(at_);
      break;
    case noun:
    case name:
      subject_seen_ = true;
      [[fallthrough]];
    case adjective:
    case determiner:
    case possessive:
    case number:
      coordinated_ = behind_noun;
      break;
    case pronoun:
      subject_seen_ = true;
      break;
    case base_verb:
      base_before_ = true;
      break;
    case adverb:
      if (previous != conjunction && !t.has(sentence_first)) return;
      break;
    case negation:
      if (previous == auxiliary) return;  // "is not expected": still behind the auxiliary
      break;
    case mark:
      if ((t.is(TokenKind::hyphen) && t.has(glued)) || t.is(TokenKind::point)) return;
      break;
    default:
      break;
  }
  previous_ = c;
  previous_at_ = at_;
}

// "Its K7 "leads the field" and "beats" the R2", "a "record" year": words quoted inside a clause that goes on.
bool Classifier::quotes_words() const {
  if (at_ == first_ || token(at_ - 1).is(TokenKind::comma) || token(at_ - 1).is(TokenKind::colon)) return false;
  if (!token(at_).has(in_quotes)) return is_word(at_ - 1) && is_word(at_ + 1);
  switch (previous_) {
    case noun:
    case name:
    case determiner:
    case possessive:
    case adjective:
    case preposition:
    case conjunction:
      return true;
    default:
      return false;
  }
}

// "said the plant closes": verbs of speech and thought open a clause without a word of its own.
bool Classifier::takes_clause(std::uint32_t i) const {
  return classes_[i] == finite_verb && speaks(i) && nominal_or_pronoun(i + 1);
}

void classify(std::string_view view, std::span<Token const> tokens, std::uint32_t first, std::uint32_t last,
              std::span<WordClass> classes) {
  Classifier(Lookahead{view, tokens, first, last}, classes).run();
}

}  // namespace counterclaim
