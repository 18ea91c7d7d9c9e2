#include "src/resolve/periods.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"

namespace counterclaim {
namespace {

// ", the highest since 2014": a mark between the figure and "since".
bool breaks_between(Context const& c, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i)
    if (c.tokens.tokens[i].is(TokenKind::comma)) return true;
  return false;
}

// A comma or "from", and another figure between them: "to $3 million from $9 million a year earlier".
bool of_next_figure(Context const& c, std::uint32_t first, std::uint32_t last) {
  static WordId const from = find_word("from");
  bool parted = false;
  for (auto i = first; i < last; ++i) {
    auto const& t = c.tokens.tokens[i];
    parted |= t.is(TokenKind::comma) || (t.word == from && t.is(TokenKind::word));
    if (parted && (c.covered[i] & 1) != 0) return true;
  }
  return false;
}

std::vector<DateMention>::const_iterator first_of(std::vector<DateMention> const& dates, std::uint32_t sentence) {
  return std::lower_bound(dates.begin(), dates.end(), sentence,
                          [](DateMention const& m, std::uint32_t s) { return m.at.sentence < s; });
}

// "Launched in 2004, 86 metres long", "It was built in 1962. It seats 300": when a thing began is no time of what is told of
// it.
bool tells_beginning(Context const& c, DateMention const& d) {
  static WordId const of = find_word("of");
  if (d.at.first > 0 && c.tokens.tokens[d.at.first - 1].word == of) return false;  // "In the flood of 1997, 23 died"
  auto const verb = clause_at(c, d.at).verb;
  if (verb < 0) return false;
  auto const word = c.tokens.tokens[c.chunks.phrases[std::size_t(verb)].head].word;
  auto const lemma = word == unknown_word ? word : word_info(word).verb_lemma;
  return lemma != unknown_word && begins(word_info(lemma), Category::once_events);
}

// "In 2007, when it bought 40": the date that "when" goes on from.
DateMention const* before_when(Context const& c, MentionPlace const& at, Frame const& frame) {
  static WordId const when = find_word("when");
  auto const begin = c.tokens.sentences[at.sentence].first;
  auto const& t = c.tokens.tokens;
  auto w = frame.clause_first;
  if (t[w].word != when && (w == begin || t[--w].word != when)) return nullptr;
  if (w > begin && t[w - 1].is(TokenKind::comma)) --w;
  auto const& dates = c.mentions.dates;
  for (auto d = first_of(dates, at.sentence); d != dates.end() && d->at.sentence == at.sentence; ++d)
    if (d->at.last == w && d->shape == DateShape::date && !d->days.is_unbounded()) return &*d;
  return nullptr;
}

// "A year ago it had 120 shops, now there are 180": of the day of the text, which needs no words.
bool is_present(DateMention const& d) { return d.days.is_unbounded() && d.timex == "PRESENT_REF"; }

// "Holds", "has been": a form that is only of the present.
bool is_told_today(Context const& c, Phrase const& verb) {
  auto const word = c.tokens.tokens[verb.first].word;
  auto const& w = word_info(word);
  return word != unknown_word && !verb.has(past_tense) && (w.forms & past_verb_form) == 0 && w.verb_lemma != word;
}

// "The hall of 1911 seats 300", "The fund, set up in 2015, holds $12 million": what is told in the present, more than a year
// after the date, is so today, unless the date says outright when ("In 2019 sales are at a low", "has 40 in 2019").
bool is_long_past(Context const& c, DateMention const& d, MentionPlace const& at) {
  constexpr Day year = 366;
  static WordSet const says_when{"in", "during", "for", "at", "on", "by"};
  if (!c.article.date || d.days.to == no_upper_day || d.days.to >= *c.article.date - year) return false;
  auto const begin = c.tokens.sentences[at.sentence].first;
  bool const first = d.at.first == begin || (d.at.first == begin + 1 && says_when.has(c.tokens.tokens[begin].word));
  bool const behind = d.at.first >= at.last && d.at.first > begin && says_when.has(c.tokens.tokens[d.at.first - 1].word);
  return !first && !behind;
}

DateMention const* nearest(Context const& c, EventDates const& event_dates, MentionPlace const& at, Frame const& frame) {
  auto const& dates = c.mentions.dates;
  DateMention const* best = nullptr;
  long best_cost = 1L << 40;
  auto const* const verb = frame.verb < 0 ? nullptr : &c.chunks.phrases[std::size_t(frame.verb)];
  bool const present = verb && !verb->has(perfect) && is_told_today(c, *verb);
  for (auto d = first_of(dates, at.sentence); d != dates.end() && d->at.sentence == at.sentence; ++d) {
    if ((d->shape != DateShape::date && d->shape != DateShape::time) || overlap(d->at.span, at.span)) continue;
    if (d->days.is_unbounded() && !is_present(*d)) continue;
    bool const inside = d->at.first >= frame.clause_first && d->at.last <= frame.clause_last;
    if (present && is_long_past(c, *d, at)) continue;
    if (event_dates.of_another_verb(*d, frame.verb) || event_dates.of_a_bracket(*d, at)) continue;
    if (d->bound == Bound::at_least && d->at.first > at.last && breaks_between(c, at.last, d->at.first)) continue;
    bool const behind = d->at.first > at.first;
    // "280 today, up from 45 three years ago": of the other figure
    if (behind && (of_next_figure(c, at.last, d->at.first) || event_dates.opens_clause(*d))) continue;
    if (!behind && breaks_between(c, d->at.last, at.first) && tells_beginning(c, *d)) continue;
    long const distance = behind ? long(d->at.first) - at.last : long(at.first) - d->at.last;
    // "3 ferries in 2021 and 4 barges in 2022": a date before "and" is of what stands before.
    bool const joined = !behind && distance == 1 && c.chunks.classes[d->at.last] == WordClass::conjunction;
    // "5% in March from 4% in February": of two as near the one behind.
    long const cost = 2 * distance + (behind ? 0 : 1) + (inside ? 0 : 1000) + (joined ? 8 : 0);
    if (cost < best_cost) best = &*d, best_cost = cost;
  }
  return best && is_present(*best) ? nullptr : best;
}

// "The flood of 1962 was higher. It killed 1,480 people": the last date of the sentence before, when all there lie years back.
DateMention const* date_of_it(Context const& c, MentionPlace const& at, Frame const& frame) {
  auto const p = frame.subject_phrase;
  if (p < 0 || !c.chunks.phrases[std::size_t(p)].has(pronominal) || at.sentence == 0 || !c.article.date) return nullptr;
  static WordSet const speaking{"i", "we", "you"};  // "Now we have a bridge": of today
  if (speaking.has(c.tokens.tokens[c.chunks.phrases[std::size_t(p)].head].word)) return nullptr;
  if (frame.verb >= 0 && is_told_today(c, c.chunks.phrases[std::size_t(frame.verb)])) return nullptr;  // "It now holds 40"
  if (c.tokens.sentences[at.sentence - 1].block != c.tokens.sentences[at.sentence].block) return nullptr;
  constexpr Day years = 2 * 366;
  auto const& dates = c.mentions.dates;
  DateMention const* found = nullptr;
  for (auto d = first_of(dates, at.sentence - 1); d != dates.end() && d->at.sentence < at.sentence; ++d) {
    if (d->shape != DateShape::date || d->days.from == no_lower_day || d->days.to == no_upper_day) continue;
    if (d->days.to >= *c.article.date - years || tells_beginning(c, *d)) return nullptr;
    found = &*d;
  }
  return found;
}

}  // namespace

void set_comparison_period(Context const& c, MentionPlace const& at, Claim& claim) {
  auto const& dates = c.mentions.dates;
  auto const first = first_of(dates, at.sentence);
  auto const in_sentence = [&](auto d) { return d != dates.end() && d->at.sentence == at.sentence; };
  bool const apposed = at.first > 0 && c.tokens.tokens[at.first - 1].is(TokenKind::comma);
  for (auto d = first; in_sentence(d) && d->at.last <= at.last && !claim.period_stated; ++d) {
    bool const next = in_sentence(d + 1) && (d + 1)->at.last <= at.last;
    if (d->at.first < at.first && (!apposed || next)) continue;
    if ((d->shape != DateShape::date && d->shape != DateShape::time) || d->days.is_unbounded()) continue;
    claim.period = d->days;
    claim.period_stated = true;
  }
  if (!claim.period_stated || c.article.date) return;
  for (auto d = first; in_sentence(d); ++d)
    for (auto i = d->at.first; d->days == claim.period && i < d->at.last; ++i)
      if (c.tokens.tokens[i].is(TokenKind::figure)) return;
  claim.period = {};
  claim.period_stated = false;
}

namespace {

// "so far", "still"; empty where neither is said.
std::string_view tells_lasting(Context const& c, Frame const& frame) {
  static WordId const far = find_word("far"), still = find_word("still");
  static WordSet const words{"far", "still"}, before{"so", "thus"};
  auto const* t = c.tokens.tokens.data();
  for (auto i = frame.clause_first; i < frame.clause_last; ++i) {
    if (!words.has(t[i].word)) continue;
    if (t[i].word == still) return "still";
    if (t[i].word == far && i > frame.clause_first && before.has(t[i - 1].word)) return "so far";
  }
  return {};
}

bool tells_up_to(Context const& c, MentionPlace const& at, Frame const& frame) {
  if (frame.verb < 0 || c.chunks.phrases[std::size_t(frame.verb)].has(modal_verb)) return false;
  static WordId const by = find_word("by"), time = find_word("time");
  auto const& t = c.tokens.tokens;
  auto const first = c.tokens.sentences[at.sentence].first;
  if (first + 2 < at.first && t[first].word == by && t[first + 2].word == time) return true;  // "By the time it closed"
  auto const& dates = c.mentions.dates;
  for (auto d = first_of(dates, at.sentence); d != dates.end() && d->at.sentence == at.sentence; ++d) {
    if (d->bound != Bound::at_most || d->at.first < frame.clause_first || d->at.last > frame.clause_last) continue;
    if (d->shape == DateShape::time && d->days.is_unbounded()) return true;
    if (d->days.to != no_upper_day && c.article.date && d->days.to <= *c.article.date) return true;
  }
  return false;
}

bool tells_what_can_be(Context const& c, Frame const& frame) {
  static WordSet const able{"can", "could"};
  return frame.verb >= 0 && able.has(c.tokens.tokens[c.chunks.phrases[std::size_t(frame.verb)].first].word);
}

bool tells_now(Context const& c, MentionPlace const& at, Frame const& frame) {
  static WordId const now = find_word("now");
  auto const& t = c.tokens.tokens;
  for (auto i = at.first; i > frame.clause_first && !t[i - 1].is(TokenKind::comma); --i)
    if (t[i - 1].word == now) return true;
  for (auto i = at.last; i < frame.clause_last && !t[i].is(TokenKind::comma); ++i)
    if (t[i].word == now) return true;
  return false;
}

}  // namespace

void add_times_told(Context const& c, MentionPlace const& at, Frame const& frame, std::vector<std::string_view>& words) {
  if (auto const lasting = tells_lasting(c, frame); !lasting.empty()) words.push_back(lasting);
  if (tells_up_to(c, at, frame)) words.push_back("up to then");
  if (tells_now(c, at, frame)) words.push_back("now");
  if (tells_what_can_be(c, frame)) words.push_back("can");
}

void set_period(Context const& c, EventDates const& event_dates, MentionPlace const& at, Frame const& frame, Claim& claim) {
  if (auto const* d = nearest(c, event_dates, at, frame)) {
    claim.period = d->days;
    claim.period_stated = true;
    // "Was second by Wednesday": on that day, and not until then
    static WordSet const by{"by"};
    if (claim.kind == ClaimKind::rank && claim.period.from == no_lower_day && claim.period.to != no_upper_day &&
        (by.has(c.tokens.tokens[d->at.first].word) || (d->at.first > 0 && by.has(c.tokens.tokens[d->at.first - 1].word))))
      claim.period.from = claim.period.to;
  } else if (auto const* of_when = before_when(c, at, frame)) {
    claim.period = of_when->days;
    claim.period_stated = true;
  } else if (auto const* of_it = date_of_it(c, at, frame)) {
    claim.period = year_range(to_civil(of_it->days.from).year);
    claim.period_stated = true;
  }
}

}  // namespace counterclaim
