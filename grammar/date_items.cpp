// Every family is tried at every word that can begin a date; the longest phrase wins if its surroundings let it be one.
//
// What may be a year, a month or a day is often something else: "2019 units", "may", "the 20th floor". Company decides: the
// word before (a preposition of time), the word behind (a noun or a unit of measure), capitals.
#include "grammar/date_items.hpp"

#include <algorithm>
#include <initializer_list>

#include "grammar/date_company.hpp"

namespace counterclaim::dates {
namespace {

bool can_begin(Word const& w) {
  constexpr Classes classes{Class::day_offset,  Class::tonight, Class::reference, Class::shift,      Class::same,
                            Class::every,       Class::whole,   Class::per,       Class::times_a,    Class::early,
                            Class::edge,        Class::half,    Class::halfth,    Class::the,        Class::a,
                            Class::about,       Class::above,   Class::below,     Class::exactly,    Class::vague,
                            Class::couple,      Class::fiscal,  Class::calendar,  Class::school,     Class::quarter_letter,
                            Class::half_letter, Class::era,     Class::noon,      Class::clock_past, Class::clock_to,
                            Class::often,       Class::in,      Class::month,     Class::weekday,    Class::weekdays,
                            Class::season,      Class::decade,  Class::unit,      Class::day_part,   Class::holiday,
                            Class::number,      Class::ordinal, Class::apostrophe};
  return classes.hold(w);
}

bool year_stands(Sentence const& s, std::uint32_t begin, std::uint32_t end, Phrase const& p) {
  if (p.year_kind != YearKind::full || end - begin > 1) return true;
  auto const& words = s.words;
  auto const& year = words[begin];
  if (is_reference(s, begin, end)) return false;
  if (begin > 0 && (words[begin - 1].money || words[begin - 1].measure || names_by_number(words[begin - 1]))) return false;
  // "555-1234" is no year, "1939-1945" ends in one.
  if (begin > 1 && year.glued && s.before(begin, {Class::hyphen, Class::slash}) && words[begin - 2].is(Class::number) &&
      words[begin - 2].digits != 4 && !(words[begin - 2].glued && words[begin - 2].whole <= 31))
    return false;
  bool const glued_before =
      year.glued && begin > 0 && !s.before(begin, {Class::open, Class::hyphen, Class::dash, Class::slash, Class::tilde});
  if (glued_before) return false;
  if (end < words.size()) {
    auto const& next = words[end];
    if (next.measure || (next.is(Class::unit) && next.unit != Grain::season) || next.money) return false;
    if (next.glued && (next.is(Class::colon) || next.is(Class::point)) && end + 1 < words.size() && words[end + 1].glued)
      return false;
    // "the 2024 Velo R5", "a 2018 Corsa 1.4": a part of a product's name.
    bool const product = next.capital && next.is(Class::content) && !next.glued && end + 1 < words.size() && begin > 0 &&
                         !words[end + 1].glued &&
                         ((words[end + 1].measure && words[end + 1].capital) || words[end + 1].decimal);
    if (product) return false;
    if (next.glued && next.is(Class::slash) && end + 1 < words.size() && words[end + 1].glued && words[end + 1].digits > 2)
      return false;  // "file 2023/0388"
    bool const usual = year.whole >= 1500 && year.whole <= 2060;
    // "an average of 1650", "about 1300 came", "from 1200 to 1900 lambs"
    if (s.before(begin, {Class::of}) && begin > 1 && sums(words[begin - 2].word)) return false;
    if (!usual && s.before(begin, {Class::about})) return false;
    if (!usual && s.before(begin, {Class::from, Class::between}) && end + 2 < words.size() &&
        words[end + 1].is(Class::number) && words[end + 2].plural_noun)
      return false;
    bool const led = s.timely(begin) || s.before(begin, {Class::the, Class::open, Class::hyphen, Class::dash}) ||
                     (begin > 0 && words[begin - 1].possessive);
    // "had 1976 profits of": what is accounted for by the year
    bool const accounts = usual && year.whole >= 1900 && year.whole % 100 != 0 && next.word != unknown_word &&
                          begins(word_info(next.word), Category::money_words);
    if (next.plural_noun && !next.glued && !accounts && (!led || (year.whole % 100 == 0 && !s.before(begin, {Class::the}))))
      return false;
    bool const noun =
        next.is(Class::content) && (!usual || year.whole % 100 == 0 || (begin > 0 && words[begin - 1].is(Class::number)));
    return (!noun && usual) || led || s.sign_of_range(begin) || begin == 0;
  }
  if (s.before(begin, {Class::of}) && begin > 1 && sums(words[begin - 2].word)) return false;
  return s.timely(begin) || (year.whole >= 1500 && year.whole <= 2200) || s.sign_of_range(begin);
}

// "one may", "two march": the month in small letters and no figure.
bool lower_ambiguous_month(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  bool month = false, figure = false;
  for (auto at = begin; at < end; ++at) {
    month |= s.words[at].is(Class::month) && s.words[at].ambiguous && !s.words[at].capital;
    figure |= s.words[at].digits > 0 || s.words[at].is(Class::ordinal);
  }
  return month && !figure;
}

bool last_word(Sentence const& s, std::uint32_t begin, std::uint32_t end) {
  for (auto at = begin; at < end; ++at)
    if (s.words[at].is(Class::shift) && !s.words[at].is(Class::anaphoric)) return true;
  return false;
}

bool is_somebody_or_something(WordId word) {
  static WordId const shift = find_word("shift");
  auto const lemma = word_info(word).noun_lemma;
  auto const field = word_info(lemma).noun_field;
  return lemma == shift || field == lexname::artifact || field == lexname::group || field == lexname::person;
}

bool stands(Sentence const& s, std::uint32_t begin, std::uint32_t end, Phrase const& p) {
  auto const& words = s.words;
  // "3.8 million light-years off": a part of another word.
  if (words[begin].is(Class::unit) && words[begin].glued && s.before(begin, {Class::hyphen}) && begin > 1 &&
      words[begin - 1].glued && !words[begin - 2].is(Class::number))
    return false;
  // "its yearly revenue": of what a figure is, and no time; "paid yearly" tells when.
  if (end - begin == 1 && words[begin].is(Class::often) && words[begin].row->text.ends_with('Y') && qualifies_noun(words, end))
    return false;
  // "The night shift", "the night bus": which of them, and no time.
  bool const part_alone = p.part_of_day > 0 && (end - begin == 1 || (end - begin == 2 && words[begin].is(Class::the)));
  if (part_alone && qualifies_noun(words, end) && is_somebody_or_something(words[end].word)) return false;
  switch (p.form) {
    case Form::calendar: {
      bool const month = p.month > 0, day = p.day > 0, year = p.year_kind != YearKind::none;
      if (begin > 0 && words[begin].is(Class::number) && words[begin - 1].money) return false;
      if (chained(s, begin, end) || goes_on(s, begin, end)) return false;
      // "12/7 mmHg"
      if (end - begin == 3 && words[begin + 1].is(Class::slash) && end < words.size() && words[end].measure) return false;
      if (p.weak) return s.timely(begin) || s.before(begin, {Class::for_}) || s.sign_of_range(begin);
      if (p.edge != Edge::none) return true;
      if (!year && (p.quarter > 0 || p.half > 0) && names_model(s, begin, end)) return false;
      if (month && day && lower_ambiguous_month(s, begin, end)) return false;
      if (month && !day && !year) return month_stands(s, begin, end);
      if (p.day_only || (p.season > 0 && !year)) return alone_stands(s, begin, end, p);
      // "A fall of 62 percent"; "in the fall of 62"
      if (p.season > 0 && words[end - 1].digits == 2 && s.before(end - 1, {Class::of}))
        return (words[begin].is(Class::the) || s.timely(begin)) && (end == words.size() || !words[end].measure);
      if (p.quarter == 0 && p.half == 0 && p.season == 0 && p.week == 0 && p.decade == 0 && p.century == 0 && p.holiday < 0 &&
          !month && !day)
        return year_stands(s, begin, end, p);
      if (month && year && p.year_kind == YearKind::full && end < words.size() && words[end].measure) return false;
      return true;
    }
    case Form::pointer:
      if (p.weekday > 0 && end - begin == 1 && words[begin].ambiguous)
        return words[begin].capital && (s.timely(begin) || s.sign_of_range(begin));
      if (p.month > 0 && words[end - 1].ambiguous && !words[end - 1].capital) return false;
      if (p.container_only) return false;
      if (p.grain == Grain::day && p.step < 0 && p.weekday == 0 && last_word(s, begin, end)) return false;  // "the last day"
      if (p.weekday > 0 && words[begin].is(Class::the) && s.any(end, {Class::in})) return false;  // "the last Sunday in March"
      // "the same": of days and years, not of what is the same otherwise.
      if (p.grain == Grain::second || p.grain == Grain::season || p.grain == Grain::minute) return false;
      return true;
    case Form::period:  // "will last three days", "is built to last 80 years"
      return !(words[begin].is(Class::shift) && p.step < 0 && s.before(begin, {Class::tense, Class::to}));
    case Form::duration:
      if (is_rate(s, begin, end) || ends_fraction(s, begin, end)) return false;
      // "a quarter of an hour" is no hour.
      if (words[begin].is(Class::a) && s.before(begin, {Class::of}) && begin > 1 &&
          (words[begin - 2].unit == Grain::quarter || words[begin - 2].is(Class::half) || words[begin - 2].is(Class::ordinal)))
        return false;
      if (p.weak)
        return s.before(begin, {Class::for_, Class::within, Class::in, Class::during, Class::after}) &&
               !s.any(end, {Class::of});
      // "three quarters of the fleet", "a quarter of it" are shares.
      if (p.amounts[0].unit == Grain::quarter && p.amount_count == 1 &&
          (!words[end - 1].plural || s.any(end, {Class::of, Class::in}) || s.before(end - 1, {Class::hyphen})))
        return false;
      // "45W" are watts; "24H2" and "over-65s" are names and ages.
      if (words[end - 1].only_glued && words[end - 1].capital &&
          (words[end - 1].unit == Grain::week || words[end - 1].unit == Grain::day) &&
          !s.before(begin, {Class::for_, Class::within, Class::during, Class::after}) && !lasts(s, begin))
        return false;
      if (words[end - 1].only_glued && end < words.size() && words[end].glued && words[end].is(Class::number)) return false;
      if (words[end - 1].only_glued && words[begin].glued && s.before(begin, {Class::hyphen}) &&
          !(begin >= 2 && words[begin - 2].is(Class::number)))
        return false;
      if (words[begin].leading_zero && words[begin].digits == 4) return false;               // "0730 hours"
      if (words[begin].grouped && !words[end - 1].plural && end - begin == 2) return false;  // "36,000 day visitors"
      if (p.amounts[0].unit == Grain::second && p.amounts[0].count == Decimal(1) && end - begin == 2 &&
          words[begin].is(Class::a))
        return false;
      return true;
    case Form::clock:
      // "7p" needs "at"; "22/10a-4", "Fig. 3a" are marks.
      if (words[end - 1].is(Class::meridiem_letter) && words[end - 1].end - words[end - 1].begin == 1 && p.minute < 0 &&
          !s.before(begin, {Class::at, Class::about}) && !s.timely(begin))
        return false;
      if (words[begin].glued && s.before(begin, {Class::slash})) return false;
      // "fell from 26 minutes to 9", "by 26 minutes to 9 hours": two lengths
      if (end - begin == 4 && words[begin + 1].unit == Grain::minute && words[begin + 2].is(Class::to) &&
          words[end - 1].is(Class::number) &&
          (s.before(begin, {Class::from}) || words[begin].decimal || (end < words.size() && words[end].is(Class::unit))))
        return false;
      if (words[begin].decimal && words[end - 1].capital && words[end - 1].end - words[end - 1].begin == 1)
        return false;  // "3.25A"
      if (p.weak && end < words.size())
        return !words[end].is(Class::month) && !words[end].is(Class::of) && !words[end].measure &&
               !words[end].is(Class::unit) && !words[end].is(Class::ordinal);
      return true;
    case Form::reference:  // "the former" is no time, "the former mayor" is
      if (p.step < 0 && s.before(begin, {Class::the}) && end < words.size() && !words[end].is(Class::content)) {
        auto const& next = words[end];
        return !(next.little != 0 || next.past || next.is(Class::comma) || next.is(Class::point) || next.plain_verb);
      }
      return true;
    default:
      return true;
  }
}

class Finder {
 public:
  Finder(std::vector<Word> const& w, Tried& t) : words(w), sentence{w}, tried(t) {}

  // The longest phrase at `at` whose company lets it stand, with what it hangs on.
  bool item(std::uint32_t at, Item& out, int depth) const {
    auto const wanted = wanted_families(at);
    return wanted != 0 && item_of(wanted, at, out, depth);
  }

 private:
  bool item_of(unsigned wanted, std::uint32_t at, Item& out, int depth) const {
    auto& found = tried.at[depth];
    int count = 0;
    using Family = bool (*)(Place&, Place, Phrase&);
    constexpr Family families[] = {parse_absolute, parse_relative, parse_duration, parse_clock};
    for (std::size_t f = 0; f < std::size(families); ++f) {
      if ((wanted >> f & 1) == 0) continue;
      Place place = words.data() + at;
      if (!families[f](place, words.data() + words.size(), found[count].phrase)) continue;
      int k = count++;
      found[k].end = static_cast<std::uint32_t>(place - words.data());
      for (; k > 0 && found[k - 1].end < found[k].end; --k) std::swap(found[k], found[k - 1]);
    }
    bool best = false;
    for (int k = 0; k < count; ++k) {
      if (!best) {
        best = read(at, found[k], depth, out);
      } else if (Item next; read(at, found[k], depth, next) && next.end > out.end) {
        out = next;
      }
    }
    return best;
  }

  // The candidate with what it hangs on, if its company lets it stand. Only the links of `out` that it has are written.
  bool read(std::uint32_t at, Tried::Candidate const& candidate, int depth, Item& out) const {
    out.begin = at, out.end = candidate.end;
    out.chain[0] = candidate.phrase;
    out.links = 1;
    if (!complete(out, depth)) return false;
    bool const inner = depth > 0 && out.chain[0].container_only;
    return out.links > 1 || inner || stands(sentence, at, out.end, out.chain[0]);
  }

  static bool is_of_dates(Word const& w) {
    constexpr Classes no_date{Class::content};
    return w.little != 0 || (w.named & ~no_date.named) != 0;
  }
  // Which families can succeed at `at`, by the words near it: a bit each, in the order of `families`. Figures are everywhere in
  // prose, so they are tried only with a month, a unit or a sign of dates near.
  unsigned wanted_families(std::uint32_t at) const {
    constexpr unsigned absolute = 1, relative_and_duration = 6, clock = 8, reach = 6;
    // What may be a phrase by itself. "The", "last" and "several" lead to a further word of dates.
    constexpr Classes alone{Class::day_offset, Class::tonight,  Class::reference, Class::often,  Class::noon,
                            Class::month,      Class::weekday,  Class::weekdays,  Class::season, Class::decade,
                            Class::unit,       Class::day_part, Class::holiday,   Class::number, Class::ordinal};
    // What a number goes on with that is no year and no time of day.
    constexpr Classes behind_number{Class::unit,   Class::month, Class::shift, Class::era, Class::of,
                                    Class::hyphen, Class::slash, Class::point, Class::and_};
    constexpr Classes number{Class::number};
    auto const& w = words[at];
    bool const lone = alone.hold(w), number_alone = w.little == 0 && w.named == number.named;
    if (!lone && !(at + 1 < words.size() && is_of_dates(words[at + 1]))) return 0;
    bool const near = w.to_core <= reach && (!number_alone || (at + 1 < words.size() && behind_number.hold(words[at + 1])));
    if (!w.is(Class::number)) return near || w.is(Class::decade_letter) ? 15 : w.is(Class::apostrophe) ? absolute : 0;
    unsigned wanted = near ? relative_and_duration : 0;
    bool const year = w.spelled_year || w.digits >= 4 || w.decade_suffix;
    bool const sign = at + 1 < words.size() && words[at + 1].glued && (words[at + 1].little != 0 || words[at + 1].named != 0);
    if (near || year || sign) wanted |= absolute;
    bool const follows =
        sentence.any(at + 1, {Class::colon, Class::meridiem, Class::meridiem_letter, Class::point, Class::oclock,
                              Class::past_word, Class::to, Class::until, Class::hyphen, Class::dash, Class::tilde, Class::and_,
                              Class::in, Class::day_part, Class::unit, Class::number});
    bool const led = sentence.before(at, {Class::at, Class::about, Class::from, Class::between, Class::by, Class::before,
                                          Class::after, Class::day_part, Class::tonight, Class::for_});
    // Above 60 it takes its minutes along: "1140 a.m."
    bool const hour = w.whole < 60 || sentence.any(at + 1, {Class::meridiem, Class::point, Class::oclock, Class::unit});
    // Above twelve the word behind it says that it counts hours or minutes; spelled, "twenty to six" as well.
    constexpr Classes behind_minutes{Class::colon,     Class::meridiem, Class::meridiem_letter, Class::point, Class::oclock,
                                     Class::past_word, Class::unit};
    bool const counts_time = !number_alone || w.whole <= 12 || w.decimal ||
                             (at + 1 < words.size() && behind_minutes.hold(words[at + 1])) ||
                             (w.digits == 0 && sentence.any(at + 1, {Class::to}));
    bool const price = at > 0 && words[at - 1].money;  // "$5.10 on Friday"
    if ((follows || led || w.decimal) && hour && counts_time && !price) wanted |= clock;
    return wanted;
  }

  // Adds the container or anchor that the phrase needs. An offset without one counts from the date before.
  bool complete(Item& item, int depth) const {
    auto const& phrase = item.front();
    if (phrase.needs == Needs::nothing) {
      if (phrase.form == Form::calendar && phrase.month > 0 && phrase.year_kind == YearKind::none)
        add_year(item, depth);
      else if (phrase.form == Form::offset && words[item.end - 1].is(Class::ago))
        item.end = behind_today(item.end, depth);
      return true;
    }
    Item rest;
    if (depth + 1 < Item::deepest && item.end < words.size() && this->item(item.end, rest, depth + 1) &&
        may_hold(rest.front(), phrase.needs)) {
      // "64 days from May 3 to July 5" is a length and a range.
      auto const& p = rest.front();
      bool const from = words[item.end - 1].is(Class::from);
      if (from && rest.end < words.size() && (words[rest.end].is(Class::to) || words[rest.end].is(Class::until))) return false;
      // "ten years from January 2031", "$6,000 a year from 2027": a length and where it begins.
      bool const long_ = p.day == 0 || phrase.amounts[0].unit >= Grain::month;
      // "down a quarter from 2019": a share
      if (from && phrase.amounts[0].unit == Grain::quarter && words[item.begin].is(Class::a)) return false;
      if (from && long_ && p.form == Form::calendar && p.weekday == 0 && p.holiday < 0 && p.year_kind != YearKind::none)
        return false;
      for (int k = 0; k < rest.links && item.links < Item::deepest; ++k) item.chain[item.links++] = rest.chain[k];
      item.end = rest.end;
      return true;
    }
    if (phrase.needs == Needs::container) return false;
    // "the day before", "two years after": alone only where nothing follows that it could be counted from.
    item.front().needs = Needs::nothing;
    item.front().anaphoric = true;
    if (item.end >= words.size()) return true;
    auto const& next = words[item.end];
    return next.is(Class::comma) || next.is(Class::point) || next.is(Class::close) || next.is(Class::dash) ||
           next.is(Class::and_);
  }
  // "In May last year", "on Friday, May 3, last year", "on May 3 two years ago": the year as it is told from today.
  void add_year(Item& item, int depth) const {
    Item rest;
    auto at = item.end;
    if (at < words.size() && words[at].is(Class::comma) && item.front().day > 0) ++at;
    if (depth + 1 >= Item::deepest || at >= words.size()) return;
    auto const& next = words[at];
    if (!next.is(Class::shift) && !next.is(Class::number) && !next.is(Class::a)) return;
    if (!this->item(at, rest, depth + 1) || rest.links > 1) return;
    auto const& p = rest.front();
    bool const pointed = p.form == Form::pointer && p.grain == Grain::year;
    bool const counted =
        p.form == Form::offset && p.amount_count == 1 && p.amounts[0].unit == Grain::year && words[rest.end - 1].is(Class::ago);
    if (!pointed && !counted) return;
    item.front().form = Form::part, item.front().needs = Needs::container;
    item.chain[item.links++] = p;
    item.end = rest.end;
  }
  // "Two years ago this week", "a year ago today": the present that it is counted from.
  std::uint32_t behind_today(std::uint32_t at, int depth) const {
    Item now;
    if (depth + 1 >= Item::deepest || at >= words.size()) return at;
    if (!words[at].is(Class::shift) && !words[at].is(Class::day_offset)) return at;
    if (!this->item(at, now, depth + 1) || now.links > 1) return at;
    auto const& p = now.front();
    return p.form == Form::pointer && p.step == 0 && p.weekday == 0 ? now.end : at;
  }
  static bool may_hold(Phrase const& p, Needs needs) {
    if (p.form == Form::calendar || p.form == Form::pointer || p.form == Form::part) return true;
    return needs == Needs::anchor && (p.form == Form::reference || p.form == Form::offset);
  }

  std::vector<Word> const& words;
  Sentence sentence;
  Tried& tried;
};

}  // namespace

void find_items(std::vector<Word> const& words, Tried& tried, std::vector<Item>& out) {
  Finder const finder(words, tried);
  Item& item = tried.item;
  for (std::uint32_t at = 0, count = static_cast<std::uint32_t>(words.size()); at < count;) {
    if (!can_begin(words[at])) {
      ++at;
      continue;
    }
    // "4% more than a year ago": how much, and not how long.
    bool const compares = at > 0 && (words[at].is(Class::above) || words[at].is(Class::below)) &&
                          (words[at - 1].is(Class::number) || words[at - 1].measure);
    if (compares || !finder.item(at, item, 0)) {
      ++at;
      continue;
    }
    auto const& phrase = item.front();
    // "a month-long trial", "the Spring Offensive": the article belongs to the noun.
    bool const long_ = words[item.begin].is(Class::a) && words[item.end - 1].is(Class::long_);
    bool const named = phrase.form == Form::calendar && phrase.season > 0 && item.end - item.begin == 2 &&
                       words[item.begin].is(Class::the) && item.end < words.size() && words[item.end].is(Class::content);
    if (long_ || named) ++item.begin;
    out.push_back(item);
    at = item.end;
  }
}

}  // namespace counterclaim::dates
