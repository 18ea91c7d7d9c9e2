#include "src/resolve/editions.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/antecedent.hpp"
#include "src/resolve/subject.hpp"

namespace counterclaim {
namespace {

class Reader {
 public:
  Reader(Context const& c, std::uint32_t i, std::uint32_t sentence)
      : c_(c),
        t_(c.tokens.tokens),
        i_(i),
        s_(sentence),
        begin_(c.tokens.sentences[sentence].first),
        end_(c.tokens.sentences[sentence].last) {}

  Edition run() const {
    static WordId const time = find_word("time");
    static WordSet const editions{"edition", "installment", "instalment", "staging", "running", "renewal", "outing"};
    if (i_ + 1 >= end_ || other_times()) return {};
    auto const word = t_[i_ + 1].word;
    if (word == time) return behind_for().last != 0 ? behind_for() : before_that();
    return word != unknown_word && editions.has(word_info(word).noun_lemma) ? of_edition() : Edition{};
  }

 private:
  WordId word(std::uint32_t i) const { return i < end_ ? t_[i].word : unknown_word; }
  Phrase const* phrase(std::uint32_t i) const {
    auto const p = i < end_ ? c_.chunks.phrase_of[i] : -1;
    return p < 0 ? nullptr : &c_.chunks.phrases[std::size_t(p)];
  }
  // Of another year, or of the past: "was held for the ninth time in 2019".
  bool other_times() const {
    for (auto i = begin_; i < end_; ++i)
      if ((c_.covered[i] & 2) != 0 && t_[i].is(TokenKind::figure)) return true;
    return false;
  }
  static bool is_held(WordId verb) {
    static WordSet const held{"hold", "play",  "stage", "run",  "organise", "organize", "celebrate", "host", "contest",
                              "sail", "award", "fight", "ride", "mount",    "present",  "row",       "ski"};
    return verb != unknown_word && held.has(word_info(verb).verb_lemma);
  }
  bool is_now(Phrase const& v) const { return !v.has(past_tense) && !v.has(perfect) && !v.has(negated) && !v.has(modal_verb); }
  bool is_event_verb(Phrase const& v) const {
    static WordId const take = find_word("take"), place = find_word("place");
    if (!is_now(v)) return false;
    if (word_info(t_[v.head].word).verb_lemma == take) return word(v.last) == place;
    return v.has(passive_voice) && is_held(t_[v.head].word);
  }
  // The event by its name, by the name that the text has for it, or by its noun.
  std::string_view event(Phrase const& p) const {
    if (p.has(pronominal)) return antecedent(c_, place_of(p), &p);
    for (auto i = p.first; i < p.last; ++i)
      if (c_.name_of[i] >= 0) return c_.names.names[c_.names.uses[std::size_t(c_.name_of[i])].name];
    if (!p.has(definite) || !is_event(word(p.head))) return {};
    if (auto const name = namesake(c_, s_, p.head); !name.empty()) return name;
    if (auto const name = only_event(); !name.empty()) return name;
    return lemma_text(c_, p.head);
  }
  static bool is_event(WordId noun) {
    static WordSet const events{
        "tournament",   "competition",   "event",    "race",   "fair",     "festival",   "cup",    "regatta",
        "prize",        "contest",       "marathon", "show",   "congress", "conference", "rally",  "games",
        "championship", "championships", "open",     "tour",   "biennale", "carnival",   "summit", "match",
        "exhibition",   "market",        "meeting",  "trophy", "concert",  "ball",       "meet",   "derby"};
    return noun != unknown_word && (events.has(noun) || events.has(word_info(noun).noun_lemma));
  }
  // The one event that the article names, in its first name for it; empty if it names several.
  std::string_view only_event() const {
    std::string_view found;
    for (auto const name : c_.names.names) {
      auto const last = lower(name.substr(name.rfind(' ') + 1));
      if (name.find(' ') == name.npos || !is_event(find_word(last))) continue;
      if (!found.empty() && lower(found.substr(found.rfind(' ') + 1)) != last) return {};
      if (found.empty()) found = name;
    }
    return found;
  }
  MentionPlace place_of(Phrase const& p) const { return {{t_[p.first].begin, t_[p.last - 1].end}, p.first, p.last, s_}; }
  // "Is held for the ninth time"
  Edition behind_for() const {
    static WordId const the = find_word("the"), for_ = find_word("for");
    if (i_ < begin_ + 3 || word(i_ - 1) != the || word(i_ - 2) != for_) return {};
    auto k = i_ - 3;
    while (k > begin_ && !phrase(k)) --k;
    auto const* v = phrase(k);
    constexpr std::uint32_t near = 8;  // "is held in Dorn for the"
    for (auto n = 0U; v && v->kind != PhraseKind::verb && v->first > begin_ && n < near; ++n) k = v->first - 1, v = phrase(k);
    if (!v || v->kind != PhraseKind::verb || !is_event_verb(*v)) return {};
    auto const* subject = Subjects{c_, c_.tokens.sentences[s_], begin_}.of(*v);
    return subject ? Edition{i_ - 2, i_ + 2, event(*subject)} : Edition{};
  }
  // "It is the tenth time that the cup is being played"
  Edition before_that() const {
    static WordId const the = find_word("the");
    static WordSet const that{"that", "the"}, is{"is", "'s"};
    if (i_ < begin_ + 2 || word(i_ - 1) != the || !is.has(word(i_ - 2))) return {};
    auto k = i_ + 2;
    if (k < end_ && word(k) == find_word("that")) ++k;
    auto const* p = phrase(k);
    if (!p || p->kind != PhraseKind::noun || p->first != k) return {};
    auto const* v = phrase(p->last);
    if (!v || v->kind != PhraseKind::verb) return {};
    bool const held = v->has(passive_voice) && is_held(t_[v->head].word) && !v->has(past_tense) && !v->has(negated);
    return held || is_event_verb(*v) ? Edition{i_ - 1, v->last, event(*p)} : Edition{};
  }
  // "This is the twelfth edition of the Dornby Cup", "the cup's twelfth edition opens"
  Edition of_edition() const {
    static WordId const of = find_word("of");
    auto const* own = phrase(i_);
    if (!own || own->kind != PhraseKind::noun || own->head != i_ + 1) return {};
    auto const* before = own->first > begin_ ? phrase(own->first - 1) : nullptr;
    auto const* behind = phrase(own->last);
    bool const told = (before && before->kind == PhraseKind::verb && is_now(*before) && !before->has(non_finite)) ||
                      (behind && behind->kind == PhraseKind::verb && is_now(*behind) && !behind->has(non_finite));
    if (!told && word(own->last) != of) return {};
    if (word(own->last) == of) {
      auto const* p = phrase(own->last + 1);
      if (!p || p->kind != PhraseKind::noun) return {};
      auto const* verb = phrase(p->last);
      bool const goes_on = verb && verb->kind == PhraseKind::verb && is_now(*verb);
      return told || goes_on ? Edition{i_, i_ + 2, event(*p)} : Edition{};
    }
    for (auto k = own->first; k < i_; ++k)
      if (c_.name_of[k] >= 0) return {i_, i_ + 2, c_.names.names[c_.names.uses[std::size_t(c_.name_of[k])].name]};
    return {};
  }

  Context const& c_;
  std::vector<Token> const& t_;
  std::uint32_t i_, s_, begin_, end_;
};

}  // namespace

Edition edition_at(Context const& context, std::uint32_t i, std::uint32_t sentence) {
  auto const e = Reader(context, i, sentence).run();
  return e.event.empty() ? Edition{} : e;
}

}  // namespace counterclaim
