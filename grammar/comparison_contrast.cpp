// "The K6 is quiet, but the K7 is quieter": a comparative without "than" sets its subject against a thing of the same kind
// that the sentence has named in another clause. No claim of capability is read into it.
#include <algorithm>

#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

constexpr std::uint32_t reach = 40;

bool is_thing(Clause const& c, Phrase const& p) {
  if (p.kind != PhraseKind::noun || p.has(pronominal)) return false;
  auto const k = c.cls(p.head);
  return k == WordClass::name || (k == WordClass::noun && c.token(p.head).has(capital));
}

// The last named thing before the clause of the subject, or the first one behind the words of degree.
TokenRange rival(Clause const& c, TokenRange subject, std::uint32_t degree_last) {
  auto const own = c.chunks->phrase_of[subject.first];
  auto const* phrases = c.chunks->phrases.data();
  for (auto k = own - 1; k >= 0 && phrases[k].sentence == c.sentence && own - k < 16; --k)
    if (is_thing(c, phrases[k])) return {phrases[k].first, phrases[k].last};
  bool contrast = false;
  for (auto i = degree_last; i < c.last && i < degree_last + reach; ++i) {
    contrast = contrast || one_of(c.word(i), {"but", "while", "whereas", "though", "although", "versus", "vs"});
    auto const* p = c.noun(i);
    if (contrast && p && p->first == i && is_thing(c, *p)) return {p->first, p->last};
  }
  return {};
}

}  // namespace

std::optional<Cue> contrasted(Clause const& c, std::uint32_t i) {
  if (word_at(c, i).grade != Grade::comparative) return {};
  auto const d = degree_from(c, i);
  if (d.direction == 0 || d.bare) return {};
  for (auto k = i; k < c.last && k < i + 15; ++k)
    if (c.word(k) == "than" || c.word(k) == "then") return {};
  if (denial_before(c, i) != Denial::none) return {};
  Cue cue;
  cue.left = left_of(c, i, {});
  auto const* p = cue.left.empty() ? nullptr : c.noun(cue.left.first);
  if (!p || !is_thing(c, *p) || cue.left.first >= i) return {};
  cue.right = rival(c, cue.left, d.last);
  if (cue.right.empty()) return {};
  cue.at = {i, d.last};
  cue.relation = relation_of(d.direction);
  cue.measure = d.measure;
  return cue;
}

}  // namespace counterclaim::comparison
