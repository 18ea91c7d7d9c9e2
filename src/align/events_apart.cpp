#include "src/align/events_apart.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/events.hpp"
#include "src/align/gates.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"
#include "src/align/shared_words.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {
namespace {

bool happens_by_verb(Claim const& c, std::uint32_t term) {
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return t.role == TermRole::verb && t.word == term; });
}

// What a word of scope says behind its lead ("part ", "for "); empty if there is none.
std::string_view scope_behind(Claim const& c, std::string_view lead) {
  for (auto const w : c.scope)
    if (w.starts_with(lead)) return w.substr(lead.size());
  return {};
}

// "The new wing of the hospital opened", "the hospital opened": the other tells of nothing like a wing.
bool is_part_of(Claim const& of_part, std::string_view part, Claim const& whole) {
  constexpr int same = 85;  // a ward is near a hospital, and a part of it
  auto const noun = find_word(part);
  if (noun == unknown_word) return false;
  auto const is_like = [&](WordId word) { return word != unknown_word && likeness(noun, word) >= same; };
  for (auto const& t : whole.terms) {
    if (t.role > TermRole::modifier || t.role == TermRole::verb || is_concept(t.word)) continue;
    // "Of the hospital" stands behind the wing.
    bool const thing = (t.role == TermRole::subject || t.role == TermRole::head) &&
                       std::none_of(of_part.terms.begin(), of_part.terms.end(),
                                    [&](Term const& u) { return u.word == t.word && u.role > TermRole::subject; });
    if ((t.word & unknown_bit) != 0 || thing || is_like(t.word)) return false;
  }
  for (auto const& n : whole.names)
    for (std::size_t from = 0; n.role <= TermRole::clause && from < n.name.size();) {
      auto const to = std::min(n.name.find(' ', from), n.name.size());
      if (is_like(find_word(lower(n.name.substr(from, to - from))))) return false;
      from = to + 1;
    }
  return true;
}
bool parts_apart(Claim const& a, Claim const& b) {
  static std::uint32_t const of_things[] = {
      dated_concept_of("open"),  dated_concept_of("close"),  dated_concept_of("complete"), dated_concept_of("break ground"),
      dated_concept_of("build"), dated_concept_of("resume"), dated_concept_of("demolish")};
  auto const x = scope_behind(a, "part "), y = scope_behind(b, "part ");
  if (x.empty() == y.empty() || near_names_shared(a, b) == 0) return false;
  if (std::none_of(std::begin(of_things), std::end(of_things),
                   [&](auto term) { return happens_by_verb(a, term) && happens_by_verb(b, term); }))
    return false;
  return x.empty() ? is_part_of(b, y, a) : is_part_of(a, x, b);
}

// "Version 3", "version 4"
bool numbers_apart(Claim const& a, Claim const& b) {
  constexpr std::string_view lead = "number ";
  for (auto const v : a.scope)
    for (auto const w : b.scope) {
      if (!v.starts_with(lead) || !w.starts_with(lead) || v == w) continue;
      auto const noun = v.rfind(' ');
      if (w.rfind(' ') == noun && v.substr(0, noun) == w.substr(0, noun)) return true;
    }
  return false;
}

// "Opened to members", "opened to the public"
bool guests_apart(Claim const& a, Claim const& b) {
  static WordSet const few{"member", "press",    "journalist", "staff",  "guest",   "friend",  "donor",
                           "worker", "employee", "media",      "tester", "invitee", "neighbor"};
  auto const x = scope_behind(a, "for "), y = scope_behind(b, "for ");
  auto const of_few = [&](std::string_view word) { return !word.empty() && few.has(find_word(word)); };
  return x != y && of_few(x) != of_few(y);
}

// "A third man was arrested", "two men were arrested"
bool is_one_more(Claim const& c, Claim const& other) {
  static WordSet const further{"another", "further", "second", "third", "fourth", "fifth"};
  return !scope_behind(c, "further ").empty() && scope_behind(other, "further ").empty() &&
         std::none_of(other.terms.begin(), other.terms.end(), [](Term const& t) {
           return t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && further.has(t.word);
         });
}

// "A library released in May", "the model was released": the other speaks of nothing like it.
bool is_of_a_new_thing(Claim const& c, Claim const& other) {
  constexpr int akin = 60;
  auto const noun = scope_behind(c, "some ");
  if (noun.empty()) return false;
  auto const word = find_word(noun);
  return word != unknown_word && std::none_of(other.terms.begin(), other.terms.end(), [&](Term const& t) {
           return t.role <= TermRole::sentence && t.role != TermRole::verb && !is_concept(t.word) &&
                  likeness(word, t.word) >= akin;
         });
}

// "Released Osier 5", "launched Tessel 2": each names what it happened to, and it is not the same.
bool named_objects_apart(Claim const& a, Claim const& b) {
  auto const is_object = [](NameRef const& n) { return n.role == TermRole::object; };
  auto const knows = [](Claim const& c, NameRef const& n) {
    return std::any_of(c.names.begin(), c.names.end(), [&](NameRef const& m) {
      return m.role <= TermRole::clause && (m.name.find(n.name) != m.name.npos || n.name.find(m.name) != n.name.npos);
    });
  };
  auto const lacks = [&](Claim const& x, Claim const& y) {
    return std::any_of(x.names.begin(), x.names.end(), is_object) &&
           std::none_of(x.names.begin(), x.names.end(), [&](NameRef const& n) { return is_object(n) && knows(y, n); });
  };
  return lacks(a, b) && lacks(b, a);
}

// "The results appear in a journal", "the launch is in March": what is written, and what is sold.
bool papers_apart(Claim const& a, Claim const& b) {
  static WordSet const written{"result", "study", "paper", "finding", "report", "article", "preprint", "data", "abstract"},
      sold{"launch", "sell", "sale", "market", "rollout", "ship"};
  auto const speaks_of = [](Claim const& c, WordSet const& words, TermRole farthest) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
      return t.role <= farthest && !is_concept(t.word) && (t.word & unknown_bit) == 0 && words.has(t.word);
    });
  };
  auto const apart = [&](Claim const& paper, Claim const& other) {
    return speaks_of(paper, written, TermRole::subject) && !speaks_of(paper, sold, TermRole::clause) &&
           speaks_of(other, sold, TermRole::object) && !speaks_of(other, written, TermRole::clause);
  };
  return apart(a, b) || apart(b, a);
}

// "Founded the company in 2021", of Acme, and "Orla was founded in 2017"
bool founded_apart(Claim const& a, Claim const& b) {
  static auto const found = dated_concept_of("found");
  if (!happens_by_verb(a, found) || !happens_by_verb(b, found)) return false;
  bool a_named = false, b_named = false;
  for (auto const& m : b.names) b_named |= m.role <= TermRole::subject;
  for (auto const& n : a.names) {
    a_named |= n.role <= TermRole::subject;
    for (auto const& m : b.names)
      if (n.role <= TermRole::clause && m.role <= TermRole::clause &&
          (n.name.find(m.name) != n.name.npos || m.name.find(n.name) != m.name.npos))
        return false;
  }
  return a_named && b_named;
}

// "The merger was signed", "announced": word of an event or a step to it, against another happening of it.
bool is_step(Claim const& a, Claim const& b) {
  static std::uint32_t const steps[] = {dated_concept_of("announce"), dated_concept_of("sign")};
  auto const tells = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [](Term const& t) { return is_concept(t.word) && t.role == TermRole::verb; });
  };
  auto const speaks_of = [](Claim const& c, std::uint32_t term) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return t.word == term && t.role <= TermRole::modifier; });
  };
  if (!tells(a) || !tells(b)) return false;
  if (std::any_of(a.terms.begin(), a.terms.end(),
                  [&](Term const& t) { return is_concept(t.word) && t.role == TermRole::verb && happens_by_verb(b, t.word); }))
    return false;
  // "Announces the launch of": it is out then. A round of money is closed when all have signed, a recall is made by its word.
  static std::uint32_t const out[] = {dated_concept_of("launch"), dated_concept_of("release"), dated_concept_of("raise"),
                                      dated_concept_of("recall")};
  auto const comes_out = [&](Claim const& c) {
    return std::any_of(std::begin(out), std::end(out), [&](auto term) { return speaks_of(c, term); });
  };
  if (comes_out(a) && comes_out(b)) return false;
  return std::any_of(std::begin(steps), std::end(steps), [&](auto term) {
    bool const x = happens_by_verb(a, term), y = happens_by_verb(b, term);
    return x != y && !speaks_of(x ? b : a, term);
  });
}

// "Signed the contract for 40 trams", "signed for 12 buses"
bool signed_apart(Claim const& a, Claim const& b) {
  static auto const sign = dated_concept_of("sign");
  constexpr int akin = 60;
  if (!happens_by_verb(a, sign) || !happens_by_verb(b, sign)) return false;
  auto const is_thing = [](Term const& t) {
    if (t.role != TermRole::object || is_concept(t.word) || (t.word & unknown_bit) != 0) return false;
    auto const& w = word_info(t.word);
    auto const f = w.noun_field;
    return f != 0 && f != lexname::communication && f != lexname::possession && f != lexname::act &&
           !begins(w, Category::nominals);
  };
  bool both = false;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms) {
      if (!is_thing(t) || !is_thing(u)) continue;
      if (likeness(t.word, u.word) >= akin) return false;
      both = true;
    }
  return both;
}

bool has_plain_days(Claim const& c) {
  return c.kind == ClaimKind::date && !c.vague && !c.restated && c.days.from != no_lower_day && c.days.to != no_upper_day &&
         (c.certainty == Certainty::stated || c.certainty == Certainty::attributed);
}

// A date hangs on what happened: on a verb, or on a noun of an act or event. "The 1986 film", "as of the census" are no events.
bool has_event(Claim const& c) {
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    if (t.role == TermRole::verb) return true;
    if (t.role != TermRole::head || (t.word & unknown_bit) != 0) return false;
    auto const& w = word_info(t.word);
    return (w.noun_field == lexname::act || w.noun_field == lexname::event) && word_text(t.word) != "census";
  });
}

// "The contract runs until", "the contract lasts until": one thing ends.
bool both_end(Claim const& a, Claim const& b) {
  auto const ends = [](Claim const& c) { return c.bound == Bound::at_most && c.days.from != no_lower_day; };
  if (!ends(a) || !ends(b)) return false;
  auto const is_thing = [](Term const& t) { return t.role == TermRole::head || t.role == TermRole::subject; };
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (is_thing(t) && is_thing(u) && likeness(t.word, u.word) >= 85) return true;
  return false;
}

// "The weights are due in May", "a verdict is expected by June", "the second edition is set for March": the thing comes out
// then, and how the text leaves open.
bool is_awaited(Claim const& c) {
  static WordSet const awaits{"due",    "expect",  "plan",   "schedule", "set",    "slate",    "earmark",
                              "pencil", "promise", "pledge", "target",   "intend", "envisage", "wait"};
  if (c.certainty == Certainty::hypothetical || c.certainty == Certainty::denied) return false;
  bool awaited = false;
  for (auto const& t : c.terms) {
    if (t.role == TermRole::object) return false;
    if (t.role > TermRole::clause) continue;
    bool const told = !is_concept(t.word) && (t.word & unknown_bit) == 0 && awaits.has(t.word);
    if (t.role == TermRole::verb && !told) return false;
    awaited |= told;
  }
  return awaited;
}
bool comes_out(Claim const& c) {
  static std::uint32_t const out[] = {
      dated_concept_of("open"),          dated_concept_of("launch"),   dated_concept_of("release"), dated_concept_of("deliver"),
      dated_concept_of("report result"), dated_concept_of("complete"), dated_concept_of("announce")};
  static WordSet const begins{"begin", "start",  "hold", "follow", "happen",
                              "come",  "appear", "land", "debut",  "arrive"};  // "test runs are planned for May"
  auto const verb = [](Term const& t) {
    return t.role == TermRole::verb && !is_concept(t.word) && (t.word & unknown_bit) == 0 && begins.has(t.word);
  };
  return std::any_of(std::begin(out), std::end(out), [&](auto term) { return happens_by_verb(c, term); }) ||
         std::any_of(c.terms.begin(), c.terms.end(), verb);
}
// Do both verbs stand in the set, said of one thing?
template <class IsThing>
bool both_tell(Claim const& a, Claim const& b, WordSet const& verbs, IsThing is_thing) {
  auto const tells = [&](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
      return t.role == TermRole::verb && !is_concept(t.word) && (t.word & unknown_bit) == 0 && verbs.has(t.word);
    });
  };
  if (!tells(a) || !tells(b)) return false;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (is_thing(t) && is_thing(u) && likeness(t.word, u.word) >= 85) return true;
  return false;
}
bool bears_event(Term const& t) {
  return (t.role == TermRole::subject || t.role == TermRole::object || t.role == TermRole::head) && !is_concept(t.word);
}
// "The training ended", "the training was completed"
bool finish_one_thing(Claim const& a, Claim const& b) {
  static WordSet const finishes{"end", "finish", "complete", "conclude", "close", "stop", "wrap"};
  return both_tell(a, b, finishes, bears_event);
}
// "The tour began", "the tour opened": what is built was begun long before it opened.
bool begin_one_thing(Claim const& a, Claim const& b) {
  static WordSet const begins{"begin", "start", "commence", "open", "launch", "kick"};
  return both_tell(a, b, begins, [](Term const& t) {
    return bears_event(t) && ((t.word & unknown_bit) != 0 || word_info(t.word).noun_field != lexname::artifact);
  });
}

}  // namespace

bool await_one_thing(Claim const& a, Claim const& b) {
  constexpr int same = 85;
  bool const x = is_awaited(a), y = is_awaited(b);
  if ((!x && !y) || (!x && !comes_out(a)) || (!y && !comes_out(b))) return false;
  auto const is_thing = [](Term const& t) {
    return !is_concept(t.word) && (t.word & unknown_bit) == 0 &&
           (t.role == TermRole::head || t.role == TermRole::subject || t.role == TermRole::object);
  };
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (is_thing(t) && is_thing(u) && likeness(t.word, u.word) >= same) return true;
  return false;
}

bool events_apart(Claim const& a, Claim const& b) {
  if (concept_in_common(a, b) || hope_and_fact_of_one(a, b)) return false;
  if (both_end(a, b) || tell_stretch_and_end(a, b) || await_one_thing(a, b) || finish_one_thing(a, b) || begin_one_thing(a, b))
    return false;
  if (in_one_span_of_one_thing(a, b) || firsts_of_one_kind(a, b)) return false;
  if (!has_event(a) || !has_event(b)) return true;
  auto is_event = [](Term const& t) {
    return t.role == TermRole::verb || t.role == TermRole::head || t.role == TermRole::subject;
  };
  auto const has_verb = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [](Term const& t) { return t.role == TermRole::verb && !is_concept(t.word); });
  };
  // "The tram opened", "the tram was extended": one thing, and other events.
  bool const verbs_tell = has_verb(a) && has_verb(b);
  int best = 0;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms) {
      bool const one_verb = t.role == TermRole::verb || u.role == TermRole::verb;
      if (is_event(t) && is_event(u) && (one_verb || (t.role == u.role && !(verbs_tell && t.role == TermRole::subject))))
        best = std::max(best, likeness(t.word, u.word));
    }
  return best < 60;
}

char const* event_scopes_apart(Claim const& a, Claim const& b) {
  if (parts_apart(a, b)) return "a part and the whole";
  if (numbers_apart(a, b)) return "others by their number";
  if (guests_apart(a, b)) return "for others";
  if (is_one_more(a, b) || is_one_more(b, a)) return "others by their number";
  if (is_of_a_new_thing(a, b) || is_of_a_new_thing(b, a) || named_objects_apart(a, b) || founded_apart(a, b))
    return "it happened to other things";
  if (is_step(a, b)) return "a step to it and the event";
  if (signed_apart(a, b) || papers_apart(a, b)) return "it happened to other things";
  return nullptr;
}

bool is_told_of_two(Surroundings const& s, std::uint32_t of) {
  constexpr Day apart = 60;
  auto const& all = s.set().claims;
  auto const& c = all[of];
  if (!has_plain_days(c) || c.entity.empty()) return false;
  auto const told = [&](Claim const& k, std::uint32_t row) {
    if (!has_plain_days(k) || k.entity != c.entity || !happens_by_verb(k, row)) return false;
    if (k.days.to + apart >= c.days.from && c.days.to + apart >= k.days.from) return false;
    return std::ranges::equal(k.scope, c.scope) && !objects_apart(k, c) && !things_apart(k, c);
  };
  for (auto const& t : c.terms) {
    if (!is_concept(t.word) || t.role != TermRole::verb || s.of_its_concept(of, t.word) < 2) continue;
    for (auto k = of; k > 0 && all[k - 1].article == c.article; --k)
      if (told(all[k - 1], t.word)) return true;
    for (auto k = of + 1; k < all.size() && all[k].article == c.article; ++k)
      if (told(all[k], t.word)) return true;
  }
  return false;
}

}  // namespace counterclaim
