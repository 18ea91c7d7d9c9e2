#include "src/align/bearers.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
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

std::uint32_t subject_noun(Claim const& c) {
  for (auto const& t : c.terms)
    if (t.role == TermRole::subject && !is_concept(t.word) && (t.word & unknown_bit) == 0) return t.word;
  return 0;
}
// "Building the tunnel took €1.1 billion", "construction of the tunnel": its making stands for it.
bool is_making_of(Claim const& act, Claim const& thing) {
  static WordSet const makes{"construction", "building", "erection", "development"};  // no "demolition", "upkeep"
  auto const done = subject_noun(act), to = subject_noun(thing);
  return done != 0 && to != 0 && makes.has(done) && std::any_of(act.terms.begin(), act.terms.end(), [&](Term const& t) {
           return t.word == to && t.role > TermRole::subject && t.role <= TermRole::clause;
         });
}
// "Buyers get 144 GB on every Vela", "the Vela carries 192 GB": people who have the thing stand before its figure.
bool is_had_with(Claim const& people, Claim const& thing) {
  static WordSet const has{"get", "have", "find", "enjoy", "see", "receive"};
  auto const who = subject_noun(people);
  if (who == 0 || is_monetary(people.basis) || !(is_person(who) || is_anybody(who))) return false;
  bool const gets = std::any_of(people.terms.begin(), people.terms.end(), [](Term const& t) {
    return t.role > TermRole::counted && t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && has.has(t.word);
  });
  return gets && std::any_of(thing.names.begin(), thing.names.end(), [&](NameRef const& n) {
           return n.role == TermRole::subject && std::any_of(people.names.begin(), people.names.end(), [&](NameRef const& m) {
                    return m.name == n.name && m.role > TermRole::subject && m.role <= TermRole::clause;
                  });
         });
}

bool is_told_of_one(Claim const& a, Claim const& b) {
  return is_making_of(a, b) || is_making_of(b, a) || is_had_with(a, b) || is_had_with(b, a);
}

// The noun of the clause's subject where the figure hangs on its verb: "a rack draws 4 kW".
std::uint32_t bearer(Claim const& c) {
  std::uint32_t found = 0;
  for (auto const& t : c.terms) {
    if (t.role == TermRole::head || t.role == TermRole::counted) return 0;
    if (found == 0 && t.role == TermRole::subject && !is_concept(t.word) && (t.word & unknown_bit) == 0) found = t.word;
  }
  return found;
}

}  // namespace

// "The card draws 600 watts", "a rack of such cards draws 4,800": its subject is another, though it speaks of the one's too.
bool is_of_what_holds_it(Claim const& one, Claim const& other) {
  constexpr int akin = 45;
  auto const x = bearer(one), y = bearer(other);
  if (x == 0 || y == 0 || x == y || likeness(x, y) >= akin || is_payers(one) || is_payers(other)) return false;
  if (is_told_of_one(one, other)) return false;
  bool knows = false;
  for (auto const& t : other.terms) {
    if (t.word != x) continue;
    if (t.role == TermRole::subject) return false;
    knows |= t.role > TermRole::subject && t.role <= TermRole::sentence;
  }
  return knows;
}

bool is_of_what_is_done_to_it(Claim const& deed, Claim const& thing) {
  static WordSet const deeds{"demolition",    "dismantling", "maintenance", "upkeep",          "repair",     "renovation",
                             "refurbishment", "restoration", "removal",     "decommissioning", "salvage",    "cleaning",
                             "modernization", "expansion",   "extension",   "conversion",      "relocation", "insurance"};
  auto const done = subject_noun(deed);
  if (!is_monetary(deed.basis) || done == 0 || !deeds.has(done)) return false;
  auto const does = [](Term const& t) { return (t.word & unknown_bit) == 0 && deeds.has(t.word); };
  if (std::any_of(thing.terms.begin(), thing.terms.end(), does)) return false;
  return std::any_of(thing.names.begin(), thing.names.end(), [&](NameRef const& n) {
    return n.role == TermRole::subject && std::any_of(deed.names.begin(), deed.names.end(), [&](NameRef const& m) {
             return m.name == n.name && m.role <= TermRole::clause;
           });
  });
}

bool are_one_deed(Claim const& a, Claim const& b) {
  auto const done = [](Claim const& noun, Claim const& verb) {
    auto const deed = subject_noun(noun);
    return deed != 0 && std::any_of(verb.terms.begin(), verb.terms.end(), [&](Term const& t) {
             return t.role == TermRole::verb && !is_concept(t.word) && (t.word & unknown_bit) == 0 && t.word != deed &&
                    word_info(t.word).family == word_info(deed).family;
           });
  };
  return done(a, b) || done(b, a);
}

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
  if (is_told_of_one(a, b)) return false;
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
