#include "grammar/date_joins.hpp"

namespace counterclaim::dates {
namespace {

bool one_day(Item const& item) {
  auto const& p = item.front();
  if (p.form == Form::calendar) return p.day > 0 || p.holiday >= 0;
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
    Joined next;
    next.item = item;
    next.begin = item.begin, next.finish = item.end;
    if (!out.empty()) {
      auto& last = out.back();
      if (!last.has_clock && !last.has_end && hour_of_day(last, item)) return;
      if (range(last, item)) return;
    }
    siblings(item);
    if (!out.empty() && range(out.back(), item)) return;
    out.push_back(next);
    more_days(out.back());
  }

 private:
  bool hour_of_day(Joined& last, Item const& item) {
    auto const& clock = item.front();
    bool const company = !clock.weak || clock.until_hour >= 0 || led_hour(last.finish, item.begin);
    if (one_day(last.item) && !has_hour(last.item) && clock.form == Form::clock && company &&
        gap(words, last.finish, item.begin, at_hour)) {
      last.clock = item.front();
      last.has_clock = true;
      last.finish = item.end;
      return true;
    }
    bool const strong = !last.item.front().weak || last.item.front().until_hour >= 0;
    if (last.item.front().form == Form::clock && has_hour(last.item) && strong && one_day(item) && !has_hour(item) &&
        gap(words, last.finish, item.begin, on_day)) {
      last.clock = last.item.front();
      last.has_clock = true;
      last.item = item;
      last.finish = item.end;
      return true;
    }
    return false;
  }

  bool led_hour(std::uint32_t from, std::uint32_t to) const {
    for (auto at = from; at < to; ++at)
      if (at_hour(words[at]) && !words[at].is(Class::comma) && !words[at].is(Class::the) && !words[at].is(Class::in))
        return true;
    return false;
  }

  bool range(Joined& last, Item const& item) {
    if (narrative || last.has_end || !is_date(last.item) || !is_date(item) || item.begin != last.finish + 1) return false;
    auto const& sign = words[last.finish];
    bool const between = last.begin > 0 && words[last.begin - 1].is(Class::between);
    if (!range_sign(sign) && !(between && sign.is(Class::and_))) return false;
    last.end = item;
    last.has_end = true;
    last.finish = item.end;
    return true;
  }

  bool day_number(std::uint32_t at) const {
    auto const& w = words[at];
    return (w.is(Class::ordinal) || (w.is(Class::number) && w.digits > 0)) && w.digits <= 2 && !w.decimal && w.whole >= 1 &&
           w.whole <= 31;
  }
  static bool list_sign(Word const& w) { return range_sign(w) || w.is(Class::and_) || w.is(Class::or_) || w.is(Class::comma); }

  // "6–7 January", "18 and 19 June", "between 3 and 12 of Sept": days before the item that share its month.
  void siblings(Item const& item) {
    auto const& p = item.front();
    if (p.form != Form::calendar || p.day == 0 || p.month == 0 || p.weekday > 0 ||
        !day_number(item.begin + (words[item.begin].is(Class::the) ? 1 : 0)))
      return;
    auto const floor = out.empty() ? 0 : out.back().finish;
    if (item.begin < floor + 2 || !list_sign(words[item.begin - 1]) || !day_number(item.begin - 2)) return;
    auto const at = item.begin - 2;
    if (at > 0 && (words[at - 1].money || words[at - 1].is(Class::month))) return;
    sibling(item, at, at + 1);
  }

  // "March 5–9, 1918", "May 6 and 7th", "1915–17": what follows the item and shares its month or century.
  void more_days(Joined& first) {
    auto const at = first.finish;
    if (at + 1 >= words.size() || first.item.front().form != Form::calendar) return;
    auto const& p = first.item.front();
    bool const dash = words[at].is(Class::hyphen) || words[at].is(Class::dash);
    auto const& w = words[at + 1];
    if (p.month > 0 && p.day > 0 && p.year_kind == YearKind::none && words[first.item.end - 1].digits > 0 &&
        words[first.item.end - 1].digits <= 2 && day_number(at + 1) &&
        (dash || ((words[at].is(Class::and_) || words[at].is(Class::to)) &&
                  (w.is(Class::ordinal) || at + 2 >= words.size() || words[at + 2].is(Class::comma))))) {
      if (at + 2 < words.size() &&
          (words[at + 2].is(Class::month) || words[at + 2].is(Class::unit) || words[at + 2].is(Class::colon)))
        return;
      Item next = first.item;
      next.chain[0].day = static_cast<std::int8_t>(w.whole);
      next.begin = at + 1, next.end = at + 2;
      year_behind(next);
      if (next.chain[0].year_kind != YearKind::none)
        out.back().item.chain[0].year = next.chain[0].year, out.back().item.chain[0].year_kind = next.chain[0].year_kind;
      add(next);
      return;
    }
    if (p.year_kind == YearKind::full && p.day == 0 && dash && w.is(Class::number) && w.glued && w.digits == 2 &&
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

  void sibling(Item const& item, std::uint32_t begin, std::uint32_t end) {
    Joined next;
    next.item = item;
    next.item.chain[0].day = static_cast<std::int8_t>(words[begin].whole);
    next.item.begin = next.begin = begin > 0 && words[begin - 1].is(Class::the) ? begin - 1 : begin;
    next.item.end = next.finish = end;
    out.push_back(next);
  }

  std::vector<Word> const& words;
  bool narrative;
  std::vector<Joined>& out;
};

}  // namespace

void join_items(std::vector<Word> const& words, std::vector<Item> const& items, bool narrative, std::vector<Joined>& out) {
  Joiner joiner(words, narrative, out);
  for (auto const& item : items) {
    if (!out.empty() && item.begin < out.back().finish) continue;  // already part of what was joined
    joiner.add(item);
  }
  // Hours without am or pm are none when no date took them up.
  std::erase_if(out, [](Joined const& j) { return j.item.front().form == Form::clock && j.item.front().weak; });
}

void align_years(Point& from, Point& to, Reference const&) {
  if (!from.written || !to.written) return;
  bool const backwards = from.month > to.month;
  if (!from.year_written && to.year_written && from.month > 0 && to.month > 0) {
    from.year = to.year - (backwards ? 1 : 0);
    from.year_written = true;
  } else if (from.year_written && !to.year_written && to.month > 0) {
    to.year = from.year + (from.month > 0 && backwards ? 1 : 0);
    to.year_written = true;
  } else if (!from.year_written && !to.year_written && from.has_year() && to.has_year() && from.month > 0 && to.month > 0) {
    to.year = from.year + (backwards ? 1 : 0);
  }
}

}  // namespace counterclaim::dates
