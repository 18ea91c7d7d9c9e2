#include "grammar/date_joins.hpp"

#include "grammar/timex.hpp"

namespace counterclaim::dates {
namespace {

bool one_day(Item const& item) {
  auto const& p = item.front();
  if (p.form == Form::calendar) return p.day > 0 || p.holiday >= 0;
  if (p.form == Form::set)
    return p.weekday > 0 || p.often != nullptr || (p.amount_count == 1 && p.amounts[0].unit == Grain::day);
  if (p.form == Form::pointer) return p.weekday > 0 || p.grain == Grain::day || p.grain == Grain::day_part || p.holiday >= 0;
  return (p.form == Form::offset || p.form == Form::part) && p.part_of_day == 0;
}
bool has_hour(Item const& item) { return item.front().hour >= 0; }
bool is_date(Item const& item) {
  auto const f = item.front().form;
  return f == Form::calendar || f == Form::pointer || f == Form::part || f == Form::offset ||
         (f == Form::reference && item.front().step == 0);
}

// Only words of `classes` between `from` and `to`, at most three.
template <class Test>
bool gap(std::vector<Word> const& words, std::uint32_t from, std::uint32_t to, Test test) {
  if (to < from || to - from > 3) return false;
  for (auto at = from; at < to; ++at)
    if (!test(words[at])) return false;
  return true;
}
bool at_hour(Word const& w) {
  return w.is(Class::at) || w.is(Class::comma) || w.is(Class::for_) || w.is(Class::the) || w.is(Class::from) ||
         w.is(Class::between) || w.is(Class::in) || w.is(Class::about) || w.is(Class::before) || w.is(Class::after) ||
         w.is(Class::by) || w.is(Class::iso_t);
}
bool on_day(Word const& w) { return w.is(Class::on) || w.is(Class::comma) || w.is(Class::of); }
bool range_sign(Word const& w) {
  return w.is(Class::to) || w.is(Class::until) || w.is(Class::hyphen) || w.is(Class::dash) || w.is(Class::tilde);
}

class Joiner {
 public:
  Joiner(std::vector<Word> const& w, bool told, std::vector<Joined>& joined) : words(w), narrative(told), out(joined) {}

  void add(Item const& item) {
    if (!out.empty()) {
      auto& last = out.back();
      if (!last.clock && !last.end && (hour_of_day(last, item) || two_clocks(last, item))) return;
      if (range(last, item) || weekday_of(last, item)) return;
    }
    siblings(item);
    if (!out.empty() && range(out.back(), item)) return;
    auto& next = out.emplace_back(Joined{.item = item, .begin = item.begin, .finish = item.end});
    more_days(next);
  }

 private:
  bool hour_of_day(Joined& last, Item const& item) {
    auto const& clock = item.front();
    bool const company = !clock.weak || clock.until_hour >= 0 || led_hour(last.finish, item.begin);
    if (one_day(last.item) && !has_hour(last.item) && clock.form == Form::clock && company &&
        gap(words, last.finish, item.begin, at_hour)) {
      last.clock = item.front();
      last.finish = item.end;
      last_year(last);
      return true;
    }
    bool const strong = !last.item.front().weak || last.item.front().until_hour >= 0 || last.item.front().minute >= 0;
    // "The court ruled 5-4 on May 3"
    bool const on = item.begin > last.finish && words[last.finish].is(Class::on);
    bool const bare = (on || item.front().form == Form::calendar) && last.item.front().weak && last.item.front().minute < 0 &&
                      last.item.front().meridiem < 0 && last.item.front().until_hour >= 0 &&
                      !(last.begin > 0 && (at_hour(words[last.begin - 1]) || words[last.begin - 1].is(Class::between)));
    if (last.item.front().form == Form::clock && has_hour(last.item) && (strong || hour_of_part(last, item)) && !bare &&
        one_day(item) && !has_hour(item) && gap(words, last.finish, item.begin, on_day)) {
      last.clock = last.item.front();
      if (last.clock->part_of_day == 0 && last.clock->meridiem < 0) last.clock->part_of_day = item.front().part_of_day;
      last.item = item;
      last.finish = item.end;
      return true;
    }
    return false;
  }

  // "Shortly before seven on Tuesday morning", but not "killed seven on Tuesday morning"
  bool hour_of_part(Joined const& last, Item const& item) const {
    if (last.begin == 0 || item.front().part_of_day == 0 || item.begin <= last.finish) return false;
    auto const& lead = words[last.begin - 1];
    return lead.is(Class::at) || lead.is(Class::before) || lead.is(Class::after);
  }

  // "Fri Mar 13 08:21:47 2020"
  void last_year(Joined& last) const {
    auto& date = last.item.front();
    auto const at = last.finish;
    if (date.form != Form::calendar || date.month == 0 || date.year_kind != YearKind::none || at >= words.size()) return;
    if (words[at].digits != 4 || !words[at].is(Class::number) || words[at].whole < 1900 || words[at].whole > 2199) return;
    date.year = words[at].whole, date.year_kind = YearKind::full;
    last.finish = at + 1;
  }

  static bool bare_weekday(Item const& item) {
    auto const& p = item.front();
    return item.links == 1 && p.form == Form::pointer && p.weekday > 0 && p.grain == Grain::none && p.step == 0 &&
           !p.has_clock();
  }
  bool weekday_of(Joined& last, Item const& item) {
    auto const beside = [](Word const& w) { return w.is(Class::comma) || w.is(Class::on); };
    if (item.begin > last.finish + 1 || !gap(words, last.finish, item.begin, beside) || last.end || last.clock) return false;
    bool const first = bare_weekday(last.item) && item.front().form == Form::offset;
    if (!first && !(bare_weekday(item) && last.item.front().form == Form::offset)) return false;
    last.weekday = (first ? last.item : item).front().weekday;
    if (first) last.item = item;
    last.finish = item.end;
    return true;
  }

  // "from 6 in the evening until 1am", "in the morning at 9 o'clock"
  bool two_clocks(Joined& last, Item const& item) {
    auto& a = last.item.front();
    auto const& b = item.front();
    if (a.form != Form::clock || b.form != Form::clock || b.hour < 0 || b.weak || a.until_hour >= 0) return false;
    if (a.hour < 0 && a.part_of_day != 0 && gap(words, last.finish, item.begin, at_hour)) {
      auto const part = a.part_of_day;
      a = b;
      a.part_of_day = part;
    } else if (a.hour >= 0 && !narrative && item.begin == last.finish + 1 && ends_range(last, words[last.finish])) {
      a.until_hour = b.hour, a.until_minute = b.minute, a.until_meridiem = b.meridiem;
      if (b.meridiem < 0 && b.part_of_day != 0 && b.hour <= 12) a.until_meridiem = half_of_day(b);  // "six in the evening"
      if (a.meridiem < 0 && a.part_of_day == 0) a.meridiem = b.meridiem;
    } else {
      return false;
    }
    last.finish = item.end;
    return true;
  }
  bool ends_range(Joined const& last, Word const& sign) const {
    bool const between = last.begin > 0 && words[last.begin - 1].is(Class::between);
    return range_sign(sign) || (between && sign.is(Class::and_));
  }

  bool led_hour(std::uint32_t from, std::uint32_t to) const {
    for (auto at = from; at < to; ++at)
      if (at_hour(words[at]) && !words[at].is(Class::comma) && !words[at].is(Class::the) && !words[at].is(Class::in))
        return true;
    return false;
  }

  bool range(Joined& last, Item const& item) {
    if (narrative || last.end || !is_date(last.item) || !is_date(item) || item.begin != last.finish + 1) return false;
    if (!ends_range(last, words[last.finish])) return false;
    auto& first = last.item.front();
    if (first.day_only && first.month == 0 && item.front().month > 0) first.month = item.front().month, first.day_only = false;
    last.end = item;
    last.finish = item.end;
    return true;
  }

  bool day_number(std::uint32_t at) const {
    auto const& w = words[at];
    return (w.is(Class::ordinal) || (w.is(Class::number) && w.digits > 0)) && w.digits <= 2 && !w.decimal && w.whole >= 1 &&
           w.whole <= 31;
  }
  static bool list_sign(Word const& w) { return range_sign(w) || w.is(Class::and_) || w.is(Class::or_) || w.is(Class::comma); }

  // "8–9 January", "21 and 22 June", "between 4 and 11 of Sept": days before the item that share its month; "499–493 BC".
  void siblings(Item const& item) {
    auto const& p = item.front();
    auto const first = item.begin + (words[item.begin].is(Class::the) ? 1 : 0);
    bool const day = p.form == Form::calendar && p.day > 0 && p.month > 0 && p.weekday == 0 && day_number(first);
    bool const old = p.year_kind == YearKind::before_christ && p.month == 0 && p.season == 0 && p.edge == Edge::none;
    if ((!day && !old) || item.begin < 2 || !list_sign(words[item.begin - 1])) return;
    auto const at = item.begin - 2;
    auto const& w = words[at];
    if (!out.empty() && out.back().begin == at && out.back().item.front().form == Form::clock && out.back().item.front().weak)
      out.pop_back();
    if (!out.empty() && out.back().finish > at) return;
    bool const old_year = w.is(Class::number) && w.digits > 0 && w.digits <= 4 && !w.decimal && !w.grouped && w.whole > p.year;
    if ((day && !day_number(at)) || (old && (!old_year || words[item.begin - 1].is(Class::comma)))) return;
    if (at > 0 && (words[at - 1].money || words[at - 1].is(Class::month) || words[at - 1].is(Class::slash))) return;
    Joined next;
    next.item = item;
    if (day)
      next.item.chain[0].day = static_cast<std::int8_t>(w.whole);
    else
      next.item.chain[0].year = w.whole;
    next.item.begin = next.begin = at > 0 && words[at - 1].is(Class::the) ? at - 1 : at;
    next.item.end = next.finish = at + 1;
    out.push_back(next);
  }

  // "March 4–8, 1923", "May 6 and 7th", "1915–17": what follows the item and shares its month or century.
  void more_days(Joined& first) {
    auto const at = first.finish;
    if (at + 1 >= words.size() || first.item.front().form != Form::calendar) return;
    auto const& p = first.item.front();
    bool const dash = words[at].is(Class::hyphen) || words[at].is(Class::dash);
    std::uint32_t const the = words[at + 1].is(Class::the) && at + 2 < words.size() ? 2 : 1;
    auto const& w = words[at + the];
    // "ORLENA, March 4 - The eighth boat", "March 4 - 12 boats": the dash of a dateline
    bool const begins_anew = dash && (the > 1 || (!w.glued && at + 2 < words.size() && words[at + 2].is(Class::content)));
    if (begins_anew) return;
    if (p.month > 0 && p.day > 0 && p.year_kind == YearKind::none && words[first.item.end - 1].digits <= 2 &&
        day_number(at + the) &&
        (dash || ((words[at].is(Class::and_) || words[at].is(Class::to) || words[at].is(Class::until)) &&
                  (w.is(Class::ordinal) || at + 1 + the >= words.size() || !words[at + 1 + the].is(Class::content))))) {
      auto const behind = at + 1 + the;
      if (behind < words.size() &&
          (words[behind].is(Class::slash) || words[behind].is(Class::month) || words[behind].is(Class::unit) ||
           words[behind].is(Class::colon) || words[behind].is(Class::of)))
        return;
      Item next = first.item;
      next.chain[0].day = static_cast<std::int8_t>(w.whole);
      next.begin = at + 1, next.end = at + 1 + the;
      year_behind(next);
      if (next.chain[0].year_kind != YearKind::none)
        out.back().item.chain[0].year = next.chain[0].year, out.back().item.chain[0].year_kind = next.chain[0].year_kind;
      add(next);
      return;
    }
    bool const season = words[at].is(Class::slash) && w.whole == (p.year + 1) % 100;  // "2023/24"
    if (p.year_kind == YearKind::full && p.day == 0 && (dash || season) && w.is(Class::number) && w.glued && w.digits == 2 &&
        w.whole > p.year % 100 && !w.decimal &&
        !(at + 2 < words.size() && words[at + 2].glued && (words[at + 2].is(Class::hyphen) || words[at + 2].measure))) {
      Item next = first.item;
      next.chain[0] = {};
      next.chain[0].form = Form::calendar;
      next.chain[0].year_kind = YearKind::full;
      next.chain[0].year = p.year / 100 * 100 + w.whole;
      next.begin = at + 1, next.end = at + 2;
      add(next);
    }
  }

  void year_behind(Item& item) const {
    auto at = item.end;
    if (at < words.size() && words[at].is(Class::comma)) ++at;
    if (at >= words.size() || words[at].digits != 4 || !words[at].is(Class::number) || words[at].grouped || words[at].decimal)
      return;
    item.chain[0].year = words[at].whole;
    item.chain[0].year_kind = YearKind::full;
    item.end = at + 1;
  }

  std::vector<Word> const& words;
  bool narrative;
  std::vector<Joined>& out;
};

// "between May and July 1934", "27 June - 3 August 1961", "from the 11th to the 15th of October": the later date's year and
// month are the earlier one's as well.
void share_year(std::vector<Word> const& words, Joined& a, Joined const& b) {
  auto& from = a.item.front();
  auto const& to = b.item.front();
  if (a.end || from.form != Form::calendar || to.form != Form::calendar || b.begin != a.finish + 1 || to.month == 0) return;
  auto const& sign = words[a.finish];
  if (!range_sign(sign) && !sign.is(Class::and_) && !sign.is(Class::or_)) return;
  if (from.day_only && from.month == 0) from.month = to.month, from.day_only = false;
  if (from.month == 0 || from.year_kind != YearKind::none || to.year_kind != YearKind::full) return;
  from.year_kind = YearKind::full;
  from.year = to.year - (from.month > to.month ? 1 : 0);
}

}  // namespace

void join_items(std::vector<Word> const& words, std::vector<Item> const& items, bool narrative, std::vector<Joined>& out) {
  Joiner joiner(words, narrative, out);
  for (auto const& item : items) {
    if (!out.empty() && item.begin < out.back().finish) continue;  // already part of what was joined
    joiner.add(item);
  }
  for (std::size_t i = 0; i + 1 < out.size(); ++i) share_year(words, out[i], out[i + 1]);
  // Hours without am or pm are none when no date took them up.
  std::erase_if(out, [](Joined const& j) { return j.item.front().form == Form::clock && j.item.front().weak; });
}

void align_years(Point& from, Point& to) {
  if (!from.written || !to.written) return;
  bool const backwards = from.month > to.month;
  if (!from.year_written && to.year_written && from.month > 0 && to.month > 0) {
    from.year = to.year - (backwards ? 1 : 0);
    from.year_written = true;
  } else if (from.year_written && !to.year_written && to.month > 0) {
    to.year = from.year + (from.month > 0 && backwards ? 1 : 0);
    to.year_written = true;
  } else if (from.month > 0 && from.month == to.month && to.day > 0 && to.day < from.day && !to.year_written) {
    bool const december = to.month == 12;  // "from April 27 to the third"
    to.month = december ? 1 : to.month + 1;
    if (december && to.has_year()) ++to.year;
  } else if (!from.year_written && !to.year_written && from.has_year() && to.has_year() && from.month > 0 && to.month > 0) {
    to.year = from.year + (backwards ? 1 : 0);
  }
}

}  // namespace counterclaim::dates
