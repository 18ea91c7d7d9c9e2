// Runs of word classes to phrases. A glued hyphen joins its neighbours into one word of the phrase they stand in.
#include <algorithm>

#include "counterclaim/phrase.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

using enum WordClass;

class Chunker {
 public:
  // Looks at classes behind the sentence, where there are marks (Surroundings).
  Chunker(Tokens const& tokens, std::uint32_t sentence, WordClass const* classes, std::vector<std::int32_t>& phrase_of,
          std::vector<Phrase>& phrases)
      : tokens_(tokens.tokens),
        classes_(classes),
        phrase_of_(phrase_of),
        phrases_(phrases),
        last_(tokens.sentences[sentence].last),
        at_(tokens.sentences[sentence].first),
        sentence_(sentence) {}

  void run() {
    while (at_ < last_)
      if (!phrase()) ++at_;
  }

 private:
  WordClass cls(std::uint32_t i) const { return classes_[i]; }
  bool joins(std::uint32_t i) const {
    return i + 1 < last_ && tokens_[i].is(TokenKind::hyphen) && tokens_[i].has(glued) && tokens_[i + 1].has(glued);
  }
  // What no noun phrase begins with is known by its class.
  bool phrase() {
    constexpr auto bit = [](auto... c) { return ((1u << static_cast<int>(c)) | ...); };
    constexpr auto verbs = bit(finite_verb, base_verb, ing_verb, participle, auxiliary, modal);
    constexpr auto none = bit(wh, subordinator, mark);
    auto const c = bit(cls(at_));
    if ((c & none) != 0) return false;
    if ((c & verbs) != 0) return verb_group();
    if (cls(at_) == preposition) return other();
    return noun_phrase() || verb_group() || other();
  }
  static bool is_noun(WordClass c) { return c == noun || c == name; }

  void add(PhraseKind kind, std::uint32_t last, std::uint32_t head, unsigned flags) {
    for (auto i = at_; i < last; ++i) phrase_of_[i] = std::int32_t(phrases_.size());
    phrases_.push_back({kind, std::uint16_t(flags), at_, last, head, sentence_});
    at_ = last;
  }

  // May i stand inside a noun phrase that has begun?
  bool inside(std::uint32_t i) const {
    switch (cls(i)) {
      case noun:
      case name:
      case determiner:
      case possessive:
      case number:
      case adjective:
        return true;
      case adverb:
        return is_modifier_before(i);
      case conjunction:
        return tokens_[i].is(TokenKind::ampersand);
      default:
        return tokens_[i].is(TokenKind::degree) || tokens_[i].is(TokenKind::point);
    }
  }
  // "the very large plant", "more powerful chips": an adverb, an adjective, then more of the phrase.
  bool is_modifier_before(std::uint32_t i) const {
    auto k = i + 1;
    auto const reach = i + 8;
    while (k < reach && (cls(k) == adverb || joins(k))) ++k;
    if (cls(k) != adjective) return false;
    while (k < reach && (cls(k) == adjective || joins(k))) ++k;
    return is_noun(cls(k));
  }

  bool tells_when(std::uint32_t i) const {
    static WordSet const words{"last", "this", "next", "earlier", "later"};
    return words.has(tokens_[i].word);
  }

  // "Last August", "next Friday", "last week"
  bool is_calendar(std::uint32_t i) const {
    if (!tells_when(i) || i + 1 >= last_) return false;
    auto const& next = tokens_[i + 1];
    static WordSet const seasons{"spring", "summer", "autumn", "fall", "winter"};
    return next.begins(Category::date_units) || (next.has(capital) && next.begins(Category::date_names)) ||
           seasons.has(next.word);
  }
  // "Its price today is $40", "turnover yesterday was"; not "today's price", nor who "yesterday said" it
  bool is_day(std::uint32_t i) const {
    static WordSet const days{"today", "yesterday", "tomorrow", "tonight"};
    return days.has(tokens_[i].word) && !tokens_[i].has(capital) && acts(i + 1);
  }
  // A verb, and none of saying: "the bank last week said" names who does before the time.
  bool acts(std::uint32_t i) const {
    if (i >= last_ || tokens_[i].begins(Category::reporting_verbs)) return false;
    return cls(i) == finite_verb || cls(i) == auxiliary || cls(i) == modal;
  }

  // "In the valley 4,870 people", "fed the model eleven trillion tokens", "At Orvel 88 millimetres": a count behind a noun
  // that is not numbered by it, or one that no name has.
  bool counts_anew(std::uint32_t i, bool is_definite) const {
    auto const& t = tokens_[i];
    bool const figure = t.is(TokenKind::figure);
    if (!figure && !(cls(i) == adjective && t.begins(Category::numerals))) return false;
    if (cls(i - 1) == noun) {
      bool const numbered = tokens_[i - 1].begins(Category::numbered_things);
      bool const many = i + 1 < last_ && tokens_[i + 1].begins(Category::scales);
      return is_definite && tokens_[i - 1].is(TokenKind::word) && (many || !numbered);
    }
    return cls(i - 1) == name && figure && t.end - t.begin > 4;
  }

  static unsigned determined_by(WordId word) {
    static WordSet const definite_words{"the", "this", "that", "these", "those"}, no{"no"};
    return definite_words.has(word) ? unsigned(definite) : no.has(word) ? unsigned(negated) : 0u;
  }

  bool noun_phrase() {
    if (cls(at_) == pronoun) {
      add(PhraseKind::noun, at_ + 1, at_, pronominal);
      return true;
    }
    if (!inside(at_) || tokens_[at_].is(TokenKind::point)) return false;
    std::uint32_t i = at_, head = at_;
    bool has_head = false, after_head = false;
    unsigned flags = 0;
    for (; i < last_; ++i) {
      if (i > at_ && joins(i)) {
        ++i;
        bool const particle = has_head && tokens_[i].begins(Category::function_words);  // "the runner-up"
        if ((is_noun(cls(i)) && !particle) || cls(i) == number) head = i, has_head = true;
        after_head = false;
        continue;
      }
      if (i > at_ && cls(i) == pronoun && one_of(word_text(tokens_[i].word), {"one", "ones"})) {  // "the newer one"
        head = i, has_head = true;
        ++i;
        break;
      }
      if (!inside(i)) break;
      auto const c = cls(i);
      bool const opens = c == determiner || (c == possessive && !tokens_[i].is(TokenKind::possessive));
      if (opens && has_head && after_head) break;                                     // "gave Acme the order"
      if (c == adjective && i > at_ && cls(i - 1) == number && tells_when(i)) break;  // "$3 million last year"
      // "Came from Dorne last August", "revenue last year was $9 million"
      if (c == adjective && i > at_ && is_calendar(i) && (cls(i - 1) == name || (cls(i - 1) == noun && acts(i + 2)))) break;
      if (is_noun(c) && has_head && cls(i - 1) == noun && is_day(i)) break;
      if (has_head && after_head && counts_anew(i, (flags & definite) != 0)) break;
      if (c == possessive) after_head = false;
      if (c == name && has_head && (flags & negated) != 0 && head + 1 == i &&
          one_of(word_text(tokens_[head].word), {"doubt", "question", "wonder", "surprise"}))
        break;  // "there is no doubt Acme is"
      if (is_noun(c)) head = i, has_head = after_head = true;
      if (c == number && !after_head) head = has_head && flags == 0 ? i : has_head ? head : i, has_head = true;
      if (c == possessive) flags |= definite;
      if (c == determiner) flags |= determined_by(tokens_[i].word);
      if (tokens_[i].is(TokenKind::point) && !after_head) break;
    }
    while (i > at_ && tokens_[i - 1].is(TokenKind::point)) --i;
    if (has_head)  // "costs higher": what stands behind the head is no part
      while (i > head + 1 && (cls(i - 1) == adjective || cls(i - 1) == adverb)) --i;
    if (i == at_) return false;
    if (!has_head) {
      bool const only_adjectives = cls(at_) == adjective || cls(at_) == adverb;
      if (only_adjectives) {
        add(PhraseKind::adjective, i, i - 1, 0);
        return true;
      }
      head = i - 1;
    }
    if (cls(head) == name) flags |= proper;
    auto const w = tokens_[head].word;
    if (word_info(w).noun_lemma != w && tokens_[head].end - tokens_[head].begin > 2) flags |= plural;
    add(PhraseKind::noun, i, head, flags);
    return true;
  }

  bool verbal(std::uint32_t i) const {
    switch (cls(i)) {
      case finite_verb:
      case base_verb:
      case ing_verb:
      case participle:
      case auxiliary:
      case modal:
        return true;
      default:
        return false;
    }
  }
  bool to_verb(std::uint32_t i) const {
    if (cls(i) != to) return false;
    auto k = i + 1;
    while (k < i + 4 && (cls(k) == adverb || cls(k) == negation)) ++k;
    return cls(k) == base_verb || cls(k) == auxiliary;
  }

  bool verb_group() {
    if (!verbal(at_) && !to_verb(at_) && !(cls(at_) == negation && (verbal(at_ + 1) || to_verb(at_ + 1)))) return false;
    std::uint32_t i = at_, end = at_, head = at_;
    unsigned flags = 0;
    auto before = mark;  // the auxiliary or modal before the next verb
    WordId auxiliary_before = unknown_word;
    for (; i < last_; ++i) {
      auto const c = cls(i);
      auto const w = tokens_[i].word;
      if (c == adverb || c == negation) {
        if (i >= end + 4) break;
        if (c == negation) {
          flags |= negated;
          if (i == end) end = i + 1;
        }
        continue;
      }
      if (c == to && i == at_) {
        flags |= infinitive | non_finite;
        end = i + 1;
        before = to;
        continue;
      }
      if (!verbal(i)) break;
      bool const content = c == finite_verb || c == base_verb || c == ing_verb || c == participle;
      if (before == finite_verb) break;
      if (content && before == mark && (c == ing_verb || c == participle))
        flags |= non_finite | (c == participle ? unsigned(passive_voice) : 0u);
      if (c == modal) flags |= modal_verb;
      if ((word_info(w).forms & holds_not) != 0) flags |= negated;
      if (before == auxiliary) {
        if (c == ing_verb && is_form_of_be(auxiliary_before)) flags |= progressive;
        if (c == participle || (c == auxiliary && !content))
          flags |= is_form_of_have(auxiliary_before) ? unsigned(perfect) : 0u;
        if (c == participle && !is_form_of_have(auxiliary_before)) flags |= passive_voice;
      }
      if (c == auxiliary) {
        static WordSet const past{"was", "were", "had", "did"};
        if (i == at_ && past.has(w)) flags |= past_tense;
        auxiliary_before = tokens_[i].is(TokenKind::possessive) ? find_word("is") : w;
      }
      if (c == finite_verb) {
        auto const form = verb_form(w);
        if (form == VerbForm::past || form == VerbForm::none) flags |= past_tense;
      }
      head = i;
      end = i + 1;
      before = content ? finite_verb : c;
    }
    if (end == at_) return false;
    add(PhraseKind::verb, end, head, flags);
    return true;
  }

  bool other() {
    switch (cls(at_)) {
      case preposition:
      case to:
        add(PhraseKind::preposition, at_ + 1, at_, 0);
        return true;
      case adverb: {
        auto i = at_;
        while (cls(i) == adverb) ++i;
        if (cls(i) == adjective) {
          while (cls(i) == adjective || joins(i)) ++i;
          add(PhraseKind::adjective, i, i - 1, 0);
        } else {
          add(PhraseKind::adverb, i, i - 1, 0);
        }
        return true;
      }
      default:
        return false;
    }
  }

  std::span<Token const> tokens_;
  WordClass const* classes_;
  std::vector<std::int32_t>& phrase_of_;
  std::vector<Phrase>& phrases_;
  std::uint32_t last_, at_, sentence_;
};

// While it lives, the classes of a few tokens around a sentence are marks: what a sentence is read as does not hang on which
// of its neighbours have been read.
class Surroundings {
 public:
  Surroundings(WordClass* classes, Sentence const& s)
      : first_(classes + s.first - 1), last_(classes + s.last), before_(*first_) {
    std::copy_n(last_, ahead, behind_);
    *first_ = mark;
    std::fill_n(last_, ahead, mark);
  }
  Surroundings(Surroundings const&) = delete;
  Surroundings& operator=(Surroundings const&) = delete;
  ~Surroundings() {
    *first_ = before_;
    std::copy_n(behind_, ahead, last_);
  }
  static constexpr std::size_t ahead = 16;

 private:
  WordClass *first_, *last_, before_, behind_[ahead];
};

}  // namespace

// No sentence has more phrases than tokens: what stands in the list stays where it is.
static Phrase const* with_room_for(Tokens const& tokens, std::vector<Phrase>& list) {
  list.reserve(tokens.tokens.size() + tokens.sentences.size() + 1);
  list.push_back({.sentence = Chunks::no_sentence});
  return list.data();
}

// Marks stand before the first token and behind the last.
Chunks::Chunks(Article const& article, Tokens const& tokens)
    : article_(article),
      tokens_(tokens),
      class_list_(1 + tokens.tokens.size() + Surroundings::ahead, decltype(classes)::not_yet),
      index_list_(tokens.tokens.size() + 1, decltype(phrase_of)::not_yet),
      classes(*this, class_list_.data() + 1, tokens.tokens.size()),
      phrase_of(*this, index_list_.data(), tokens.tokens.size()),
      phrases(with_room_for(tokens, phrase_list_)) {
  class_list_.front() = mark;
  std::fill_n(class_list_.end() - Surroundings::ahead, Surroundings::ahead, mark);
  index_list_.back() = -1;
}

void Chunks::chunk_around(std::size_t token) const {
  auto const& all = tokens_.sentences;
  auto const behind =
      std::upper_bound(all.begin(), all.end(), token, [](std::size_t i, Sentence const& s) { return i < s.first; });
  chunk_sentence(std::uint32_t(behind - all.begin() - 1));
}

void Chunks::chunk_sentence(std::uint32_t sentence) const {
  auto const& s = tokens_.sentences[sentence];
  auto* const from = class_list_.data() + 1;
  Surroundings const marks(from, s);
  classify(article_.view, tokens_.tokens, s.first, s.last, {from, tokens_.tokens.size()});
  std::fill(index_list_.begin() + s.first, index_list_.begin() + s.last, -1);
  Chunker(tokens_, sentence, from, index_list_, phrase_list_).run();
  phrase_list_.push_back({.sentence = no_sentence});
}

std::span<Phrase const> Chunks::of_sentence(std::uint32_t sentence) const {
  auto const& s = tokens_.sentences[sentence];
  auto i = s.first;
  while (i < s.last && phrase_of[i] < 0) ++i;
  if (i == s.last) return {};
  auto const* const first = phrases + phrase_of[i];
  auto const* last = first;
  while (last->sentence == sentence) ++last;
  return {first, last};
}

}  // namespace counterclaim
