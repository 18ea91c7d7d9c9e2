// Left to right, one sentence at a time. Closed-class words, figures, marks and names are sure, but for the few words of
// placed_class.cpp; what an open-class word is stands in open_class.cpp. The walk remembers whether its clause has a subject
// and a finite verb.
#include "grammar/word_class.hpp"

#include <utility>

#include "counterclaim/word_set.hpp"
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
    if (may_be_name && (previous_ == determiner || previous_ == adjective || previous_ == noun)) return name;
    // "Lodestar Mine", "the Lodestar mine"
    if (c == pronoun && previous_ == name && !headline_ && word(at_) == "mine") return token(at_).has(capital) ? name : noun;
    if (c == pronoun && counts_one()) return number;
    if ((c == preposition || c == adverb) && ends_noun()) return noun;
    if (c == conjunction && word(at_) == "so" && word(at_ + 1) == "far") return adverb;
    if (c != mark) return (info(at_).forms & class_by_place) != 0 ? refine_closed(c) : c;
  }
  if (token(at_).begins(Category::scales) && previous_ == number) return number;
  if (is_name(at_)) return name;
  // "The Dispatch first reported the talks": between a subject and what it did
  static WordId const first = find_word("first");
  if (token(at_).word == first && (previous_ == name || previous_ == noun || previous_ == wh || previous_ == pronoun) &&
      is_word(at_ + 1) && determined(at_ + 2) && verb_form(token(at_ + 1).word) == VerbForm::past)
    return adverb;
  return open_class();
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
  static WordSet const many{"people", "police", "men", "women", "children"};
  auto const word = tokens_[previous_at_].word;
  auto const w = word_text(word);
  return previous_ == noun && ((w.ends_with("s") && !w.ends_with("ss")) || many.has(word));
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
  if (!t.is(TokenKind::word)) switch (t.kind) {
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
      if (word(at_) != "that") subject_seen_ = false;  // its clause has one of its own
      [[fallthrough]];
    case wh:
      if (depth_ < max_depth) saved_[depth_++] = finite_;
      finite_ = false;
      break;
    case conjunction:
      if (at_ > first_ && token(at_ - 1).is(TokenKind::comma)) finite_ = false;
      coordinated_ = previous == noun || previous == name;
      break;
    case auxiliary:
      if (is_unfinished()) break;
      [[fallthrough]];
    case finite_verb:
    case modal:
      // "who left said" goes back to the clause around; "which is based in Dorne and flies" does not
      if (finite_ && depth_ > 0 && previous != conjunction) --depth_;
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
