// Dates counted from another one: "tomorrow", "last week", "the same day", "two years ago", "the end of the month".
#include "grammar/date_lengths.hpp"

namespace counterclaim::dates {
namespace {

constexpr auto form(Form f) {
  return Say([f](Phrase& p) { p.form = f; });
}
constexpr auto needs(Needs n) {
  return Say([n](Phrase& p) { p.needs = n; });
}
constexpr auto anaphor = Say([](Phrase& p) { p.anaphoric = true; });
constexpr auto put_grain = [](Phrase& p, Word const& w) { p.grain = w.unit; };
constexpr auto one_unit =
    such<Class::unit>([](Word const& w) { return !w.plural && !w.only_glued && !w.is(Class::ordinal); }, put_grain);
constexpr auto weekday = word<Class::weekday>([](Phrase& p, Word const& w) { p.weekday = static_cast<std::int8_t>(w.whole); });
constexpr auto month = word<Class::month>([](Phrase& p, Word const& w) { p.month = static_cast<std::int8_t>(w.whole); });
constexpr auto season = word<Class::season>([](Phrase& p, Word const& w) { p.season = static_cast<std::int8_t>(w.whole); });
constexpr auto holiday = word<Class::holiday>([](Phrase& p, Word const& w) { p.holiday = w.holiday; });
constexpr auto part =
    such<Class::day_part>([](Word const& w) { return !w.plural; }, [](Phrase& p, Word const& w) { p.part_of_day = w.part; });
constexpr auto day_part = -attempt(mark<Class::in>() >> -mark<Class::the>()) >> -mark<Class::early>() >> part;
constexpr auto of_day = maybe(day_part);

// "today pm"
constexpr auto of_day_half =
    word<Class::meridiem>([](Phrase& p, Word const& w) { p.part_of_day = w.value(Class::meridiem) == 0 ? 1 : 2; });
constexpr auto shift = word<Class::shift>([](Phrase& p, Word const& w) {
  p.step = static_cast<std::int8_t>(w.value(Class::shift));
  // "The previous year", "the last year" may count from what was told; "the current year" is the writer's.
  p.anaphoric = w.is(Class::anaphoric) || (p.anaphoric && !w.is(Class::reference));
  p.calendar_step = !w.is(Class::past_word) && !w.is(Class::tense);
});
constexpr auto same = word<Class::same>([](Phrase& p, Word const&) { p.anaphoric = true; });
constexpr auto today = word<Class::day_offset>([](Phrase& p, Word const& w) {
  p.grain = Grain::day;
  p.step = static_cast<std::int8_t>(w.value(Class::day_offset));
  p.from_now = true;
});
constexpr auto tonight = word<Class::tonight>([](Phrase& p, Word const&) {
  p.grain = Grain::day;
  p.part_of_day = 4;
});
constexpr auto day_grain = Say([](Phrase& p) { p.grain = Grain::day_part; });
constexpr auto the_anaphor = word<Class::the>([](Phrase& p, Word const&) { p.anaphoric = true; });
// What "last", "this", "next" and "that" can stand before.
constexpr auto target = attempt(one_unit >> -mark<Class::hyphen>() >> maybe(mark<Class::on>()) >> weekday) |
                        attempt(!mark<Class::day_part>() >> one_unit >> !part) | attempt(weekday >> of_day) | month | season |
                        holiday | attempt(mark<Class::early>() >> part >> day_grain) | (part >> day_grain);
constexpr auto after_next = the >> one_unit >> (mark<Class::after>() | mark<Class::before>()) >> shift >>
                            Say([](Phrase& p) { p.step = static_cast<std::int8_t>(p.step * 2), p.anaphoric = false; });
constexpr auto pointer = (attempt(today >> (of_day_half | of_day)) | tonight | attempt(-the_anaphor >> shift >> target) |
                          attempt(the >> same >> target) | attempt(weekday >> of_day)) >>
                         form(Form::pointer);

// "earlier this month", "later that year", "early in the week", "the end of the month", "end of year"
constexpr auto put_early =
    word<Class::early>([](Phrase& p, Word const& w) { p.edge = static_cast<Edge>(w.value(Class::early)); });
constexpr auto put_edge = word<Class::edge>([](Phrase& p, Word const& w) {
  p.edge = w.value(Class::edge) == 4 ? Edge::none : static_cast<Edge>(w.value(Class::edge));
});
constexpr auto the_unit = -the_anaphor >> one_unit;
constexpr auto the_container = mark<Class::the>() >> anaphor >> one_unit >> form(Form::pointer) >>
                               Say([](Phrase& p) { p.container_only = true; });
constexpr auto the_weekend = mark<Class::the>() >>
                             such<Class::unit>([](Word const& w) { return w.unit == Grain::weekend && !w.plural; },
                                               put_grain) >>
                             form(Form::pointer);
constexpr auto early_pointer = put_early >> -mark<Class::hyphen>() >> -mark<Class::in>() >>
                               (attempt(pointer) |
                                attempt(mark<Class::the>() >> anaphor >> (one_unit | season) >> form(Form::pointer)));
constexpr auto edge_unit = the >> put_edge >> -mark<Class::of>() >> the_unit >> form(Form::pointer);

// "two days later", "three years ago", "a week before", "the day after"; an anchor may follow before, after and from.
constexpr auto some_length = attempt(length) | attempt(bound_words >> plural_unit) | plural_unit;
constexpr auto backwards = Say([](Phrase& p) { p.direction = -1; });
constexpr auto forwards = Say([](Phrase& p) { p.direction = 1; });
constexpr auto now = Say([](Phrase& p) { p.from_now = true; });
constexpr auto ago = mark<Class::ago>() >> backwards >> now;
constexpr auto from_now =
    such<Class::later>([](Word const& w) { return w.value(Class::later) == 2; }, put_nothing) >> forwards >> now;
constexpr auto later = mark<Class::later>() >> forwards >> !mark<Class::in>();
constexpr auto earlier = mark<Class::earlier>() >> backwards;
constexpr auto before = mark<Class::before>() >> backwards >> needs(Needs::anchor);
constexpr auto starting = word<Class::starting>([](Phrase& p, Word const&) { p.from_start = true; });
constexpr auto after = (starting | mark<Class::after>() | mark<Class::from>()) >> forwards >> needs(Needs::anchor);
constexpr auto unit_amount =
    such<Class::unit>([](Word const& w) { return !w.plural && !w.only_glued && !w.is(Class::ordinal); }, put_unit);
constexpr auto the_day_after = mark<Class::the>() >> unit_amount >> (before | after);
constexpr auto offset = ((some_length >> (ago | from_now | later | earlier | before | after)) | attempt(the_day_after)) >>
                        form(Form::offset);

// "the first week of", "the last three months of", "the 15th day of", "Tuesday of", "the night of", "the rest of"
constexpr auto put_nth = [](Phrase& p, Word const& w) { p.nth = static_cast<std::int8_t>(w.is(Class::shift) ? -1 : w.whole); };
constexpr auto nth = such<Class::ordinal>([](Word const& w) { return w.whole >= 1 && w.whole <= 53; }, put_nth) |
                     such<Class::shift>([](Word const& w) { return w.value(Class::shift) == -1; }, put_nth);
constexpr auto of_container = mark<Class::of>() >> needs(Needs::container) >> form(Form::part);
constexpr auto half_nth = the >>
                          (such<Class::ordinal>([](Word const& w) { return w.whole <= 2; },
                                                [](Phrase& p, Word const& w) { p.half = static_cast<std::int8_t>(w.whole); }) >>
                               mark<Class::half>() |
                           word<Class::halfth>([](Phrase& p, Word const& w) {
                             p.half = static_cast<std::int8_t>(w.value(Class::halfth));
                           }));
constexpr auto nth_units = the >> nth >> (attempt(counted) | unit_amount);
constexpr auto week_number = the >>
                             such<Class::unit>([](Word const& w) { return w.unit == Grain::week && !w.plural; }, put_nothing) >>
                             such<Class::number>([](Word const& w) { return w.digits > 0 && w.whole >= 1 && w.whole <= 53; },
                                                 put_nth) >>
                             Say([](Phrase& p) { p.amounts[0].unit = Grain::week, p.amount_count = 1; });
constexpr auto quarter_nth = mark<Class::quarter_letter>() >>
                             such<Class::number>([](Word const& w) { return w.glued && w.whole >= 1 && w.whole <= 4; },
                                                 put_nth) >>
                             Say([](Phrase& p) { p.amounts[0].unit = Grain::quarter, p.amount_count = 1; });
constexpr auto day_word = such<Class::unit>([](Word const& w) { return w.unit == Grain::day && !w.plural; }, put_nothing);
constexpr auto day_number = the >>
                            such<Class::ordinal>([](Word const& w) { return w.whole <= 31; },
                                                 [](Phrase& p, Word const& w) { p.day = static_cast<std::int8_t>(w.whole); }) >>
                            maybe(day_word);
// "the night of", "the early morning hours of"
constexpr auto the_part = the >> maybe(put_early) >> part >>
                          -such<Class::unit>([](Word const& w) { return w.unit == Grain::hour && w.plural; }, put_nothing);
constexpr auto month_day = month >> such<Class::number, Class::ordinal>(
                                        [](Word const& w) {
                                          return w.whole >= 1 && w.whole <= 31 && w.digits <= 2 &&
                                                 (w.is(Class::ordinal) || (w.is(Class::number) && !w.decimal));
                                        },
                                        [](Phrase& p, Word const& w) { p.day = static_cast<std::int8_t>(w.whole); });
constexpr auto day_month = such<Class::number, Class::ordinal>(
                               [](Word const& w) {
                                 return w.whole >= 1 && w.whole <= 31 && w.digits <= 2 &&
                                        (w.is(Class::ordinal) || (w.is(Class::number) && !w.decimal));
                               },
                               [](Phrase& p, Word const& w) { p.day = static_cast<std::int8_t>(w.whole); }) >>
                           -mark<Class::of>() >> month;
constexpr auto nth_weekday = the >> nth >> weekday >> (mark<Class::of>() | mark<Class::in>()) >> needs(Needs::container) >>
                             form(Form::part);
// "The last weeks of 2021", "the first days of March"
constexpr auto some_units = such(
    [](Word const& w) {
      return w.is(Class::unit) && w.plural && !w.only_glued &&
             (w.unit == Grain::day || w.unit == Grain::week || w.unit == Grain::month);
    },
    put_nothing);
constexpr auto last_units = such([](Word const& w) { return w.is(Class::shift) && w.value(Class::shift) < 0; },
                                 [](Phrase& p, Word const&) { p.edge = Edge::end; }) >>
                            some_units;
constexpr auto first_units = such([](Word const& w) { return w.is(Class::ordinal) && w.whole == 1; },
                                  [](Phrase& p, Word const&) { p.edge = Edge::start; }) >>
                             some_units;
constexpr auto part_of =
    (attempt(the >> put_edge) | attempt(the >> last_units) | attempt(the >> first_units) | attempt(month_day) |
     attempt(day_month) | attempt(half_nth) | attempt(nth_units) | attempt(weekday) | attempt(month) | attempt(week_number) |
     attempt(quarter_nth) | attempt(the >> season) | attempt(the_part) | attempt(day_number)) >>
    of_container;
constexpr auto early_in = put_early >> mark<Class::in>() >> needs(Needs::container) >> form(Form::part);

constexpr auto reference = form(Form::reference) >> word<Class::reference>([](Phrase& p, Word const& w) {
                             p.step = static_cast<std::int8_t>(w.value(Class::reference));
                           });
constexpr auto grammar = attempt(after_next >> form(Form::pointer)) | attempt(offset) | attempt(nth_weekday) |
                         attempt(edge_unit) | attempt(part_of) | attempt(early_pointer) | attempt(pointer) | attempt(early_in) |
                         attempt(the_weekend) | attempt(the_container) | attempt(reference);

}  // namespace

bool parse_relative(Place& first, Place last, Phrase& out) { return run(grammar, first, last, out); }

}  // namespace counterclaim::dates
