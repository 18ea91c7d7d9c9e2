#include "src/align/events.hpp"

#include <algorithm>

#include "counterclaim/clock.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/align/gates.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"
#include "src/align/telling.hpp"
#include "src/align/word_overlap.hpp"

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

bool share_once_event(Claim const& a, Claim const& b) {
  auto is_event = [](Term const& t) { return t.role == TermRole::verb || t.role == TermRole::head; };
  for (auto const& t : a.terms)
    if (is_event(t))
      if (auto const row = row_of(Category::once_events, t.word); row >= 0)
        for (auto const& u : b.terms)
          if (is_event(u) && row_of(Category::once_events, u.word) == row) return true;
  return false;
}

char const* event_gate(Surroundings const& s, std::uint32_t ia, std::uint32_t ib, Features const& f) {
  auto const& set = s.set();
  auto const &a = set.claims[ia], &b = set.claims[ib];
  bool const first = firsts_of_one_kind(a, b);
  if (is_trial(a) != is_trial(b)) return "a trial and the thing itself";
  if (f[Feature::subject_shared] == 0 && things_apart(a, b)) return "it happened to other things";
  if (f[Feature::referent] < 40 && f[Feature::context] < 30 && !is_only_event(s, ia, ib) && !is_told_once(f, a, b) && !first &&
      f[Feature::subject_shared] + f[Feature::name_near] + f[Feature::subject_topic] == 0)
    return "events of nothing in common";
  if (share_nature(a, b, "again") && !first && disjoint(widened(a.days, repeats_after(a, b)), b.days) &&
      !(has_end(a) && has_end(b)) && !(is_start(a) && is_start(b)))
    return "an event that comes again";
  bool const only_last = has_end(a) && has_end(b) && f[Feature::concept_shared] >= 70 && f[Feature::only_of_concept] >= 50;
  if (share_nature(a, b, "again") && !only_last && !first && f[Feature::referent] < 40 &&
      f[Feature::subject_shared] + f[Feature::name_near] + f[Feature::subject_topic] == 0)
    return "an event that comes again";
  auto const &x = set.articles[a.article].date, &y = set.articles[b.article].date;
  if (!x || !y || a.days.is_unbounded() || b.days.is_unbounded()) return clock_gate(f, a, b);
  if (lies_ahead(a.days, *x) != lies_ahead(b.days, *y)) return "a plan and what became of it";
  return clock_gate(f, a, b);
}

}  // namespace counterclaim
