// Amounts of time as productions that the families share: "three hours and 26 minutes", "a year and a half", "several days".
#pragma once
#include "grammar/date_terminals.hpp"

namespace counterclaim::dates {

inline Amount& amount(Phrase& p) { return p.amounts[p.amount_count < max_amounts ? p.amount_count : max_amounts - 1]; }

inline constexpr auto plus = [](int digits, int exponent) {
  return Say([digits, exponent](Phrase& p) {
    auto& a = p.amounts[p.amount_count > 0 && p.amount_count <= max_amounts ? p.amount_count - 1 : 0];
    a.count = a.count + Decimal::scaled(digits, exponent);
  });
};
inline constexpr auto plus_here = [](int digits, int exponent) {
  return Say([digits, exponent](Phrase& p) { amount(p).count = amount(p).count + Decimal::scaled(digits, exponent); });
};
inline constexpr auto quarter_word =
    such<Class::unit>([](Word const& w) { return w.unit == Grain::quarter && !w.plural; }, put_nothing);
inline constexpr auto and_a = mark<Class::and_>() >> -mark<Class::a>();
inline constexpr auto half_here =
    attempt(and_a >> mark<Class::half>() >> plus_here(5, -1)) | attempt(and_a >> quarter_word >> plus_here(25, -2));
inline constexpr auto half_behind = attempt(and_a >> mark<Class::half>() >> !mark<Class::unit>() >> plus(5, -1)) |
                                    attempt(and_a >> quarter_word >> !mark<Class::unit>() >> plus(25, -2)) |
                                    attempt(-mark<Class::hyphen>() >> mark<Class::and_>() >> -mark<Class::hyphen>() >>
                                            mark<Class::a>() >> -mark<Class::hyphen>() >> mark<Class::half>() >> plus(5, -1));

inline constexpr auto number =
    such<Class::number>([](Word const& w) { return !w.decade_suffix; },
                        [](Phrase& p, Word const& w) { amount(p).count = w.amount, amount(p).vague = false; });
inline constexpr auto one = word<Class::a>([](Phrase& p, Word const&) { amount(p).count = Decimal(1); });
inline constexpr auto some = word<Class::vague>([](Phrase& p, Word const&) { amount(p).vague = true; });
inline constexpr auto pair = word<Class::couple>([](Phrase& p, Word const&) { amount(p).count = Decimal(2); });
inline constexpr auto half_a = mark<Class::half>() >> -mark<Class::hyphen>() >> -mark<Class::a>() >>
                               Say([](Phrase& p) { amount(p).count = Decimal::scaled(5, -1); });
inline constexpr auto a_half = attempt(-mark<Class::a>() >> half_a);

inline constexpr bool is_unit(Word const& w) {
  return w.is(Class::unit) && (!w.only_glued || w.glued) && w.unit != Grain::season;
}
inline constexpr auto put_unit = [](Phrase& p, Word const& w) {
  amount(p).unit = w.unit;
  if (p.amount_count < max_amounts) ++p.amount_count;
};
inline constexpr auto unit = such<Class::unit>(is_unit, put_unit);
inline constexpr auto unit_alone = such<Class::unit>(
    [](Word const& w) { return is_unit(w) && !w.only_glued && !w.plural && !w.is(Class::ordinal); }, put_unit);
inline constexpr auto unit_keep = such<Class::unit>([](Word const& w) { return is_unit(w) && !w.only_glued; }, put_unit);
inline constexpr auto plural_unit = such<Class::unit>([](Word const& w) { return w.plural; },
                                                      [](Phrase& p, Word const& w) { amount(p).vague = true, put_unit(p, w); });

inline constexpr auto count = attempt(number >> -half_here) | attempt(some) | attempt(pair) | a_half;
inline constexpr auto counted = (attempt(count >> -mark<Class::hyphen>() >> unit) | attempt(-mark<Class::a>() >> some >> unit) |
                                 attempt(one >> unit_alone)) >>
                                -half_behind;
// "41 seconds, 22 seconds ahead" are two lengths.
inline constexpr auto is_finer = Holds([](Phrase const& p) {
  return p.amount_count < 2 || p.amounts[p.amount_count - 1].unit < p.amounts[p.amount_count - 2].unit;
});
inline constexpr auto next_amount = comma >> -mark<Class::and_>() >> number >> -mark<Class::hyphen>() >> unit >> is_finer;
inline constexpr auto more_amounts = maybe(next_amount) >> maybe(next_amount) >> maybe(next_amount);

inline constexpr auto bound(Bound b) {
  return Say([b](Phrase& p) { p.bound = b; });
}
inline constexpr auto bound_words =
    (mark<Class::about>() >> bound(Bound::about)) | (mark<Class::above>() >> bound(Bound::above)) |
    (mark<Class::below>() >> bound(Bound::below)) | (mark<Class::exactly>() >> bound(Bound::exact));
inline constexpr auto bounded = -bound_words >> -bound_words;
inline constexpr auto length = attempt(bounded >> counted >> more_amounts);

}  // namespace counterclaim::dates
