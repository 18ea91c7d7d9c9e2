// The other words and names of the clause and of the sentence.
#include <algorithm>

#include "src/resolve/antecedent.hpp"
#include "src/resolve/frame_counts.hpp"
#include "src/resolve/somebody_else.hpp"

namespace counterclaim {

void FrameCounts::sentence_words(std::uint32_t first, std::uint32_t last) {
  auto const* const names = c_.name_of.data();
  auto const* const terms = c_.terms.data();
  for (auto i = first; i < last; ++i) {
    add_name(names[i], TermRole::sentence);
    if (terms[i] != 0 && !speakers_.hold(i)) add(i, TermRole::sentence);
  }
}

void FrameCounts::rest() {
  // "$4 in Kenya and $19 in Peru": the place right behind the figure is its own.
  auto const behind = std::max(at_.last, counted_last_);
  bool const paired = behind + 1 < f_.clause_last && cls(behind) == WordClass::preposition && c_.name_of[behind + 1] >= 0;
  if (paired) add_name(c_.name_of[behind + 1], TermRole::clause);
  // "9.6 TB/s, twice the 4.8 of the K3", "more than Orl": what stands behind another figure or "than" is named with that.
  static WordId const than = find_word("than"), only = find_word("alone");
  auto const* const names = c_.name_of.data();
  auto const* const terms = c_.terms.data();
  bool of_another = false;
  for (std::uint32_t i = f_.clause_first, last = f_.clause_last; i < last; ++i) {
    if (tokens_[i].word == only && i > 0 && names[i - 1] >= 0) append(only, TermRole::whole);  // "in Dorn alone": elsewhere too
    if (i >= behind && !of_another) of_another = (c_.covered[i] & 1) != 0 || tokens_[i].word == than;
    if ((names[i] < 0 && terms[i] == 0) || (paired && i < at_.first && is_with_another_figure(i))) continue;
    if (speakers_.hold(i)) continue;
    if (names[i] >= 0 && !of_another && !is_set_against(i, at_)) add_name(names[i], TermRole::clause);
    add(i, TermRole::clause);
  }
  // "They opened the Harrow Wing: 144 beds, £62 million."
  if (f_.verb < 0 && f_.clause_first > sentence_.first && tokens_[f_.clause_first - 1].is(TokenKind::colon))
    for (auto i = sentence_.first; i < f_.clause_first; ++i) add_name(c_.name_of[i], TermRole::clause);
  if (c_.clauses_only) return;
  // Of the clause only the speakers are left.
  sentence_words(sentence_.first, f_.clause_first);
  if (!speakers_.empty())
    for (auto i = f_.clause_first; i < f_.clause_last; ++i)
      if (speakers_.hold(i)) add_name(c_.name_of[i], TermRole::sentence);
  sentence_words(f_.clause_last, sentence_.last);
}

void FrameCounts::narrow(Phrase const& p) {
  static WordSet const narrowing{"of", "for", "on"};
  static WordId const of = find_word("of");
  auto const i = p.last;
  if (i + 1 < sentence_.last && narrowing.has(tokens_[i].word)) {
    if (auto const* q = phrase_at(i + 1); q && q->kind == PhraseKind::noun && q->first > p.first && i + 1 != at_.first) {
      bool const its = tokens_[i].word == of;
      if (its || (!q->has(proper) && !q->has(pronominal) && c_.covered[q->head] == 0)) add_phrase(*q, TermRole::modifier);
      if (its) add_names(*q, TermRole::subject);
    }
  }
}

void FrameCounts::its_own() {
  auto const its = f_.head_phrase >= 0 ? f_.head_phrase : f_.object_phrase;
  if (its < 0 || (c_.covered[at_.first] & 1) == 0) return;
  auto const& p = c_.chunks.phrases[std::size_t(its)];
  if (cls(p.first) != WordClass::possessive || is_somebody_else(c_, p)) return;
  for (auto const& n : f_.names)
    if (n.role == TermRole::subject) return;
  if (auto const name = antecedent(c_, at_, &p); !name.empty()) add_name_text(name, TermRole::subject);
}

// "The owner of the 212-metre bridge": the bridge is so long, whatever stands before "of".
bool FrameCounts::is_attributive(Phrase const* own) const {
  return own && own->kind == PhraseKind::noun && own->head >= at_.last && own->first < at_.first &&
         counted_last_ <= counted_first_ && !tokens_[own->head].begins(Category::date_units);
}

void FrameCounts::define(Phrase const& own) {
  if (f_.verb < 0 || own.has(definite)) return;
  auto const& v = c_.chunks.phrases[std::size_t(f_.verb)];
  auto const text = word(v.head);
  if (v.last == own.first && (text == "is" || text == "was" || text == "are" || text == "were")) add(own.head, TermRole::verb);
}

}  // namespace counterclaim
