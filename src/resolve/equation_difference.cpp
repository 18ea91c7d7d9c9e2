// X minus Y: what is left, by how much one leads.
#include <algorithm>
#include <optional>
#include <set>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

enum Reading : int { remainder, lead, majority, negative, profit, rest, counted_lead, set_apart, lead_of_two, short_of };

constexpr PatternText texts[] = {
    {"{x} ..6 || ..14 {y} of it|them|that|this|these|those ..6 ,|- which|that|this leaves|left|leave ..3 {z}", remainder},
    {"{x} ..6 || ..14 {y} of it|them|that|this|these|those ..6 ,|- leaving ..3 {z}", remainder},
    {"{y} of its|their|the|his|her|our {x} ..12 ,|- ..2 leaves|leaving|left|leave ..4 {z}", rest},
    {"{x} ..4 , of which|whom ..6 {y} ..4 ,|- ..1 leaving|leaves|left|leave ..4 {z}", rest},
    {"{x} ..14 {y} of it|them|which|whom ..8 ,|- ..2 leaving|leaves|left|leave ..3 {z}", remainder},
    {"of {x} ..8 , ..8 {y} ..8 ,|- ..2 leaving|leaves ..3 {z}", remainder},
    {"pay|pays|paid|spend|spends|spent|cost|costs|buy|bought ..3 {x} ..6 and|,|but ..4 sold|sell|sells|resold|resells ..4 {y} "
     "..4 ,|- ..2 profit|gain|loss|surplus|return of "
     "..1 "
     "{z}",
     profit},
    {"from {x} ..4 to {y} ..3 , which|that|this saves|save|saved|adds|added|frees ..3 {z}", remainder},
    {"{x} minus|less {y} ..2 leaves|is|equals|gives|makes|= ..1 {z}", remainder},
    {"{x} {y} ..2 leaves|is|equals|gives|makes|= ..1 {z}", negative},  // "900", "minus 250"
    {"{x} - {y} = {z}", remainder},
    {"{y} ..3 subtracted|deducted from {x} ..3 leaves|gives|is {z}", remainder},
    {"{x} ..3 to|against|versus|- {y} ..1 , a|by ..3 lead|gap|margin|difference of ..1 {z}", lead},
    {"{x} ..3 to|against|versus|- {y} ..1 , a|by ..3 majority of ..1 {z}", majority},
    {"lead|gap|margin|difference of {z} , {x} ..3 to|against|versus|- {y}", lead},
    {"win|wins|won|lead|leads|led|lose|loses|lost|beat|beats|defeated ..4 by {z} ..2 ,|:|( taking|with|polling|winning? {x} "
     "..3 "
     "to|against|versus|- {y}",
     lead},
    {"{x} ..3 to|against|versus ..3 {y} ..1 , a|by ..3 lead|gap|margin|difference of ..1 {z}", lead},
    {"{y} of the ..1 {x} ..6 ;|,|and ..2 {z} are|is|remain|remains|have|still ..1 still|yet|left|to|.", remainder},
    {"{x} ..2 , of which|whom {y} ..4 and {z} remain|remains", remainder},
    {"{y} of ..1 {x} ..8 owes|owe|owed|remains|remain|remained|left ..2 {z}", remainder},
    {"{x} ..8 {y} ..3 , ..2 which|that leaves|left|puts ..4 {z} ahead|behind|clear|apart|short", lead},
    {"{x} ..3 and|but ..3 costs|cost|expenses|spending|outlays ..4 {y} ..2 ,|- ..2 leaves|leaving|left|leave|for|a ..2 "
     "profit|surplus|loss|deficit|shortfall of {z}",
     lead},
    {"lead|gap|margin|difference of {z} ..1 ( {x} ..3 to|against|versus|- {y} )", lead},
    {"by {z} ..2 ,|:|( ..1 {x} to|- {y}", counted_lead},
    {"margin|majority|lead|difference of {z} ..2 ,|:|( ..1 {x} ..2 for|in ..2 and|to|with {y} against|opposed", lead},
    {"majority of {z} ..2 ,|:|( {x} to|- {y}", counted_lead},
    {"{x} ..3 and|but|while|; ..4 {y} ..2 ,|- a|for|giving|with ..3 lead|gap|margin|difference|advantage|surplus of ..1 {z}",
     lead_of_two},
    {"{x} ..2 , {z} ..2 "
     "@more|@less|above|below|heavier|lighter|longer|shorter|taller|faster|slower|older|younger|dearer|cheaper "
     "than|the|its ..5 {y}",
     set_apart},
    {"{x} ..2 , {z} ..2 ahead|clear|behind|short of? ..4 {y}", set_apart},
    {"{x} is|are|was|were {z} @more|@less than ..4 {y}", set_apart},
    {"{x} ..4 || ..4 {y} ..2 , {z} @more|@less|behind|ahead|short ,|.|;", set_apart},
    {"{x} ..4 and|;|but|, ..4 {y} ..2 , {z} @more|@less|behind|ahead|short ,|.|;", set_apart},
    {"spend|spends|spent|paid|pays|pay ..1 {x} ..6 and|,|but ..4 {y} ..4 ,|- a|for ..1 net ..2 of ..1 {z}", lead},
    {"of ..1 {x} ..3 , ..2 {y} ..5 ;|,|and ..2 {z} ..1 are|is|were ..1 left|remaining|free|unsold|empty|vacant|over", rest},
    {"{x} ..4 ;|,|and|but ..4 {y} ..4 and ..3 {w} ..4 ,|- so|leaving|leaves|which ..3 {z} ..2 "
     "left|remain|remaining|free|unsold|.",
     rest},
    {"of ..1 {x} ..3 , ..2 {y} ..5 ;|,|and ..2 {z} remain|remains ,|.|;", rest},
    {"{y} of the|its|their {x} ..5 and|; ..2 the other|remaining {z}", rest},
    {"by ..1 {z} ,? ..1 to ..2 {y} ,? from ..2 {x}", lead},
    {"with ..1 {y} ..6 {z} short of ..2 {x}", short_of},
    {"{x} ..6 close|closes|cut|cuts|shut|sell|sells|sold|scrap|lose|loses|lost|closed ..1 {y} ..1 , which ..1 "
     "leave|leaves|left ..2 {z}",
     rest},
    {"{y} ..4 and|, ..1 {x} ..4 ;|,|and|: ..4 saves|saved|gains|gained ..1 {z}", lead_of_two},
    {"{x} , ..1 is|was {z} @more|@less than ..4 {y} ,|.|;", set_apart},
    {"{y} ..3 instead of ..2 {x} ,|- a|an saving|gain|cut|drop of ..1 {z}", lead},
    {"{x} ..3 instead of ..2 {y} ,|- a|an loss|increase|rise|delay of ..1 {z}", lead},
    {"{y} ..6 , ..1 {z} short of ..2 {x} ..2 needed|required|necessary|target|goal", short_of},
    {"by ..1 {z} ,? from ..2 {x} to ..2 {y}", lead},
    {"from ..2 {x} by ..1 {z} to ..2 {y}", lead},
    {"{x} ..4 ;|, ..2 {y} ..4 , which|that leaves ..2 {z}", rest},
    {"{x} ..4 and|but ..2 cost|costs|spent ..2 {y} ..2 ,|- which? that? left|leaves|leave|leaving ..4 {z}", rest},
};

// As a change from the one to the other.
bool is_told_already(Context const& c, Amount const& z) {
  return std::any_of(c.out.begin() + std::ptrdiff_t(c.memory.claims), c.out.end(),
                     [&](Claim const& claim) { return claim.kind == ClaimKind::equation && claim.span.begin == z.span.begin; });
}

// "54 points, nine ahead of Vale on 48", "480 grams, 120 less than the old one's 600": by the unit of the two, of one thing of
// each, and no change between times told apart.
bool sets_apart(Context const& c, Match const& m, Amount const& x, Amount const& y, Amount const& z) {
  if (x.bound != Bound::exact || y.bound != Bound::exact || z.bound != Bound::exact || x.share || y.share) return false;
  if (is_multiple(z) || is_percent(z) != is_percent(x)) return false;
  WordId const head = counted_head(c, x), other = counted_head(c, y), own = counted_head(c, z);
  auto const alike = [](WordId a, WordId b) { return a == unknown_word || b == unknown_word || a == b; };
  if (!alike(head, other) || !alike(head, own) || !alike(other, own)) return false;
  if (x.unit == no_unit && head == unknown_word && other == unknown_word) return false;
  Decimal const apart = abs(middle(x) - middle(y));
  if (apart.is_zero() || !is_near(middle(z), apart)) return false;
  static WordSet const others{"combined", "together", "average", "both", "each"};
  for (auto i = m.begin; i < m.end; ++i)
    if (others.has(c.row.items[i].word)) return false;
  auto const behind = std::size_t(std::max({m.at('x'), m.at('y'), m.at('z')})) + 1;
  // "nine more than the 45 before last week": what follows tells the second apart
  return behind >= c.row.items.size() || c.row.items[behind].amount < 0;
}

}  // namespace

void find_differences(Context const& c) {
  static auto const patterns = compile(texts);
  std::set<std::int32_t> used;
  each_match(c, patterns, [&](Match const& m, int tag) {
    if (used.contains(m.at('z'))) return true;
    Amount x = figure(c, m, 'x'), y = figure(c, m, 'y'), z = figure(c, m, 'z');
    if (x.bound == Bound::range || y.bound == Bound::range || z.bound == Bound::range) return false;
    if (tag == negative) {
      if (!middle(y).is_negative() || middle(x).is_negative()) return false;
      y.value = scaled(y.value, -1);
      ++y.first;
    }
    // "By 14 votes, 52 to 48"
    if (tag == counted_lead) {
      static WordSet const counted{"vote", "point", "goal", "run", "seat", "ballot", "basket", "try", "game", "set", "frame"};
      if (!counted.has(counted_head(c, z)) || z.bound != Bound::exact || x.counted || x.scale != y.scale) return false;
      if (is_percent(x) != is_percent(y) && !is_bare(y)) return false;
      if (c.mentions.quantities[std::size_t(z.mention)].change != Change::level) return false;
    }
    // "By four points, 51 percent to 45"
    static WordId const point = find_word("point");
    if ((tag == lead || tag == counted_lead) && is_percent(x) && z.unit == no_unit && counted_head(c, z) == point) {
      z.unit = x.unit;
      if (y.unit == no_unit && !y.counted) y.unit = x.unit;
    }
    if (is_percent(z) != is_percent(x) && !is_points(z)) return false;
    UnitId const points = is_points(z) ? z.unit : no_unit;
    if (points != no_unit) z.unit = x.unit;
    // "Half of the 64 teams go out, which leaves 32": so much of it
    std::optional<Interval> taken;
    if (is_percent(y) && !is_percent(x)) {
      Decimal const hundredth = Decimal::scaled(1, -2);
      taken = scaled(stated_share(c, y) * tolerant_exact(x), hundredth);
      Decimal const made = round_to(middle(as_percent(y)) * middle(x) * hundredth, std::min(z.place, 0) - 1);
      y = x, y.value = Interval::exactly(made), y.span = figure(c, m, 'y').span;
    }
    if (!same_kind(x, y) || !same_kind(x, z)) return false;
    if (middle(x) < middle(y)) std::swap(x, y);
    Interval computed = tolerant_exact(x) - (taken ? *taken : tolerant_exact(y));
    Amount w;  // "35 died and 20 were sold, so …"
    if (m.at('w') >= 0) {
      w = figure(c, m, 'w');
      if (w.bound == Bound::range || !same_kind(x, w)) return false;
      computed = computed - tolerant_exact(w);
    }
    Interval const stated = tolerant_exact(z);
    bool const wrong = disjoint(stated, computed);
    auto const next = std::size_t(m.at('z')) + 1;
    if (tag == profit && wrong && next < c.row.items.size() && c.row.items[next].kind == ItemKind::word) return false;
    if (tag == rest && wrong) {  // what is left is of the same things
      if (middle(z) >= middle(x)) return false;
      WordId const head = counted_head(c, z), whole = counted_head(c, x);
      if (head != unknown_word && whole != unknown_word && head != whole && head != counted_head(c, y)) return false;
    }
    if (tag == majority && disjoint(stated, computed)) return false;
    if (tag == lead_of_two && (!are_only_pair(c, m) || !sets_apart(c, m, x, y, z))) return false;
    if ((tag == set_apart || tag == lead) && is_told_already(c, z)) return false;
    if (tag == set_apart && wrong && !sets_apart(c, m, x, y, z)) return false;
    if (tag == short_of && wrong && !is_near(middle(z), middle(x) - middle(y))) return false;
    bool const third = m.at('w') >= 0;
    Decimal const plain = middle(x) - middle(y) - (third ? middle(w) : Decimal(0));
    if (third && wrong && !is_near(middle(z), plain)) return false;
    std::string text = text_of(c, x) + " less " + (taken ? text_of(c, figure(c, m, 'y')) : text_of(c, y));
    if (third) text.append(" less ").append(text_of(c, w));
    text.append(" is ").append(spoken(plain, z.unit, z.scale));
    if (disjoint(stated, computed)) text += ", not " + text_of(c, z);
    emit(c, EquationKind::difference, z, stated, computed, text, {x.span, y.span});
    used.insert(m.at('z'));
    return true;
  });
}

}  // namespace counterclaim::equation
