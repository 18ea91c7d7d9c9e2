// Dates of the calendar: days, months, years, quarters, halves, seasons, decades, centuries, weeks and holidays.
#include <algorithm>
#include <utility>

#include "grammar/date_terminals.hpp"

namespace counterclaim::dates {
namespace {

constexpr bool plain(Word const& w) { return w.is(Class::number) && !w.decimal && !w.grouped && w.whole >= 0; }
constexpr bool year_like(Word const& w) {
  return w.spelled_year || (plain(w) && w.digits == 4 && !w.decade_suffix && w.whole >= 1000 && w.whole <= 2199);
}
constexpr bool day_like(Word const& w) {
  return (w.is(Class::ordinal) || (plain(w) && w.digits <= 2 && !w.decade_suffix)) && w.whole >= 1 && w.whole <= 31;
}
constexpr bool month_number(Word const& w) {
  return plain(w) && w.digits >= 1 && w.digits <= 2 && w.whole >= 1 && w.whole <= 12;
}
constexpr bool day_number(Word const& w) { return w.digits >= 1 && day_like(w); }
constexpr bool two_digits(Word const& w) { return plain(w) && w.digits == 2; }

constexpr auto put_year = [](Phrase& p, Word const& w) { p.year = w.whole, p.year_kind = YearKind::full; };
constexpr auto put_short = [](Phrase& p, Word const& w) { p.year = w.whole, p.year_kind = YearKind::two_digits; };
constexpr auto put_month = [](Phrase& p, Word const& w) { p.month = static_cast<std::int8_t>(w.whole); };
constexpr auto put_day = [](Phrase& p, Word const& w) { p.day = static_cast<std::int8_t>(w.whole); };
constexpr auto put_era = [](Phrase& p, Word const& w) {
  if (w.value(Class::era) < 0) p.year_kind = YearKind::before_christ;
};

constexpr auto year_figure = such<Class::number>(year_like, put_year);
constexpr auto short_year = such<Class::number>(two_digits, put_short);
constexpr auto month = word<Class::month>(put_month);
constexpr auto day = such<Class::number, Class::ordinal>(day_like, put_day);
constexpr auto weekday = word<Class::weekday>([](Phrase& p, Word const& w) { p.weekday = static_cast<std::int8_t>(w.whole); });
constexpr auto calendar = Say([](Phrase& p) { p.form = Form::calendar; });

constexpr auto era = word<Class::era>(put_era);
constexpr auto old_year =
    such<Class::number>([](Word const& w) { return plain(w) && w.digits >= 1 && w.digits <= 4 && w.whole >= 1; }, put_year) >>
    era;
constexpr auto apostrophe_year = mark<Class::apostrophe>() >>
                                 such<Class::number>([](Word const& w) { return w.glued && plain(w) && w.digits == 2; },
                                                     put_short);
constexpr auto year =
    attempt(old_year) |
    attempt(era >> such<Class::number>([](Word const& w) { return plain(w) && w.whole >= 1 && w.whole <= 2199; }, put_year)) |
    year_figure;
constexpr auto unit_word(Grain g) {
  return such<Class::unit>([g](Word const& w) { return w.unit == g; }, put_nothing);
}
constexpr auto year_word = unit_word(Grain::year);
constexpr auto said_year = -(the >> year_word) >> year;  // "(the year) 1950"
constexpr auto in_or_of = mark<Class::of>() | mark<Class::in>();
// What may stand between a month or a season and its year.
constexpr auto before_year = -(attempt(mark<Class::comma>()) | in_or_of | joiner);
constexpr auto year_behind = attempt(before_year >> (attempt(said_year) | attempt(mark<Class::of>() >> short_year)));
constexpr auto of_short_year = attempt(mark<Class::of>() >> short_year);

constexpr auto day_word = unit_word(Grain::day);
constexpr auto day_month = the >> day >> maybe(day_word) >> -(of | joiner) >> month;
// "October, 1st" and "October, 1 2019", but "in July, two ships", "in July, 12 ships": behind a comma a day is no word, and a
// bare figure only before a year.
constexpr auto year_next =
    attempt(-mark<Class::comma>() >> such<Class::number>([](Word const& w) { return plain(w) && w.digits == 4; }, put_nothing));
constexpr auto day_figure =
    such<Class::number, Class::ordinal>([](Word const& w) { return day_like(w) && w.digits > 0; }, put_day);
constexpr auto behind_comma = mark<Class::comma>() >>
                              (such<Class::ordinal>([](Word const& w) { return day_like(w) && w.digits > 0; }, put_day) |
                               (day_figure >> &year_next));
constexpr auto month_day = month >> (attempt(behind_comma) | attempt(-joiner >> the >> day));
// "May 1918" holds no day, though 19 could be one; "March 20" no year.
// "9:30"; in "left on May 9: 40 crates" what follows begins anew.
constexpr auto clock_colon = attempt(mark<Class::colon>() >> such([](Word const& w) { return w.glued; }, put_nothing));
constexpr auto not_time = !(clock_colon | mark<Class::meridiem>() | attempt(-mark<Class::the>() >> mark<Class::oclock>()));
// "In February four years ago", "in March two weeks after the vote": no day of the month.
constexpr auto not_counted = !attempt(
    mark<Class::unit>() >> (mark<Class::ago>() | mark<Class::earlier>() | mark<Class::later>() | mark<Class::after>()));
constexpr auto full_day = (attempt(day_month) | attempt(month_day >> not_time >> not_counted)) >>
                          -(of_short_year | year_behind);
constexpr auto month_of_year = month >> (of_short_year | year_behind);
// "2012, May", but "approved in 2012, may help"
constexpr auto sure_month = such<Class::month>([](Word const& w) { return w.capital || !w.ambiguous; }, put_month);
constexpr auto year_month = year_figure >> (attempt(mark<Class::comma>() >> sure_month) | attempt(-joiner >> month)) >>
                            !such<Class::number, Class::ordinal>(day_like, put_nothing);
constexpr auto year_month_day = year_figure >> -joiner >> month >> -joiner >> day;
constexpr auto month_year_day = month >> joiner >> year_figure >> joiner >> day;  // "September-2020-23"

// Figures: 2025-01-10, 2025/1/10, 10/01/2025, 23.04.2022, 5/3/18. Month first unless that cannot be.
constexpr auto glued = [](auto test) { return [test](Word const& w) { return w.glued && test(w); }; };
constexpr auto put_second = [](Phrase& p, Word const& w) {
  p.day = static_cast<std::int8_t>(w.whole);
  if (p.month > 12 || w.whole > 31) std::swap(p.month, p.day);
};
constexpr auto in_order = Holds([](Phrase const& p) { return p.month >= 1 && p.month <= 12 && p.day >= 1 && p.day <= 31; });
template <Class C>
constexpr auto separator() {
  return such<C>([](Word const& w) { return w.glued; }, put_nothing);
}
template <Class C>
constexpr auto figures() {
  return such<Class::number, Class::ordinal>(day_number, put_month) >> separator<C>() >>
         such<Class::number, Class::ordinal>(glued(day_number), put_second) >> separator<C>() >>
         (such<Class::number>(glued(year_like), put_year) | such<Class::number>(glued(two_digits), put_short)) >> in_order;
}
template <Class C>
constexpr auto iso_figures() {
  return year_figure >> separator<C>() >> such<Class::number>(glued(month_number), put_month) >> separator<C>() >>
         such<Class::number, Class::ordinal>(glued(day_number), put_day);
}
// "2007-08" is two years.
constexpr auto not_next_year = Holds([](Phrase const& p) { return p.month != (p.year + 1) % 100; });
constexpr auto iso_month = year_figure >>
                           separator<Class::hyphen>() >> such<Class::number>(glued(month_number), put_month) >> not_next_year >>
                           !separator<Class::hyphen>();
constexpr auto month_iso = such<Class::number>(month_number, put_month) >>
                           (separator<Class::hyphen>() | separator<Class::slash>()) >> such<Class::number>(glued(year_like),
                                                                                                           put_year) >>
                           !separator<Class::hyphen>();
constexpr auto compact = such<Class::number>(
    [](Word const& w) {
      int const m = w.whole / 100 % 100, d = w.whole % 100;
      return plain(w) && w.digits == 8 && w.whole / 10000 >= 1900 && w.whole / 10000 <= 2099 && m >= 1 && m <= 12 && d >= 1 &&
             d <= 31;
    },
    [](Phrase& p, Word const& w) {
      p.year = w.whole / 10000, p.year_kind = YearKind::full;
      p.month = static_cast<std::int8_t>(w.whole / 100 % 100), p.day = static_cast<std::int8_t>(w.whole % 100);
    });
constexpr auto day_month_pair = such<Class::number, Class::ordinal>(day_number, put_month) >>
                                (separator<Class::slash>() | separator<Class::hyphen>()) >>
                                such<Class::number, Class::ordinal>(glued(day_number), put_second) >> in_order;
// "7.6" is one figure: month and day only behind a weekday.
constexpr auto dotted_pair =
    such<Class::number>(
        [](Word const& w) {
          return w.decimal && w.digits >= 3 && w.digits <= 5 && w.amount < Decimal(32) && Decimal(1) < w.amount;
        },
        [](Phrase& p, Word const& w) {
          auto const hundredths = static_cast<int>(to_double(w.amount) * 100 + 0.5);
          p.month = static_cast<std::int8_t>(hundredths / 100);
          p.day = static_cast<std::int8_t>(hundredths % 100 % 10 == 0 ? hundredths % 100 / 10 : hundredths % 100);
          if (p.month > 12) std::swap(p.month, p.day);
        }) >>
    in_order;
constexpr auto in_figures = attempt(iso_figures<Class::hyphen>()) | attempt(iso_figures<Class::slash>()) |
                            attempt(figures<Class::slash>()) | attempt(figures<Class::hyphen>()) |
                            attempt(figures<Class::point>()) | attempt(compact) | attempt(month_iso) | attempt(iso_month);

constexpr auto one_day = attempt(year_month_day) | attempt(month_year_day) | attempt(full_day);
constexpr auto lone_day = the >>
                          such<Class::number, Class::ordinal>(
                              [](Word const& w) { return day_number(w) || (w.is(Class::ordinal) && day_like(w)); }, put_day);
// "On Monday 12 trucks burned", "ended Tuesday 9 percent lower": so many of them.
constexpr auto counted = such([](Word const& w) { return w.things || w.measure; }, put_nothing);
constexpr auto behind_weekday = -(mark<Class::comma>() | mark<Class::hyphen>());
constexpr auto weekday_in_brackets = -mark<Class::shift>() >> weekday >> mark<Class::open>() >> one_day >> mark<Class::close>();
constexpr auto weekday_date = -mark<Class::shift>() >> weekday >> behind_weekday >> the >>
                              (one_day | attempt(in_figures) | attempt(day_month_pair >> not_time) |
                               attempt(dotted_pair >> not_time) |
                               attempt(lone_day >> !(clock_colon | mark<Class::meridiem>() | mark<Class::meridiem_letter>() |
                                                     mark<Class::oclock>() | mark<Class::hyphen>() | mark<Class::dash>() |
                                                     mark<Class::to>() | mark<Class::unit>() | counted)));

// Quarters, halves, seasons, weeks.
constexpr auto fiscal = word<Class::fiscal>([](Phrase& p, Word const&) { p.fiscal = true; });
constexpr auto school = word<Class::school>([](Phrase& p, Word const&) { p.school = true; });
constexpr auto fiscal_year = (fiscal | school | mark<Class::calendar>()) >> -mark<Class::hyphen>() >>
                             (year_figure | short_year);
constexpr auto any_year = attempt(fiscal_year) | attempt(said_year);
constexpr auto quarter_figure =
    mark<Class::quarter_letter>() >>
    such<Class::number>([](Word const& w) { return w.glued && plain(w) && w.whole >= 1 && w.whole <= 4; },
                        [](Phrase& p, Word const& w) { p.quarter = static_cast<std::int8_t>(w.whole); });
constexpr auto half_figure =
    mark<Class::half_letter>() >>
    such<Class::number>([](Word const& w) { return w.glued && plain(w) && w.whole >= 1 && w.whole <= 2; },
                        [](Phrase& p, Word const& w) { p.half = static_cast<std::int8_t>(w.whole); });
constexpr auto quarter_words = the >> such<Class::ordinal>([](Word const& w) { return w.whole >= 1 && w.whole <= 4; },
                                                           [](Phrase& p, Word const& w) {
                                                             p.quarter = static_cast<std::int8_t>(w.whole);
                                                           }) >>
                               -mark<Class::hyphen>() >>
                               (attempt(fiscal >> unit_word(Grain::quarter)) | unit_word(Grain::quarter));
constexpr auto half_words =
    the >> (such<Class::ordinal>([](Word const& w) { return w.whole <= 2; },
                                 [](Phrase& p, Word const& w) { p.half = static_cast<std::int8_t>(w.whole); }) >>
                -mark<Class::hyphen>() >> mark<Class::half>() |
            word<Class::halfth>([](Phrase& p, Word const& w) { p.half = static_cast<std::int8_t>(w.value(Class::halfth)); }));
constexpr auto piece_of_year = attempt(quarter_figure) | attempt(half_figure);
constexpr auto quarter_or_half = attempt(piece_of_year >> maybe(before_year >> any_year)) |
                                 attempt(any_year >> -mark<Class::hyphen>() >> piece_of_year) |
                                 attempt((attempt(quarter_words) | attempt(half_words)) >> -in_or_of >> any_year) |
                                 attempt(quarter_words) | attempt(half_words >> !mark<Class::of>());
constexpr auto season = word<Class::season>([](Phrase& p, Word const& w) { p.season = static_cast<std::int8_t>(w.whole); });
constexpr auto season_of_year = attempt(the >> season >> (of_short_year | year_behind)) | attempt(year_figure >> season);
constexpr auto week_number = the >> unit_word(Grain::week) >> such<Class::number>(
                                                                  [](Word const& w) {
                                                                    return plain(w) && w.digits >= 1 && w.digits <= 2 &&
                                                                           w.whole >= 1 && w.whole <= 53;
                                                                  },
                                                                  [](Phrase& p, Word const& w) {
                                                                    p.week = static_cast<std::int8_t>(w.whole);
                                                                  }) >>
                             maybe(of >> said_year);

// Decades, centuries.
constexpr auto put_decade = [](Phrase& p, Word const& w) { p.decade = static_cast<std::int16_t>(w.whole / 10); };
constexpr auto decade =
    the >>
    (attempt(such([](Word const& w) { return w.decade_suffix && w.whole >= 10 && w.whole <= 2190; }, put_decade)) |
     attempt(such<Class::number>([](Word const& w) { return plain(w) && w.digits <= 4 && w.whole % 10 == 0 && w.whole > 0; },
                                 put_decade) >>
             such<Class::decade_letter>([](Word const& w) { return w.glued; }, put_nothing) >> era) |
     attempt(such<Class::number>([](Word const& w) { return plain(w) && w.digits == 4 && w.whole % 10 == 0 && w.whole > 0; },
                                 put_decade) >>
             mark<Class::decade_letter>()) |
     word<Class::decade>([](Phrase& p, Word const& w) { p.decade = static_cast<std::int16_t>(w.whole); })) >>
    maybe(era);
constexpr auto century = the >> such<Class::ordinal>([](Word const& w) { return w.whole >= 1 && w.whole <= 30; },
                                                     [](Phrase& p, Word const& w) {
                                                       p.century = static_cast<std::int16_t>(w.whole);
                                                     }) >>
                         -mark<Class::hyphen>() >> unit_word(Grain::century) >> maybe(era);

constexpr auto holiday_name = word<Class::holiday>([](Phrase& p, Word const& w) { p.holiday = w.holiday; });
constexpr auto weekend = such<Class::unit>([](Word const& w) { return w.unit == Grain::weekend && !w.plural; },
                                           [](Phrase& p, Word const&) { p.weekend = true; });
constexpr auto holiday = attempt(holiday_name >> weekend >> year_behind) |
                         attempt(the >> weekend >> of >> holiday_name >> maybe(year_behind)) |
                         attempt(holiday_name >> maybe(year_behind) >> maybe(weekend)) | attempt(year_figure >> holiday_name);

constexpr auto month_alone = month;
constexpr auto rest = attempt(in_figures) | attempt(weekday_in_brackets) | attempt(weekday_date) | one_day |
                      attempt(quarter_or_half) | attempt(week_number) | attempt(month_of_year) | attempt(year_month) |
                      season_of_year | holiday | attempt(century) | attempt(decade) | attempt(fiscal_year) |
                      attempt(said_year) | attempt(apostrophe_year);
// "early 2024", "mid-May", "the early 21st century", "the end of 1944", "late in the 1960s"
constexpr auto put_edge = [](Phrase& p, Word const& w) { p.edge = static_cast<Edge>(std::min(w.value(Class::early), 3)); };
constexpr auto early = word<Class::early>(put_edge) >> (attempt(mark<Class::hyphen>()) | attempt(mark<Class::in>()) | x3::eps);
// Alone these are dates only in company, which the caller judges: "the summer", "on the 20th".
constexpr auto lone_season = the >> season;
constexpr auto lone_ordinal = the >> such<Class::ordinal>([](Word const& w) { return w.digits > 0 && day_like(w); },
                                                          [](Phrase& p, Word const& w) { put_day(p, w), p.day_only = true; });
constexpr auto slashed_pair =
    such<Class::number, Class::ordinal>([](Word const& w) { return day_number(w); }, put_month) >>
    separator<Class::slash>() >> such<Class::number, Class::ordinal>(glued(day_number), put_second) >> in_order >>
    !separator<Class::slash>() >> Say([](Phrase& p) { p.weak = true; });
constexpr auto grammar = calendar >>
                         (attempt(the >> early >> (rest | attempt(the >> season) | attempt(the >> month_alone))) | rest |
                          attempt(month_alone) | attempt(lone_season) | attempt(lone_ordinal) | attempt(slashed_pair));

}  // namespace

bool parse_absolute(Place& first, Place last, Phrase& out) { return run(grammar, first, last, out); }

}  // namespace counterclaim::dates
