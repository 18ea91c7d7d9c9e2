// Dates, times, durations and sets of an article.
//
// Each sentence that can hold one is folded into date words, its phrases are found and judged, joined where they belong
// together ("Thursday" + "1 pm", "6" – "7 January"), and read in order of place, because each date may be what the next counts
// from.
#include <algorithm>
#include <cmath>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/date_company.hpp"
#include "grammar/date_items.hpp"
#include "grammar/date_joins.hpp"
#include "grammar/productions.hpp"
#include "grammar/timex.hpp"

namespace counterclaim::dates {
namespace {

// A narrative counts its dates from one another: an article without a date, or one whose written-out dates lie years from it.
// Who names days of the week counts from today.
bool is_narrative(Article const& article, Tokens const& tokens) {
  if (!article.date) return true;
  int const year = to_civil(*article.date).year;
  WordId const bc = find_word("bc"), bce = find_word("b.c.");
  static WordSet const days{"monday",   "tuesday", "wednesday", "thursday", "friday",
                            "saturday", "sunday",  "yesterday", "tomorrow"};
  int far = 0, near = 0, since_month = 100;
  for (auto const& t : tokens.tokens) {
    ++since_month;
    if (t.begins(Category::date_names)) since_month = 0;
    near += days.has(t.word);
    far += t.word != unknown_word && (t.word == bc || t.word == bce);
    if (!t.is(TokenKind::figure) || t.end - t.begin != 4) continue;
    auto const& f = tokens.figures[t.figure];
    if (f.grouped || f.place != 0 || f.value < Decimal(1000) || Decimal(2199) < f.value) continue;
    int const past = year - static_cast<int>(std::lround(to_double(f.value)));  // years yet to come are told of from today
    if (since_month <= 4 || std::abs(past) > 60) ++(past >= 2 ? far : near);
  }
  return far >= 4 && far > 2 * near;
}

// A text without a date that names many years tells a history. Of any other a year told in passing ("the highest since 1976")
// is not the year that it goes on in.
bool is_history(Tokens const& tokens) {
  constexpr int least = 8;
  int years = 0;
  for (auto const& t : tokens.tokens) {
    if (!t.is(TokenKind::figure) || t.end - t.begin != 4) continue;
    auto const& f = tokens.figures[t.figure];
    years += !f.grouped && f.place == 0 && !(f.value < Decimal(1000)) && f.value < Decimal(2200);
    if (years >= least) return true;
  }
  return false;
}

Tense tense_of(Word const& w) {
  if (w.value(Class::tense) != 0) return w.value(Class::tense) > 0 ? Tense::future : Tense::past;
  if (w.is(Class::tense)) return Tense::unknown;  // "are"
  return w.past ? Tense::past : Tense::unknown;
}

// "sold" behind "be", and in "be packed and sold", says nothing of when.
bool is_participle(std::vector<Word> const& words, std::uint32_t at) {
  auto const is_be = [&](std::uint32_t i) { return words[i].is(Class::tense) && words[i].value(Class::tense) == 0; };
  static WordSet const now{"is", "are"}, stays{"stay", "stays", "remain", "remains", "keep", "keeps"};
  if (at > 0 && words[at].past && stays.has(words[at - 1].word)) return true;                    // "stays closed until May 3"
  if (words[at].value(Class::tense) > 0 && at > 0 && now.has(words[at - 1].word)) return false;  // "is expected by"
  if (at > 2 && words[at].past && words[at - 1].is(Class::and_) && is_be(at - 3)) return true;
  return at > 0 && words[at].past && is_be(at - 1);
}

// "The mill opens on July 6", "it starts in May": a verb, and no plural, that a preposition or the date itself follows.
bool is_present(std::vector<Word> const& words, std::uint32_t at) {
  if (at == 0 || at + 1 >= words.size()) return false;
  bool const many = words[at - 1].plural_noun && !words[at - 1].is(Class::tense);
  if (words[at].plain_verb && !words[at].past && !words[at].present && many) return true;  // "shops open"
  if (!words[at].present) return false;
  if (words[at - 1].is(Class::the) || words[at - 1].is(Class::a) || words[at - 1].is(Class::number)) return false;
  auto const& next = words[at + 1];
  if (words[at].plural_noun && next.is(Class::to)) return true;      // "falls to 7%", "goes to trial"
  if (words[at].plural_noun && !words[at].plain_verb) return false;  // "22 doses at"
  if (words[at].plural_noun && words[at - 1].is(Class::content) && !words[at - 1].plural_noun && next.is(Class::content))
    return true;  // "the fair takes place"
  static WordSet const particles{"off", "up", "out", "over"};
  if (words[at].plain_verb && particles.has(next.word)) return true;  // "the match kicks off at"
  return !words[at].plural_noun || next.is(Class::on) || next.is(Class::in) || next.is(Class::from) || next.is(Class::at) ||
         next.to_core == 0;
}

// The tense of the nearest verb before the words at `at`, else of the first one behind: "wrote on Friday that it will close".
Tense tense_at(std::vector<Word> const& words, std::uint32_t at) {
  constexpr std::uint32_t reach = 30;
  static WordSet const open{"can", "cannot", "must"};  // "can be bought from May 3": from now on
  static WordSet const possible{"may", "should"};      // a month, too
  static WordSet const done{"have"};
  if (is_new_day(words, at)) return Tense::future;
  auto const tense = [&](std::uint32_t i) {
    auto const& w = words[i];
    if (open.has(w.word)) return Tense::present;
    if (!w.capital && possible.has(w.word) && !(i + 1 < words.size() && done.has(words[i + 1].word))) return Tense::future;
    bool const be = w.is(Class::tense) && w.value(Class::tense) == 0;
    if (be && i + 2 < words.size() && words[i + 1].is(Class::to) && words[i + 2].plain_verb) return Tense::future;
    if ((!w.is(Class::tense) && !w.past && !w.present && !w.plain_verb) || is_participle(words, i)) return Tense::unknown;
    auto const told = tense_of(words[i]);
    return told == Tense::unknown && is_present(words, i) ? Tense::present : told;
  };
  for (auto i = at; i-- > (at > reach ? at - reach : 0);)
    if (auto const told = tense(i); told != Tense::unknown) return told;
  for (auto i = at; i < std::min<std::size_t>(words.size(), at + reach); ++i) {
    auto const told = tense(i);
    if (told == Tense::unknown) continue;
    auto const lemma = words[i].word != unknown_word ? word_info(words[i].word).verb_lemma : unknown_word;
    bool const tells = lemma != unknown_word && begins(word_info(lemma), Category::reporting_verbs);
    if (!tells) return told;  // "opens on Friday, he said"
  }
  // "Ferry to sail on Friday"
  for (auto i = at; i-- > (at > reach ? at - reach : 0);)
    if (words[i].is(Class::to) && words[i + 1].plain_verb) return Tense::future;
  return Tense::unknown;
}

// "Were asked to stay away until September 30": what is to last until then is still to come.
bool is_to_last(std::vector<Word> const& words, std::uint32_t at) {
  constexpr std::uint32_t reach = 7;
  if (bound_before(words, at) != Bound::at_most) return false;
  for (auto i = at; i-- > (at > reach ? at - reach : 0);)
    if (words[i].is(Class::to) && !words[i].is(Class::until)) return true;
  return false;
}

// "Will appeal against the ruling of October 4", "votes on the October 4 plan": the verb says nothing of when that was.
bool is_of_a_noun(std::vector<Word> const& words, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t reach = 4;
  if (begin == 0) return false;
  if (words[begin - 1].is(Class::the)) return end < words.size() && words[end].is(Class::content);
  if (!words[begin - 1].is(Class::of)) return false;
  for (auto i = begin - 1; i > 0 && i + reach >= begin; --i)
    if (words[i - 1].is(Class::the)) return true;
  return false;
}

DayRange opened(DayRange days, Bound bound) {
  if (days.is_unbounded()) return days;
  switch (bound) {
    case Bound::at_least:
      return {days.from, no_upper_day};
    case Bound::at_most:
      return {no_lower_day, days.to};
    case Bound::above:
      return {days.to == no_upper_day ? days.to : days.to + 1, no_upper_day};
    case Bound::below:
      return {no_lower_day, days.from == no_lower_day ? days.from : days.from - 1};
    default:
      return days;
  }
}

class DateReader {
 public:
  DateReader(Article const& a, Tokens const& t, std::vector<DateMention>& mentions) : article(a), tokens(t), out(mentions) {
    reference.written = a.date;
    reference.narrative = is_narrative(a, t);
    anchored = a.date || is_history(t);
  }

  void sentence(std::uint32_t index) {
    auto const& s = tokens.sentences[index];
    if (s.block != block) block = s.block, reference.told_here = false;
    reference.last_here = false;
    if (!may_hold_date(tokens, s, known)) return;
    words.clear(), items.clear();
    fold_sentence(tokens, s.first, s.last, article.view, known, words);
    find_items(words, tried, items);
    if (items.empty()) return;
    joined.clear();
    join_items(words, items, reference.narrative, joined);
    for (auto const& j : joined) mention(j, index);
  }

 private:
  Reading read(Item const& item) const {
    Reading inner = read_phrase(item.chain[item.links - 1], reference, nullptr);
    for (int k = item.links - 2; k >= 0; --k) inner = read_phrase(item.chain[k], reference, &inner);
    if (item.links > 1) inner.relative |= read_phrase(item.chain[item.links - 1], reference, nullptr).relative;
    return inner;
  }

  void mention(Joined const& joined_item, std::uint32_t index) {
    reference.tense = tense_at(words, joined_item.begin);
    if (joined_item.begin > 0 && words[joined_item.begin - 1].is(Class::since)) reference.tense = Tense::past;
    if (!reference.narrative && is_to_last(words, joined_item.begin)) reference.tense = Tense::present;
    if (!reference.narrative && is_allowed_from(words, joined_item.begin, joined_item.finish)) reference.tense = Tense::future;
    if (is_of_a_noun(words, joined_item.begin, joined_item.finish)) reference.tense = Tense::unknown;
    Reading reading = read(joined_item.item);
    Point& p = reading.point;
    auto const& phrase = joined_item.item.front();
    if (is_some_weekday(words, joined_item.begin, joined_item.finish, phrase))
      reading.days = {}, p = Point{.grain = Grain::day, .weekday = phrase.weekday};
    if (ahead(joined_item, reading)) reading = read_phrase(offset_of(phrase), reference, nullptr);
    if (auto const day = joined_item.weekday > 0 ? first_day(p) : std::nullopt; day && p.grain == Grain::day) {
      p = point_of_day(*day - static_cast<int>(weekday(*day)) + joined_item.weekday);
      p.year_written = true;
      reading.days = days_of(p);
    }
    if (joined_item.clock) {
      if (phrase.part_of_day != 0) {
        Phrase clock = *joined_item.clock;
        if (clock.part_of_day == 0) clock.part_of_day = phrase.part_of_day;
        put_clock(p, clock);
      } else {
        put_clock(p, *joined_item.clock);
      }
      reading.shape = DateShape::time;
    }
    Phrase const& clock = joined_item.clock ? *joined_item.clock : phrase;
    DateMention m;
    if (joined_item.end) {
      Reading to = read(*joined_item.end);
      if (reading.timex == "PRESENT_REF" && reference.written) p = point_of_day(*reference.written), p.year_written = true;
      align_years(p, to.point);
      if (to.timex == "PRESENT_REF" && reference.written)
        to.point = point_of_day(*reference.written), to.point.year_written = true,
        to.days = {*reference.written, *reference.written};
      // "from next Tuesday to Saturday": the Saturday that follows.
      auto const begins = first_day(p), ends = first_day(to.point);
      if (joined_item.end->front().weekday > 0 && begins && ends && *ends < *begins && to.point.grain == Grain::day)
        to.point = point_of_day(*ends + (*begins - *ends + 6) / 7 * 7), to.point.year_written = true;
      if (begins && ends && *ends < *begins && to.point.written && !to.point.year_written && to.point.has_year())
        ++to.point.year;
      auto const from_days = days_of(p), to_days = days_of(to.point);
      reading.days = {from_days.from, to_days.to};
      if (reading.days.from > reading.days.to) reading.days = {};
      m.timex = print_range(p, to.point);
      m.bound = Bound::range;
      reading.relative |= to.relative;
    } else if (clock.until_hour >= 0) {
      Point to = p;
      Phrase end;
      end.hour = clock.until_hour, end.minute = clock.until_minute, end.meridiem = clock.until_meridiem;
      end.part_of_day = clock.part_of_day != 0 ? clock.part_of_day : phrase.part_of_day;
      end.ambiguous_hour = clock.until_meridiem < 0 && clock.until_hour <= 12 && clock.ambiguous_hour;
      put_clock(to, end);
      m.timex = print_range(p, to);
    } else if (!reading.timex.empty()) {
      m.timex = reading.timex;
      if (joined_item.clock) m.timex = (phrase.weekday > 0 ? m.timex : std::string()) + print_clock(p);
    } else {
      if (phrase.form == Form::clock && reference.narrative) date_of_clock(p);
      m.timex = print(p);
    }
    m.at.first = words[joined_item.begin].first, m.at.last = words[joined_item.finish - 1].last;
    m.at.span = {words[joined_item.begin].begin, words[joined_item.finish - 1].end};
    m.at.sentence = index;
    m.shape = reading.shape;
    if (!joined_item.end) m.bound = reading.bound;
    auto const before = bound_before(words, joined_item.begin);
    if (m.shape == DateShape::date || m.shape == DateShape::time) {
      // "Shortly before seven on Tuesday morning": on that day
      bool const of_hour = p.hour >= 0 && (before == Bound::below || before == Bound::above);
      if (before != Bound::exact && !joined_item.end)
        m.bound = of_hour && is_close(words[joined_item.begin - 1].first) ? Bound::about : before;
      // "before the end of the year": in the year
      bool const of_end = before == Bound::below && phrase.edge == Edge::end;
      reading.days = opened(reading.days, joined_item.end || of_hour ? Bound::exact : of_end ? Bound::at_most : before);
    }
    m.days = reading.days;
    if (auto const months = months_up_to(m.at.first)) m.days.from = months_before(m.days, *months);
    m.length = reading.length;
    m.relative = reading.relative;
    m.impossible = p.impossible;
    m.weekday_mismatch = p.weekday_mismatch;
    m.utc_offset = clock.zone;
    if (p.hour >= 0 && !joined_item.end) m.minute_of_day = (p.hour % 24) * 60 + std::max(p.minute, 0);
    if (m.timex.empty() || (phrase.decade != 0 && is_of_somebody(m.at.first))) return;
    out.push_back(std::move(m));
    // "On June 6, a Thursday": which day of the week that was
    if (phrase.weekday > 0 && joined_item.begin > 0 && words[joined_item.begin - 1].is(Class::a)) return;
    if (!reference.narrative && is_in_relative(words, joined_item.begin, joined_item.finish)) return;
    remember(joined_item.end ? read(*joined_item.end).point : p, reading, joined_item.begin <= 2);
  }

  // "Shortly before", "a little after"
  bool is_close(std::uint32_t lead) const {
    static WordSet const close{"shortly", "just", "soon", "little", "right", "immediately", "minutes", "moments"};
    return lead > 0 && close.has(tokens.tokens[lead - 1].word);
  }
  // "In her fifties", "in his early 30s": an age.
  bool is_of_somebody(std::uint32_t first) const {
    static WordSet const owners{"his", "her", "their", "my", "your", "our"};
    return first > 0 && owners.has(tokens.tokens[first - 1].word);
  }
  // "the nine months ended September 30", "the year to June 2023": how many months run up to the date at this token.
  std::optional<int> months_up_to(std::uint32_t first) const {
    if (first < 2) return {};
    auto const& t = tokens.tokens;
    auto const joint = word_text(t[first - 1].word);
    if (joint != "ended" && joint != "ending" && joint != "to" && joint != "through") return {};
    if (!out.empty() && out.back().at.last == first - 1 && out.back().shape == DateShape::duration) {
      auto const& timex = out.back().timex;  // "P3M", "P12M", "P1Y"
      if (timex.size() < 3 || timex.size() > 4 || timex[1] == 'T') return {};
      int count = 0;
      for (auto i = std::size_t(1); i + 1 < timex.size(); ++i) {
        if (timex[i] < '0' || timex[i] > '9') return {};
        count = count * 10 + (timex[i] - '0');
      }
      return timex.back() == 'M' ? std::optional(count) : timex.back() == 'Y' ? std::optional(12 * count) : std::nullopt;
    }
    if (first < 3) return {};
    auto const lead = word_text(t[first - 3].word), span = word_text(t[first - 2].word);
    if (lead != "the" && lead != "fiscal" && lead != "financial" && lead != "a") return {};
    return span == "year"      ? std::optional(12)
           : span == "half"    ? std::optional(6)
           : span == "quarter" ? std::optional(3)
                               : std::nullopt;
  }
  // The first day of the months that end with these days.
  static Day months_before(DayRange days, int months) {
    if (days.to == no_upper_day) return days.from;
    auto const after = to_civil(days.to + 1);  // the first day behind them
    int const count = after.year * 12 + static_cast<int>(after.month) - 1 - months;
    Civil from = after;
    from.year = count / 12, from.month = decltype(from.month)(count % 12 + 1);
    from.day = std::min(from.day, decltype(from.day)(28));
    return to_day(from);
  }

  // "will reopen in two months": a date, where "doubled in two months" is a length.
  bool ahead(Joined const& j, Reading const& reading) const {
    auto const& p = j.item.front();
    return p.form == Form::duration && !reference.narrative && reference.written && reference.tense == Tense::future &&
           j.begin > 0 && words[j.begin - 1].is(Class::in) && p.bound == Bound::exact && reading.length.is_point() &&
           p.amounts[p.amount_count - 1].unit > Grain::hour && !(j.finish < words.size() && words[j.finish].is(Class::of));
  }
  static Phrase offset_of(Phrase phrase) {
    phrase.form = Form::offset;
    phrase.direction = 1;
    phrase.from_now = true;
    return phrase;
  }

  void date_of_clock(Point& p) const {
    int const hour = p.hour, minute = p.minute, second = p.second;
    auto const part = p.part_of_day;
    if (reference.last.grain == Grain::day && first_day(reference.last))
      p = point_of_day(*first_day(reference.last));
    else
      p.grain = Grain::day;
    p.hour = hour, p.minute = minute, p.second = second, p.part_of_day = part;
  }

  // Later phrases count from this date if it is one. A date that lies decades from the others in mid-sentence ("declassified in
  // 2005") moves the count only when the next one agrees with it.
  void remember(Point p, Reading const& reading, bool opens) {
    constexpr int far = 15, close = 3;
    if (reading.shape == DateShape::duration || reading.shape == DateShape::set || p.grain == Grain::none || !first_day(p))
      return;
    p.hour = p.minute = p.second = -1;
    p.part_of_day = 0;
    p.edge = Edge::none;
    auto const& last = reference.last;
    bool const jump = last.has_year() && p.has_year() && std::abs(p.year - last.year) > far && !opens;
    if (jump && !(aside.has_year() && std::abs(p.year - aside.year) <= close)) {
      aside = p;
      return;
    }
    aside = {};
    reference.told_here |= p.month > 0 && p.year_written && !reading.relative;
    if (p.month > 0) reference.last_month = p.month, reference.month_year = p.year;
    constexpr int of_old = 1900;
    reference.in_passing = !anchored && p.month <= 0 && !opens && p.has_year() && p.year >= of_old;
    reference.last = p;
    reference.last_here = true;
  }

  Article const& article;
  Tokens const& tokens;
  std::vector<DateMention>& out;
  Reference reference;
  Point aside;
  bool anchored = true;  // whatever year is told may be the next date's
  std::uint32_t block = 0xFFFFFFFF;
  KnownWords known;
  std::vector<Word> words;  // reused from sentence to sentence
  Tried tried;
  std::vector<Item> items;
  std::vector<Joined> joined;
};

}  // namespace
}  // namespace counterclaim::dates

namespace counterclaim {

void parse_dates(Article const& article, Tokens const& tokens, std::vector<DateMention>& out) {
  dates::DateReader reader(article, tokens, out);
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) reader.sentence(s);
}

}  // namespace counterclaim
