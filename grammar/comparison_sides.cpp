// What all families ask of the words around a cue: whether it is denied or asked, what stands to its right, and which thing
// before it is of the right side's kind.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

// "I don't think that A is better": what is denied is that A is better.
bool raises_denial(Clause const& c, Phrase const& v) {
  return one_of(word_text(verb_of(c.token(v.head).word)),
                {"think", "believe", "suppose", "see", "find", "feel", "imagine", "guess", "convince", "expect"});
}

}  // namespace

Denial denial_before(Clause const& c, std::uint32_t i) {
  // The verb group that governs the words of degree, or "no faster".
  for (auto k = i; k > c.first && i - k < 4;) {
    --k;
    auto const w = c.word(k);
    if (w == "only" || w == "just") return Denial::none;
    if (w == "far" && c.word(k + 1) == "from") return Denial::denied;
    if (w == "no" || w == "not" || w == "n't" || w == "nowhere" || w == "hardly" || w == "scarcely") {
      return c.word(k + 1) == "only" || c.word(k + 1) == "just" ? Denial::none : Denial::denied;
    }
    if (c.cls(k) == WordClass::conjunction || c.is(k, TokenKind::comma)) break;
  }
  bool nearest = true;
  for (auto k = i; k > c.first && i - k < 24;) {
    --k;
    if (c.is(k, TokenKind::semicolon) || c.is(k, TokenKind::open_bracket)) break;
    if (!nearest && one_of(c.word(k), {"though", "although", "while", "whereas", "because", "but", "since", "except"})) break;
    if (auto const* p = c.phrase(k)) {
      bool const verb = p->kind == PhraseKind::verb;
      if (verb && p->has(negated)) return nearest || raises_denial(c, *p) ? Denial::denied : Denial::clause;
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

bool is_asked(Clause const& c, std::uint32_t i) {
  // "asked whether A is faster", "see if A is faster"
  for (auto k = i; k > c.first && i - k < 14;) {
    --k;
    auto const w = c.word(k);
    if (w == "whether") return true;
    if (w == "if" && k > c.first &&
        one_of(word_text(verb_of(c.token(k - 1).word)),
               {"ask", "wonder", "see", "know", "tell", "determine", "find", "decide", "check"}))
      return true;
  }
  // "Is A faster than B?": a question of yes or no begins with its auxiliary.
  if (c.last - c.first < 3 || c.view[c.token(c.last - 1).begin] != '?') return false;
  auto k = i;
  while (k > c.first && !c.is(k - 1, TokenKind::comma) && !c.is(k - 1, TokenKind::quote) && !c.is(k - 1, TokenKind::colon) &&
         !c.is(k - 1, TokenKind::dash))
    --k;
  while (k < i && (c.cls(k) == WordClass::conjunction || c.cls(k) == WordClass::adverb || !c.is(k, TokenKind::word))) ++k;
  return c.cls(k) == WordClass::auxiliary || c.cls(k) == WordClass::modal || k == i || c.word(k) == "what" ||
         c.word(k) == "which";
}

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
  if (c.cls(r.first) == WordClass::number && c.token(p->head).begins(Category::units)) return false;  // "exceeds 3 degrees"
  auto const head = c.word(p->head);
  if (one_of(head, {"ever",      "expected",  "usual",     "before", "average", "ago",     "forecast", "expectations",
                    "estimates", "forecasts", "time",      "times",  "year",    "years",   "month",    "months",
                    "week",      "weeks",     "day",       "days",   "decade",  "decades", "quarter",  "normal",
                    "nothing",   "mine",      "yesterday", "today",  "that"}))
    return c.is_name(r);
  return true;
}

// How alike two sides are: things of one kind are compared with one another.
float likeness(Clause const& c, TokenRange a, TokenRange b) {
  auto head = [&](TokenRange r) {
    auto const* p = c.noun(r.first);
    return p && p->head < r.last ? p->head : r.last - 1;
  };
  auto const x = head(a), y = head(b);
  auto best = cosine(c.token(x).word, c.token(y).word);
  // Names are told by their first words as well ("Acme X90" and "Brill X7").
  best = std::max(best, cosine(c.token(a.first).word, c.token(b.first).word));
  if (c.is_name(a) && c.is_name(b)) best += 0.1F;
  return best;
}

namespace {

// The head of a side, its last noun before "of" and the like.
std::uint32_t head_of(Clause const& c, TokenRange r) {
  auto const* p = c.noun(r.first);
  return p && p->head < r.last ? p->head : r.last - 1;
}
bool is_written_as_name(Clause const& c, TokenRange r) {
  auto const& t = c.token(head_of(c, r));
  return c.is_name(r) || (t.has(capital) && !t.has(sentence_first));
}
// Was the side read from a pronoun, which may mean any of several things?
bool is_guess(Clause const& c, TokenRange chosen, std::uint32_t degree_first) {
  for (auto k = degree_first; k > c.first && degree_first - k < 8;) {
    --k;
    if (k < chosen.last && k >= chosen.first) return false;
    if (auto const* p = c.noun(k); p && p->has(pronominal)) return true;
  }
  return false;
}

}  // namespace

TokenRange peer_of(Clause const& c, TokenRange chosen, std::uint32_t degree_first, std::uint32_t end, TokenRange right) {
  constexpr int phrases_back = 20;
  constexpr float kin = 0.35F, clearly = 0.2F, by_form = 0.3F;
  bool const named = is_written_as_name(c, right);
  auto const* own = chosen.empty() ? nullptr : c.noun(chosen.first);
  bool const doubtful = !own || own->has(pronominal) || is_guess(c, chosen, degree_first);
  float const lead = !doubtful && is_written_as_name(c, chosen) ? 0.35F : clearly;
  auto const alike = [&](TokenRange r) {
    return likeness(c, r, right) + (doubtful && named && is_written_as_name(c, r) ? by_form : 0.0F);
  };
  auto const* phrases = c.chunks->phrases.data();
  std::int32_t k = -1;
  for (auto i = end; i > c.first && k < 0;) k = c.chunks->phrase_of[--i];
  TokenRange best;
  float most = 0;
  for (int back = 0; k >= 0 && phrases[k].sentence == c.sentence && back < phrases_back; --k, ++back) {
    auto const& p = phrases[k];
    if (p.kind != PhraseKind::noun || p.has(pronominal) || c.cls(p.head) == WordClass::number) continue;
    TokenRange r{p.first, p.last};
    if (p.first < degree_first && p.last > degree_first) {  // "Acme faster cars"
      r.last = degree_first;
      if (!c.is_name(r)) continue;
    }
    bool const led = r.first > c.first && c.cls(r.first - 1) == WordClass::preposition;
    if (r.empty() || (r.first >= degree_first && !led && !is_written_as_name(c, r))) continue;
    auto const value = alike(r) - 0.01F * float(back);
    if (value > most) most = value, best = r;
  }
  if (best.empty()) return chosen;
  if (c.word(best.last) == "of" && best.last < degree_first)  // "a slab of oak"
    if (auto const whole = noun_chain_from(c, best.first); whole.last <= degree_first) best = whole;
  if (chosen.empty()) return most >= kin - 0.05F ? best : chosen;
  return most >= kin && most > alike(chosen) + lead ? best : chosen;
}

TokenRange owner_of(Clause const& c, TokenRange left, TokenRange right) {
  if (left.empty() || c.cls(left.first) != WordClass::possessive || !one_of(c.word(left.first), {"its", "their"})) return left;
  if (!c.is_name(right)) return left;
  auto const owner = antecedent(c, {left.first, left.first + 1});
  return c.is_name(owner) ? owner : left;
}

}  // namespace counterclaim::comparison
