#include "src/align/role_words.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"
#include "src/align/word_overlap.hpp"

namespace counterclaim {

bool is_person(std::uint32_t word) { return (word & unknown_bit) == 0 && word_info(word).noun_field == lexname::person; }
bool is_anybody(std::uint32_t word) {
  if ((word & unknown_bit) != 0) return false;
  auto const text = word_text(word);
  return text == "people" || text == "person" || text == "man" || text == "woman" || text == "individual";
}

namespace {

// "45,000 units", "30,000 accelerators"; "4,300 things are on show"
bool is_any_thing(std::uint32_t word) {
  static WordSet const anything{"unit", "thing", "item", "piece"};
  return (word & unknown_bit) == 0 && anything.has(word);
}
bool is_thing(std::uint32_t word) { return (word & unknown_bit) != 0 || (!is_concept(word) && !is_person(word)); }

// "Nine cloud firms", "six cloud providers"
bool is_any_firm(std::uint32_t word) {
  static WordSet const anyone{"company", "firm", "business"};
  return (word & unknown_bit) == 0 && anyone.has(word);
}
bool is_firm(std::uint32_t word) {
  auto const row = (word & unknown_bit) == 0 && !is_concept(word) ? row_of(Category::nominals, word) : -1;
  return row >= 0 && vocabulary(Category::nominals)[std::size_t(row)].column[1] == "business";
}

}  // namespace

bool apart(Claim const& a, Claim const& b, TermRole role, int least) {
  static WordId const them = find_word("them");  // "a third of them": of whatever they are
  bool both = false;
  int best = 0;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (t.role == role && u.role == role && t.word != them && u.word != them) {
        both = true;
        best = std::max(best, likeness(t.word, u.word));
        if ((is_anybody(t.word) && is_person(u.word)) || (is_anybody(u.word) && is_person(t.word))) best = std::max(best, 75);
        if ((is_any_thing(t.word) && is_thing(u.word)) || (is_any_thing(u.word) && is_thing(t.word))) best = std::max(best, 75);
        if ((is_any_firm(t.word) && is_firm(u.word)) || (is_any_firm(u.word) && is_firm(t.word))) best = std::max(best, 75);
      }
  return both && best < least;
}

}  // namespace counterclaim
