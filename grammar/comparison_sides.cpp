// What all families ask of the words around a cue: whether it is denied or asked, and what stands to its right.
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

// "I don't think that A is better": what is denied is that A is better.
bool raises_denial(Clause const& c, Phrase const& v) {
  return one_of(word_text(verb_of(c.token(v.head).word)),
                {"think", "believe", "suppose", "see", "find", "feel", "imagine", "guess", "convince", "expect"});
}
// "She doubts that A is better", "I am sceptical that A is better": a denial without "not".
bool doubts(Clause const& c, Phrase const& v) {
  auto next = v.last;
  while (c.cls(next) == WordClass::adverb) ++next;
  return one_of(word_text(verb_of(c.token(v.head).word)), {"doubt", "disbelieve", "dispute", "disagree"}) ||
         one_of(c.word(next), {"skeptical", "sceptical", "doubtful", "unconvinced"});
}
// "Few understood that A is better": what is not known, noticed or forgotten holds all the same.
bool takes_for_granted(Clause const& c, Phrase const& v) {
  return one_of(word_text(verb_of(c.token(v.head).word)), {"understand", "know", "realize", "realise", "notice", "forget",
                                                           "mind", "care", "grasp", "accept", "doubt", "deny", "dispute"}) &&
         c.word(v.last) != "if" && c.word(v.last) != "whether";
}
// "There is no test in which A is better", "no case where A is better", "No way is A better".
bool denies_all(Clause const& c, Phrase const& p) {
  bool const none = p.kind == PhraseKind::noun && p.has(negated);
  if (none && c.word(p.head) == "way" && c.verb(p.last)) return true;
  if (none && c.cls(p.last) == WordClass::auxiliary && p.first > c.first && c.cls(p.first - 1) == WordClass::preposition)
    return true;  // "in no test is A better"
  return p.kind == PhraseKind::noun && p.has(negated) && !one_of(c.word(p.head), {"doubt", "question", "wonder", "reason"}) &&
         (c.word(p.last) == "where" || (c.cls(p.last) == WordClass::preposition && c.cls(p.last + 1) == WordClass::wh));
}

}  // namespace

Denial denial_before(Clause const& c, std::uint32_t i) {
  // The verb group that governs the words of degree, or "no faster".
  static WordSet const words{"only", "just", "far", "not", "no", "n't", "nowhere", "hardly", "scarcely"};
  for (auto k = i; k > c.first && i - k < 4;) {
    --k;
    auto const w = words.has(c.token(k).word) ? c.word(k) : std::string_view();
    if (w == "only" || w == "just") return Denial::none;
    if (w == "far" && c.word(k + 1) == "from") return Denial::denied;
    if (w == "not" && k > c.first && c.word(k - 1) == "if") return Denial::none;  // "as bad, if not worse"
    if (w == "no" && c.word(k + 1) == "doubt") continue;
    if (w == "no" || w == "not" || w == "n't" || w == "nowhere" || w == "hardly" || w == "scarcely") {
      return c.word(k + 1) == "only" || c.word(k + 1) == "just" ? Denial::none : Denial::denied;
    }
    if (c.cls(k) == WordClass::conjunction || c.is(k, TokenKind::comma) || c.is(k, TokenKind::colon)) break;
  }
  // Among them "I don't care whether A is better", which a hedge covers, and "if it is not sold out, then A is better".
  static WordSet const joints{"though", "although", "while", "whereas", "because", "since",
                              "except", "why",      "if",    "whether", "then"};
  static WordId const but = find_word("but"), and_ = find_word("and"), until = find_word("until");
  bool nearest = true;
  Phrase const* own = nullptr;  // the nearest verb
  for (auto k = i; k > c.first && i - k < 24;) {
    --k;
    if (c.is(k, TokenKind::semicolon) || c.is(k, TokenKind::colon) || c.is(k, TokenKind::open_bracket)) break;
    auto const w = c.token(k).word;
    if (!nearest && joints.has(w)) break;
    if (w == but) break;                                                   // "is not cheap, but better than"
    if (w == and_ && k > c.first && c.is(k - 1, TokenKind::comma)) break;  // "is not bad, and surely better than"
    if (!nearest && w == until) return Denial::denied;                     // "until A makes a better one"
    if (auto const* p = c.phrase(k)) {
      bool const verb = p->kind == PhraseKind::verb;
      if (verb && p->has(negated) && (nearest || !takes_for_granted(c, *p)))
        return nearest || raises_denial(c, *p) ? Denial::denied : Denial::clause;
      if (verb && !nearest && doubts(c, *p)) {
        bool const by_none = p->first > c.first && one_of(c.word(p->first - 1), {"nobody", "none", "few"});
        return by_none ? Denial::none : Denial::denied;
      }
      if (denies_all(c, *p)) return Denial::denied;
      // "Nobody scored more goals than A": the subject, which turn_none() reads.
      bool const nobody = p->kind == PhraseKind::noun && one_of(c.word(p->head), {"nobody", "none", "neither"});
      if (nobody) return own && own->first == p->last && c.word(p->head) == "nobody" ? Denial::none : Denial::clause;
      if (verb && nearest) own = p;
      if (verb && own != p) own = nullptr;
      if (verb) nearest = false;
      if (p->first < k) k = p->first;
    }
    if (c.is(k, TokenKind::comma) || c.cls(k) == WordClass::conjunction) {
      if (nearest) continue;
      // "Nobody, not even A, took more points than B"
      static WordId const even = find_word("even"), not_ = find_word("not");
      auto const* p = k > c.first ? c.noun(k - 1) : nullptr;
      bool const not_even =
          p && p->first > c.first + 1 && c.token(p->first - 1).word == even && c.token(p->first - 2).word == not_;
      return not_even ? Denial::denied : Denial::none;
    }
  }
  return Denial::none;
}

bool is_asked(Clause const& c, std::uint32_t i) {
  // "Is A really faster than B?": somebody said so.
  static WordId const really = find_word("really"), that = find_word("that");
  for (auto k = i; k > c.first && i - k < 4; --k)
    if (c.token(k - 1).word == really) return false;
  // "Do they know that A is faster than B?"
  for (auto k = i; k > c.first + 1 && i - k < 14; --k)
    if (c.token(k - 1).word == that &&
        one_of(word_text(verb_of(c.token(k - 2).word)), {"know", "realize", "realise", "notice"}))
      return false;
  // "Is A faster than B?": a question of yes or no begins with its auxiliary.
  if (c.last - c.first < 3 || c.view[c.token(c.last - 1).begin] != '?') return false;
  auto k = i;
  while (k > c.first && !c.is(k - 1, TokenKind::comma) && !c.is(k - 1, TokenKind::quote) && !c.is(k - 1, TokenKind::colon) &&
         !c.is(k - 1, TokenKind::dash))
    --k;
  while (k < i && (c.cls(k) == WordClass::conjunction || c.cls(k) == WordClass::adverb || c.cls(k) == WordClass::mark)) ++k;
  return c.cls(k) == WordClass::auxiliary || c.cls(k) == WordClass::modal || k == i || c.word(k) == "what" ||
         c.word(k) == "which";
}

namespace {

// "dealing with Acme", "trying to stream from Acme's", "riding a bus or a tram": the -ing form at i and what hangs on it.
TokenRange gerund_from(Clause const& c, std::uint32_t i) {
  auto end = i + 1;
  for (int steps = 0; steps < 3 && !one_of(c.word(end), {"than", "as"}); ++steps) {
    auto const* v = c.verb(end);
    if (v && v->has(infinitive)) {
      end = v->last;
      continue;
    }
    auto const at = c.cls(end) == WordClass::preposition ? end + 1 : end;
    auto const object = noun_chain_from(c, at);
    if (object.empty()) break;
    end = object.last;
    if (c.verb(end)) break;
  }
  return {i, end};
}

}  // namespace

TokenRange thing_from(Clause const& c, std::uint32_t i) {
  return c.cls(i) == WordClass::ing_verb ? gerund_from(c, i) : noun_chain_from(c, i);
}

namespace {

// "this light, sturdy pump": a determiner that a comma among its adjectives parts from its noun.
TokenRange behind_adjectives(Clause const& c, TokenRange r) {
  if (r.last != r.first + 1 || !one_of(c.word(r.first), {"this", "that", "these", "those", "a", "an", "the"})) return r;
  auto k = r.last;
  auto modifies = [&](std::uint32_t at) {
    auto const cls = c.cls(at);
    return cls == WordClass::adjective || cls == WordClass::participle || cls == WordClass::adverb ||
           (cls == WordClass::finite_verb && c.is(at + 1, TokenKind::comma)) || c.is(at, TokenKind::comma);
  };
  while (k < r.last + 6 && modifies(k)) ++k;
  auto const rest = k > r.last ? noun_chain_from(c, k) : TokenRange{};
  return rest.empty() ? r : TokenRange{r.first, rest.last};
}

// "some of our older boats (a Velo, two Torvis)": what a bracket names of those before it.
TokenRange with_bracket(Clause const& c, TokenRange r) {
  constexpr std::uint32_t longest = 24;
  if (r.empty() || !c.is(r.last, TokenKind::open_bracket) || c.is_name(r)) return r;
  for (auto k = r.last + 1; k < r.last + longest && c.in(k); ++k)
    if (c.is(k, TokenKind::close_bracket)) return c.is_name({r.last, k}) ? TokenRange{r.first, k} : r;
  return r;
}

}  // namespace

TokenRange right_from(Clause const& c, std::uint32_t i) {
  // "than, say, Acme", "than for example Acme"
  auto k = i;
  // "than that of most rival boats"
  if (c.word(k) == "that" && c.word(k + 1) == "of") return noun_chain_from(c, k + 2);
  while (c.is(k, TokenKind::comma)) ++k;
  if (c.word(k) == "say") {
    ++k;
  } else if (c.word(k) == "for" && one_of(c.word(k + 1), {"example", "instance"})) {
    k += 2;
  } else {
    k = i;
  }
  while (k > i && c.is(k, TokenKind::comma)) ++k;
  i = k;
  while (c.cls(i) == WordClass::adverb || c.is(i, TokenKind::quote)) ++i;
  // "than I do with Acme's", "than it was in Lyon": what differs stands behind the verb.
  if (auto const* p = c.noun(i); p && p->has(pronominal) && c.verb(p->last)) {
    auto k = c.verb(p->last)->last;
    if (c.cls(k) == WordClass::preposition) ++k;
    if (auto const r = thing_from(c, k); !r.empty()) return r;
  }
  if (c.cls(i) == WordClass::preposition && c.noun(i + 1)) return noun_chain_from(c, i + 1);
  if (c.cls(i) == WordClass::wh && c.verb(i + 1) && c.cls(c.verb(i + 1)->last) == WordClass::preposition)
    return noun_chain_from(c, c.verb(i + 1)->last + 1);  // "than what is on sale at Velo"
  if (c.cls(i) == WordClass::auxiliary || c.cls(i) == WordClass::wh) {
    auto const* p = c.noun(i + 1);
    bool const unsaid = c.cls(i) == WordClass::wh && p && p->has(pronominal) && c.verb(p->last);  // "than what they sell"
    return unsaid ? TokenRange{} : noun_chain_from(c, i + 1);
  }
  if (c.cls(i) == WordClass::ing_verb) return gerund_from(c, i);
  if (one_of(c.word(i), {"either", "both"}) && c.word(i + 1) != "of" && (c.noun(i + 1) || c.is(i + 1, TokenKind::word)))
    ++i;  // "than either Acme or Brill"
  return with_bracket(c, behind_adjectives(c, noun_chain_from(c, i)));
}

bool is_comparable(Clause const& c, TokenRange r) {
  auto const* p = c.noun(r.first);
  if (!p) return c.cls(r.first) == WordClass::ing_verb;
  if (c.cls(p->head) == WordClass::number && !c.is_name(r)) return false;
  if (c.cls(r.first) == WordClass::number && c.token(p->head).begins(Category::units)) return false;  // "exceeds 3 degrees"
  bool const dated = c.token(r.first).begins(Category::date_names);
  if (dated && (r.last == r.first + 1 || (r.last == r.first + 2 && c.is(r.first + 1, TokenKind::figure)))) return false;
  auto const head = c.word(p->head);
  if (one_of(head, {"ever",      "expected",  "usual",     "before", "average", "ago",     "forecast", "expectations",
                    "estimates", "forecasts", "time",      "times",  "year",    "years",   "month",    "months",
                    "week",      "weeks",     "day",       "days",   "decade",  "decades", "quarter",  "normal",
                    "nothing",   "mine",      "yesterday", "today",  "that"}))
    return c.is_name(r);
  return true;
}

}  // namespace counterclaim::comparison
