#include "src/align/events.hpp"

#include <algorithm>

#include "counterclaim/clock.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/align/beside.hpp"
#include "src/align/date_moved.hpp"
#include "src/align/events_apart.hpp"
#include "src/align/events_parties.hpp"
#include "src/align/gates.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"
#include "src/align/score.hpp"
#include "src/align/telling.hpp"
#include "src/align/word_overlap.hpp"
#include "src/concept_row.hpp"

namespace counterclaim {
namespace {

// With so many days more at both ends; an open end stays open.
DayRange widened(DayRange d, int days) {
  return {d.from == no_lower_day ? d.from : d.from - days, d.to == no_upper_day ? d.to : d.to + days};
}

// The same of an event told by a noun in one of them, and of the last of its kind.
bool is_told_once(Features const& f, Claim const& a, Claim const& b) {
  if (f[Feature::concept_shared] < 100 || f[Feature::only_of_concept] < 100) return false;
  return !share_nature(a, b, "again") || (has_end(a) && has_end(b));
}

// "The evacuation order was lifted", "the vote was put off": what came of an event, and not when it was.
bool undoes(Claim const& c) {
  static WordSet const ends{"lift",     "cancel",  "revoke", "rescind", "withdraw", "suspend", "postpone", "delay", "scrap",
                            "overturn", "reverse", "annul",  "repeal",  "quash",    "expire",  "extend",   "ease"};
  bool noun = false, verb = false;
  for (auto const& t : c.terms) {
    if (t.role == TermRole::verb && !is_concept(t.word)) verb |= (t.word & unknown_bit) == 0 && ends.has(t.word);
    noun |= is_concept(t.word) && (t.role == TermRole::subject || t.role == TermRole::object);
  }
  return verb && noun;
}
// A row of concepts.tsv that both verbs tell.
bool share_happening(Claim const& a, Claim const& b) {
  return std::any_of(a.terms.begin(), a.terms.end(),
                     [&](Term const& t) { return is_concept(t.word) && t.role == TermRole::verb && happens(b, t.word); });
}
// "Arrested two men over the theft", "stole the crown": what somebody did about it later.
bool answers(Claim const& c, Claim const& act) {
  static std::uint32_t const later[] = {dated_concept_of("arrest"), dated_concept_of("convict"), dated_concept_of("sue"),
                                        dated_concept_of("bury")};
  auto const tells = [](Term const& t) { return is_concept(t.word) && t.role == TermRole::verb; };
  return std::any_of(std::begin(later), std::end(later), [&](auto row) { return happens(c, row) && !happens(act, row); }) &&
         std::any_of(act.terms.begin(), act.terms.end(), tells);
}
// Who bought what: that comes once.
bool is_one_purchase(Claim const& a, Claim const& b) {
  static auto const purchase = dated_concept_of("buy");
  return happens(a, purchase) && happens(b, purchase) && names_beside(a, b).shared >= 2;
}

bool share_plain_word(Claim const& a, Claim const& b) {
  auto const is_plain = [](Term const& t) { return t.role <= TermRole::clause && !is_concept(t.word); };
  return std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
    return is_plain(t) &&
           std::any_of(b.terms.begin(), b.terms.end(), [&](auto const& u) { return is_plain(u) && u.word == t.word; });
  });
}

// "Will close at the end of this year": of a stretch that has begun, but what is planned is still to come.
bool is_to_come(Claim const& c, Day today) {
  if (lies_ahead(c.days, today)) return true;
  bool const planned = c.certainty == Certainty::planned || c.certainty == Certainty::hedged;
  return planned && c.days.to != no_upper_day && c.days.to > today;
}
// "Was to open in 2022", "had been promised for 2022": what was meant for a day that has passed.
bool is_old_plan(Claim const& c, ClaimSet const& set) {
  static WordSet const means{"promise", "plan",     "schedule", "slate",   "expect",   "set",     "target",
                             "intend",  "announce", "earmark",  "foresee", "envisage", "project", "pencil"};
  auto const& article = set.articles[c.article];
  if (!article.date || is_to_come(c, *article.date)) return false;
  if (c.certainty == Certainty::planned) return true;
  if (c.certainty == Certainty::hedged) {
    auto const text = sentence_before(c, article.view);
    for (auto const* lead : {" meant to ", " supposed to ", " expected to "})
      if (text.find(lead) != std::string_view::npos) return true;
  }
  auto const before = std::string_view(article.view).substr(0, c.span.begin);
  return (before.ends_with(" for ") || before.ends_with(" for the ")) &&
         std::any_of(c.terms.begin(), c.terms.end(), [](Term const& t) {
           return t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && means.has(t.word);
         });
}

// "In the first trial for a year", "in the second trial for three years"
bool ordinals_apart(Claim const& a, Claim const& b) {
  static WordSet const ordinals{"first", "second", "third", "fourth", "fifth"};
  auto const is_ordinal = [](Term const& t) {
    return t.role <= TermRole::clause && (t.word & unknown_bit) == 0 && ordinals.has(t.word);
  };
  bool both = false;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms) {
      if (!is_ordinal(t) || !is_ordinal(u)) continue;
      if (t.word == u.word) return false;
      both = true;
    }
  return both;
}
// "Half a year after its launch the new Orla sells well", "Orla came out in 2011": an edition of what has long been there.
bool is_of_new_one(Claim const& c, ClaimSet const& set) {
  if (c.subject.empty()) return false;
  auto const text = sentence_near(c, set.articles[c.article].view);
  for (auto at = text.find(c.subject); at != text.npos; at = text.find(c.subject, at + 1))
    if (text.substr(0, at).ends_with(" new ") || text.substr(0, at).ends_with(" latest ")) return true;
  return false;
}
// "The product came out in 2011", "it came out on March 3", this year's: a year long gone is not this day by mistake.
bool is_of_old(Claim const& c, ClaimSet const& set) {
  constexpr Day years = 5 * 366, season = 90;
  auto const& today = set.articles[c.article].date;
  if (!today || c.days.from == no_lower_day || c.days.to == no_upper_day) return false;
  return c.days.to + years < *today && c.days.to - c.days.from > season;
}
bool is_news(Claim const& c, ClaimSet const& set) {
  constexpr Day half_a_year = 183;
  auto const& today = set.articles[c.article].date;
  if (!today || c.days.from == no_lower_day || c.days.to == no_upper_day) return false;
  return c.days.from + half_a_year > *today && c.days.to - c.days.from <= 1;
}
bool editions_apart(Claim const& a, Claim const& b, ClaimSet const& set) {
  constexpr int years = 2 * 366;
  if ((is_of_old(a, set) && is_news(b, set)) || (is_of_old(b, set) && is_news(a, set))) return true;
  return disjoint(widened(a.days, years), b.days) && is_of_new_one(a, set) != is_of_new_one(b, set);
}

// "Is closed from December to June": every year; beside the day in 2013 when it closed.
bool is_season(Claim const& c, ClaimSet const& set) {
  constexpr Day shortest = 45;
  if (c.days.is_unbounded() || c.days.from == no_lower_day || c.days.to == no_upper_day) return false;
  if (c.days.to - c.days.from < shortest || c.certainty != Certainty::stated) return false;
  auto const view = std::string_view(set.articles[c.article].view);
  if (view.substr(c.span.begin, c.span.size()).find_first_of("0123456789") != std::string_view::npos) return false;
  auto const before = sentence_before(c, view);
  return before.find(" is ") != before.npos || before.find(" are ") != before.npos;
}

// "At 6 p.m.", where a text names no day: of the very same happening.
char const* clock_gate(Features const& f, Claim const& a, Claim const& b) {
  if (!a.days.is_unbounded() && !b.days.is_unbounded()) return nullptr;
  if (!has_clock(a) || !has_clock(b)) return "a day and a time of day";
  bool const named = f[Feature::subject_shared] + f[Feature::name_near] > 0;
  if ((f[Feature::verbs] < 85 && f[Feature::concept_shared] < 70) || (!named && thing_likeness(a, b) < 75))
    return "times of other things";
  return nullptr;
}

}  // namespace

int thing_likeness(Claim const& a, Claim const& b) {
  return best_likeness(a, b, [](Term const& t) { return t.role == TermRole::subject || t.role == TermRole::head; });
}

bool is_only_event(Surroundings const& s, std::uint32_t ia, std::uint32_t ib) {
  auto const &a = s.set().claims[ia], &b = s.set().claims[ib];
  bool const last = has_end(a) && has_end(b);  // "the last audit"
  for (auto const& t : a.terms)
    if (is_concept(t.word) && (t.role == TermRole::verb || (last && is_near(t.role))) && (last || nature_of(t.word).empty()) &&
        s.of_its_concept(ia, t.word) == 1 && s.of_its_concept(ib, t.word) == 1)
      for (auto const& u : b.terms)
        if (u.word == t.word && (u.role == TermRole::verb || (last && is_near(u.role)))) return true;
  return false;
}

// "The branch could follow by 2031", "the branch opens in 2031": one day for one thing, hoped for and told as a fact, in
// whatever verbs.
bool are_hope_and_fact(Claim const& a, Claim const& b) {
  auto const hoped = [](Claim const& c) { return c.certainty == Certainty::hedged || c.certainty == Certainty::hypothetical; };
  auto const told = [](Claim const& c) { return c.certainty == Certainty::stated; };
  return a.kind == ClaimKind::date && a.article != b.article && agree(a, b) && ((hoped(a) && told(b)) || (hoped(b) && told(a)));
}
// "May close its Dorn plant in 2028", "closes its Velt plant in 2028": each names another.
bool name_other_objects(Claim const& a, Claim const& b) {
  auto const lacks = [](Claim const& x, Claim const& y) {
    return std::any_of(x.names.begin(), x.names.end(), [&](NameRef const& n) {
      return n.role == TermRole::object &&
             std::none_of(y.names.begin(), y.names.end(), [&](NameRef const& m) { return m.name == n.name; });
    });
  };
  return lacks(a, b) && lacks(b, a);
}
bool hope_and_fact_of_one(Claim const& a, Claim const& b) {
  if (!are_hope_and_fact(a, b)) return false;
  if (a.timex.starts_with("PRESENT") || b.timex.starts_with("PRESENT")) return false;
  auto const bears = [](Term const& t) {
    return (t.role == TermRole::subject || t.role == TermRole::object || t.role == TermRole::head) && !is_concept(t.word);
  };
  return std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
    return bears(t) && std::any_of(b.terms.begin(), b.terms.end(), [&](Term const& u) { return bears(u) && u.word == t.word; });
  });
}

// The one event of its row that each article dates, of those that come again.
bool is_only_of_row(Surroundings const& s, std::uint32_t ia, std::uint32_t ib) {
  auto const &a = s.set().claims[ia], &b = s.set().claims[ib];
  return std::any_of(a.terms.begin(), a.terms.end(), [&](Term const& t) {
    return is_concept(t.word) && t.role < TermRole::modifier && s.of_its_concept(ia, t.word) == 1 &&
           s.of_its_concept(ib, t.word) == 1 && std::any_of(b.terms.begin(), b.terms.end(), [&](Term const& u) {
             return u.word == t.word && u.role < TermRole::modifier && (t.role == TermRole::verb || u.role == TermRole::verb);
           });
  });
}

bool share_once_event(Claim const& a, Claim const& b) {
  auto is_event = [](Term const& t) { return t.role == TermRole::verb || t.role == TermRole::head; };
  for (auto const& t : a.terms)
    if (is_event(t))
      if (auto const row = row_of(Category::once_events, t.word); row >= 0)
        for (auto const& u : b.terms)
          if (is_event(u) && row_of(Category::once_events, u.word) == row) return true;
  return false;
}

int told_once(Features const& f, Claim const& a, Claim const& b, bool named) {
  bool const date = a.kind == ClaimKind::date, when = date || a.kind == ClaimKind::duration;
  if ((when && named && share_once_event(a, b)) || in_one_span_of_one_thing(a, b) ||
      (date && named && tell_stretch_and_end(a, b)))
    return 100;
  if (!date) return 0;
  bool const firsts = f[Feature::only_of_concept] >= 50 && firsts_of_one_kind(a, b);
  bool const hoped = f[Feature::referent] >= 60 && hope_and_fact_of_one(a, b);
  return firsts || hoped || (named && await_one_thing(a, b)) ? 60 : 0;
}

bool tell_stretch_and_end(Claim const& a, Claim const& b) {
  return (tells_end_of(a, b) || tells_end_of(b, a)) && thing_likeness(a, b) >= 85;
}

// "Took the lead after 12 minutes", "played the last half hour": when something came, and a part of how long it went on.
static bool is_after_and_part(Claim const& c, Article const& of_c, Claim const& part, Article const& of_part) {
  auto const text = std::string_view(of_part.view).substr(part.span.begin, part.span.size());
  return std::string_view(of_c.view).substr(0, c.span.begin).ends_with(" after ") &&
         (text.starts_with("the last ") || text.starts_with("the first ") || text.starts_with("the final "));
}

// "Get 12 minutes of internet", "the ferry takes 35": so long is what one gets of something, and not the thing's own doing.
static bool is_of_something(Claim const& c, Claim const& other) {
  constexpr int akin = 60;
  auto const it = std::find_if(c.terms.begin(), c.terms.end(), [](Term const& t) {
    return t.role == TermRole::whole && !is_concept(t.word) && (t.word & unknown_bit) == 0;
  });
  if (it == c.terms.end()) return false;
  auto const field = word_info(it->word).noun_field;
  return (field == lexname::artifact || field == lexname::communication || field == lexname::cognition ||
          field == lexname::substance || field == lexname::food) &&
         std::none_of(other.terms.begin(), other.terms.end(),
                      [&](Term const& t) { return !is_concept(t.word) && likeness(it->word, t.word) >= akin; });
}

char const* length_gate(ClaimSet const& set, Claim const& a, Claim const& b) {
  if (a.article == b.article || agree(a, b)) return nullptr;
  if (ordinals_apart(a, b)) return "others by their number";
  if (parties_apart(a, b)) return "contracts of others";
  if (is_of_something(a, b) || is_of_something(b, a)) return "lengths of other things";
  auto const &of_a = set.articles[a.article], &of_b = set.articles[b.article];
  if (is_after_and_part(a, of_a, b, of_b) || is_after_and_part(b, of_b, a, of_a)) return "after how long and how long";
  auto const of_old = [&](Claim const& x, Claim const& y) {
    return is_long_from(x, set.articles[y.article]) && (!y.period_stated || disjoint(x.period, y.period));
  };
  return of_old(a, b) || of_old(b, a) ? "lengths of other times" : nullptr;
}

char const* event_gate(Surroundings const& s, std::uint32_t ia, std::uint32_t ib, Features const& f) {
  auto const& set = s.set();
  auto const &a = set.claims[ia], &b = set.claims[ib];
  bool const first = firsts_of_one_kind(a, b);
  if (auto const* apart = parties_gate(a, b)) return apart;
  if (f[Feature::subject_shared] == 0 && acts_apart(a, b)) return "it happened to other things";
  if ((undoes(a) != undoes(b) || answers(a, b) || answers(b, a)) && !share_happening(a, b))
    return "an event and what came of it";
  if (kinds_apart(a, b)) return "it happened to other things of a kind";
  if (is_trial(a) != is_trial(b)) return "a trial and the thing itself";
  if (is_first_and_later(a, b)) return "the first and later ones";
  if (auto const* apart = event_scopes_apart(a, b)) return apart;
  if (editions_apart(a, b, set)) return "an edition and the work";
  // One who announces something, or votes on it, does so with other things too.
  static auto const announce = concept_of("announce");
  static auto const vote = dated_concept_of("vote");
  static auto const release = dated_concept_of("release"), result = dated_concept_of("report result");
  auto const both = [&](std::uint32_t row) { return happens(a, row) && happens(b, row); };
  bool const made_known = both(announce) || both(vote) || both(release) || both(result);
  static auto const cutoff = dated_concept_of("knowledge cutoff");
  if (happens(a, cutoff) != happens(b, cutoff)) return "other events";  // "read nothing later than May, and is out"
  static auto const deadline = concept_of("deadline");
  // "Its knowledge ends", "the data stops"; "claims must be in by", "owners have until": deadlines_apart() told
  bool const known = (happens(a, cutoff) && happens(b, cutoff)) || (happens(a, deadline) && happens(b, deadline));
  if ((f[Feature::subject_shared] == 0 && !known && things_apart(a, b)) || works_apart(a, b) ||
      (made_known && objects_apart(a, b)))
    return "it happened to other things";
  if (f[Feature::referent] < 40 && f[Feature::context] < 30 && !is_only_event(s, ia, ib) && !is_told_once(f, a, b) && !first &&
      f[Feature::subject_shared] + f[Feature::name_near] + f[Feature::subject_topic] == 0)
    return "events of nothing in common";
  // "A week before the release": what one of them only speaks of, and no name to say that it is the other's.
  if (f[Feature::concept_shared] > 0 && f[Feature::concept_shared] < 100 && f[Feature::verbs] < 60 &&
      f[Feature::referent] < 40 && f[Feature::subject_shared] + f[Feature::name_near] == 0 && !share_plain_word(a, b))
    return "an event that is only spoken of";
  if (is_season(a, set) != is_season(b, set)) return "every year and one day";
  if (disjoint(a.days, b.days) && share_nature(a, b, "moves")) return "moves from day to day";  // "closed at $6.85 on Friday"
  auto const &x = set.articles[a.article].date, &y = set.articles[b.article].date;
  // What each article expects once is one event, though such come again.
  auto const is_told = [](Claim const& c) { return c.certainty == Certainty::stated; };  // as past, whatever the day
  bool const expected =
      x && y && a.days.from > *x && b.days.from > *y && !is_told(a) && !is_told(b) && is_only_of_row(s, ia, ib);
  bool const again = share_nature(a, b, "again") && !is_one_purchase(a, b) && !expected;
  if (again && !first && disjoint(widened(a.days, repeats_after(a, b)), b.days) && !(has_end(a) && has_end(b)) &&
      !(is_start(a) && is_start(b)))
    return "an event that comes again";
  constexpr int near = 60;
  if (a.article != b.article && disjoint(widened(a.days, near), b.days) && (is_told_of_two(s, ia) || is_told_of_two(s, ib)))
    return "an event that comes again";
  bool const only_last = has_end(a) && has_end(b) && f[Feature::concept_shared] >= 70 && f[Feature::only_of_concept] >= 50;
  constexpr int month = 60;
  bool const only = is_only_of_row(s, ia, ib) && !disjoint(widened(a.days, month), b.days);
  if (again && !only && !only_last && !first && f[Feature::referent] < 40 &&
      f[Feature::subject_shared] + f[Feature::name_near] + f[Feature::subject_topic] == 0)
    return "an event that comes again";
  if (!x || !y || a.days.is_unbounded() || b.days.is_unbounded()) return clock_gate(f, a, b);
  if (!agree(a, b) && tells_how_it_moved(set, ia, ib)) return "one article tells how the day moved";
  bool const one_is_past = lies_ahead(a.days, *x) != lies_ahead(b.days, *y) && is_to_come(a, *x) != is_to_come(b, *y);
  if (one_is_past || is_old_plan(a, set) != is_old_plan(b, set)) return "a plan and what became of it";
  return clock_gate(f, a, b);
}

}  // namespace counterclaim
