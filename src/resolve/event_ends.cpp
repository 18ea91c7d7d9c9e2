// Where a date that is open at one end, or names a week by one of its days, leaves the day of the event.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/event_dates.hpp"

namespace counterclaim {
namespace {

// Of the day, month, season or year that a bounded date ends with.
Day start_of(DateMention const& d) {
  auto const size = d.timex.size();
  if (size >= 10) return d.days.to;
  if (size == 7 && d.timex[5] >= '0' && d.timex[5] <= '9') {
    auto const last = to_civil(d.days.to);
    return to_day({last.year, last.month, 1});
  }
  return size == 7 ? d.days.to - 92 : d.days.to - 365;
}

// The same of a date that is open behind: its last day.
Day end_of(DateMention const& d) {
  auto const& t = d.timex;
  auto const size = t.find('T') == std::string::npos ? t.size() : t.find('T');
  if (t.find("-W") != std::string::npos) return d.days.from + 6;
  if (size >= 10) return d.days.from;
  auto const from = to_civil(d.days.from);
  if (size == 7 && t[5] >= '0' && t[5] <= '9') return to_day({from.year, from.month, days_in_month(from.year, from.month)});
  return size == 7 ? d.days.from + 112 : to_day({from.year, 12, 31});
}

}  // namespace

// "Has been open since May 3": the day that it began, where what began has a row of its own.
void EventDates::begins(Claim& c, DateMention const& d, std::int32_t verb, bool state) const {
  if (c.kind != ClaimKind::date || d.bound != Bound::at_least || c.days.to != no_upper_day) return;
  if (state && c.certainty != Certainty::denied) c.days.to = end_of(d);
  // "Opened as early as 1931"; "could open as early as 2031" leaves the end open
  static WordId const early = find_word("early");
  bool const told = c.certainty == Certainty::stated && c_.article.date && c.days.from < *c_.article.date;
  if (told && d.at.first > 1 && c_.tokens.tokens[d.at.first - 2].word == early) c.days.to = end_of(d);
  if (verb < 0 || state) return;
  // "Since May, when the council met": it met in May
  auto const end = c_.tokens.sentences[d.at.sentence].last;
  auto const behind = d.at.last + (d.at.last < end && c_.tokens.tokens[d.at.last].is(TokenKind::comma) ? 1 : 0);
  if (behind < end && c_.word(behind) == "when") {
    c.days.to = end_of(d);
    if (c.certainty == Certainty::hedged) c.certainty = Certainty::stated;
    return;
  }
  if (!c_.chunks.phrases[std::size_t(verb)].has(perfect) || c.certainty == Certainty::denied) return;
  auto const led = d.at.first > 0 ? c_.word(d.at.first - 1) : std::string_view();
  if (led != "since" && c_.word(d.at.first) != "since") return;
  bool const once = std::any_of(c.terms.begin(), c.terms.end(), [](Term const& term) {
    return is_concept(term.word) && term.role <= TermRole::clause &&
           vocabulary(Category::concepts)[term.word & ~concept_term].column[1].empty();
  });
  if (once) c.days.to = end_of(d);
}

// "runs until June 30": the day that it ends, and no bound of one.
void EventDates::ends(Claim& c, DateMention const& d) const {
  if (d.days.from != no_lower_day || d.days.to == no_upper_day || d.at.first == 0) return;
  auto const own = c_.word(d.at.first), led = c_.word(d.at.first - 1);
  auto const is_end = [](std::string_view w) { return w == "until" || w == "till" || w == "through"; };
  if (is_end(own) || is_end(led)) c.days.from = std::max(c.days.from, start_of(d));
}

// "Was shown in the week of March 3": some day of it.
void EventDates::of_week(Claim& c, DateMention const& d) const {
  constexpr Day week = 7;
  static WordId const a_week = find_word("week");
  static WordSet const leads{"of", "beginning", "starting", "commencing", "ending"};
  auto const& t = c_.tokens.tokens;
  if (d.at.first < 2 || t[d.at.first - 2].word != a_week || !leads.has(t[d.at.first - 1].word)) return;
  if (c.kind != ClaimKind::date || c.days.from == no_lower_day || c.days.to != c.days.from) return;
  bool const last = c_.word(d.at.first - 1) == "ending", within = c_.word(d.at.first - 1) == "of";
  if (last || within) c.days.from -= last ? week - 1 : Day(weekday(c.days.to)) - 1;
  if (!last) c.days.to += week - 1;
  c.bound = Bound::range;
}

// "By the end of the third fiscal quarter": which days those are, each firm decides.
bool EventDates::is_fiscal(DateMention const& d) const {
  static WordSet const fiscal{"fiscal", "financial"};
  auto const& t = c_.tokens.tokens;
  return std::any_of(t.begin() + d.at.first, t.begin() + d.at.last, [](Token const& w) { return fiscal.has(w.word); });
}

// "Was pushed back from March to May": the plan that was and the one that is, and no stretch of time.
bool EventDates::is_moved(DateMention const& d, std::int32_t verb) const {
  static WordSet const moves{"move", "push", "shift", "postpone", "delay", "reschedule", "put", "defer", "slip", "change"};
  static WordId const from = find_word("from");
  if (verb < 0 || !d.timex.starts_with('(') || d.at.first == 0) return false;
  auto const& t = c_.tokens.tokens;
  auto const& v = c_.chunks.phrases[std::size_t(verb)];
  if (v.last > d.at.first || t[v.head].word == unknown_word || !moves.has(word_info(t[v.head].word).verb_lemma)) return false;
  return t[d.at.first - 1].word == from || t[d.at.first].word == from;
}

// "will not open before 2029", "does not start until May": then or later.
void EventDates::not_before(Claim& c, DateMention const& d) const {
  if (c.kind != ClaimKind::date || c.certainty != Certainty::denied || d.at.first == 0) return;
  auto const own = c_.word(d.at.first), led = c_.word(d.at.first - 1);
  auto const is_end = [](std::string_view w) { return w == "before" || w == "until" || w == "till"; };
  if (!is_end(own) && !is_end(led)) return;
  // Before 2029 is up to the last day of 2028; what does not begin until May begins in May.
  bool const bounded = d.bound == Bound::below || d.bound == Bound::at_most || c.days.from == no_lower_day;
  bool const before = own == "before" || led == "before";
  if (bounded) c.days.from = c.days.to == no_upper_day ? no_lower_day : before ? c.days.to + 1 : start_of(d);
  c.days.to = no_upper_day;
  auto const& today = c_.article.date;
  c.certainty = !today || c.days.from > *today ? Certainty::planned : Certainty::stated;
  if (!before && c.certainty == Certainty::stated && c.days.from != no_lower_day)
    c.days.to = d.days.to != no_upper_day ? d.days.to : end_of(d);
}

}  // namespace counterclaim
