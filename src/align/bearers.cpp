#include "src/align/bearers.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"
#include "src/align/role_words.hpp"
#include "src/align/shared_words.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {
namespace {

// "Entry", "a ticket": a row of concepts.tsv has both.
bool is_of_one_row(std::uint32_t x, std::uint32_t y) {
  if (((x | y) & unknown_bit) != 0 || is_concept(x) || is_concept(y)) return false;
  auto const rows_of = [](std::uint32_t word, auto&& each) {
    Token t[1];
    t[0].word = word, t[0].categories = word_info(word).categories, t[0].kind = TokenKind::word;
    for_each_phrase(Category::concepts, t, 0, 1, {}, [&](PhraseMatch m) { each(m.row); });
  };
  if (!begins(word_info(x), Category::concepts) || !begins(word_info(y), Category::concepts)) return false;
  bool found = false;
  rows_of(x, [&](auto row) { rows_of(y, [&](auto other) { found |= row == other; }); });
  return found;
}

}  // namespace

bool bearers_apart(Claim const& a, Claim const& b) {
  constexpr int least = 35;
  auto const of_verb = [](Claim const& c) {
    return std::none_of(c.terms.begin(), c.terms.end(),
                        [](Term const& t) { return t.role == TermRole::head || t.role == TermRole::counted; });
  };
  if (!of_verb(a) || !of_verb(b) || !apart(a, b, TermRole::subject, least) || is_payers(a) || is_payers(b)) return false;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (t.role == TermRole::subject && u.role == TermRole::subject && is_of_one_row(t.word, u.word)) return false;
  auto const bears = [](NameRef const& n) { return n.role == TermRole::subject; };
  return std::none_of(a.names.begin(), a.names.end(), [&](NameRef const& n) {
    return bears(n) && std::any_of(b.names.begin(), b.names.end(), [&](auto const& m) { return bears(m) && m.name == n.name; });
  });
}

bool ports_apart(Claim const& a, Claim const& b) {
  static std::uint32_t const port = concept_of("port");
  auto const is_port = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [](Term const& t) { return t.word == port && t.role <= TermRole::counted; });
  };
  if (!is_port(a) || !is_port(b)) return false;
  auto const is_listener = [](Term const& t) {
    return t.role > TermRole::counted && t.role <= TermRole::clause && t.role != TermRole::verb &&
           (t.word & unknown_bit) == 0 && (word_info(t.word).parts & noun) != 0;
  };
  bool both = false;
  for (auto const& t : a.terms)
    if (is_listener(t))
      for (auto const& u : b.terms)
        if (is_listener(u)) {
          both = true;
          if (likeness(t.word, u.word) >= 75) return false;
        }
  return both;
}

}  // namespace counterclaim
