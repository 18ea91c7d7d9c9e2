#include "src/align/gates.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "src/align/rarity.hpp"

namespace counterclaim {
namespace {

// WordNet's lexicographer files.
constexpr int act_field = 4, event_field = 11, person_field = 18;

// What is denied is no claim; a hypothesis can only be set against another or against a plan.
bool cannot_be_set_against(Claim const& a, Claim const& b) {
  auto plain = [](Claim const& c) { return c.certainty == Certainty::stated || c.certainty == Certainty::attributed; };
  if (a.certainty == Certainty::denied || b.certainty == Certainty::denied) return true;
  return (a.certainty == Certainty::hypothetical && plain(b)) || (b.certainty == Certainty::hypothetical && plain(a));
}

bool comparable_units(Claim const& a, Claim const& b) {
  if (a.unit == b.unit || convertible(a.unit, b.unit)) return true;
  // The same number of another currency: a slip worth seeing.
  auto const x = unit(a.unit), y = unit(b.unit);
  auto const m = midpoint(a.value), n = midpoint(b.value);
  return x.dimension == "money" && y.dimension == "money" && m && n && *m == *n;
}

// "640 people work there" and "460 employees": people are whoever they are said to be elsewhere.
bool is_person(std::uint32_t word) { return (word & 0x80000000u) == 0 && word_info(word).noun_field == person_field; }
bool is_anybody(std::uint32_t word) {
  if ((word & 0x80000000u) != 0) return false;
  auto const text = word_text(word);
  return text == "people" || text == "person" || text == "man" || text == "woman" || text == "individual";
}

bool apart(Claim const& a, Claim const& b, TermRole role) {
  bool both = false;
  int best = 0;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (t.role == role && u.role == role) {
        both = true;
        best = std::max(best, likeness(t.word, u.word));
        if ((is_anybody(t.word) && is_person(u.word)) || (is_anybody(u.word) && is_person(t.word))) best = std::max(best, 50);
      }
  return both && best < 45;
}

// "1,100 jobs", "1,100 desks": a number that is no chance.
bool same_telling_number(Claim const& a, Claim const& b) {
  return a.value == b.value && a.value.is_point() && abs(*a.value.low) >= Decimal(1000) &&
         abs(Decimal(a.value.low->digits)) >= Decimal(11);
}

// "A third" of something against a number of somethings.
bool part_against_count(Claim const& a, Claim const& b) {
  if (unit(a.unit).dimension != unit(b.unit).dimension || !unit(a.unit).symbol.empty()) return false;
  auto below_one = [](Claim const& c) {
    auto const m = midpoint(c.value);
    return m && abs(*m) < Decimal(1);
  };
  return below_one(a) != below_one(b);
}

bool has(Claim const& c, std::uint32_t word) {
  return std::any_of(c.terms.begin(), c.terms.end(),
                     [&](Term const& t) { return t.role <= TermRole::clause && t.word == word; });
}
bool words_exclude(Claim const& a, Claim const& b) {
  for (auto const& t : a.terms) {
    if (!is_near(t.role)) continue;
    for (auto const& u : b.terms)
      if (is_near(u.role) && exclude_each_other(t.word, u.word) && !has(b, t.word) && !has(a, u.word)) return true;
  }
  return false;
}

// A date hangs on what happened: on a verb, or on a noun of an act or event. "The 1986 film", "as of the census" are no events.
bool has_event(Claim const& c) {
  return std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
    if (t.role == TermRole::verb) return true;
    if (t.role != TermRole::head || (t.word & 0x80000000u) != 0) return false;
    auto const& w = word_info(t.word);
    return (w.noun_field == act_field || w.noun_field == event_field) && word_text(t.word) != "census";
  });
}

// Dates speak of the same thing only when what happened is alike.
bool events_apart(Claim const& a, Claim const& b) {
  if (!has_event(a) || !has_event(b)) return true;
  auto is_event = [](Term const& t) {
    return t.role == TermRole::verb || t.role == TermRole::head || t.role == TermRole::subject;
  };
  int best = 0;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (is_event(t) && is_event(u) && (t.role == TermRole::verb || u.role == TermRole::verb || t.role == u.role))
        best = std::max(best, likeness(t.word, u.word));
  return best < 60;
}

}  // namespace

char const* closed_gate(Claim const& a, Claim const& b) {
  if (a.kind != b.kind) return "another kind of claim";
  if (a.vague || b.vague) return "a vague magnitude";
  if (cannot_be_set_against(a, b)) return "hypothetical or denied";
  bool const has_period = a.kind == ClaimKind::quantity || a.kind == ClaimKind::rank;
  if (has_period && a.period_stated && b.period_stated && disjoint(a.period, b.period)) return "other periods";
  if (a.kind == ClaimKind::quantity) {
    if (a.change != b.change) return "a level and a change";
    if (!comparable_units(a, b)) return "other dimensions";
    if (part_against_count(a, b)) return "a part and a count";
    if (apart(a, b, TermRole::whole)) return "shares of other wholes";
    if (!same_telling_number(a, b) && apart(a, b, TermRole::counted)) return "other things counted";
  }
  if ((a.kind == ClaimKind::date || a.kind == ClaimKind::duration) && events_apart(a, b)) return "other events";
  // A rank's own words are its value ("second-largest", "third-largest").
  return a.kind != ClaimKind::rank && words_exclude(a, b) ? "words that exclude each other" : nullptr;
}

}  // namespace counterclaim
