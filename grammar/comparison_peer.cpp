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

// Does the verb behind a subject govern the words of degree at token `degree`, no other verb between them?
bool governs(Clause const& c, Phrase const& verb, std::uint32_t degree) {
  for (auto i = verb.last; i < degree; ++i)
    if (auto const* v = c.verb(i); v && !v->has(non_finite)) return false;
  return verb.last <= degree;
}

// "February", "Monday": when, and no side.
bool is_time(Clause const& c, Phrase const& p) { return c.token(p.head).begins(Category::date_names); }

struct Weighing {
  Clause const& c;
  TokenRange right;
  std::uint32_t degree;
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
    if (chosen && acts && named && is_written_as_name(c, r) && governs(c, *v, degree))
      out += 2.0F;  // "Acme is faster than Velo", whatever else is near
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

// "way better", "better economy": words of degree that were read as a phrase of their own.
bool is_degree(Clause const& c, TokenRange r) {
  for (auto i = r.first; i < r.last; ++i)
    if (word_at(c, i).grade == Grade::comparative && c.token(i).begins(Category::measures)) return true;
  return false;
}
bool same_words(Clause const& c, TokenRange a, TokenRange b) {
  a.first = first_word_of(c, a), b.first = first_word_of(c, b);
  if (a.last - a.first != b.last - b.first) return false;
  for (std::uint32_t i = 0; i < a.last - a.first; ++i)
    if (text_of(c.token(a.first + i), c.view) != text_of(c.token(b.first + i), c.view)) return false;
  return true;
}

// "Acme (30 cases) and Brill", "Acme, Brill and Corvo": the list around an item, where its items are of the kind of the
// right side. The first conjunction makes it a list.
TokenRange list_around(Clause const& c, TokenRange item, TokenRange right) {
  constexpr std::uint32_t longest = 24, bracket = 12;
  auto const alike = [&](Phrase const* p) {
    return p && !p->has(pronominal) && is_written_as_name(c, {p->first, p->last}) == is_written_as_name(c, item) &&
           likeness(c, {p->first, p->last}, item) > kin + 0.1F && likeness(c, {p->first, p->last}, right) > kin;
  };
  auto const joint = [&](std::uint32_t i) { return one_of(c.word(i), {"and", "or"}); };
  auto out = item;
  bool listed = false;
  for (auto k = item.last; k < item.last + longest;) {
    auto n = k;
    if (c.is(n, TokenKind::comma)) ++n;
    bool const last = joint(n);
    n += last;
    auto const* p = n > k ? c.noun(n) : nullptr;
    if (!alike(p) || p->first != n) break;
    k = p->last;
    if (last) {
      out.last = k, listed = true;
      break;
    }
  }
  for (auto k = item.first; k > c.first + 1 && item.first - k < longest;) {
    auto n = k;
    bool const conjunction = joint(n - 1);
    n -= conjunction;
    if (c.is(n - 1, TokenKind::comma)) --n;
    if (n == k || (!conjunction && !listed)) break;
    if (c.is(n - 1, TokenKind::close_bracket)) {
      auto const from = n;
      while (n > c.first && from - n < bracket && !c.is(n, TokenKind::open_bracket)) --n;
    }
    auto const* p = n > c.first ? c.noun(n - 1) : nullptr;
    if (!alike(p) || p->last != n) break;
    listed = true;
    out.first = k = p->first;
  }
  return out;
}

}  // namespace

TokenRange peer_of(Clause const& c, TokenRange chosen, std::uint32_t degree_first, std::uint32_t end, TokenRange right) {
  constexpr int phrases_back = 20;
  if (right.empty()) return chosen;
  if (!chosen.empty() && is_degree(c, chosen)) chosen = {};
  Weighing const weigh{c, right, degree_first};
  auto const* own = chosen.empty() ? nullptr : c.noun(chosen.first);
  if (!chosen.empty() && !own) return chosen;  // an -ing form
  auto most = own ? weigh.of(*own, chosen, true) : 0;
  auto best = chosen;
  auto const* phrases = c.chunks->phrases;
  std::int32_t k = -1;
  for (auto i = end; i > c.first && k < 0;) k = c.chunks->phrase_of[--i];
  for (int back = 0; k >= 0 && phrases[k].sentence == c.sentence && back < phrases_back; --k, ++back) {
    auto const& p = phrases[k];
    if (p.kind != PhraseKind::noun || p.has(pronominal) || c.cls(p.head) == WordClass::number || is_time(c, p)) continue;
    if (begin_of_aside(c, p.last) < p.last) continue;
    if (p.first >= chosen.first && p.last <= chosen.last) continue;
    if (p.first > c.first && one_of(c.word(p.first - 1), {"than", "then"})) continue;  // the right side of another
    TokenRange r{p.first, p.last};
    if (p.first < degree_first && p.last > degree_first) {  // "Acme faster cars"
      r.last = degree_first;
      if (!c.is_name(r)) continue;
    }
    bool const led = r.first > c.first && c.cls(r.first - 1) == WordClass::preposition;
    if (is_degree(c, r) || same_words(c, r, right)) continue;
    if (r.empty() || (r.first >= degree_first && !led && !is_written_as_name(c, r))) continue;
    // What is not known to be alike says nothing against the syntax.
    bool const both_named = weigh.named && is_written_as_name(c, r);
    if (likeness(c, r, right) < kin && !(chosen.empty() && both_named)) continue;
    auto const value = weigh.of(p, r, false);
    if (value > most) most = value, best = r;
  }
  if (best.first != chosen.first && c.word(best.last) == "of" && best.last < degree_first)  // "a slab of oak"
    if (auto const whole = noun_chain_from(c, best.first); whole.last <= degree_first) best = whole;
  return best.empty() || (own && best.first == chosen.first && best.last > own->last) ? best : list_around(c, best, right);
}

namespace {

// Is the phrase a thing that the other side may be set against: no pronoun, figure, word of degree or time?
bool is_thing(Clause const& c, Phrase const& p) {
  return p.kind == PhraseKind::noun && !p.has(pronominal) && c.cls(p.head) != WordClass::number &&
         c.cls(p.first) != WordClass::number && !c.token(p.first).begins(Category::numerals) && !is_time(c, p) &&
         !is_degree(c, {p.first, p.last});
}
// ", which", ", especially if", "and Acme is": no more of the side.
bool ends_side(Clause const& c, std::uint32_t i) {
  bool const comma = c.is(i, TokenKind::comma);
  if (!comma && c.cls(i) != WordClass::conjunction) return false;
  auto const next = comma && c.cls(i + 1) == WordClass::conjunction ? i + 2 : i + 1;
  auto const* p = c.noun(next);
  if (!p) return comma && c.word(next) != "including" && c.word(next) != "like" && c.word(next) != "such";
  auto const* v = c.verb(p->last);
  return v && !v->has(non_finite);
}
bool meet(TokenRange a, TokenRange b) { return a.first < b.last && b.first < a.last; }

}  // namespace

void of_one_kind(Clause const& c, Cue const& said, std::optional<Cue> const& read, std::vector<Cue>& all) {
  constexpr std::uint32_t before = 40, behind = 12;  // tokens
  constexpr float near = 0.3F, per_token = 0.005F, as_read = 0.3F;
  auto const* phrases = c.chunks->phrases;
  auto const degree_first = said.at.first, end = said.at.last;
  auto out = said;
  out.performance = false;
  out.by_likeness = true;
  for (auto j = end; j < c.last && j < end + behind; ++j) {
    auto const* v = c.verb(j);
    bool const over =
        c.is(j, TokenKind::semicolon) || c.cls(j) == WordClass::subordinator || one_of(c.word(j), {"but", "than"});
    if (over || ends_side(c, j) || (v && c.token(v->head).begins(Category::reporting_verbs))) break;
    auto const* q = c.noun(j);
    if (!q || q->first != j || !is_thing(c, *q) || is_both(c, {j, q->last})) continue;
    if (one_of(c.word(q->head), {"two", "pair", "duo"})) continue;  // which of them is told before
    out.right = {q->first, q->last};
    float most = 0;
    std::int32_t k = -1;
    for (auto i = end - 1; i > c.first && k < 0;) k = c.chunks->phrase_of[--i];
    for (; k >= 0 && phrases[k].sentence == c.sentence && phrases[k].last + before > degree_first; --k) {
      auto const& p = phrases[k];
      auto const* v = c.verb(p.last);
      if (!is_thing(c, p) || (v && c.token(v->head).begins(Category::reporting_verbs))) continue;  // who says so
      if (c.match(Category::comparison_phrases, p.first).tokens > 1) continue;                     // "in front of"
      TokenRange left{p.first, p.last};
      if (p.first < degree_first && p.last > degree_first) left.last = degree_first;
      if (c.cls(left.last - 1) == WordClass::determiner) continue;
      if (same_words(c, left, out.right) || (left.first > c.first && one_of(c.word(left.first - 1), {"than", "as"}))) continue;
      auto const far = left.last < degree_first ? degree_first - left.last : 0;
      auto const value = likeness(c, left, out.right) - per_token * float(far);
      if (value > most) most = value, out.left = left;
    }
    if (most == 0) continue;
    bool const named = is_written_as_name(c, out.left) && is_written_as_name(c, out.right);
    if (likeness(c, out.left, out.right) < (named ? near : near + 0.1F)) continue;
    if (read && meet(read->left, out.left) && meet(read->right, out.right)) continue;
    if (read && !read->left.empty() && !read->right.empty() && likeness(c, read->left, read->right) > most + as_read) continue;
    all.push_back(out);
  }
}

TokenRange owner_of(Clause const& c, TokenRange left, TokenRange right) {
  if (left.empty() || c.cls(left.first) != WordClass::possessive || !one_of(c.word(left.first), {"its", "their"})) return left;
  if (!c.is_name(right) || c.is_name(left)) return left;  // "its Velo": the Velo
  // "Its fleet is smaller than that of Velo", "than Velo's": the two fleets
  bool const that_of = c.word(right.first - 1) == "of" && one_of(c.word(right.first - 2), {"that", "those"});
  if (that_of || c.is(right.last - 1, TokenKind::possessive) || c.is(right.last, TokenKind::possessive)) return left;
  auto const owner = antecedent(c, {left.first, left.first + 1});
  return c.is_name(owner) ? owner : left;
}

}  // namespace counterclaim::comparison
