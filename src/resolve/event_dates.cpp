#include "src/resolve/event_dates.hpp"

#include <algorithm>
#include <cmath>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/event_words.hpp"
#include "src/resolve/question.hpp"
#include "src/resolve/respective.hpp"

namespace counterclaim {
namespace {

Day years_earlier(Day day, int years) {
  auto civil = to_civil(day);
  civil.year -= years;
  civil.day = std::min(civil.day, decltype(civil.day)(days_in_month(civil.year, civil.month)));
  return to_day(civil);
}

}  // namespace

void EventDates::read(Claim& c, DateMention const& d, std::int32_t verb, bool state) const {
  not_before(c, d);
  between(c, d);
  if (is_afterthought(c, d)) c.restated = true;
  begins(c, d, verb, state);
  years_before(c, d);
  looks_back(c, d, verb);
  if (c.kind == ClaimKind::date && d.timex.size() <= 4) decade_beside(c, d);
  ends(c, d);
  of_week(c, d);
  // "An hour afterward" where the text names no day before it.
  bool const of_no_day = c.days.to != no_upper_day && c.days.from != no_lower_day && c.days.to - c.days.from > 1 &&
                         d.shape != DateShape::duration && d.timex.find("TXX") != std::string::npos;
  if (of_no_day || of_a_told_day(d, verb) || is_whose(d) || of_a_part(d) || of_a_calendar(verb) || d.shape == DateShape::set ||
      in_dateline(d) || of_reporting(d) || is_any(d) || of_a_state(d, verb) || in_a_list(d) || of_unknown_year(d) ||
      of_unknown_century(d) || is_moved(d, verb) || is_fiscal(d) || is_of_any_week(d))
    c.vague = true;
}

// "On seven weekends, from 9 p.m. on Friday": every one of them.
bool EventDates::is_of_any_week(DateMention const& d) const {
  static WordSet const days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
      often{"weekends", "weeknights", "weekdays", "weekly", "nightly", "regularly"};
  auto const& s = c_.tokens.sentences[d.at.sentence];
  auto const begin = c_.tokens.tokens.begin();
  auto const holds = [&](std::uint32_t first, std::uint32_t last, WordSet const& words) {
    return std::any_of(begin + first, begin + last, [&](Token const& t) { return words.has(t.word); });
  };
  return d.relative && holds(d.at.first, d.at.last, days) && holds(s.first, s.last, often);
}

// "The vote was five days away": from the day that is told of
bool EventDates::of_a_told_day(DateMention const& d, std::int32_t verb) const {
  static WordSet const ahead{"away", "off"};
  if (!d.relative || verb < 0 || !ahead.has(c_.tokens.tokens[d.at.last - 1].word)) return false;
  auto const& v = c_.chunks.phrases[std::size_t(verb)];
  return v.last <= d.at.first && (c_.word(v.first) == "was" || c_.word(v.first) == "were");
}

// "The financial year, which closes in March", "the quarter ended on May 31": of the calendar, and nothing that happened.
bool EventDates::of_a_calendar(std::int32_t verb) const {
  static WordSet const spans{"year", "quarter", "half", "fiscal"}, turns{"close", "end", "begin", "start", "run", "finish"};
  constexpr std::uint32_t reach = 4;
  if (verb < 0) return false;
  auto const& v = c_.chunks.phrases[std::size_t(verb)];
  auto const& t = c_.tokens.tokens;
  if (t[v.head].word == unknown_word || !turns.has(word_info(t[v.head].word).verb_lemma)) return false;
  auto const first = c_.tokens.sentences[v.sentence].first;
  for (auto i = v.first; i > first && i + reach > v.first; --i) {
    auto const p = c_.chunks.phrase_of[i - 1];
    if (p < 0) continue;
    auto const& subject = c_.chunks.phrases[std::size_t(p)];
    return subject.kind == PhraseKind::noun && spans.has(t[subject.head].word);
  }
  return false;
}

// "raised $90 million, including $30 million in May": of that part.
bool EventDates::of_a_part(DateMention const& d) const {
  static WordSet const leads{"including", "plus"};
  constexpr std::uint32_t reach = 8;
  auto const first = c_.tokens.sentences[d.at.sentence].first;
  auto i = d.at.first;
  if (i > first && c_.chunks.classes[i - 1] == WordClass::preposition) --i;
  if (i == first || c_.covered[i - 1] != 1) return false;
  while (i > first && i + reach > d.at.first && c_.covered[i - 1] == 1) --i;
  return i > first && leads.has(c_.tokens.tokens[i - 1].word);
}

// "closed 4% above Wednesday's $8.12": when that figure was, and nothing that happened.
bool EventDates::is_whose(DateMention const& d) const {
  auto const& t = c_.tokens.tokens;
  if (d.at.last + 1 >= c_.tokens.sentences[d.at.sentence].last || !t[d.at.last].is(TokenKind::possessive)) return false;
  static WordSet const prices{"close", "closing", "price", "prices"};  // "Friday's close"
  return (c_.covered[d.at.last + 1] & 1) != 0 || prices.has(t[d.at.last + 1].word) || t[d.at.last + 1].is(TokenKind::currency);
}

// "Founded in Orl in 1934, Acme employs 600 people": the date belongs to the verb right before it.
bool EventDates::of_another_verb(DateMention const& d, std::int32_t verb) const {
  auto const own = own_verb(d);
  return own >= 0 && own != verb;
}

// "The profit was $41 million (2023: $30 million)": a date in brackets is of the figure there, where one stands with it.
bool EventDates::of_a_bracket(DateMention const& d, MentionPlace const& at) const {
  auto const& t = c_.tokens.tokens;
  if (!t[d.at.first].has(in_brackets) || t[at.first].has(in_brackets)) return false;
  for (auto i = d.at.last; i < t.size() && t[i].has(in_brackets); ++i)
    if (c_.covered[i] == 1) return true;
  return false;
}

bool EventDates::happened(Claim const& c, std::int32_t verb) const {
  if (verb < 0 || !c_.article.date || c.days.is_unbounded() || c.days.to >= *c_.article.date) return false;
  auto const& v = c_.chunks.phrases[std::size_t(verb)];
  static WordId const when = find_word("when");
  if (!v.has(past_tense) || v.has(modal_verb) || v.has(non_finite) || v.has(passive_voice) || v.has(negated)) return false;
  auto const first = c_.tokens.sentences[v.sentence].first;
  return c_.tokens.tokens[first].word == when && v.last <= first + 10;
}

bool EventDates::opens_clause(DateMention const& d) const {
  auto const& s = c_.tokens.sentences[d.at.sentence];
  auto i = d.at.first;
  if (i > s.first && c_.chunks.classes[i - 1] == WordClass::preposition) --i;
  static WordId const where = find_word("where");  // "21,200 come, where a year ago it was 15,600"
  if (i == s.first || (c_.chunks.classes[i - 1] != WordClass::conjunction && c_.tokens.tokens[i - 1].word != where))
    return false;
  auto const phrase = [&](std::uint32_t k) -> Phrase const* {
    return k < s.last && c_.chunks.phrase_of[k] >= 0 ? &c_.chunks.phrases[std::size_t(c_.chunks.phrase_of[k])] : nullptr;
  };
  auto const* subject = phrase(d.at.last);
  if (!subject || subject->kind != PhraseKind::noun) return false;
  auto const* verb = phrase(subject->last);
  return verb && verb->kind == PhraseKind::verb && !verb->has(non_finite);
}

// The verb group right before a date, with no mark between them; -1 if there is none.
std::int32_t EventDates::own_verb(DateMention const& d) const {
  auto const& tokens = c_.tokens.tokens;
  if (opens_clause(d)) return -1;
  for (auto i = d.at.first; i > c_.tokens.sentences[d.at.sentence].first; --i) {
    if (tokens[i - 1].is(TokenKind::comma) || tokens[i - 1].is(TokenKind::semicolon) || tokens[i - 1].is(TokenKind::dash))
      return -1;
    auto const p = c_.chunks.phrase_of[i - 1];
    if (p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb) return p;
  }
  return -1;
}

// "is closed on Monday": how things are that day, and nothing that happened. "Is open from May 3" happens.
bool EventDates::of_a_state(DateMention const& d, std::int32_t verb) const {
  if (verb < 0 || d.bound == Bound::at_least || d.timex.starts_with('(')) return false;
  auto const& v = c_.chunks.phrases[std::size_t(verb)];
  auto const first = c_.word(v.first);
  if (first != "is" && first != "are" && first != "'s") return false;
  if (d.at.first > 0 && (c_.word(d.at.first - 1) == "from" || c_.word(d.at.first) == "from")) return false;
  for (auto i = v.first + 1; i < std::min<std::size_t>(c_.tokens.tokens.size(), v.last + 2); ++i)
    if (auto const w = c_.word(i); w == "open" || w == "closed" || w == "shut") return true;
  return false;
}

// "on 24, 25 and 31 December and on 1 January": days of one kind, and no day of one event.
bool EventDates::in_a_list(DateMention const& d) const {
  auto const& dates = c_.mentions.dates;
  auto const here = std::lower_bound(dates.begin(), dates.end(), d.at.first,
                                     [](DateMention const& m, std::uint32_t t) { return m.at.first < t; });
  auto joined = [&](DateMention const& a, DateMention const& b) {
    if (a.at.sentence != b.at.sentence || b.at.first < a.at.last || b.at.first - a.at.last > 3) return false;
    for (auto i = a.at.last; i < b.at.first; ++i) {
      auto const w = c_.word(i);
      if (!c_.tokens.tokens[i].is(TokenKind::comma) && w != "and" && w != "on" && w != "or") return false;
    }
    return true;
  };
  int run = 1;
  for (auto i = here; run < 3 && i != dates.begin() && joined(*(i - 1), *i); --i) ++run;
  for (auto i = here; run < 3 && i != dates.end() && i + 1 != dates.end() && joined(*i, *(i + 1)); ++i) ++run;
  return run >= 3 && !respective_name(c_, d);
}

// "At the end of March" in a text of an unknown day: which March, some other sentence decided.
bool EventDates::of_unknown_year(DateMention const& d) const {
  if (c_.article.date || !d.relative || d.timex.size() < 7) return false;
  for (auto i = d.at.first; i < d.at.last; ++i)
    if (c_.tokens.tokens[i].end - c_.tokens.tokens[i].begin == 4 && c_.tokens.tokens[i].is(TokenKind::figure)) return false;
  return true;
}

// "Laid between 1911 and 1914": some time from the one to the other, and no two events.
void EventDates::between(Claim& c, DateMention const& d) const {
  auto const& dates = c_.mentions.dates;
  auto const here = std::lower_bound(dates.begin(), dates.end(), d.at.first,
                                     [](DateMention const& m, std::uint32_t t) { return m.at.first < t; });
  auto const opens = [&](DateMention const& m) { return m.at.first > 0 && c_.word(m.at.first - 1) == "between"; };
  auto const joined = [&](DateMention const& a, DateMention const& b) {
    return a.at.sentence == b.at.sentence && b.at.first == a.at.last + 1 && c_.word(a.at.last) == "and" && opens(a);
  };
  if (here != dates.end() && here + 1 != dates.end() && joined(*here, *(here + 1)) && !c.days.is_unbounded()) {
    c.days.to = std::max(c.days.to, (here + 1)->days.to);
    c.bound = Bound::range;
  }
  if (here != dates.begin() && joined(*(here - 1), *here)) c.restated = true;
  // "On June 12 and 13": on both of them
  constexpr Day near = 6;
  auto const in_turn = [&](DateMention const& a, DateMention const& b) {
    return a.at.sentence == b.at.sentence && b.at.first == a.at.last + 1 && c_.word(a.at.last) == "and" && !opens(a) &&
           a.days.from == a.days.to && b.days.from == b.days.to && a.days.from < b.days.from &&
           b.days.from <= a.days.from + near && !respective_name(c_, d);
  };
  if (here != dates.end() && here + 1 != dates.end() && in_turn(*here, *(here + 1)) && c.days.from == c.days.to) {
    c.days.to = (here + 1)->days.to;
    c.bound = Bound::range;
  }
  if (here != dates.begin() && in_turn(*(here - 1), *here)) c.restated = true;
}

// "On 3 May 2021, nearly four years ago": the day is told already.
bool EventDates::is_afterthought(Claim const& c, DateMention const& d) const {
  auto const& dates = c_.mentions.dates;
  auto const here = std::lower_bound(dates.begin(), dates.end(), d.at.first,
                                     [](DateMention const& m, std::uint32_t t) { return m.at.first < t; });
  if (here == dates.begin() || !d.relative || c.days.from == no_lower_day || c.days.to == no_upper_day) return false;
  auto const& told = *(here - 1);
  if (told.at.sentence != d.at.sentence || std::int64_t(told.days.to) - told.days.from >= c.days.to - c.days.from) return false;
  if (d.at.first < told.at.last + 1 || d.at.first > told.at.last + 3 || !c_.tokens.tokens[told.at.last].is(TokenKind::comma))
    return false;
  return c.days.from <= told.days.from && told.days.to <= c.days.to;
}

// "In the decade after the 1840s": the ten years behind them.
void EventDates::decade_beside(Claim& c, DateMention const& d) const {
  static WordId const decade = find_word("decade"), the = find_word("the"), before = find_word("before"),
                      after = find_word("after");
  auto const& t = c_.tokens.tokens;
  auto at = d.at.last;
  while (at > d.at.first && !t[at - 1].is(TokenKind::figure)) --at;
  auto const first = c_.tokens.sentences[d.at.sentence].first;
  if (at == d.at.first || at < first + 4) return;
  auto i = at - 2;
  if (t[i].word == the) --i;
  if ((t[i].word != before && t[i].word != after) || i < first + 2 || t[i - 1].word != decade || t[i - 2].word != the) return;
  auto const& figure = c_.tokens.figures[t[at - 1].figure].value;
  if (!figure.is_whole() || figure < Decimal(1000) || figure > Decimal(2100)) return;
  auto const year = int(std::lround(to_double(figure)));
  bool const of_tens = year % 10 == 0;  // "the 1840s"; else a year
  auto const from = t[i].word == after ? year + (of_tens ? 10 : 1) : year - 10;
  c.days = {year_range(from).from, year_range(from + 9).to};
  c.bound = Bound::exact;
  c.span.begin = std::min(c.span.begin, t[i - 2].begin);
}

// "It will be five years this autumn since Orla founded the shop"
void EventDates::years_before(Claim& c, DateMention const& d) const {
  if (c.kind != ClaimKind::date || c.days.from == no_lower_day || c.days.to == no_upper_day) return;
  auto const [years, begin] = years_since(c_, d.at);
  if (years == 0) return;
  c.span.begin = begin;
  c.days = {years_earlier(c.days.from, years), years_earlier(c.days.to, years)};
  c.certainty = Certainty::stated;
}

// "The opening was planned for March 31", in a text of May: of the March before it.
void EventDates::looks_back(Claim& c, DateMention const& d, std::int32_t verb) const {
  constexpr Day half_a_year = 183;
  if (c.kind != ClaimKind::date || verb < 0 || !d.relative || d.timex.size() != 10 || !c_.article.date) return;
  if (c.days.from == no_lower_day || c.days.to == no_upper_day || c.days.from <= *c_.article.date + half_a_year) return;
  auto const& v = c_.chunks.phrases[std::size_t(verb)];
  if (!v.has(past_tense) || v.has(modal_verb) || v.has(non_finite)) return;
  c.days = {years_earlier(c.days.from, 1), years_earlier(c.days.to, 1)};
}

// "The turn of the century" in a text of an unknown day.
bool EventDates::of_unknown_century(DateMention const& d) const {
  static Day const first_year = to_day({1, 1, 1});
  return !c_.article.date && d.days.to != no_upper_day && d.days.to < first_year &&
         std::string_view(c_.article.view).substr(d.at.span.begin, d.at.span.size()).find("BC") == std::string_view::npos &&
         std::string_view(c_.article.view).substr(d.at.span.begin, d.at.span.size()).find("century") != std::string_view::npos;
}

// "opened on June 9, 1988, a Thursday", "its September ice": a kind of day or month, and none of its own.
bool EventDates::is_any(DateMention const& d) const {
  if (is_of_some(d) || is_same_as_elsewhere(d)) return true;
  if (d.at.first == 0 || d.at.last - d.at.first != 1 || !c_.tokens.tokens[d.at.first].is(TokenKind::word)) return false;
  auto const before = c_.word(d.at.first - 1);
  return before == "a" || before == "every" || before == "each" || before == "its" || before == "their";
}

// "On the same day", where its paragraph names no other: which day, the order of paragraphs decides.
bool EventDates::is_same_as_elsewhere(DateMention const& d) const {
  static WordId const same = find_word("same");
  bool told = false;
  for (auto i = d.at.first; i < d.at.last; ++i) told |= c_.tokens.tokens[i].word == same;
  if (!told) return false;
  auto const block = c_.tokens.sentences[d.at.sentence].block;
  return std::none_of(c_.mentions.dates.begin(), c_.mentions.dates.end(), [&](DateMention const& other) {
    return other.at.first < d.at.first && c_.tokens.sentences[other.at.sentence].block == block;
  });
}

// "Houses built before 1950", "members who joined after May": those of them to which it happened so.
bool EventDates::is_of_some(DateMention const& d) const {
  if (d.bound == Bound::exact || d.bound == Bound::about || d.bound == Bound::range) return false;
  auto const own = own_verb(d);
  if (own < 0) return false;
  auto const& v = c_.chunks.phrases[std::size_t(own)];
  if (!v.has(non_finite) || v.has(infinitive) || v.first == 0 || v.first == c_.tokens.sentences[d.at.sentence].first)
    return false;
  auto const before = c_.chunks.phrase_of[v.first - 1];
  if (before < 0 || c_.chunks.phrases[std::size_t(before)].kind != PhraseKind::noun) return false;
  auto const head = c_.tokens.tokens[c_.chunks.phrases[std::size_t(before)].head].word;
  return head != unknown_word && word_info(head).noun_lemma != head;
}

// "ORLENA, Oct 14 (ONB) —": when it was written, of no event. Cells and "Built: May 2019" are no datelines.
bool EventDates::in_dateline(DateMention const& d) const {
  constexpr std::uint32_t last_block = 4;
  auto const& sentence = c_.tokens.sentences[d.at.sentence];
  if (d.shape == DateShape::duration) return verbless(sentence.first, sentence.last);  // a quantity says it too
  if (sentence.block > last_block || c_.article.blocks[sentence.block].table >= 0) return false;
  if (question_before(c_, d.at.sentence) >= 0) return false;
  for (auto i = sentence.first; i < d.at.first; ++i)
    if (c_.tokens.tokens[i].is(TokenKind::colon)) return false;
  if (d.at.first > sentence.first + 8) return false;
  for (auto i = d.at.last; i < sentence.last && i < d.at.last + 6; ++i)
    if (c_.tokens.tokens[i].is(TokenKind::dash)) return verbless(sentence.first, i);
  return d.at.last + 1 >= sentence.last && verbless(sentence.first, sentence.last);
}

bool EventDates::verbless(std::uint32_t first, std::uint32_t last) const {
  for (auto i = first; i < last; ++i) {
    if (auto const p = c_.chunks.phrase_of[i]; p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::verb)
      return false;
    // "The Orin put to sea": what is seldom anything else
    auto const& t = c_.tokens.tokens[i];
    char const begins_with = c_.article.view[t.begin];
    if (t.word != unknown_word && i > first && begins_with >= 'a' && begins_with <= 'z' && word_info(t.word).usual_part == verb)
      return false;
  }
  return true;
}

}  // namespace counterclaim
