#include "src/resolve/quality.hpp"

namespace counterclaim {

bool is_quality(Context const& c, Phrase const& p) {
  auto const& classes = c.chunks.classes;
  if (p.has(proper) || (!p.has(definite) && classes[p.first] == WordClass::determiner)) return false;
  if (p.last < c.tokens.sentences[p.sentence].last && classes[p.last] == WordClass::preposition) return false;
  auto const word = c.tokens.tokens[p.head].word;
  auto const noun = word == unknown_word ? unknown_word : word_info(word).noun_lemma;
  if (noun == unknown_word) return false;
  auto const field = word_info(noun).noun_field;
  return field == lexname::attribute || field == lexname::cognition || field == lexname::communication ||
         field == lexname::possession || field == lexname::quantity;
}

}  // namespace counterclaim
