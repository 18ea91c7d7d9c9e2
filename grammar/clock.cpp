// Times of day: "17:00 GMT", "6:52 a.m.", "quarter past seven", "noon", "in the morning".
#include <utility>

#include "grammar/date_terminals.hpp"

namespace counterclaim::dates {
namespace {

constexpr bool plain(Word const& w) {
  return w.is(Class::number) && !w.decimal && !w.grouped && !w.spelled_year && w.whole >= 0;
}
constexpr bool hour_like(Word const& w) { return plain(w) && w.digits <= 2 && w.whole <= 24; }
constexpr bool twelve_hours(Word const& w) { return hour_like(w) && w.whole >= 1 && w.whole <= 12; }
constexpr bool minutes_like(Word const& w) { return plain(w) && w.whole < 60; }

constexpr auto put_hour = [](Phrase& p, Word const& w) { p.hour = static_cast<std::int8_t>(w.whole); };
constexpr auto put_minute = [](Phrase& p, Word const& w) { p.minute = static_cast<std::int8_t>(w.whole); };
constexpr auto weak = Say([](Phrase& p) { p.weak = true; });
constexpr auto ambiguous = Say([](Phrase& p) { p.ambiguous_hour = p.hour >= 1 && p.hour <= 12; });

constexpr auto colon = such<Class::colon>([](Word const& w) { return w.glued; }, put_nothing);
constexpr auto two_minutes =
    such<Class::number>([](Word const& w) { return w.glued && plain(w) && w.digits == 2 && w.whole < 60; }, put_minute);
constexpr auto seconds =
    such<Class::number>([](Word const& w) { return w.glued && w.amount < Decimal(60) && w.digits >= 2; },
                        [](Phrase& p, Word const& w) { p.second = static_cast<std::int8_t>(w.decimal ? 0 : w.whole); });
constexpr auto full_meridiem =
    word<Class::meridiem>([](Phrase& p, Word const& w) { p.meridiem = static_cast<std::int8_t>(w.value(Class::meridiem)); });
constexpr auto letter_meridiem = such<Class::meridiem_letter>(
    [](Word const& w) { return w.glued; },
    [](Phrase& p, Word const& w) { p.meridiem = static_cast<std::int8_t>(w.value(Class::meridiem_letter)); });
constexpr auto meridiem = attempt(-mark<Class::point>() >> full_meridiem) | letter_meridiem;
constexpr auto zone =
    word<Class::zone>([](Phrase& p, Word const& w) { p.zone = static_cast<std::int16_t>(w.value(Class::zone)); });
constexpr auto open_zone = attempt(mark<Class::open>() >> zone >> mark<Class::close>()) | zone;

constexpr auto with_colon = such<Class::number>(hour_like, put_hour) >> colon >> two_minutes >> maybe(colon >> seconds) >>
                            (meridiem | ambiguous) >> -mark<Class::oclock>();
constexpr auto with_meridiem = such<Class::number>(twelve_hours, put_hour) >> meridiem;
// "1140 a.m.", "0730 hrs"
constexpr auto four_digits = such<Class::number>(
                                 [](Word const& w) {
                                   return plain(w) && w.digits >= 3 && w.digits <= 4 && w.whole < 2400 && w.whole % 100 < 60;
                                 },
                                 [](Phrase& p, Word const& w) {
                                   p.hour = static_cast<std::int8_t>(w.whole / 100);
                                   p.minute = static_cast<std::int8_t>(w.whole % 100);
                                 }) >>
                             (full_meridiem | attempt(-mark<Class::point>() >> full_meridiem) | mark<Class::oclock>() |
                              such<Class::unit>([](Word const& w) { return w.unit == Grain::hour && w.plural; }, put_nothing));
// "8.10 pm"; without am or pm in company only ("at 6.45")
constexpr auto with_point = such<Class::number>(
                                [](Word const& w) {
                                  if (!w.decimal || w.digits < 4 || w.digits > 5 || w.amount.exponent < -2 ||
                                      Decimal(24) < w.amount)
                                    return false;
                                  return static_cast<int>(to_double(w.amount) * 100 + 0.5) % 100 < 60;
                                },
                                [](Phrase& p, Word const& w) {
                                  auto const hundredths = static_cast<int>(to_double(w.amount) * 100 + 0.5);
                                  p.hour = static_cast<std::int8_t>(hundredths / 100);
                                  p.minute = static_cast<std::int8_t>(hundredths % 100);
                                }) >>
                            (meridiem | (weak >> ambiguous));
constexpr auto o_clock = such<Class::number>(twelve_hours, put_hour) >> mark<Class::oclock>() >> (meridiem | ambiguous);
constexpr auto noon = -such([](Word const& w) { return w.whole == 12; }, put_nothing) >>
                      word<Class::noon>([](Phrase& p, Word const& w) {
                        p.hour = static_cast<std::int8_t>(w.value(Class::noon) / 60);
                      });
constexpr auto minutes_to = Say([](Phrase& p) {
  p.hour = static_cast<std::int8_t>(p.hour > 1 ? p.hour - 1 : 12);
  p.minute = static_cast<std::int8_t>(60 - p.minute);
});
constexpr auto minute_word = such<Class::unit>([](Word const& w) { return w.unit == Grain::minute; }, put_nothing);
constexpr auto past_hour =
    (word<Class::clock_past>([](Phrase& p, Word const& w) {
       p.minute = static_cast<std::int8_t>(w.value(Class::clock_past));
     }) |
     attempt(such<Class::number>(minutes_like, put_minute) >> -minute_word >> mark<Class::past_word>())) >>
    (word<Class::noon>([](Phrase& p, Word const& w) { p.hour = static_cast<std::int8_t>(w.value(Class::noon) / 60 % 24); }) |
     (such<Class::number>(twelve_hours, put_hour) >> -mark<Class::oclock>() >> (meridiem | ambiguous)));
// "ten to six": spelled minutes that clocks are told by.
constexpr auto told_minutes = such<Class::number>(
    [](Word const& w) { return w.digits == 0 && plain(w) && (w.whole == 10 || w.whole == 20 || w.whole == 25); }, put_minute);
// "twenty to midnight"
constexpr auto before_noon = word<Class::noon>([](Phrase& p, Word const& w) {
  p.hour = static_cast<std::int8_t>(w.value(Class::noon) / 60 - 1);
  p.minute = static_cast<std::int8_t>(60 - p.minute);
});
constexpr auto to_hour = (word<Class::clock_to>([](Phrase& p, Word const& w) {
                            p.minute = static_cast<std::int8_t>(w.value(Class::clock_to));
                          }) |
                          attempt(such<Class::number>(minutes_like, put_minute) >> minute_word >> mark<Class::to>()) |
                          attempt(told_minutes >> mark<Class::to>())) >>
                         (before_noon | (such<Class::number>(twelve_hours, put_hour) >> -mark<Class::oclock>() >> minutes_to >>
                                         (meridiem | ambiguous)));
// In company: "tomorrow at seven thirty", "next month at 7", "five-thirty"
constexpr auto spelled_minutes =
    such<Class::number>([](Word const& w) { return w.digits == 0 && minutes_like(w) && w.whole >= 10; }, put_minute);
constexpr auto spoken = such<Class::number>([](Word const& w) { return w.digits == 0 && twelve_hours(w); }, put_hour) >>
                        -mark<Class::hyphen>() >> spelled_minutes >> -minute_word >> (attempt(meridiem) | (weak >> ambiguous));
constexpr auto bare = such<Class::number>(twelve_hours, put_hour) >> weak >> ambiguous;

constexpr auto early = -word<Class::early>([](Phrase& p, Word const& w) { p.edge = static_cast<Edge>(w.value(Class::early)); });
constexpr auto part = word<Class::day_part>([](Phrase& p, Word const& w) {
  p.part_of_day = w.part;
  p.weak = w.plural || w.ambiguous;
});
constexpr auto in_the_part = attempt(early >> mark<Class::in>() >> -mark<Class::the>() >> part) | attempt(early >> part);
constexpr auto strong = Say([](Phrase& p) { p.weak = false; });
constexpr auto time = attempt(with_colon) | attempt(four_digits) | attempt(with_meridiem) | attempt(with_point) |
                      attempt(o_clock) | attempt(past_hour) | attempt(to_hour) | attempt(noon) | attempt(spoken);
constexpr auto any_time = time | attempt(bare);
// "1.03–5.13" is a range of times with am or pm, or in company.
constexpr auto dotted = such<Class::number>([](Word const& w) { return w.decimal; }, put_nothing);
// "5 to 6pm", "10:30-noon", "between 1 and 3:45": the first hour is kept, the second is where it ends.
constexpr auto end_of_range = Say([](Phrase& p) {
  p.until_hour = p.hour, p.until_minute = p.minute, p.until_meridiem = p.meridiem;
  p.hour = p.minute = p.second = p.meridiem = -1;
});
constexpr auto swap_ends = Say([](Phrase& p) {
  std::swap(p.hour, p.until_hour), std::swap(p.minute, p.until_minute), std::swap(p.meridiem, p.until_meridiem);
  if (p.meridiem < 0 && p.until_meridiem >= 0 && p.hour <= 12)  // "5 to 6pm", but "11 to 1pm"
    p.meridiem = p.hour % 12 <= p.until_hour % 12 || p.until_meridiem == 0 ? p.until_meridiem : static_cast<std::int8_t>(0);
  if (p.until_meridiem < 0 && p.until_hour < p.hour && p.until_hour + 12 > p.hour)
    p.until_hour = static_cast<std::int8_t>(p.until_hour + 12);
  p.ambiguous_hour = p.meridiem < 0 && p.hour <= 12;
});
constexpr auto range_sign = mark<Class::to>() | mark<Class::until>() | mark<Class::hyphen>() | mark<Class::dash>() |
                            mark<Class::tilde>() | mark<Class::and_>();
constexpr auto strong_again = Say([](Phrase& p) { p.weak = false; });
constexpr auto strong_by_half = Say([](Phrase& p) { p.weak = p.weak && p.meridiem < 0; });
constexpr auto clock_range = (attempt(!dotted >> time >> end_of_range >> range_sign >> any_time >> strong_again) |
                              attempt(time >> end_of_range >> range_sign >> any_time >> strong_by_half) |
                              attempt(bare >> end_of_range >> strong_again >> range_sign >> time) |
                              attempt(bare >> end_of_range >> range_sign >> bare)) >>
                             swap_ends >> maybe(in_the_part);
constexpr auto lone_part = the >> (attempt(early >> part) | attempt(part));
constexpr auto grammar = Say([](Phrase& p) { p.form = Form::clock; }) >>
                         (attempt(to_hour >> in_the_part >> strong) | attempt(clock_range >> -open_zone) |
                          attempt(time >> in_the_part >> strong) |
                          attempt(bare >> mark<Class::in>() >> -mark<Class::the>() >> early >> part >> strong) |
                          attempt(the >> in_the_part >> mark<Class::at>() >> any_time >> strong) | attempt(time >> -open_zone) |
                          attempt(lone_part) | attempt(bare));

}  // namespace

bool parse_clock(Place& first, Place last, Phrase& out) { return run(grammar, first, last, out); }

}  // namespace counterclaim::dates
