#include "src/resolve/speakers.hpp"

#include <algorithm>

#include "counterclaim/word_set.hpp"

namespace counterclaim {

Speakers::Speakers(Context const& c, MentionPlace const& at) {
  auto const& all = c.mentions.attributions;
  auto const& sentence = c.tokens.sentences[at.sentence];
  auto const is_finite_verb = [&](std::uint32_t i) {
    auto const p = c.chunks.phrase_of[i];
    return p >= 0 && c.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb &&
           !c.chunks.phrases[std::size_t(p)].has(non_finite);
  };
  auto a = std::lower_bound(all.begin(), all.end(), at.sentence,
                            [](AttributionMention const& m, std::uint32_t s) { return m.at.sentence < s; });
  for (; a != all.end() && a->at.sentence == at.sentence && count_ < most; ++a) {
    auto const first = std::min(a->source_first < a->source_last ? a->source_first : a->cue_first, a->cue_first);
    auto last = std::max(a->source_last, a->cue_last);
    // "said Ida Moor, a surgeon at Orvel Hospital": all that follows, for want of another verb
    if (a->source_first >= a->cue_last) {
      auto end = last;
      while (end < sentence.last && end != at.first && !is_finite_verb(end)) ++end;
      if (end == sentence.last) last = end;
    }
    if (first < last && (last <= at.first || first >= at.last)) ranges_[count_++] = {first, last};
  }
}

bool gives_figure(Context const& c, Phrase const& who, std::int32_t verb) {
  static WordSet const verbs{"quote", "cite", "name", "mention", "give", "put"};
  auto const name = c.name_of[who.head];
  if (verb < 0 || name < 0 || c.descriptions.kinds[c.names.uses[std::size_t(name)].name] != a_person) return false;
  auto const word = c.tokens.tokens[c.chunks.phrases[std::size_t(verb)].head].word;
  return word != unknown_word && verbs.has(word_info(word).verb_lemma);
}

}  // namespace counterclaim
