// Unit price times count is a total: "$180 for each of the 20 …, $3,600 in all", "30 units at $50 each, $1,500"; a monthly sum
// against a yearly one where the text says that the one makes the other.
#include <algorithm>
#include <array>
#include <set>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

enum Reading : int { product, quotient, loose, in_blocks, near_rate, alternative, at_rate, by_term };

constexpr PatternText texts[] = {
    // u unit price, n count, t total
    {"{u} ..3 in|on|for|per each of {n} ..6 ,|-|: ..3 {t} ..2 in all|total", product},
    {"{u} ..3 in|on|for|per each of {n} ..6 ,|-|: ..3 a total of {t}", product},
    {"{n} ..5 with|of|containing|holding {u} ..3 each ,|-|: ..3 a total of {t}", product},
    {"{n} ..5 with|of|containing|holding {u} ..3 each ,|-|: ..3 {t} ..2 in all|total", product},
    {"{n} ..5 with|of|containing|holding {u} ..3 each , or {t} ..3 ,|.|;", product},
    {"{n} ..5 with|of|containing|holding {u} ..3 each ( {t} ..3 )", product},
    {"{u} for|to each of {n} ..6 ,|-|: ..3 {t} in all|total", product},
    {"{u} for|to each of {n} ..6 ,|-|: ..3 {t} altogether|together|overall", product},
    {"{u} for|to each of {n} ..6 ,|-|: ..2 a total of {t}", product},
    {"{u} for|to each of {n} ..6 , which|that makes|means|gives|totals ..3 {t}", product},
    {"{u} for|to each of {n} ..6 , or|i.e. {t}", product},
    {"{n} ..5 at|for|costing|worth|weighing|of {u} each|apiece ..2 ,|-|: ..5 {t}", product},
    {"{n} ..5 at|for|costing|worth|weighing|of {u} each|apiece ..2 ,|(|- ..4 {t} in all|total", product},
    {"{n} ..5 at|for|costing|worth|weighing|of {u} each|apiece ..3 total|totals|makes|make|gives|comes|come|equals ..2 {t}",
     product},
    {"{n} ..5 at|for {u} each|apiece : {t}", product},
    {"{n} ..4 that|which give|gives|cost|costs|hold|holds|weigh|weighs|need|needs|pay|pays|make|makes {u} ..1 each|apiece ..3 "
     ",|- ..1 {t} ..2 in all|total",
     product},
    {"{u} ..2 for ..1 {n} ..3 ,|- a|an ..2 payroll|bill|total|cost|sum of {t}", loose},
    {"{t} ..2 in|into|across|over {n} ..2 ;|,|and|- ..2 a|an|each|one|every ..1 has|have|counts|gets|costs|takes|is ..1 {u} "
     "..2 "
     "average",
     near_rate},
    {"{n} ..5 at|for|costing|worth|weighing|of {u} ..2 each|apiece ..1 add|adds|added|amount|amounts|sum|come up? to ..1 {t}",
     product},
    {"{n} ..5 with|of|containing|holding {u} ..2 each "
     "has|have|hold|holds|offer|offers|give|gives|provide|provides|make|makes|total|totals ..1 {t}",
     loose},
    {"{n} ..3 {u} each|apiece ..2 {t} ..2 ,|.|;", loose},
    {"{t} ..3 in|into|over|across {n} ..3 of {u} ..2 each|apiece", loose},
    {"{t} ..3 in|into|across {n} ..1 of {u} .|,|;", in_blocks},
    {"{t} ..6 shared|split|divided ..1 equally|evenly? by|among|between ..1 {n} ..2 ,|; so|with ..1 each ..3 {u} .|,|;",
     quotient},
    {"{n} ..6 , ..1 which|that at ..1 {u} ..3 is|makes|comes|brings|means|adds|would up? to? ..2 {t}", loose},
    {"{n} ..5 at|for {u} each|apiece , ( {t} )", product},
    {"{n} ..5 , each ..3 {u} , ..3 total ..2 of {t}", product},
    {"{t} for {n} ..4 , or {u} each|apiece", product},
    {"{t} ..4 went|goes|go|going to ..1 {n} ..2 ,|- ..1 {u} ..1 each|apiece", quotient},
    {"{t} for {n} ..4 , or {u} per|a ..2", product},
    {"{t} ..4 divided|split|shared equally|evenly? among|between|by ..2 {n} ..4 ,|- ..6 {u} each|apiece", quotient},
    {"{n} ..3 at {u} ..1 come|comes|cost|costs|make|makes|total|totals to? ..2 {t}", product},
    {"{n} ..3 together ..3 {t} ..6 each|single ..4 {u}", quotient},
    {"{n} ..2 for {t} , ..1 {u} each|apiece", quotient},
    {"{n} ..4 share|split|divide|shared|split|divided ..1 {t} ..4 ,|and|; ..2 each|everyone ..5 {u}", quotient},
    {"{n} ..4 share|split|divide|shared|split|divided ..4 {t} ..4 ,|- or? ..2 {u} each|apiece", quotient},
    {"{t} ..6 shared|split|divided|borne|paid|met equally|evenly? by|among|between ..1 {n} ..2 , ..1 each of? which|whom? "
     "pays|pay|gives|bears|contributes|paying|giving|bearing ..1 {u} .|,",
     quotient},
    {"{n} ..3 {u} each|apiece to|covering|making cover|meet|raise|fund|find|pay|up? ..2 {t}", quotient},
    {"{n} ..2 cost|costs|for {t} , or? that? is? ..1 {u}", near_rate},
    {"{n} ..6 {t} ..2 ,|- ..1 average of {u} ..2 ,|.|;", near_rate},
    {"{n} ..8 {t} ..4 || the|its|their average ..3 was|is ..1 {u} ,|.|;", near_rate},
    {"{n} ..3 share|shares|stock at ..1 {u} ..1 , raising|bringing|fetching|earning|costing|yielding in? ..2 {t} ,|.|;", loose},
    {"{u} ..1 a|per|each share for ..2 {n} ..4 , ..1 valuing|putting|making ..4 {t} ,|.|;", loose},
    {"{n} ..4 , each ..1 rated|weighing|holding|drawing|costing|worth|carrying|seating|measuring|of|with at? ..1 {u} ..2 , "
     "for|or|giving|making|which ..4 {t} ..2 ,|.|;",
     loose},
    {"{t} ..3 {n} ..2 , so|thus each ..2 cost|costs|gets|receives ..1 {u}", near_rate},
    {"{t} ..3 over|in|on|at|from|across {n} ..2 ,|-|: or? ..1 average of {u} a|an|per|each", near_rate},
    {"{t} ..3 over|in|from|across {n} ..2 ,|-|: or? ..1 average of {u} ,|.|;", near_rate},
    {"{t} ..3 works|work|worked|comes|came|come out? at|to {u} for|per each? of? ..1 {n}", near_rate},
    {"{n} multiplied by {u} is|equals|makes|gives {t}", product},
    {"{u} ..3 ,|;|and ..1 {n} ..3 sold|bought|made|built|issued|taken ,|- ..1 "
     "bringing|earning|making|yielding|raising|fetching in? ..3 {t}",
     loose},
    {"each of ..1 the? {n} ..3 carries|holds|has|seats|takes|costs|weighs|pays|gets|receives|earns|houses|fits|draws|uses ..1 "
     "{u} ..3 , which|so|giving|that ..5 {t}",
     loose},
    {"{n} ..1 of {u} ..2 ,|- ..1 for|with? ..2 output|capacity|total|length|weight|volume of ..1 {t}", loose},
    {"{n} ..1 of {u} ..2 ,|-|: or? ..1 {t} ..1 in all|total", loose},
    {"{n} ..1 of {u} ..2 ,|-|: or? ..1 {t} ..1 altogether", loose},
    {"{u} ..4 ;|,|and|so ..3 {n} ..1 therefore|thus|hence ..2 {t} ..2 ,|.|;", loose},
    {"{u} ..4 || ..3 {n} ..1 therefore|thus|hence ..2 {t} ..2 ,|.|;", loose},
    {"{t} ..6 cut|divided|split|sliced|packed|poured|portioned|filled|bottled into {n} ..2 of {u} ,|.|;", loose},
    // "It takes 5,200 tonnes of steel. At a price of $3,100 a tonne the steel costs …"
    {"{n} ..6 || at ..4 {u} ,? ..5 cost|costs|bring|brings|brought|come|comes|came|make|makes|made|add|adds|earn|earns|earned "
     "up|in? to? ..1 {t}",
     loose},
    // looser wordings, which have to come near
    {"{n} ..5 at ..5 price|rate|cost|fee|charge|tariff of {u} ..3 "
     "come|comes|came|cost|costs|make|makes|total|totals|amount|amounts "
     "to? ..2 {t}",
     loose},
    {"{n} ..5 at|for|costing|worth {u} ..1 each|apiece ..2 ( ..2 {t} ..2 )", loose},
    {"{n} ..5 at|for|costing|worth {u} ..1 each|apiece ..2 ,|-|: ..1 or|making|so|thus|i.e.|together ..2 {t}", loose},
    {"{n} ..5 with|of|containing|holding {u} ..3 each|apiece ,|-|: ..1 or|so|thus|making|together ..1 {t}", loose},
    {"{n} ..5 with|of|containing|holding {u} ..3 each|apiece ,|-|: ..2 {t} ..2 in all|total", loose},
    {"{n} ..5 with|of|containing|holding {u} ..3 each|apiece ..1 ( ..2 {t} ..2 )", loose},
    {"{t} ..1 for|on ..1 {n} ..5 at {u} each|apiece", loose},
    {"{t} ..1 for|on ..1 {n} ..5 , ..1 {u} each|apiece", loose},
    {"at {u} , {n} ..4 bring|brings|brought|cost|costs|come|comes|make|makes|earn|earns in|to? ..2 {t}", loose},
    {"{n} ..4 at {u} ..3 , ..1 which|that ..1 makes|is|means|comes|adds|gives up? to? ..2 {t}", loose},
    {"{n} ..3 at {u} ..3 come|comes|came|cost|costs|make|makes|add|adds|total|totals up? to? ..2 {t}", loose},
    {"{u} ..2 ;|,|and ..2 using|with|of|needing {n} ..3 pays|costs|comes|needs to? ..1 {t} ,|.|;", loose},
    {"{n} ..3 at {u} ..3 the ..1 bill|cost|total|price is|was|comes to? ..1 {t}", loose},
    {"{u} each|apiece , ..2 {n} ..3 come|comes|came|cost|costs|make|makes|add|adds|amount|amounts|total|totals up? to? ..2 {t}",
     loose},
    {"{n} ..2 receive|receives|received|get|gets|earn|earns|pay|pays|bring|brings ..1 {t} at {u}", loose},
    {"{n} ..3 at {u} each|apiece ..5 pay|pays|paid|owe|owes|spend|spends|spent ..2 {t}", loose},
    {"{n} ..1 of {u} ..2 make|makes|equal|equals|give|gives {t}", loose},
    {"{n} ..6 || the average ..3 was|is {u} , ..1 which|that makes|gives|is|means|brings ..3 {t}", loose},
    {"{n} ..6 , ..1 average ..3 was|is|of {u} , ..1 which|that makes|gives|is|means|brings ..3 {t}", loose},
};

// Words for what is added to a product or taken from it.
bool is_adjusted(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const words{"discount", "rebate",   "shipping",     "plus",  "tax",      "vat",      "fees",  "delivery",
                             "deposit",  "setup",    "installation", "minus", "less",     "first",    "least", "from",
                             "average",  "averages", "without",      "with",  "includes", "including"};
  static WordId const before = find_word("before");
  auto const& items = c.row.items;
  for (auto i = first;
       i < last && i < items.size() && items[i].kind != ItemKind::sentence_end && items[i].kind != ItemKind::block_end; ++i)
    if (words.has(items[i].word) && !(i > first && items[i - 1].word == before)) return true;  // "before discounts"
  return false;
}
// A price a month makes no total a year; "at the annual rate of $600" says no more than the figure does.
bool other_period(Context const& c, Match const& m, Amount const& u, Amount const& t) {
  static WordSet const words{"hourly", "daily", "weekly", "monthly", "yearly", "annual"};
  static WordSet const prices{"rate", "fee", "price", "rent", "charge"};
  auto const pu = period_of(u.unit), pt = period_of(t.unit);
  for (auto i = m.begin; i < m.end; ++i) {
    bool const of_price = i + 1 < m.end && prices.has(c.row.items[i + 1].word) && pt.empty();
    if (words.has(c.row.items[i].word) && !of_price) return true;
  }
  return !pu.empty() && pu != pt;
}

// A sum for each period over a duration: "£1,200 a month. Over two years that makes £28,800".
constexpr PatternText term_texts[] = {
    {"{u} ..6 || over|for|in {s} that|this|it ..1 makes|comes|amounts|adds|is|means ..3 {t}", product},
    {"{u} ..4 over|for {s} ..2 makes|comes|amounts|adds ..3 {t}", product},
    {"{u} ..4 over|for {s} ,|- or|which|a ..4 {t}", product},
    {"{u} ..4 over|for {s} ,|- {t} in all|total", product},
    {"{u} ..4 || {s} ..1 would|will? come|comes|cost|costs|make|makes|add|adds|be|is up|out? to? ..1 {t}", by_term},
    {"{s} at {u} ,|- ..1 {t} altogether|overall", quotient},
    {"{s} at {u} ..2 || that|this|it ..1 makes|comes|amounts|adds|is|means ..3 {t}", quotient},
    {"{s} at {u} ..1 come|comes|cost|costs|make|makes|total|totals to? ..2 {t}", quotient},
};

// How many of the rate's periods a duration holds: "P2Y" in months 24; nothing where it is no plain number of them.
std::optional<Interval> periods_in(DateMention const& s, std::string_view period) {
  std::string_view const t = s.timex;
  if (t.size() < 3 || t[0] != 'P' || t[1] == 'T') return std::nullopt;
  auto const count = parse_decimal(t.substr(1, t.size() - 2));
  if (!count) return std::nullopt;
  std::string_view const own = t.back() == 'Y'   ? "yr"
                               : t.back() == 'M' ? "mo"
                               : t.back() == 'W' ? "wk"
                               : t.back() == 'D' ? "d"
                                                 : "";
  if (own.empty()) return std::nullopt;
  if (own == period || period.empty()) return Interval::exactly(*count);
  auto const each = periods(period, own);
  return each ? std::optional(scaled(*each, *count)) : std::nullopt;
}

constexpr PatternText rate_texts[] = {
    {"{u} ..4 ,|(|- or ..2 {t}", alternative},
    {"at {u} ,? ..4 pay|pays|earn|earns|cost|costs|make|makes|spend|spends|get|gets|is|comes|amounts to? ..2 {t}", at_rate},
    {"{u} ..4 ,|(|- ..2 which|that|adding|adds|amounts|works|comes|equals|makes|totals|totalling|totaling|equivalent ..4 {t}",
     product},
    {"{u} ..2 ,|(|- i.e. {t}", product},
};

// "26 by 33 millimetres, 858 square millimetres"
void find_areas(Context const& c) {
  static auto const patterns =
      compile(std::array<PatternText, 3>{{{"{a} ..1 by ..1 {b} ..3 ,|(|- or? ..2 {t}", 0},
                                          {"{a} ..1 by ..1 {b} ..3 for|giving|making|is|are ..2 {t}", 0},
                                          {"{a} long and ..1 {b} wide ,|(|- ..2 area|surface of ..1 {t}", 0}}});
  each_match(c, patterns, [&](Match const& m, int) {
    Amount a = figure(c, m, 'a'), b = figure(c, m, 'b');
    Amount const t = figure(c, m, 't');
    if (!same_kind(a, b) || a.unit == no_unit || t.unit == no_unit || dimension_of(a.unit) != "length" ||
        dimension_of(t.unit) != "area" || a.bound != Bound::exact || b.bound != Bound::exact)
      return false;
    auto const ratio = divide(unit(a.unit).factor * unit(a.unit).factor, unit(t.unit).factor);
    if (!ratio) return false;
    Interval const computed = scaled(tolerant(a) * tolerant(b), *ratio), stated = tolerant(t);
    Decimal const plain = middle(a) * middle(b) * *ratio;
    if (disjoint(stated, computed) && !is_near(middle(t), plain)) return false;
    std::string text = text_of(c, a) + " × " + text_of(c, b) + " is " + spoken(plain, t.unit, t.scale);
    if (disjoint(stated, computed)) text += ", not " + text_of(c, t);
    emit(c, EquationKind::product, t, stated, computed, text, {a.span, b.span});
    return true;
  });
}

// The product in the unit that the text tells it in: "8 megawatts" of so many watts each.
std::string in_unit_of(Amount const& told, Decimal made, Amount const& turned) {
  auto const ratio = told.unit == no_unit || turned.unit == no_unit || told.unit == turned.unit
                         ? std::nullopt
                         : divide(unit(turned.unit).factor, unit(told.unit).factor);
  if (!ratio) return spoken(made, turned.unit, turned.scale);
  return spoken(round_to(made * *ratio, std::min(told.place, 0) - 2), told.unit, told.scale);
}

}  // namespace

void find_products(Context const& c) {
  find_supplies(c);
  find_speeds(c);
  find_areas(c);
  static auto const patterns = compile(texts);
  static auto const rate_patterns = compile(rate_texts);
  std::set<std::int32_t> used;
  each_match(c, patterns, [&](Match const& m, int tag) {
    if (used.contains(m.at('t'))) return true;
    Amount u = figure(c, m, 'u'), n = figure(c, m, 'n'), t = figure(c, m, 't');
    // "Over twelve evenings" is as long as they were.
    static WordId const over = find_word("over");
    if ((tag == near_rate || tag == loose) && n.bound == Bound::above && n.counted &&
        c.tokens.tokens[std::size_t(c.row.items[std::size_t(m.at('n'))].first) - 1].word == over)
      n.bound = Bound::exact, n.value = Interval::exactly(middle(n));
    // "31 goals in 40 games, an average of": the games are no total
    static WordSet const over_these{"in", "over", "from", "across"};
    if (tag == near_rate && m.at('n') < m.at('t') && over_these.has(c.row.items[std::size_t(m.at('t')) - 1].word)) return false;
    if (tag == near_rate && disjoint(tolerant_exact(u) * tolerant_exact(n), tolerant(t)) &&
        told_as(c, std::size_t(m.at('u'))) == Told::plainly && u.unit != no_unit && rate_parts(u.unit).numerator == no_unit)
      return false;
    if (tag == loose && is_bare(u)) same_kind(t, u);  // "120 million euros in six instalments of 20 million each"
    bool const other_kind = u.unit != no_unit && t.unit == no_unit;  // "eight cards at $300 each": no money, no total
    // "64 nodes with eight cards each, 256 in all"
    bool const in_all = tag == product && u.counted && is_bare(t) && told_as(c, std::size_t(m.at('t'))) >= Told::as_result;
    bool const counts = u.counted && (t.counted || in_all);
    // "128 cores in eight blocks of 16": of what they are is told once
    bool const in_blocks_of = tag == in_blocks && is_bare(u) && u.bound == Bound::exact && n.counted && !is_bare(t);
    if (tag == in_blocks && !in_blocks_of) return false;
    if ((u.unit == no_unit && !counts && !in_blocks_of && !(tag == near_rate && t.unit == no_unit && t.counted)) ||
        other_kind || n.bound != Bound::exact || is_percent(u) || is_percent(t) || is_percent(n))
      return false;
    bool const apart = other_period(c, m, u, t);
    std::string const per_unit(u.unit == no_unit ? "" : unit(u.unit).symbol);
    if (per_unit.find('/') != per_unit.npos) u.unit = find_unit(per_unit.substr(0, per_unit.find('/')));
    if (!same_kind(u, t)) return false;
    Interval const each = tag == near_rate ? tolerant(u) : tolerant_exact(u);  // an average is rounded
    Interval const computed = each * tolerant_exact(n), stated = tolerant(t);
    if (!computed.low) return false;
    if (disjoint(stated, computed)) {
      if (apart) return false;
      Decimal const made = middle(u) * middle(n);
      bool const near = middle(t) <= made * Decimal(2) && made <= middle(t) * Decimal(2);
      if (tag == in_blocks && (!near || t.bound != Bound::exact)) return false;
      auto const place = [&](char name) { return std::size_t(m.at(name)); };
      auto const last = std::max({place('u'), place('n'), place('t')});
      if (is_adjusted(c, last, last + 7)) return false;
      if (tag == near_rate && (!near || u.bound != Bound::exact || t.bound != Bound::exact)) return false;
      if (tag == loose && (!near || t.bound != Bound::exact || is_adjusted(c, place('u'), place('t')))) return false;
    }
    std::string text = text_of(c, n) + " × " + text_of(c, u) + " is " + in_unit_of(figure(c, m, 't'), middle(n) * middle(u), t);
    if (disjoint(stated, computed)) text += ", not " + text_of(c, t);
    emit(c, EquationKind::product, t, stated, computed, text, {n.span, u.span});
    used.insert(m.at('t'));
    c.memory.multiplied.insert(t.span.begin);
    return true;
  });
  static auto const term_patterns = compile(term_texts);
  each_match(c, term_patterns, [&](Match const& m, int tag) {
    Amount u = figure(c, m, 'u'), t = figure(c, m, 't');
    DateMention const& s = c.mentions.dates[std::size_t(c.row.items[std::size_t(m.at('s'))].date)];
    if (used.contains(m.at('t')) || u.unit == no_unit || t.unit == no_unit) return false;
    std::string const symbol(unit(u.unit).symbol);
    auto const slash = symbol.find('/');
    if ((slash == symbol.npos) == (tag != quotient)) return false;
    auto const count = periods_in(s, slash == symbol.npos ? "" : std::string_view(symbol).substr(slash + 1));
    if (slash != symbol.npos) u.unit = find_unit(symbol.substr(0, slash));
    if (!count || !count->low || u.unit == no_unit || u.unit != t.unit) return false;
    Interval const computed = tolerant(u) * *count, stated = tolerant(t);
    if (tag == by_term && disjoint(stated, computed) && !is_near(middle(t), middle(u) * *count->low)) return false;
    std::string text =
        visible(c.article.view, s.at.span) + " at " + text_of(c, u) + " is " + spoken(middle(u) * *count->low, t.unit, t.scale);
    if (disjoint(stated, computed)) text += ", not " + text_of(c, t);
    emit(c, EquationKind::product, t, stated, computed, text, {u.span, s.at.span});
    used.insert(m.at('t'));
    c.memory.multiplied.insert(t.span.begin);
    return true;
  });
  each_match(c, rate_patterns, [&](Match const& m, int tag) {
    if (used.contains(m.at('t'))) return true;
    Amount const u = figure(c, m, 'u'), t = figure(c, m, 't');
    if (u.unit == no_unit) return false;
    auto const us = unit(u.unit).symbol, ts = t.unit == no_unit ? "" : unit(t.unit).symbol;
    auto const a = us.find('/'), b = ts.find('/');
    if (a == us.npos) return false;
    std::string_view own;  // the period of the second
    if (t.unit == no_unit && !t.counted)
      own = period_behind(c, std::size_t(m.at('t')) + 1);  // "7,700 a day"
    else if (b != ts.npos && us.substr(0, a) == ts.substr(0, b))
      own = ts.substr(b + 1);
    auto const count = periods(us.substr(a + 1), own), turned = periods(own, us.substr(a + 1));
    auto const value = count ? std::optional(tolerant(u) * *count) : turned ? divide(tolerant(u), *turned) : std::nullopt;
    auto const plain = count    ? std::optional(middle(u) * *count->low)
                       : turned ? divide(middle(u), *turned->high)
                                : std::nullopt;
    if (!value || !plain) return false;
    Interval const computed = *value, stated = tolerant(t);
    if (disjoint(stated, computed)) {
      if (*plain * Decimal(3) < middle(t) || middle(t) * Decimal(3) < *plain) return false;
      // "$12 a month, or $99 a year if paid at once": a price list
      if (tag == alternative &&
          (is_monetary(u.unit) || u.bound != Bound::exact || (t.bound != Bound::exact && t.bound != Bound::about)))
        return false;
      auto const next = std::size_t(m.at('t')) + 1;
      if (tag == at_rate && next < c.row.items.size() && c.row.items[next].kind == ItemKind::word) return false;
    }
    // "7,700 a day" says its period itself
    bool const bare = t.unit == no_unit;
    auto const per = [&](std::string_view period) {
      return !bare            ? ""
             : period == "yr" ? " a year"
             : period == "wk" ? " a week"
             : period == "d"  ? " a day"
             : period == "h"  ? " an hour"
                              : " a month";
    };
    auto const told = text_of(c, u), own_period = std::string(per(us.substr(a + 1)));
    std::string text = told + (told.ends_with(own_period) ? "" : own_period) + " is " +
                       spoken(round_to(*plain, std::min(bare ? 0 : -1, t.place - 1)), t.unit, t.scale) + per(own);
    if (disjoint(stated, computed)) text += ", not " + text_of(c, t);
    emit(c, EquationKind::product, t, stated, computed, text, {u.span});
    used.insert(m.at('t'));
    c.memory.multiplied.insert(t.span.begin);
    return true;
  });
}

}  // namespace counterclaim::equation
