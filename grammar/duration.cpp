// Lengths of time and what recurs: "112 days", "three hours and 26 minutes", "the past three weeks", "every Monday", "daily".
#include "grammar/date_lengths.hpp"

namespace counterclaim::dates {
namespace {

constexpr auto form(Form f) {
  return Say([f](Phrase& p) { p.form = f; });
}
constexpr auto period_step = such<Class::shift>([](Word const& w) { return w.value(Class::shift) != 0; },
                                                [](Phrase& p, Word const& w) {
                                                  p.step = static_cast<std::int8_t>(w.value(Class::shift));
                                                  p.anaphoric |= w.is(Class::anaphoric);
                                                });
// "the past two weeks", "next few days", "the three previous months"
constexpr auto period = the >> (attempt(period_step >> (attempt(count >> -mark<Class::hyphen>() >> unit) | plural_unit) >>
                                        more_amounts) |
                                attempt(count >> period_step >>
                                        such<Class::unit>([](Word const& w) { return is_unit(w) && w.plural; }, put_unit))) >>
                        form(Form::period);

constexpr auto years_old = counted >> (attempt(-mark<Class::hyphen>() >> mark<Class::old>()));
constexpr auto unit_long = unit_alone >> -mark<Class::hyphen>() >> mark<Class::long_>();
constexpr auto all_unit = mark<Class::whole>() >> unit_alone;
constexpr auto vague_units = Say([](Phrase& p) { p.weak = true; }) >> plural_unit;
constexpr auto duration = (attempt(the >> length >> -mark<Class::hyphen>() >> mark<Class::long_>()) |
                           attempt(bounded >> years_old) | length | attempt(unit_long) | attempt(all_unit) |
                           attempt(bound_words >> plural_unit) | attempt(vague_units)) >>
                          form(Form::duration);

constexpr auto put_weekday = [](Phrase& p, Word const& w) { p.weekday = static_cast<std::int8_t>(w.whole); };
constexpr auto put_part = [](Phrase& p, Word const& w) { p.part_of_day = w.part; };
constexpr auto recurring = word<Class::weekday>(put_weekday) | word<Class::weekdays>(put_weekday) |
                           word<Class::day_part>(put_part) |
                           word<Class::month>([](Phrase& p, Word const& w) { p.month = static_cast<std::int8_t>(w.whole); }) |
                           word<Class::season>([](Phrase& p, Word const& w) { p.season = static_cast<std::int8_t>(w.whole); }) |
                           word<Class::holiday>([](Phrase& p, Word const& w) { p.holiday = w.holiday; });
constexpr auto every = word<Class::every>([](Phrase& p, Word const& w) {
  p.amounts[0].count = Decimal(w.value(Class::every));
  p.step = static_cast<std::int8_t>(w.value(Class::every));
});
constexpr auto every_unit = every >> (attempt(counted) | unit_keep);
constexpr auto weekday_part = word<Class::weekdays>(put_weekday) >>
                              -such<Class::day_part>([](Word const& w) { return w.plural; }, put_part);
constexpr auto day_parts = word<Class::weekday>(put_weekday) >>
                           such<Class::day_part>([](Word const& w) { return w.plural; }, put_part);
constexpr auto parts = -mark<Class::in>() >> the >>
                       such<Class::day_part>([](Word const& w) { return w.plural && w.unit != Grain::night; }, put_part);
constexpr auto weekends = -mark<Class::whole>() >>
                          such<Class::unit>([](Word const& w) { return w.unit == Grain::weekend && w.plural; }, put_unit);
constexpr auto set = (attempt(every_unit) | attempt(every >> recurring) |
                      attempt((mark<Class::times_a>() | mark<Class::per>()) >> unit_alone) |
                      word<Class::often>([](Phrase& p, Word const& w) { p.often = w.row; }) | attempt(day_parts) |
                      attempt(weekday_part) | attempt(weekends) | attempt(parts)) >>
                     form(Form::set);
constexpr auto grammar = attempt(set) | attempt(period) | attempt(duration);

}  // namespace

bool parse_duration(Place& first, Place last, Phrase& out) { return run(grammar, first, last, out); }

}  // namespace counterclaim::dates
