// "72 of the 160 wrecks, 45%": a part, its whole, and its share of it.
#include <algorithm>
#include <set>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

constexpr PatternText texts[] = {
    {"{a} of|out of? ..1 {b} ..4 ,|(|- or? ..2 {p} ,|)|.|;|-", 0},
    {"{b} ..6 , of which|whom ..5 {a} ..3 ,|( or? ..1 {p} ,|)|.|;|-", 0},
    {"{b} ..6 , of which|whom ..5 {a} ..3 ,|:|-|( a ..1 turnout|share|quota|rate of ..1 {p}", 0},
    {"{b} ..6 , ..2 {a} of which|whom|them ..1 ,|( or? ..2 {p} ,|)|.|;|-", 0},
    {"{b} ..6 , ..1 {p} of which|whom|them ,|(|- or? ..1 {a} ..1 ,|)|.|;|-", 2},
    {"{b} ..3 , {p} of it ,|(|- or? ..1 {a} ..1 ,|)|.|;|-", 2},
    {"{b} ..6 , of which|whom ..1 {p} ,|(|- or? ..1 {a} ,|)|.|;|-", 2},
    {"of ..1 {b} ..4 , {p} ,|(|- or ..1 {a}", 1},
    {"of ..1 {b} ..4 {a} ..6 ,|(|- ..1 that|which is|was|makes|means|are ..1 {p} ,|)|.|;|-", 1},
    {"of ..1 {b} ..4 {a} ..6 ,|(|- or? ..1 {p} ,|)|.|;|-", 1},
    {"{a} of|out of? ..1 {b} ..10 ,|(|- which|that|or is|was|are|makes|means ..1 {p} ,|)|.|;|-", 2},
    {"{a} of|out of? ..1 {b} ..10 ,|- for a|an ..3 rate|share|score|turnout|quota|ratio|accuracy of ..1 {p}", 2},
    {"{a} of|out of? ..1 {b} ..4 ,|(|- a|an ..2 efficacy|effectiveness|efficiency|yield|occupancy|accuracy|rate of ..1 {p} "
     ",|)|.|;",
     2},
    {"{a} in {b} ,|( or? ..2 {p} ,|)|.|;", 0},
    {"{a} / {b} ,|( {p} ,|)|.|;", 0},
    {"{p} ,|- or ..1 {a} of|out of? ..1 {b}", 0},
    {"{p} ( ..1 {a} of|out|/ of? ..1 {b} ..4 )", 0},
    {"{p} ( ..1 {a} / {b} )", 0},
    {"{p} of ..2 {b} ..3 , or ..1 {a} ..2 ,|.|;", 0},
    {"{p} of ..2 {b} ..3 ( ..1 {a} ..2 )", 0},
    {"{a} of|out of? ..1 {b} ..4 || that|this is|makes|means|was ..2 {p} .", 0},
    {"{a} of|out of? ..1 {b} ..4 || that|this is|makes|means|was a ..1 fall|drop|loss|decline|cut|reduction|share|rate of ..1 "
     "{p} .|,",
     0},
    {"{a} of|out of? ..1 {b} ..5 ,|(|- or? ..2 {p} of them|those|all ,|)|.|;|-", 0},
    {"{a} of the|its|their|a ..2 ' ..1 {b} ..5 ,|(|- or? ..2 {p} ,|)|.|;|-", 0},
    {"{a} of the|its|their|a ..2 ' ..1 {b} ..5 ,|(|- or? ..2 {p} of them|those|all ,|)|.|;|-", 0},
    {"{a} of|out of? ..1 {b} ..5 ,|(|- or? ..2 {p} of the ..1 ,|)|.|;|-", 0},
    {"{p} : ..1 {a} of|out of? ..4 {b}", 0},
    {"{p} full|empty|occupied|taken|complete|finished :|,|(|- or? ..1 {a} of|out of? ..4 {b}", 0},
    {"{a} ..2 ,|( or? ..1 {p} of ..4 {b}", 2},
    {"{p} of ..2 {b} ..2 ,|(|- or? ..1 {a} ..2 ,|)|-", 2},
    {"{b} ..8 {a} ..3 ,|-|( or? ..1 {p} of ..1 capacity|target|limit|total", 2},
    {"of ..5 {b} ..4 , {a} ..5 ,|(|- or? ..1 {p} ,|)|.|;|-", 1},
    {"{b} ..6 || of these|those|them ,? ..1 {a} ..6 ,|(|- ..1 rate|share|proportion|quota of ..1 {p} ,|)|.|;", 2},
    {"{b} ..6 || of these|those|them ,? ..1 {a} ..6 ,|(|- or? {p} ,|)|.|;", 2},
    {"of ..1 {b} ..4 , {a} ..5 ,|(|- or? ..1 {p} of them|those|all ,|)|.|;|-", 1},
    {"{p} of ..4 {b} ..2 ,|( or? ..1 {a} in all|total", 0},
    {"{p} of ..5 ,|( or? {a} of|out of? ..1 {b} ..1 ,|)", 0},
    {"turnout ..3 {p} ..2 :|;|,|- of|out ..3 {b} ..3 {a} ..1 voted|went|cast|turned", 2},
    {"{p} of ..4 {b} ..2 ,|( or? ..1 {a} altogether ,|)", 0},
};

// A profit, the sales that it is of, and the margin that it makes.
constexpr PatternText margin_texts[] = {
    {"{a} on|from ..4 {b} ..3 ,|(|:|- for|or|with? a|an ..2 margin of ..1 {p}", 0},
    {"{a} in profit|earnings on|from ..1 {b} ..3 ,|(|:|- for? a|an ..2 margin of ..1 {p}", 0},
    {"{a} on|from ..4 {b} ..3 , its|the|their ..2 margin was|is|stood|came ..1 {p}", 0},
    {"{a} on|from ..4 {b} ..3 means|gives|makes|is|leaves a|an ..2 margin of ..1 {p}", 0},
    {"{b} ..2 and ..3 profit|income|earnings ..3 {a} ..2 ,|(|- for? a|an ..2 margin of ..1 {p}", 0},
};
// Of the profit told: "an operating margin" of the operating profit, "a margin" of any.
bool is_its_margin(Context const& c, Match const& m) {
  static WordSet const kinds{"gross", "operating", "net", "pretax", "underlying", "adjusted", "ebitda", "contribution"},
      profits{"profit", "income", "earnings", "earned", "earn", "earns", "made", "ebitda", "ebit", "surplus"};
  static WordId const margin = find_word("margin");
  auto const* stretch = c.row.stretch(m.begin);
  if (!stretch) return false;
  std::optional<std::size_t> at;
  for (auto i = std::size_t(m.begin); i < m.end; ++i)
    if (c.row.items[i].word == margin) at = i;
  if (!at) return false;
  WordId kind = unknown_word;
  for (auto i = *at; i-- > m.begin && *at - i < 3 && c.row.items[i].kind == ItemKind::word;)
    if (kinds.has(c.row.items[i].word)) kind = c.row.items[i].word;
  bool profit = false, named = kind == unknown_word;
  for (auto i = std::size_t(stretch->first); i < *at && i < std::size_t(m.at('p')); ++i) {
    profit = profit || profits.has(c.row.items[i].word);
    named = named || (c.row.items[i].word == kind && i + 3 < *at);
  }
  return profit && named;
}

// A share of a sum that the text works out: what is added to a price or taken off it, and what a loan bears in a year.
enum PercentOf : int { part, without };
constexpr PatternText percent_of_texts[] = {
    {"{p} ..1 tip|tax|vat|duty|fee|commission|levy|surcharge|deposit|interest ..3 on|of ..4 {b} ..2 "
     "is|adds|comes|makes|costs|amounts|means to? ..1 {a}",
     part},
    {"tip|tax|vat|duty|fee|commission|levy|surcharge|deposit|interest of {p} on ..4 {b} ..2 "
     "is|adds|comes|makes|costs|amounts|means to? ..1 {a}",
     part},
    {"loan|loans|debt|bond|credit|mortgage of {b} at ..1 {p} ..2 costs|cost|bears|brings|yields ..1 {a} ..1 in|of "
     "interest",
     part},
    {"{p} of ..1 {b} is|are|makes ..1 {a} ,|.|;", part},
    {"{b} ..3 at|with|for ..1 {p} off|discount ..3 sells|costs|is|comes|cost|sold for|to? ..1 {a} ,|.|;", without},
};

// "One in five drivers (20%)" is one figure to the grammar.
constexpr PatternText spelled_texts[] = {
    {"{q} ..3 ,|( or? ..1 {p} ,|)|.|;", 0},
    {"{q} ..4 ,|( or? ..1 {p} of the|all|its|their ..2 ,|)|.|;", 0},
    {"{p} ( or? ..1 {q} ..3 )", 0},
    {"{p} , or ..1 {q} ..3 ,|.|;", 0},
};

constexpr Decimal roundly = Decimal(2);  // points

bool is_spelled_part(Context const& c, Amount const& q) {
  static WordId const in = find_word("in"), of = find_word("of");
  for (auto i = q.first; i < q.last; ++i)
    if (WordId const w = c.tokens.tokens[i].word; w != unknown_word && (w == in || w == of))
      return q.share && q.unit == no_unit;
  return false;
}

}  // namespace

void find_parts(Context const& c) {
  static auto const patterns = compile(texts);
  std::set<std::int32_t> used;
  each_match(c, patterns, [&](Match const& m, int opening) {
    if (used.contains(m.at('p'))) return true;
    // "Of 640 calls, 160 were …" opens its sentence.
    if (opening == 1 && m.begin > 0 && c.row.items[m.begin - 1].kind != ItemKind::sentence_end &&
        c.row.items[m.begin - 1].kind != ItemKind::block_end)
      return false;
    static WordId const and_word = find_word("and");
    for (auto i = std::min(m.at('a'), m.at('b')); i < std::max({m.at('a'), m.at('b'), m.at('p')}); ++i)
      if (opening != 2 && c.row.items[std::size_t(i)].word == and_word && and_word != unknown_word) return false;
    Amount a = figure(c, m, 'a'), b = figure(c, m, 'b');
    Amount const p = figure(c, m, 'p');
    if (is_percent(a) || is_percent(b) || a.bound == Bound::range || b.bound == Bound::range || p.bound == Bound::range)
      return false;
    if (!same_kind(a, b) || middle(a) > middle(b) || middle(b) <= Decimal(0)) return false;
    auto const ratio = divide(tolerant_exact(a), tolerant_exact(b));
    auto const plain = divide(middle(a) * Decimal(100), middle(b));
    if (!ratio || !plain) return false;
    Interval const computed = scaled(*ratio, 100), stated = stated_share(c, p);
    if (opening == 2 && disjoint(stated, computed) &&
        (!is_near(middle(as_percent(p)), *plain) || p.bound != Bound::exact || a.bound != Bound::exact))
      return false;
    std::string text = text_of(c, a) + " of " + text_of(c, b) + " is " +
                       shown(*plain, p.unit == no_unit ? -1 : std::min(p.place, 0) - 1) + "%";
    if (disjoint(stated, computed)) text += ", not " + text_of(c, p);
    emit(c, EquationKind::share, p, stated, computed, text, {a.span, b.span});
    used.insert(m.at('p'));
    return true;
  });
  static auto const margins = compile(margin_texts);
  each_match(c, margins, [&](Match const& m, int) {
    Amount a = figure(c, m, 'a'), b = figure(c, m, 'b');
    Amount const& p = figure(c, m, 'p');
    if (used.contains(m.at('p')) || a.unit == no_unit || dimension_of(a.unit) != "money" || p.bound != Bound::exact ||
        a.bound != Bound::exact || b.bound != Bound::exact || !same_kind(a, b) || middle(a) >= middle(b) ||
        !is_its_margin(c, m))
      return false;
    auto const ratio = divide(tolerant(a), tolerant(b));
    auto const plain = divide(middle(a) * Decimal(100), middle(b));
    if (!ratio || !plain) return false;
    Interval const computed = scaled(*ratio, 100), stated = stated_share(c, p);
    static WordSet const elsewhere{"in", "at", "for", "before", "after", "on", "excluding", "including", "last", "against"};
    auto const next = std::size_t(m.at('p')) + 1;
    if (disjoint(stated, computed) && next < c.row.items.size() && elsewhere.has(c.row.items[next].word)) return false;
    std::string text = text_of(c, a) + " of " + text_of(c, b) + " is " + shown(*plain, std::min(p.place, 0) - 1) + "%";
    if (disjoint(stated, computed)) text += ", not " + text_of(c, p);
    emit(c, EquationKind::share, p, stated, computed, text, {a.span, b.span});
    used.insert(m.at('p'));
    return true;
  });
  static auto const percent_of = compile(percent_of_texts);
  each_match(c, percent_of, [&](Match const& m, int tag) {
    Amount p = figure(c, m, 'p'), b = figure(c, m, 'b'), a = figure(c, m, 'a');
    if (used.contains(m.at('p')) || is_percent(a) || is_percent(b) || p.bound != Bound::exact || a.bound != Bound::exact ||
        b.bound != Bound::exact || !same_kind(b, a))
      return false;
    Decimal const hundredth = Decimal::scaled(1, -2);
    auto const taken = [&](Interval const& v) { return tag == without ? shifted(scaled(v, -1), 100) : v; };
    Interval const computed = scaled(taken(stated_percent(p)) * tolerant_exact(b), hundredth), stated = tolerant(a);
    Decimal const percent = middle(as_percent(p)), rest = Decimal(100) - percent;
    Decimal const plain = (tag == without ? rest : percent) * middle(b) * hundredth;
    if (!computed.low || (disjoint(stated, computed) && !is_near(middle(a), plain))) return false;
    std::string text =
        text_of(c, p) + (tag == without ? " off " : " of ") + text_of(c, b) + " is " + spoken(plain, a.unit, a.scale);
    if (disjoint(stated, computed)) text += ", not " + text_of(c, a);
    emit(c, EquationKind::share, a, stated, computed, text, {p.span, b.span});
    used.insert(m.at('p'));
    return true;
  });
  find_rates(c, used);
  static auto const spelled = compile(spelled_texts);
  each_match(c, spelled, [&](Match const& m, int) {
    Amount const &q = figure(c, m, 'q'), &p = figure(c, m, 'p');
    if (used.contains(m.at('p')) || !is_spelled_part(c, q) || p.unit == no_unit || p.bound == Bound::range) return false;
    if (q.bound == Bound::range) return false;
    // "One in two of them, 51%": words tell it roundly, the share exactly.
    Interval computed = scaled(rounded(q.value, -3), 100);
    Interval const stated = stated_percent(p), near = {middle(p) - roundly, middle(p) + roundly, false, false};
    if (!disjoint(computed, near)) computed = stated;
    std::string text = text_of(c, q) + " is " + shown(middle(q) * Decimal(100), std::min(p.place, 0) - 1) + "%";
    if (disjoint(stated, computed)) text += ", not " + text_of(c, p);
    emit(c, EquationKind::share, p, stated, computed, text, {q.span});
    used.insert(m.at('p'));
    return true;
  });
}

}  // namespace counterclaim::equation
