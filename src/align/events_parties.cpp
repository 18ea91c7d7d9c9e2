#include "src/align/events_parties.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/gates.hpp"
#include "src/align/near_words.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/word_overlap.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {

NamesBeside names_beside(Claim const& a, Claim const& b) {
  auto const has_other = [](Claim const& c, Claim const& other) {
    return std::any_of(c.names.begin(), c.names.end(), [&](NameRef const& n) {
      return n.role <= TermRole::clause && std::none_of(other.names.begin(), other.names.end(), [&](NameRef const& m) {
               return m.role <= TermRole::clause && m.name == n.name;
             });
    });
  };
  return {near_names_shared(a, b), has_other(a, b) && has_other(b, a)};
}
bool happens(Claim const& c, std::uint32_t row) {
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return t.word == row && t.role <= TermRole::verb; });
}
namespace {

// "A member of the board", "chair of the bank": each says what somebody is, and it is not the same.
bool posts_apart(Claim const& a, Claim const& b) {
  constexpr int akin = 60;
  // "Chief executive", "finance chief"
  static WordSet const areas{"deputy",  "vice",      "finance",  "financial", "operating", "technology", "technical",
                             "medical", "marketing", "sporting", "assistant", "youth",     "commercial"};
  auto const has_area = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
      return (t.word & unknown_bit) == 0 && t.role <= TermRole::clause && areas.has(t.word);
    });
  };
  if (has_area(a) != has_area(b)) return true;
  static WordSet const heads{"head", "chief", "boss", "leader", "executive", "manager", "director", "coach", "chair"};
  auto const is_post = [](Term const& t) {
    if (is_concept(t.word) || (t.word & unknown_bit) != 0 || t.role > TermRole::clause || t.role == TermRole::subject)
      return false;
    return heads.has(t.word) || word_info(t.word).noun_field == lexname::person;
  };
  bool both = false;
  for (auto const& t : a.terms)
    if (is_post(t))
      for (auto const& u : b.terms) {
        if (!is_post(u)) continue;
        if ((heads.has(t.word) && heads.has(u.word)) || likeness(t.word, u.word) >= akin) return false;
        both = true;
      }
  return both;
}
// "Joined Orla in 2014", "was appointed its chief executive in 2021": who comes somewhere is not yet what she is made there.
bool is_entry_and_post(Claim const& a, Claim const& b) {
  static auto const join = dated_concept_of("join");
  static WordSet const appoints{"appoint", "appointment", "name", "nominate", "nomination", "elect", "promote"};
  static WordSet const bodies{"board", "council", "committee", "panel", "cabinet", "parliament", "senate", "leadership"};
  if (!happens(a, join) || !happens(b, join)) return false;
  auto const has = [](Claim const& c, WordSet const& words, TermRole most) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [&](Term const& t) { return t.role <= most && (t.word & unknown_bit) == 0 && words.has(t.word); });
  };
  return has(a, appoints, TermRole::verb) != has(b, appoints, TermRole::verb) ||
         has(a, bodies, TermRole::clause) != has(b, bodies, TermRole::clause);
}
// Beside the holder of the office each names where it is, and it is not the same.
bool offices_apart(Claim const& a, Claim const& b) {
  static auto const office = concept_of("incumbency");
  static auto const join = dated_concept_of("join");
  if (happens(a, office) != happens(b, office)) return happens(a, join) || happens(b, join);
  if (!happens(a, office)) return false;
  auto const names = names_beside(a, b);
  return (names.shared < 2 && names.others) || posts_apart(a, b);
}
// "Moor joined in May", "Hale came in June": two people, and neither sentence names the other.
bool people_apart(Claim const& a, Claim const& b) {
  static std::uint32_t const of_people[] = {concept_of("incumbency"), dated_concept_of("join"), dated_concept_of("resign"),
                                            dated_concept_of("expire"), dated_concept_of("injure")};
  auto const named = [](Claim const& c) {
    return std::any_of(c.names.begin(), c.names.end(), [](NameRef const& n) { return n.role == TermRole::subject; });
  };
  if (!named(a) || !named(b)) return false;
  for (auto const& n : a.names)  // "Ilse Kron of Sarn" is Ilse Kron
    for (auto const& m : b.names)
      if (n.role <= TermRole::clause && m.role <= TermRole::clause &&
          (n.name.find(m.name) != n.name.npos || m.name.find(n.name) != m.name.npos))
        return false;
  return std::any_of(std::begin(of_people), std::end(of_people),
                     [&](auto const row) { return happens(a, row) && happens(b, row); });
}
// Both are a last day, and for other things: "must pay by May 3", "must enter by May 9".
bool deadlines_apart(Claim const& a, Claim const& b) {
  static auto const deadline = concept_of("deadline");
  if (!happens(a, deadline) || !happens(b, deadline)) return false;
  constexpr int akin = 75;
  static WordSet const duties{"have", "give", "must", "need", "make", "deadline"};
  auto const is_due = [](Term const& t) {
    return !is_concept(t.word) && t.role <= TermRole::clause && ((t.word & unknown_bit) != 0 || !duties.has(t.word));
  };
  bool both = false;
  for (auto const& t : a.terms)
    if (is_due(t))
      for (auto const& u : b.terms) {
        if (!is_due(u)) continue;
        if (likeness(t.word, u.word) >= akin) return false;
        both = true;
      }
  return both;
}
// "Goes on sale in Norway in May", "in Sweden in July": what comes to each place on a day of its own.
bool places_apart(Claim const& a, Claim const& b) {
  static std::uint32_t const of_places[] = {dated_concept_of("launch"), dated_concept_of("release"),
                                            dated_concept_of("approval"), dated_concept_of("arrive"),
                                            dated_concept_of("deliver")};
  constexpr std::string_view lead = "in ";
  auto const place = [&](Claim const& c) {
    auto const w = std::find_if(c.scope.begin(), c.scope.end(), [&](auto const word) { return word.starts_with(lead); });
    return w == c.scope.end() ? std::string_view() : w->substr(lead.size());
  };
  auto const x = place(a), y = place(b);
  if (x.empty() || y.empty() || x.find(y) != x.npos || y.find(x) != y.npos) return false;
  return std::any_of(std::begin(of_places), std::end(of_places), [&](auto row) { return happens(a, row) && happens(b, row); });
}

// Each tells of nouns of a kind, and none of the one is like one of the other.
template <class Test>
bool nouns_apart(Claim const& a, Claim const& b, Test is_of_kind, int akin = 45) {
  bool both = false;
  for (auto const& t : a.terms)
    if (is_of_kind(t))
      for (auto const& u : b.terms) {
        if (!is_of_kind(u)) continue;
        if (likeness(t.word, u.word) >= akin) return false;
        both = true;
      }
  return both;
}
bool is_plain_noun(Term const& t) { return !is_concept(t.word) && (t.word & unknown_bit) == 0 && t.role != TermRole::verb; }

// "The bridge", "the line"
bool is_place(WordId word) {
  auto const row = row_of(Category::nominals, word);
  return row >= 0 && vocabulary(Category::nominals)[std::size_t(row)].column[0] == "place";
}

// "Work on the factory began", "construction of the tower began"
bool sites_apart(Claim const& a, Claim const& b) {
  static WordSet const works{"work", "construction", "building", "renovation", "repair", "excavation"};
  auto const is_work = [&](Term const& t) { return is_plain_noun(t) && t.role <= TermRole::subject && works.has(t.word); };
  if (std::none_of(a.terms.begin(), a.terms.end(), is_work) || std::none_of(b.terms.begin(), b.terms.end(), is_work))
    return false;
  return nouns_apart(a, b, [&](Term const& t) {
    if (!is_plain_noun(t) || t.role > TermRole::clause || t.role == TermRole::modifier || works.has(t.word)) return false;
    auto const field = word_info(t.word).noun_field;
    return field == lexname::artifact || field == lexname::location || is_place(t.word);
  });
}
// "Nurses began a strike", "drivers began a strike"
bool strikers_apart(Claim const& a, Claim const& b) {
  static auto const strike = dated_concept_of("go on strike");
  return happens(a, strike) && happens(b, strike) && nouns_apart(a, b, [](Term const& t) {
           return is_plain_noun(t) && t.role <= TermRole::clause && word_info(t.word).noun_field == lexname::person;
         });
}
// "The bridge came down", "the tower came down": a name that both paragraphs are about makes them no less two.
bool buildings_apart(Claim const& a, Claim const& b) {
  static WordSet const general{"site", "facility", "building", "line", "park", "road", "port"};
  return nouns_apart(a, b, [](Term const& t) {
    if (!is_plain_noun(t) || (t.role != TermRole::subject && t.role != TermRole::head && t.role != TermRole::object))
      return false;
    return !general.has(t.word) && is_place(t.word);
  });
}

// "Parliament was dissolved", "the coalition broke up"
bool bodies_apart(Claim const& a, Claim const& b) {
  constexpr int akin = 75;  // a cabinet is much like a parliament
  static auto const disband = dated_concept_of("disband");
  auto const is_body = [](Term const& t) {
    return is_plain_noun(t) && (t.role == TermRole::subject || t.role == TermRole::head || t.role == TermRole::object) &&
           word_info(t.word).noun_field == lexname::group;
  };
  return happens(a, disband) && happens(b, disband) && nouns_apart(a, b, is_body, akin);
}

// "The win over Dorne on Friday", "beat Norra on Sunday": each names others.
bool rivals_apart(Claim const& a, Claim const& b) {
  static auto const win = dated_concept_of("win");
  auto const tells = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [](Term const& t) { return t.word == win && t.role <= TermRole::subject; });
  };
  auto const is_rival = [](NameRef const& n) {
    return n.role >= TermRole::object && n.role <= TermRole::clause && n.role != TermRole::subject;
  };
  if (!tells(a) || !tells(b)) return false;
  bool both = false;
  for (auto const& n : a.names)
    for (auto const& m : b.names) {
      if (!is_rival(n) || !is_rival(m)) continue;
      if (n.name.find(m.name) != n.name.npos || m.name.find(n.name) != m.name.npos) return false;
      both = true;
    }
  return both;
}

// "Shareholders of Orla approved the merger with Tarn", "those of Tarn the one with Orla": each consents for itself.
bool consents_apart(Claim const& a, Claim const& b) {
  static std::uint32_t const of_consent[] = {dated_concept_of("vote"), dated_concept_of("approval"), dated_concept_of("sign")};
  auto const named = [](Claim const& c, std::string_view name, bool as_subject) {
    return std::any_of(c.names.begin(), c.names.end(), [&](NameRef const& n) {
      return n.name == name && (n.role == TermRole::subject) == as_subject && n.role <= TermRole::clause;
    });
  };
  auto const is_other_side = [&](Claim const& x, Claim const& y) {
    return std::any_of(x.names.begin(), x.names.end(), [&](NameRef const& n) {
      return n.role == TermRole::subject && named(y, n.name, false) && !named(y, n.name, true);
    });
  };
  if (!is_other_side(a, b) || !is_other_side(b, a)) return false;
  return std::any_of(std::begin(of_consent), std::end(of_consent),
                     [&](auto row) { return happens(a, row) && happens(b, row); });
}

}  // namespace

// "The contract with Tarn runs for eight years", "Brill delivers under a contract of four"
bool parties_apart(Claim const& a, Claim const& b) {
  static auto const contract = concept_of("contract");
  auto const speaks_of = [](Claim const& c) {
    return std::any_of(c.terms.begin(), c.terms.end(),
                       [](Term const& t) { return t.word == contract && t.role <= TermRole::clause; });
  };
  return speaks_of(a) && speaks_of(b) && names_beside(a, b).others && !share_any_name(a, b);
}

char const* parties_gate(Claim const& a, Claim const& b) {
  if (offices_apart(a, b)) return "offices of other places";
  if (people_apart(a, b)) return "said of other people";
  if (is_entry_and_post(a, b)) return "who came and what she was made";
  if (deadlines_apart(a, b)) return "the last days of other things";
  if (places_apart(a, b)) return "in other places";
  if (consents_apart(a, b)) return "said of other people";
  if (sites_apart(a, b) || strikers_apart(a, b) || buildings_apart(a, b) || bodies_apart(a, b) || rivals_apart(a, b))
    return "it happened to other things";
  return parties_apart(a, b) ? "contracts of others" : nullptr;
}

}  // namespace counterclaim
