#include "src/resolve/fronted.hpp"

namespace counterclaim {

std::string_view fronted_subject(Context const& c, DateMention const& d, Frame const& f) {
  auto const& sentence = c.tokens.sentences[d.at.sentence];
  auto const p = c.chunks.phrase_of[sentence.first];
  if (p < 0 || p != f.verb || !c.chunks.phrases[std::size_t(p)].has(passive_voice)) return {};
  auto i = d.at.last;
  if (i < sentence.last && c.tokens.tokens[i].is(TokenKind::comma)) ++i;
  if (i >= sentence.last || c.name_of[i] < 0) return {};
  auto const& use = c.names.uses[std::size_t(c.name_of[i])];
  auto const verb = use.first == i && use.last < sentence.last ? c.chunks.phrase_of[use.last] : -1;
  if (verb < 0 || c.chunks.phrases[std::size_t(verb)].kind != PhraseKind::verb) return {};
  return c.names.names[use.name];
}

}  // namespace counterclaim
