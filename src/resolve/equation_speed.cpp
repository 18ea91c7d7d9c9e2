// A way, the time it took, and the speed that it makes: "240 kilometers in three hours, an average of 80 km/h".
#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

// l the way, b the time, v the speed
constexpr PatternText texts[] = {
    {"{l} ..4 in ..2 {b} ..5 ,|(|- ..1 at|or? ..1 average|averaging|mean|speed ..3 {v} on? average? ,|.|;|)", 0},
    {"{l} ..4 in ..2 {b} ..2 ,|(|- or|i.e.|that|at is? ..1 {v} on? average? ,|.|;|)", 0},
    {"{l} ..6 takes|took|needs|needed|lasts|lasted ..3 {b} ..5 ,|(|- ..1 at|or|for? ..1 average|averaging|mean|speed ..3 {v}",
     0},
    {"{b} ..2 for ..2 {l} ..5 ,|(|- ..1 at|or? ..1 average|averaging|mean|speed ..3 {v} on? average? ,|.|;|)", 0},
    {"{l} ..4 in ..2 {b} ..5 ; ..2 average|mean ..1 speed ..1 was|is|of ..1 {v} on? average? ,|.|;|)", 0},
    {"{l} ..4 in ..2 {b} ..3 || ..2 average|mean ..1 speed ..1 was|is ..1 {v} on? average? ,|.|;|)", 0},
};

// A time is told to its last unit or more roughly; what it took besides is not asked: a twentieth either way.
Interval roughly(Decimal seconds) {
  return {seconds * Decimal::scaled(95, -2), seconds * Decimal::scaled(105, -2), false, false};
}
Decimal factor_of(UnitId id) { return unit(id).factor; }

}  // namespace

void find_speeds(Context const& c) {
  static auto const patterns = compile(texts);
  each_match(c, patterns, [&](Match const& m, int) {
    Amount const l = figure(c, m, 'l'), b = figure(c, m, 'b'), v = figure(c, m, 'v');
    auto const is = [](Amount const& a, std::string_view dimension) {
      return a.unit != no_unit && dimension_of(a.unit) == dimension && a.bound == Bound::exact && a.value.is_point();
    };
    if (!is(l, "length") || !is(b, "time") || v.unit == no_unit || dimension_of(v.unit) != "speed" || v.bound == Bound::range)
      return false;
    Decimal const seconds = middle(b) * factor_of(b.unit);
    auto const scale = divide(factor_of(l.unit), factor_of(v.unit));
    if (seconds <= Decimal(0) || !scale) return false;
    auto const computed = divide(scaled(tolerant(l), *scale), roughly(seconds));
    auto const plain = divide(middle(l) * *scale, seconds);
    if (!computed || !plain) return false;
    Interval const stated = tolerant(v);
    if (disjoint(stated, *computed) && !is_near(middle(v), *plain)) return false;
    std::string text = text_of(c, l) + " in " + text_of(c, b) + " is " + spoken(round_to(*plain, -1), v.unit, v.scale);
    if (disjoint(stated, *computed)) text += ", not " + text_of(c, v);
    c.memory.multiplied.insert(l.span.begin);  // no speed times time is looked for
    emit(c, EquationKind::product, v, stated, *computed, text, {l.span, b.span});
    return true;
  });
}

}  // namespace counterclaim::equation
