#include "src/align/near_words.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/gates.hpp"
#include "src/align/rarity.hpp"

namespace counterclaim {

// The row of a vocabulary that a term's word is in, -1 if in none.
std::int32_t row_of(Category category, std::uint32_t word) {
  if ((word & unknown_bit) != 0 || !begins(word_info(word), category)) return -1;
  Token t;
  t.word = word;
  t.categories = word_info(word).categories;
  return match_phrase(category, {&t, 1}, 0, 1, word_text(word)).row;
}
bool is_noun(std::uint32_t word) { return (word & unknown_bit) == 0 && (word_info(word).parts & noun) != 0; }
bool is_anything(std::uint32_t word) {
  auto const& w = word_info(word);
  return word_text(word).size() < 3 || begins(w, Category::nominals);
}
// What a chip computes in a second is what it can at most, said or not.
static bool is_told_at_peak(Claim const& c) { return dimension_of(c.unit) == "compute_rate"; }

int restrictions(Claim const& from, Claim const& to, bool one_subject) {
  int sum = 0;
  for (auto const& t : from.terms) {
    if (!is_near(t.role) || (t.word & unknown_bit) != 0 || !begins(word_info(t.word), Category::restrictors)) continue;
    auto const row = row_of(Category::restrictors, t.word);
    bool const known = std::any_of(to.terms.begin(), to.terms.end(), [&](Term const& u) {
      return u.role <= TermRole::sentence && (likeness(t.word, u.word) >= 60 || row_of(Category::restrictors, u.word) == row);
    });
    auto const kind = vocabulary(Category::restrictors)[std::size_t(row)].column[0];
    if (kind == "intent" || kind == "needed") continue;  // is_aim() tells
    // "The new bike weighs 19 kg": which, and no more of what is weighed
    static WordId const fresh = find_word("new");
    if (t.word == fresh && from.basis != no_unit && dimension_of(from.basis) != "percent" && !is_monetary(from.basis)) continue;
    if ((kind == "extreme" || kind == "limit" || kind == "bound") && (is_limit(to) || is_told_at_peak(to))) continue;
    // "The first cars came a year late": of the cars, and not of how late
    if (kind == "time" && from.kind == ClaimKind::duration && t.role == TermRole::subject) continue;
    bool const which = kind == "which", section = kind == "section";
    if (section && t.role == TermRole::counted) continue;  // "410 women": they are what is counted
    if (!known && !(which && one_subject)) sum += which || section ? 100 : 50;
  }
  return sum;
}

// A word of this kind of restrictors.tsv stands near the figure.
static bool has_kind(Claim const& c, std::string_view kind) {
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
    auto const row = is_near(t.role) ? row_of(Category::restrictors, t.word) : -1;
    return row >= 0 && vocabulary(Category::restrictors)[std::size_t(row)].column[0] == kind;
  });
}
// "the fastest serve", "a peak of": the end of a scale.
bool is_extreme(Claim const& c) { return !is_told_at_peak(c) && has_kind(c, "extreme"); }
bool is_limit(Claim const& c) {
  return c.bound == Bound::at_most || c.bound == Bound::at_least || is_extreme(c) || has_kind(c, "limit");
}
bool is_aim(Claim const& c) {
  // "Keeps its goal of a margin of 12%"; not "met its goal with a margin of"
  static WordSet const comes{"meet",    "miss", "hit",     "beat",   "exceed", "reach",
                             "surpass", "top",  "achieve", "fulfil", "fulfill"};
  bool const met = std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && comes.has(t.word);
  });
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
    bool const near = t.role == TermRole::head || t.role == TermRole::modifier || (t.role == TermRole::object && !met);
    bool const says = c.certainty == Certainty::planned && t.role == TermRole::clause;  // "aims to sell 30,000"
    auto const row = near || says ? row_of(Category::restrictors, t.word) : -1;
    if (row < 0) return false;
    auto const kind = vocabulary(Category::restrictors)[std::size_t(row)].column[0];
    return t.role != TermRole::modifier ? kind == "aim" || kind == "intent" : kind == "needed";
  });
}
bool is_of_others(Claim const& c) {
  static WordSet const others{"additional", "another", "further"};
  static WordId const add = find_word("add");
  if (c.kind != ClaimKind::quantity || c.basis != no_unit) return false;
  bool const adds = !c.attribution.cue.starts_with("add");  // "has six customers, she added"
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
    if ((t.word & unknown_bit) != 0) return false;
    return (t.role == TermRole::modifier && others.has(t.word)) || (adds && t.role <= TermRole::clause && t.word == add);
  });
}
bool is_partitive(Claim const& c) {
  return c.basis == no_unit &&
         std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) { return t.role == TermRole::whole; });
}
bool is_each(Claim const& c) {
  static WordSet const each{"each", "apiece", "every", "per"};
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && each.has(t.word);
  });
}
bool is_of_builders(Claim const& c) {
  static WordSet const works{"construction", "builder",    "contractor",     "renovation",
                             "refit",        "demolition", "reconstruction", "refurbishment"};
  return std::ranges::any_of(c.terms, [](Term const& t) { return t.role <= TermRole::clause && works.has(t.word); });
}
bool is_trial(Claim const& c) { return has_kind(c, "trial"); }
// "won nineteen matches" beside "31 games": what it hangs on is something the other does not speak of.
bool has_more(Claim const& c, Claim const& other) {
  auto const has = [](Claim const& claim, std::uint32_t word) {
    return std::any_of(claim.terms.begin(), claim.terms.end(), [&](Term const& u) { return u.word == word; });
  };
  // "homes" may be households and houses destroyed: of the rows of one word one that both have is enough.
  auto const shares_row_at = [&](TermRole role) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return is_concept(t.word) && t.role == role && has(other, t.word); });
  };
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
    return is_concept(t.word) && (t.role == TermRole::verb || t.role <= TermRole::whole || t.role == TermRole::subject) &&
           !has(other, t.word) && !(t.role == TermRole::counted && shares_row_at(t.role));
  });
}

// "The company spent $212 million on the study": who pays is not what it costs.
bool is_payers(Claim const& c) {
  static WordSet const pays{"spend",   "pay",    "invest", "contribute", "give", "provide", "allocate", "commit",
                            "earmark", "budget", "sink",   "pour",       "pump", "plow",    "plough"};
  return std::any_of(c.terms.begin(), c.terms.end(),
                     [](Term const& t) { return t.role == TermRole::verb && (t.word & unknown_bit) == 0 && pays.has(t.word); });
}

// "A rival vaccine is in a trial with 12,500 volunteers": of another maker's.
bool of_a_rival(Claim const& c) {
  static WordSet const others{"rival", "competitor", "competing", "predecessor", "successor"};
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    bool const near = t.role == TermRole::subject || t.role == TermRole::head || t.role == TermRole::modifier;
    return near && (t.word & unknown_bit) == 0 && others.has(t.word);
  });
}

// "first", "maiden", "last": the one of its kind.
bool has_end(Claim const& c) {
  // "won for the first time"
  for (auto const& t : c.terms)
    if (t.role <= TermRole::modifier && (t.word & unknown_bit) == 0 && word_text(t.word) == "time") return false;
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    if (t.role > TermRole::modifier || (t.word & unknown_bit) != 0) return false;
    auto const w = word_text(t.word);
    return w == "first" || w == "maiden" || w == "debut" || w == "last" || w == "final" || w == "latest";
  });
}

namespace {

// "Cut the ribbon", "turned the first sod", "gave their blessing": what it was done to, or by whom, is not said.
bool is_sign(std::uint32_t word) {
  static WordSet const signs{"ribbon",   "ground", "sod",      "spade", "stone", "yes",   "no",
                             "blessing", "nod",    "go-ahead", "hand",  "pad",   "hammer"};
  return signs.has(word);
}
// The object of the verb, else its subject; 0 where neither is a common noun.
std::uint32_t patient(Claim const& c) {
  for (auto const role : {TermRole::object, TermRole::subject})
    for (auto const& t : c.terms) {
      if (t.role != role) continue;
      // "Patches stop", "reached the shops": a part of what happens
      if (std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& u) { return is_concept(u.word) && u.role == role; }))
        return 0;
      static WordSet const idle{"place",  "effect", "force", "office",
                                "charge", "shape",  "way"};  // "took place", "got under way"
      if (is_sign(t.word)) return 0;
      if (is_noun(t.word) && !idle.has(t.word)) return t.word;
    }
  return 0;
}
bool knows(Claim const& c, std::uint32_t word) {
  return std::any_of(c.terms.begin(), c.terms.end(),
                     [&](Term const& t) { return t.role < TermRole::clause && likeness(word, t.word) >= 60; });
}

}  // namespace

namespace {

// "Began work on the pump": the pump; 0 where no work begins, or on nothing that a common noun names.
std::uint32_t worked_on(Claim const& c) {
  static WordId const work = find_word("work");
  bool works = false;
  std::uint32_t thing = 0;
  for (auto const& t : c.terms) {
    if (t.role != TermRole::object && t.role != TermRole::subject && t.role != TermRole::modifier) continue;
    works |= t.word == work;
    if (thing == 0 && t.role == TermRole::object && t.word != work && is_noun(t.word)) thing = t.word;
    if (t.role == TermRole::subject && t.word == work)
      return 0;  // "work on the pump began": what stands behind is of it or not
  }
  auto const row = works && thing != 0 ? row_of(Category::nominals, thing) : -1;  // "the site" may be what the other names
  bool const place = row >= 0 && vocabulary(Category::nominals)[std::size_t(row)].column[0] == "place";
  return works && !place ? thing : 0;
}
bool is_work_on_another(Claim const& c, Claim const& other) {
  constexpr int akin = 75;
  static WordId const work = find_word("work");
  auto const thing = worked_on(c);
  return thing != 0 && std::none_of(other.terms.begin(), other.terms.end(), [&](Term const& t) {
           return !is_concept(t.word) && t.word != work && t.role != TermRole::verb && likeness(thing, t.word) >= akin;
         });
}

}  // namespace

bool is_first_and_later(Claim const& a, Claim const& b) {
  static WordSet const later{"more", "additional", "further", "another", "second", "third", "other"}, first{"first", "maiden"};
  auto const is = [](Claim const& c, WordSet const& which) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
      return t.role <= TermRole::modifier && t.role != TermRole::verb && (t.word & unknown_bit) == 0 && which.has(t.word);
    });
  };
  return (is(a, first) && is(b, later)) || (is(b, first) && is(a, later));
}

bool works_apart(Claim const& a, Claim const& b) { return is_work_on_another(a, b) || is_work_on_another(b, a); }

bool things_apart(Claim const& a, Claim const& b) {
  auto const x = patient(a), y = patient(b);
  if (x == 0 || y == 0 || is_anything(x) || is_anything(y)) return false;
  return likeness(x, y) < 45 && !knows(a, y) && !knows(b, x);
}

bool kinds_apart(Claim const& a, Claim const& b) {
  constexpr int akin = 45, same = 85;
  auto const x = patient(a), y = patient(b);
  if (x == 0 || y == 0 || likeness(x, y) < same) return false;
  auto const says_which = [](Term const& t) {
    return t.role == TermRole::modifier && !is_concept(t.word) && is_noun(t.word) &&
           (word_info(t.word).usual_part & (adjective | adverb)) == 0 && word_info(t.word).noun_field != lexname::time &&
           !is_anything(t.word);
  };
  auto const speaks_of = [](Claim const& c, std::uint32_t word) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return t.role <= TermRole::sentence && likeness(word, t.word) >= akin; });
  };
  auto const one_has = [&](Claim const& c, Claim const& other) {
    bool any = false;
    for (auto const& t : c.terms) {
      if (!says_which(t)) continue;
      if (speaks_of(other, t.word)) return false;
      any = true;
    }
    return any;
  };
  return one_has(a, b) && one_has(b, a);
}

bool objects_apart(Claim const& a, Claim const& b) {
  constexpr int akin = 45;
  auto const object_of = [](Claim const& c) -> std::uint32_t {
    for (auto const& t : c.terms)
      if (t.role == TermRole::object && !is_concept(t.word) && is_noun(t.word) && !is_sign(t.word)) return t.word;
    return 0;
  };
  auto const x = object_of(a), y = object_of(b);
  return x != 0 && y != 0 && !is_anything(x) && !is_anything(y) && likeness(x, y) < akin && !knows(a, y) && !knows(b, x);
}

bool acts_apart(Claim const& a, Claim const& b) {
  constexpr int akin = 45;
  auto const x = patient(a), y = patient(b);
  if (x == 0 || y == 0 || is_anything(x) || is_anything(y) || likeness(x, y) >= akin || knows(a, y) || knows(b, x))
    return false;
  bool both = false;
  for (auto const& n : a.names)
    for (auto const& m : b.names)
      if (n.role == TermRole::subject && m.role == TermRole::subject) {
        if (n.name == m.name) return false;
        both = true;
      }
  return both;
}

bool firsts_of_one_kind(Claim const& a, Claim const& b) {
  static WordSet const ends{"first", "maiden", "last", "final"};
  auto const end_of = [](Claim const& c) -> std::uint32_t {
    for (auto const& t : c.terms)
      if (t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && ends.has(t.word)) return t.word;
    return 0;
  };
  auto const which = end_of(a);
  if (which == 0 || end_of(b) != which) return false;
  for (auto const& t : a.terms)
    if (t.role <= TermRole::clause && is_noun(t.word) && word_info(t.word).noun_field == lexname::person)
      for (auto const& u : b.terms)
        if (u.role <= TermRole::clause && u.word == t.word) return true;
  return false;
}

namespace {

// What can be touched; the measures of it ("height", "cost") are none. 0 if the figure has no such head.
std::uint32_t thing_measured(Claim const& c) {
  for (auto const& t : c.terms) {
    if (t.role != TermRole::head || is_concept(t.word) || !is_noun(t.word)) continue;
    auto const field = word_info(t.word).noun_field;
    return field == lexname::animal || field == lexname::artifact || field == lexname::object || field == lexname::plant
               ? t.word
               : 0;
  }
  return 0;
}

}  // namespace

bool heads_apart(Claim const& a, Claim const& b) {
  auto const x = thing_measured(a), y = thing_measured(b);
  return x != 0 && y != 0 && likeness(x, y) < 45 && !knows(a, y) && !knows(b, x);
}

}  // namespace counterclaim
