#include "src/resolve/somebody_else.hpp"

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {

bool is_somebody_else(Context const& c, Phrase const& p) {
  static WordSet const others{"rival",    "competitor", "parent",      "owner",       "buyer",      "supplier",
                              "customer", "partner",    "successor",   "predecessor", "peer",       "backer",
                              "client",   "landlord",   "shareholder", "acquirer",    "suitor",     "investor",
                              "sibling",  "neighbour",  "neighbor",    "sister",      "counterpart"};
  return c.chunks.classes[p.first] == WordClass::possessive && others.has(c.tokens.tokens[p.head].word);
}

bool is_anybody(Context const& c, Phrase const& p) {
  static WordSet const those{"those", "these"};
  auto const behind = p.last < c.tokens.sentences[p.sentence].last ? c.chunks.classes[p.last] : WordClass::mark;
  return those.has(c.tokens.tokens[p.head].word) && (behind == WordClass::wh || behind == WordClass::preposition);
}

bool is_somebodys_place(Context const& c, Phrase const& p) {
  static WordSet const places{"center", "centre", "lab", "laboratory", "school"};
  if (!places.has(c.tokens.tokens[p.head].word) || p.head < p.first + 2) return false;
  auto const& before = c.tokens.tokens[p.head - 1];
  return before.word != unknown_word && (word_info(before.word).parts & noun) != 0 && c.name_of[p.head - 1] < 0;
}

bool means_another(Context const& c, Phrase const& p) {
  static WordSet const others{"original", "earlier", "previous", "former", "older", "next", "other"};
  if (p.has(pronominal) || p.head <= p.first || !c.tokens.tokens[p.head].begins(Category::nominals)) return false;
  auto const& t = c.tokens.tokens[p.head - 1];
  return t.begins(Category::ordinals) || others.has(t.word);
}

}  // namespace counterclaim
