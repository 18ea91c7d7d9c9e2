#include "src/resolve/stretches.hpp"

#include <algorithm>

#include "counterclaim/word_set.hpp"

namespace counterclaim {

bool is_stretch(Context const& c, DateMention const& d, Frame const& f) {
  static WordSet const goes_on{"last", "run", "take", "continue", "go", "extend", "stretch", "span"},
      openers{"from", "between"};
  constexpr Day longest = 3 * 366;
  if (!d.timex.starts_with('(') || d.days.from == no_lower_day || d.days.to == no_upper_day) return false;
  if (d.days.to - d.days.from < 2 || d.days.to - d.days.from > longest || d.timex.find('T') != std::string::npos) return false;
  // Both ends are days.
  constexpr std::size_t day = 10;  // "2025-01-05", "XXXX-01-05"
  auto const comma = d.timex.find(','), second = d.timex.find(',', comma + 1);
  if (comma != day + 1 || second != comma + day + 1) return false;
  auto const& t = c.tokens.tokens;
  if (!openers.has(t[d.at.first].word) && (d.at.first == 0 || !openers.has(t[d.at.first - 1].word))) return false;
  if (f.verb < 0 || f.subject_phrase < 0) return false;
  auto const& v = c.chunks.phrases[std::size_t(f.verb)];
  auto const word = t[v.head].word;
  if (v.has(negated) || v.has(modal_verb) || v.first > d.at.first || word == unknown_word) return false;
  // "The fair takes place from": when it is, and no run of anything
  auto const* object = f.object_phrase < 0 ? nullptr : &c.chunks.phrases[std::size_t(f.object_phrase)];
  if (object && c.covered[object->head] == 0) return false;
  return goes_on.has(word_info(word).verb_lemma);
}

void set_stretch_end(StretchEnd end, Claim& c, Frame& f) {
  static WordId const begin = find_word("begin"), last = find_word("end");
  std::erase_if(f.terms, [](Term const& t) { return t.role == TermRole::verb || is_concept(t.word); });
  f.terms.push_back({end == StretchEnd::first ? begin : last, TermRole::verb});
  sort_by_role(f.terms);
  c.bound = Bound::exact;
}

}  // namespace counterclaim
