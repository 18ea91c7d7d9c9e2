// Which thing before a cue is compared: every noun phrase of the sentence is weighed against the one that the syntax gives.
// Things of one kind are compared with one another, so likeness to the right side weighs most. The weights are those of a
// softmax regression over which of its phrases a sentence was judged to compare (810 sentences, 91 % right on those left out).
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

// The head of a side, its last noun before "of" and the like.
std::uint32_t head_of(Clause const& c, TokenRange r) {
  auto const* p = c.noun(r.first);
  return p && p->head < r.last ? p->head : r.last - 1;
}
std::uint32_t first_word_of(Clause const& c, TokenRange r) {
  auto i = r.first;
  while (i + 1 < r.last && (c.cls(i) == WordClass::determiner || c.cls(i) == WordClass::possessive)) ++i;
  return i;
}
bool is_written_as_name(Clause const& c, TokenRange r) {
  auto const& t = c.token(head_of(c, r));
  return c.is_name(r) || (t.has(capital) && !t.has(sentence_first));
}

}  // namespace

float likeness(Clause const& c, TokenRange a, TokenRange b) {
  constexpr std::uint32_t longest = 8;  // words of a side whose names are looked at
  auto best = cosine(c.token(head_of(c, a)).word, c.token(head_of(c, b)).word);
  // Names are told by their first words as well ("Acme X90" and "Brill X7").
  best = std::max(best, cosine(c.token(first_word_of(c, a)).word, c.token(first_word_of(c, b)).word));
  for (auto i = a.first; i < std::min(a.last, a.first + longest); ++i)
    for (auto j = b.first; j < std::min(b.last, b.first + longest) && c.cls(i) == WordClass::name; ++j)
      if (c.cls(j) == WordClass::name) best = std::max(best, cosine(c.token(i).word, c.token(j).word));
  if (c.is_name(a) && c.is_name(b)) best += 0.1F;
  return best;
}

namespace {

constexpr float kin = 0.2F;  // likeness of two names of one kind

struct Weighing {
  Clause const& c;
  TokenRange right;
  bool named = is_written_as_name(c, right);

  float of(Phrase const& p, TokenRange r, bool chosen) const {
    auto const like = likeness(c, r, right);
    bool const led = r.first > c.first && c.cls(r.first - 1) == WordClass::preposition;
    auto next = p.last;
    while (c.cls(next) == WordClass::adverb) ++next;
    auto const* v = c.verb(next);
    bool const acts = v && !v->has(non_finite) && !led;
    auto const* q = c.noun(right.first);
    auto out = like * (named ? 4.4F : 2.7F) + cosine(c.token(head_of(c, r)).word, c.token(head_of(c, right)).word) * 0.8F;
    if (chosen) out += 1.1F;
    if (named && like > kin && is_written_as_name(c, r)) out += 1.8F;
    if (p.has(pronominal)) out -= 2.3F;
    if (q && p.has(plural) == q->has(plural)) out += 0.6F;
    if (led) out += 0.4F;
    if (led && right.first > c.first && c.word(r.first - 1) == c.word(right.first - 1)) out += 0.75F;
    if (acts) out += 0.7F;
    if (acts && c.token(v->head).begins(Category::reporting_verbs)) out -= 3.0F;  // who says so is not compared
    if (c.cls(r.first) == WordClass::possessive || one_of(c.word(r.first), {"this", "that", "these", "those"})) out -= 0.7F;
    return out;
  }
};

}  // namespace

TokenRange peer_of(Clause const& c, TokenRange chosen, std::uint32_t degree_first, std::uint32_t end, TokenRange right) {
  constexpr int phrases_back = 20;
  if (right.empty()) return chosen;
  Weighing const weigh{c, right};
  auto const* own = chosen.empty() ? nullptr : c.noun(chosen.first);
  if (!chosen.empty() && !own) return chosen;  // an -ing form
  auto most = own ? weigh.of(*own, chosen, true) : 0;
  auto best = chosen;
  auto const* phrases = c.chunks->phrases.data();
  std::int32_t k = -1;
  for (auto i = end; i > c.first && k < 0;) k = c.chunks->phrase_of[--i];
  for (int back = 0; k >= 0 && phrases[k].sentence == c.sentence && back < phrases_back; --k, ++back) {
    auto const& p = phrases[k];
    if (p.kind != PhraseKind::noun || p.has(pronominal) || c.cls(p.head) == WordClass::number) continue;
    if (p.first >= chosen.first && p.last <= chosen.last) continue;
    if (p.first > c.first && one_of(c.word(p.first - 1), {"than", "then"})) continue;  // the right side of another
    TokenRange r{p.first, p.last};
    if (p.first < degree_first && p.last > degree_first) {  // "Acme faster cars"
      r.last = degree_first;
      if (!c.is_name(r)) continue;
    }
    bool const led = r.first > c.first && c.cls(r.first - 1) == WordClass::preposition;
    if (r.empty() || (r.first >= degree_first && !led && !is_written_as_name(c, r))) continue;
    // What is not known to be alike says nothing against the syntax.
    bool const both_named = weigh.named && is_written_as_name(c, r);
    if (likeness(c, r, right) < kin && !(chosen.empty() && both_named)) continue;
    auto const value = weigh.of(p, r, false);
    if (value > most) most = value, best = r;
  }
  if (best.first != chosen.first && c.word(best.last) == "of" && best.last < degree_first)  // "a slab of oak"
    if (auto const whole = noun_chain_from(c, best.first); whole.last <= degree_first) best = whole;
  return best;
}

TokenRange owner_of(Clause const& c, TokenRange left, TokenRange right) {
  if (left.empty() || c.cls(left.first) != WordClass::possessive || !one_of(c.word(left.first), {"its", "their"})) return left;
  if (!c.is_name(right)) return left;
  auto const owner = antecedent(c, {left.first, left.first + 1});
  return c.is_name(owner) ? owner : left;
}

}  // namespace counterclaim::comparison
