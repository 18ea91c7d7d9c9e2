#include "src/resolve/denied_bound.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

// What a thing has or measures: "does not weigh more than 40 kg".
bool tells_a_measure(WordId verb) {
  static WordSet const verbs{"be",    "have",    "hold",  "carry",  "weigh",  "cost", "take",   "reach",  "last",
                             "draw",  "seat",    "span",  "run",    "top",    "need", "employ", "number", "exceed",
                             "stay",  "measure", "fit",   "accept", "allow",  "keep", "admit",  "permit", "support",
                             "serve", "handle",  "store", "open",   "create", "send"};
  return verbs.has(verb);
}
// "no doubt more than 40 came", "no longer"
bool denies_nothing(WordId noun) {
  static WordSet const words{"doubt", "wonder", "surprise", "question", "longer", "matter", "sooner", "secret", "accident"};
  return words.has(noun);
}
// "not only more than 40", "not until", "never before had more than 40"
bool is_of_another_thing(WordId next) {
  static WordSet const words{"only",  "just",  "merely", "all",  "everyone", "everybody", "every",
                             "until", "since", "before", "even", "because",  "long",      "far"};
  return words.has(next);
}
bool ends_clause(Token const& t) {
  static WordSet const words{"but", "because", "that", "which", "who",    "although", "though", "while", "if", "whether", "and",
                             "or",  "so",      "when", "until", "unless", "whereas",  "since",  "than",  "as", "where"};
  return t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || t.is(TokenKind::open_bracket) ||
         t.is(TokenKind::close_bracket) || t.is(TokenKind::quote) || words.has(t.word);
}

class Denial {
 public:
  Denial(Context const& c, MentionPlace const& at) : c_(c), at_(at) {
    constexpr std::uint32_t reach = 24;
    auto const begin = std::max(c.tokens.sentences[at.sentence].first, at.first - std::min(at.first, reach));
    first_ = at.first;
    while (first_ > begin && !ends_clause(token(first_ - 1))) --first_;
  }

  bool turns() const {
    static WordSet const never{"never"}, nobody{"nothing", "nobody", "none"}, times{"point", "time", "stage", "moment"};
    static WordId const no = find_word("no"), not_ = find_word("not"), one = find_word("one");
    bool const behind_preposition = at_.first > first_ && c_.chunks.classes[at_.first - 1] == WordClass::preposition;
    for (auto i = first_; i < at_.first; ++i) {
      auto const& t = token(i);
      if (!t.is(TokenKind::word)) continue;
      auto const next = i + 1 < at_.first ? token(i + 1).word : unknown_word;
      auto const* verb = verb_at(i);
      if (never.has(t.word)) return !is_of_another_thing(next) && !behind_preposition;
      if (nobody.has(t.word)) return i == first_ && (has_verb(i, at_.first) || has_verb(at_.last, at_.last + reach_behind));
      if (t.word == no && !denies_nothing(next)) {
        if (times.has(next)) return !behind_preposition;  // "at no point did it carry more than 40"
        bool const behind = i > first_ && c_.chunks.classes[i - 1] == WordClass::preposition;  // "with no help more than 40"
        if (next == one || (hangs_on(i) && !behind)) return true;
        if (i == first_) return has_verb(i, at_.first) && (!behind_preposition || is_for());
      }
      if (verb && !verb->has(negated) && verb->head == i && rejects(word_info_of(i)) && behind_noun()) return true;
      if (verb && verb->has(negated)) {
        if (t.word == not_ && is_of_another_thing(next)) return false;
        if (verb->head >= at_.first) return true;  // "did not exceed 40", "was not above 40"
        return behind_preposition ? is_condition(*verb) : tells_a_measure(word_info_of(verb->head));
      }
      if (t.word == not_ && i + 1 == at_.first) return true;
    }
    return false;
  }

 private:
  Token const& token(std::uint32_t i) const { return c_.tokens.tokens[i]; }
  WordId word_info_of(std::uint32_t i) const {
    auto const w = token(i).word;
    return w == unknown_word ? w : word_info(w).verb_lemma;
  }
  Phrase const* verb_at(std::uint32_t i) const {
    auto const p = c_.chunks.phrase_of[i];
    return p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb ? &c_.chunks.phrases[std::size_t(p)] : nullptr;
  }
  // "It refuses files over 40 MB": what is measured stands before its bound, unlike "rejected more than 40 offers".
  static bool rejects(WordId verb) {
    static WordSet const verbs{"refuse", "reject", "forbid", "prohibit", "disallow", "bar"};
    return verbs.has(verb);
  }
  bool behind_noun() const {
    auto const p = at_.first > first_ ? c_.chunks.phrase_of[at_.first - 1] : -1;
    return p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::noun;
  }
  // "It cannot start with less than 40", "will not run with more than 40"
  bool is_condition(Phrase const& verb) const {
    static WordSet const modals{"can", "cannot", "could", "will", "would", "must", "may"};
    static WordId const with = find_word("with"), on = find_word("on");
    auto const before = token(at_.first - 1).word;
    if (before != with && before != on) return false;
    for (auto i = verb.first; i < verb.last; ++i)
      if (modals.has(token(i).word)) return true;
    return false;
  }
  bool is_for() const { return c_.word(at_.first - 1) == "for"; }
  static constexpr std::uint32_t reach_behind = 10;
  bool has_verb(std::uint32_t from, std::uint32_t to) const {
    for (auto i = from; i < std::min(to, c_.tokens.sentences[at_.sentence].last); ++i)
      if (auto const* v = verb_at(i); v && !v->has(non_finite)) return true;
    return false;
  }
  // "no quake above 4.2": the bound stands behind the noun.
  bool hangs_on(std::uint32_t i) const {
    auto const p = c_.chunks.phrase_of[i];
    if (p < 0) return false;
    auto const& phrase = c_.chunks.phrases[std::size_t(p)];
    return phrase.kind == PhraseKind::noun && phrase.last == at_.first && phrase.head > i;
  }

  Context const& c_;
  MentionPlace const& at_;
  std::uint32_t first_ = 0;  // of the clause
};

}  // namespace

bool is_bound_denied(Context const& context, MentionPlace const& at, Bound bound) {
  if (bound != Bound::above && bound != Bound::at_least && bound != Bound::below) return false;
  return Denial(context, at).turns();
}

Interval turned(Interval value, Bound bound) {
  Interval out;
  if (bound == Bound::below) {
    out.low = value.high;
    return out;
  }
  out.high = value.low;
  return out;
}

Bound turned(Bound bound) { return bound == Bound::below ? Bound::at_least : Bound::at_most; }

}  // namespace counterclaim
