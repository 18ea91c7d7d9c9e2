// What all families ask of the words around a cue: whether it is denied, and what stands to its right.
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

Denial denial_before(Clause const& c, std::uint32_t i) {
  // The verb group that governs the words of degree, or "no faster".
  for (auto k = i; k > c.first && i - k < 4;) {
    --k;
    auto const w = c.word(k);
    if (w == "only" || w == "just") return Denial::none;
    if (w == "no" || w == "not" || w == "n't" || w == "nowhere" || w == "hardly" || w == "scarcely") {
      return c.word(k + 1) == "only" || c.word(k + 1) == "just" ? Denial::none : Denial::denied;
    }
    if (c.cls(k) == WordClass::conjunction || c.is(k, TokenKind::comma)) break;
  }
  bool nearest = true;
  for (auto k = i; k > c.first && i - k < 24;) {
    --k;
    if (c.is(k, TokenKind::semicolon)) break;
    if (auto const* p = c.phrase(k)) {
      bool const verb = p->kind == PhraseKind::verb;
      if (verb && p->has(negated)) return nearest ? Denial::denied : Denial::clause;
      if (p->kind == PhraseKind::noun && one_of(c.word(p->head), {"nobody", "none", "neither"})) return Denial::clause;
      if (verb) nearest = false;
      if (p->first < k) k = p->first;
    }
    if (c.is(k, TokenKind::comma) || c.cls(k) == WordClass::conjunction) {
      if (!nearest) break;
    }
  }
  return Denial::none;
}

TokenRange right_from(Clause const& c, std::uint32_t i) {
  while (c.cls(i) == WordClass::adverb || c.is(i, TokenKind::quote)) ++i;
  // "than I do with Acme's", "than it was in Lyon": what differs stands behind the verb.
  if (auto const* p = c.noun(i); p && p->has(pronominal) && c.verb(p->last)) {
    auto k = c.verb(p->last)->last;
    if (c.cls(k) == WordClass::preposition) ++k;
    if (auto const r = noun_chain_from(c, k); !r.empty()) return r;
  }
  if (c.cls(i) == WordClass::preposition && c.noun(i + 1)) return noun_chain_from(c, i + 1);
  if (c.cls(i) == WordClass::auxiliary || c.cls(i) == WordClass::wh) return noun_chain_from(c, i + 1);
  if (c.cls(i) == WordClass::ing_verb) {
    auto const object = noun_chain_from(c, i + 1);
    return {i, object.empty() ? i + 1 : object.last};
  }
  return noun_chain_from(c, i);
}

bool is_comparable(Clause const& c, TokenRange r) {
  auto const* p = c.noun(r.first);
  if (!p) return c.cls(r.first) == WordClass::ing_verb;
  if (c.cls(p->head) == WordClass::number && !c.is_name(r)) return false;
  auto const head = c.word(p->head);
  if (one_of(head, {"ever",      "expected",  "usual",     "before", "average", "ago",     "forecast", "expectations",
                    "estimates", "forecasts", "time",      "times",  "year",    "years",   "month",    "months",
                    "week",      "weeks",     "day",       "days",   "decade",  "decades", "quarter",  "normal",
                    "nothing",   "mine",      "yesterday", "today",  "that"}))
    return c.is_name(r);
  return true;
}

}  // namespace counterclaim::comparison
