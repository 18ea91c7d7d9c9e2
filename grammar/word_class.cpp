// Left to right, one sentence at a time. Closed-class words, figures and marks are sure; an open-class word is decided by
// what stands before it (a determiner wants a noun, "to" and modals want a verb), by whether its clause already has a finite
// verb, and by what may follow.
#include "grammar/word_class.hpp"

#include <utility>

#include "grammar/word_context.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

class Classifier : Lookahead {
 public:
  Classifier(Lookahead const& words, std::span<WordClass> classes) : Lookahead(words), classes_(classes) {}

  void run() {
    headline_ = is_headline();
    for (at_ = first_; at_ < last_; ++at_) {
      auto const c = classify();
      classes_[at_] = c;
      remember(c);
    }
  }

 private:
  WordClass classify() {
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

  WordClass classify_word() {
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
    return open_class();
  }

  WordClass refine_closed(WordClass c) const {
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
  bool relative_verb(std::uint32_t i) const {
    auto const form = verb_form(token(i).word);
    return verb_fits(i) && (form == VerbForm::third || (form == VerbForm::base && plural_before())) &&
           (determined(i + 1) || nominal_start(i + 1));
  }

  // "those made by"
  bool reduced_relative(std::uint32_t i) const {
    return i + 1 < last_ && verb_form(token(i).word) == VerbForm::past && closed(i + 1) &&
           closed_class_of(i + 1) == preposition;
  }

  bool is_name(std::uint32_t i) const {
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

  bool plural_before() const {
    if (previous_ == name || previous_ == number) return previous_ == number;
    auto const w = word_text(tokens_[previous_at_].word);
    return previous_ == noun && w.ends_with("s") && !w.ends_with("ss");
  }

  WordClass open_class() {
    auto const& t = token(at_);
    if (t.word == unknown_word) return by_ending();
    auto const parts = info(at_).parts;
    if (parts == 0) return by_ending();
    auto const form = verb_form(t.word);
    if (form == VerbForm::none) return noun_or_adjective(parts);
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
        if (form == VerbForm::base || form == VerbForm::base_or_past) return base_verb;
        if (previous_ == negation) return behind_auxiliary(parts, form);
        return in_noun_phrase(parts, form);
      case auxiliary:
        return behind_auxiliary(parts, form);
      case pronoun:
      case wh:
        if (previous_ == wh && (parts & noun_bit) != 0 && sure_verb(at_ + 1)) return noun;  // "why milk is"
        return form == VerbForm::ing ? ing_verb : may_be_finite_here(form) ? finite_verb : plain(parts, form);
      case noun:
      case name:
        return behind_noun(parts, form);
      default:
        return at_clause_start(parts, form);
    }
  }

  bool speaks(std::uint32_t i) const {
    constexpr std::uint8_t cognition = 31, communication = 32;
    return (info(i).verb_field == communication || info(i).verb_field == cognition) && word(i + 1) != "by";
  }
  // "…, the company said.": nothing but a mark follows.
  bool speech_aside() const {
    bool const ends = at_ + 1 >= last_ || !is_word(at_ + 1) || word(at_ + 1) == "that";
    if (speaks(at_) && ends) return true;
    // "…, the survey showed.", "…, Ames wrote in his book."
    if (!token(at_).begins(Category::reporting_verbs) || !(ends || closed(at_ + 1))) return false;
    auto k = at_;
    while (k > first_ && (classes_[k - 1] == noun || classes_[k - 1] == name || classes_[k - 1] == adjective ||
                          classes_[k - 1] == determiner || classes_[k - 1] == possessive))
      --k;
    return k > first_ && k < at_ && token(k - 1).is(TokenKind::comma) && word(at_ + 1) != "by";
  }
  bool quoted_before() const {
    auto const& before = token(previous_at_);
    return at_ > first_ && previous_ == mark && (before.is(TokenKind::quote) || before.is(TokenKind::comma));
  }

  // "returned to profit": a verb of motion, and a word that is a noun first and has no object.
  bool goes_to_a_thing() const {
    constexpr std::uint8_t motion = 38;
    if (info(at_).usual_part != noun_bit || previous_at_ == first_ || nominal_or_pronoun(at_ + 1)) return false;
    return info(previous_at_ - 1).verb_field == motion && verb_form(token(previous_at_ - 1).word) != VerbForm::none;
  }

  // "she runs" but "those made by"
  bool may_be_finite_here(VerbForm form) const {
    return !only_participle(word(at_)) && !(form == VerbForm::past && word(at_ + 1) == "by");
  }

  WordClass by_ending() const {
    auto const text = text_of(token(at_), view_);
    if (text.ends_with("ly")) return adverb;
    if (text.ends_with("ing")) return previous_ == determiner ? noun : ing_verb;
    if (text.ends_with("ed") && text.size() > 4)
      return previous_ == determiner ? adjective : previous_ == noun || previous_ == name ? finite_verb : participle;
    if (text.ends_with("able") || text.ends_with("ous") || text.ends_with("ful") || text.ends_with("ive")) return adjective;
    return noun;
  }

  WordClass noun_or_adjective(std::uint8_t parts) const {
    bool const more = nominal_start(at_ + 1) || hyphenated();
    if ((parts & adverb_bit) != 0 && info(at_).usual_part == adverb_bit && previous_ != determiner) return adverb;
    if ((parts & adjective_bit) != 0) {
      if (parts == adjective_bit || parts == (adjective_bit | adverb_bit)) return adjective;
      if (info(at_).usual_part == adjective_bit && (more || !nominal_before())) return adjective;
      if (info(at_).usual_part == adjective_bit && previous_ == auxiliary) return adjective;
    }
    if ((parts & noun_bit) != 0) return noun;
    return (parts & adverb_bit) != 0 ? adverb : adjective;
  }
  bool hyphenated() const { return at_ + 1 < last_ && token(at_ + 1).is(TokenKind::hyphen) && token(at_ + 1).has(glued); }
  bool nominal_before() const {
    return previous_ == determiner || previous_ == possessive || previous_ == adjective || previous_ == number;
  }

  WordClass in_noun_phrase(std::uint8_t parts, VerbForm form) const {
    bool const more = nominal_start(at_ + 1);
    if (form == VerbForm::ing) {
      if (previous_ == preposition)
        return more && (parts & adjective_bit) != 0 && info(at_).usual_part == adjective_bit ? adjective : ing_verb;
      return more ? adjective : noun;
    }
    bool const after_figure = previous_ == number || previous_ == adjective;
    if (form == VerbForm::past) {
      if (word(previous_at_) == "than" && !finite_ && !more) return finite_verb;  // "more than doubled"
      if (more) return adjective;
      if ((parts & noun_bit) != 0 && !after_figure) return noun;
      if (after_figure) return word(at_ + 1) == "by" ? participle : finite_verb;
      return (parts & noun_bit) != 0 ? noun : adjective;
    }
    if ((parts & (noun_bit | adjective_bit)) == 0) {
      // A determiner may stand alone: "some say"; an adjective too: "the rich get".
      return form == VerbForm::third || after_figure || previous_ == determiner ? finite_verb : noun;
    }
    if (after_figure && !finite_ && form == VerbForm::third && info(at_).usual_part == verb_bit && verb_fits(at_))
      return finite_verb;
    return noun_or_adjective(std::uint8_t(parts & ~adverb_bit));
  }

  WordClass behind_auxiliary(std::uint8_t parts, VerbForm form) const {
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

  WordClass behind_noun(std::uint8_t parts, VerbForm form) const {
    bool const other = (parts & (noun_bit | adjective_bit)) != 0;
    bool const open = !finite_ || (depth_ > 0 && !saved_[depth_ - 1]);
    switch (form) {
      case VerbForm::third:
        if (!other) return finite_verb;
        return open && (verb_fits(at_) || only_verb_left(at_)) ? finite_verb : noun_or_adjective(parts);
      case VerbForm::past:
        if (only_participle(word(at_)) || word(at_ + 1) == "by") return participle;
        if (!open && speech_aside()) return finite_verb;
        if (!open) return nominal_start(at_ + 1) && info(at_).usual_part == adjective_bit ? adjective : participle;
        if (info(at_).usual_part == adjective_bit && nominal_start(at_ + 1) && finite_verb_follows(at_)) return adjective;
        if ((parts & noun_bit) != 0 && info(at_).usual_part == noun_bit && !verb_fits(at_)) return noun;
        return finite_verb_follows(at_) && !(speaks(at_) && nominal_or_pronoun(at_ + 1)) ? participle : finite_verb;
      case VerbForm::base_or_past:
        return open && verb_fits(at_) ? finite_verb : noun_or_adjective(parts);
      case VerbForm::base:
        if (!other) return finite_verb;
        if (!open && plural_before() && speech_aside()) return finite_verb;  // "…, experts say."
        return open && (plural_before() || coordinated_) && verb_fits(at_) ? finite_verb : noun_or_adjective(parts);
      case VerbForm::ing:
        if ((parts & noun_bit) != 0 && (sure_verb(at_ + 1) || previous_at_ + 1 == at_) && !determined(at_ + 1)) return noun;
        return ing_verb;
      default:
        return noun;
    }
  }
  // "…, trained on 3 million rows, beats": the finite verb comes behind the next comma.
  bool interrupted(std::uint32_t i) const {
    for (auto k = i + 1; k + 1 < last_ && k < i + 16; ++k)
      if (token(k).is(TokenKind::comma))
        return (closed(k + 1) && closed_class_of(k + 1) == modal) ||
               (may_be_finite(k + 1) && (!nominal_start(k + 1) || verb_fits(k + 1)));
    return false;
  }
  WordClass plain(std::uint8_t parts, VerbForm form) const {
    if (form == VerbForm::past) return participle;
    return (parts & (noun_bit | adjective_bit)) != 0 ? noun_or_adjective(parts) : finite_verb;
  }

  WordClass at_clause_start(std::uint8_t parts, VerbForm form) const {
    bool const other = (parts & (noun_bit | adjective_bit)) != 0;
    if (form == VerbForm::ing) return sure_verb(at_ + 1) && (parts & noun_bit) != 0 ? noun : ing_verb;
    bool const returning = previous_ == finite_verb && depth_ > 0 && !saved_[depth_ - 1];  // "who left said"
    if (form == VerbForm::past) {
      // "…, said Ames" but ", approved in 2012, may"
      bool const inserted = closed(at_ + 1) && closed_class_of(at_ + 1) == preposition && subject_seen_ && interrupted(at_);
      if (returning || (quoted_before() && speaks(at_) && !inserted)) return finite_verb;
      if (previous_ == conjunction || previous_ == adverb) return finite_ || subject_seen_ ? finite_verb : participle;
      if (nominal_start(at_ + 1) && info(at_).usual_part == adjective_bit) return adjective;
      if (subject_seen_ && !finite_) return interrupted(at_) ? participle : finite_verb;
      return participle;
    }
    // "…, says Ames"
    if (form == VerbForm::third && quoted_before() && info(at_).usual_part == verb_bit && speaks(at_) && nominal_start(at_ + 1))
      return finite_verb;
    if (!other) return form == VerbForm::base && !subject_seen_ ? base_verb : finite_verb;
    bool const object = previous_ == finite_verb || previous_ == base_verb || previous_ == ing_verb || previous_ == participle;
    if (object && !returning && previous_at_ + 1 == at_) return noun_or_adjective(parts);
    bool const after_subject = subject_seen_ && (!finite_ || returning);
    bool const joined = previous_ == conjunction && subject_seen_ && info(at_).usual_part == verb_bit;
    // "Doctors, on the other hand, say that"
    if (after_subject && form == VerbForm::base && word(at_ + 1) == "that" && speaks(at_)) return finite_verb;
    if ((after_subject || joined) && form != VerbForm::base && verb_fits(at_)) return finite_verb;
    if (joined && form == VerbForm::base && base_before_) return base_verb;
    if (!subject_seen_ && form == VerbForm::base && info(at_).usual_part == verb_bit && determined(at_ + 1)) return base_verb;
    return noun_or_adjective(parts);
  }

  // A relative or subordinate clause has a finite verb of its own; a comma goes back to the one around it.
  void remember(WordClass c) {
    auto const& t = token(at_);
    switch (t.kind) {
      case TokenKind::comma:
      case TokenKind::close_bracket:
        if (depth_ > 0) finite_ = saved_[--depth_];
        break;
      case TokenKind::semicolon:
      case TokenKind::colon:
      case TokenKind::dash:
      case TokenKind::quote:
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

  // "said the plant closes": verbs of speech and thought open a clause without a word of its own.
  bool takes_clause(std::uint32_t i) const { return classes_[i] == finite_verb && speaks(i) && nominal_or_pronoun(i + 1); }
  bool nominal_or_pronoun(std::uint32_t i) const {
    // "said exports fell": a word that may be a noun, and a verb in the past.
    if (is_word(i) && is_word(i + 1) && (info(i).parts & noun_bit) != 0 && verb_form(token(i + 1).word) == VerbForm::past)
      return true;
    return nominal_start(i) || (i < last_ && closed(i) && closed_class_of(i) == pronoun);
  }

  static constexpr int max_depth = 8;
  std::uint32_t at_ = 0;
  std::span<WordClass> classes_;
  WordClass previous_ = mark;  // the last one that decides: adverbs and glued hyphens are passed over
  std::uint32_t previous_at_ = 0;
  bool finite_ = false, subject_seen_ = false, coordinated_ = false, base_before_ = false;
  bool saved_[max_depth] = {};
  int depth_ = 0;
};

}  // namespace

void classify(std::string_view view, std::span<Token const> tokens, std::uint32_t first, std::uint32_t last,
              std::span<WordClass> classes) {
  Classifier(Lookahead{view, tokens, first, last}, classes).run();
}

}  // namespace counterclaim
