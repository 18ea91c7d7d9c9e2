// "Tripled from X to Y", "Y, four times the X of last year", "Y, twice as many as the X": a multiple against its two figures.
#include <set>

#include "src/resolve/equation_sum.hpp"

namespace counterclaim::equation {
namespace {

enum Reading : int { times, times_more, factor, again, two_times, either_way, of_that, fraction, as_large };

constexpr PatternText texts[] = {
    {"{z} ..5 from {x} ..7 to {y}", times},
    {"{z} ..5 to {y} ..5 from {x}", times},
    {"from {x} ..7 to {y} ..5 ,|(|- ..4 {z} @up?", times_more},
    {"by a factor of {n} ..2 ,? from {x} ..7 to {y}", factor},
    {"from {x} ..7 to {y} ..3 , ..3 a factor of {n}", factor},
    {"@multiply ..5 from {x} ..7 to {y}", times},
    {"@multiply ..5 to {y} ..5 from {x}", times},
    {"{y} ..5 ,|- or? {z} the|its|last|this ..4 {x}", times},
    {"{y} ..3 is|are|was|were {z} the ..4 {x}", times},
    {"{y} ..5 ,|- or? {z} as many|much|large|big|high|long|fast|heavy as ..4 {x}", times},
    {"{y} ..3 is|are|was|were {z} as many|much|large|big|high|long|fast|heavy as ..4 {x}", times},
    {"{y} ..5 ,|- or? {z} @more than ..4 {x}", times_more},
    {"{y} ..5 ,|- ..1 twice|double|triple the|its|as ..4 {x}", times},
    {"{y} ..5 ,|- or? {z} as many|much|large|big|high|long|fast|heavy|tall|wide|old|dear as ..5 , ..1 which|that|with ..4 {x}",
     times},
    {"{y} ..5 ,|- or? {z} as many|much|large|big|high|long|fast|heavy|tall|wide as ..5 with ..2 {x}", times},
    {"{y} ..5 ,|- or? {z} as many|much|large|big|high|long|fast|heavy as ..6 with ..2 {x}", times},
    {"{y} ..3 instead of ..2 {x} ,|;|- ..4 {z} as fast|quick|slow|long|much|many|heavy|large|high ,|.|;", either_way},
    {"{y} ..5 ,|- {q} as many|much|large|big|high|long|heavy again as ..6 {x}", again},
    {"{y} ..5 ,|- {q} as many|much|large|big|high|long|heavy again as ..5 , ..1 which|that|with ..4 {x}", again},
    {"{y} ..5 ,|- {q} as many|much|large|big|high|long|heavy again as ..5 with ..2 {x}", again},
    {"{x} ..12 ;|,|but|and|while|- ..12 {y} ..6 ,|-|( ..1 {z} @up", two_times},
    {"{x} ..12 || ..12 {y} ..6 ,|-|( ..1 {z} @up", two_times},
    {"{x} ..16 {y} ..10 ,|-|( ..1 {z} @up", either_way},
    {"{x} ..6 and|or|,|but ..2 {z} ,|(|- or? {y} ,|)|.|;|-", of_that},
    {"{x} ..16 {y} ..10 ,|-|( {z} as many|much|high|large|long|big|heavy|fast ,|.|;|)", either_way},
    {"@multiply ..6 to {y} ..2 , from {x}", times},
    {"@multiply ..8 , from {x} ..7 to {y}", times},
    {"{x} ..8 ;|,|but|and ..8 {y} ..4 ,|- {z} as many|much|high|large|long ,|.|;", two_times},
    {"{x} ..4 ,|;|and ..4 {z} as many|much|high|large|long|big|heavy ,|:|-|( or? {y} ,|.|;|)", times},
    {"{x} ..8 || ..8 {y} ..4 ,|- {z} as many|much|high|large|long ,|.|;", two_times},
    {"{x} ..8 ;|,|but|and ..8 {y} ..2 ,? is|has|are {z} as many|much|high|large|big|fast|heavy|long ,|.|;", as_large},
    {"{y} ..5 ,|- or? ..2 {q} of? the ..1 {x}", fraction},
    {"{y} ..5 ,|- or? ..2 {q} as many|much|large|big|high|long|fast|heavy as ..4 {x}", fraction},
};

// The factor of a word that is no figure to the grammar; 0 if it is none.
std::optional<Decimal> factor_of(WordId word) {
  static struct {
    WordId id;
    Decimal factor;
  } const table[] = {{find_word("double"), 2},
                     {find_word("twice"), 2},
                     {find_word("triple"), 3},
                     {find_word("treble"), 3},
                     {find_word("quadruple"), 4},
                     {find_word("quintuple"), 5},
                     {find_word("halve"), Decimal::scaled(5, -1)}};
  if (word == unknown_word) return std::nullopt;
  WordInfo const& info = word_info(word);
  for (auto const& row : table)
    if (row.id == word || row.id == info.verb_lemma) return row.factor;
  return std::nullopt;
}

// "Tripled" is said of 2.7 to 3.3; "3.2 times" to its last digit, "three times" to a tenth or half a unit.
Interval stated_factor(Amount const& z) {
  Interval v = tolerant(z);
  Decimal const tenth = abs(middle(z)) * Decimal::scaled(12, -2);
  if (z.bound == Bound::above && z.value.low) return {*z.value.low * Decimal::scaled(95, -2), std::nullopt, false, false};
  if (z.place >= 0 && z.bound != Bound::range) {
    if (z.value.low && z.value.high) {
      v.low = std::min(*v.low, *z.value.low - tenth);
      v.high = std::max(*v.high, *z.value.high + tenth);
      if (*z.value.low <= Decimal(2)) v.low = *z.value.low - tenth, v.high = *z.value.high + tenth;
    }
  }
  return v;
}

// "From €7.80 to €8.60, or seven times expected earnings": a multiple of what is named behind it, and not of the figure before.
// "Three times the level of May", "four times what it was", "a fivefold rise" are of that one.
bool is_of_something_else(Context const& c, std::size_t multiple) {
  static WordSet const the{"the", "its", "their", "a", "an", "his", "her", "our", "this", "last"},
      earlier{"figure",   "level",  "number", "amount", "total", "count", "previous", "earlier", "old",
              "original", "former", "first",  "year",   "month", "week",  "quarter",  "season"},
      goes_on{"as", "that", "what", "of", "up"};
  auto const& items = c.row.items;
  auto const next = multiple + 1;
  if (next >= items.size() || items[next].kind != ItemKind::word || items[next].word == unknown_word) return false;
  auto const changes = [&](Item const& i) {
    return is(i, class_up) || is(i, class_down) || is(i, class_more) || is(i, class_less) || is(i, class_before) ||
           is(i, class_shift) || is(i, class_updown);
  };
  if (changes(items[next]) || goes_on.has(items[next].word)) return false;
  WordInfo const& info = word_info(items[next].word);
  if (!the.has(items[next].word)) return (info.parts & function_word) == 0 && info.usual_part != adverb;
  constexpr std::size_t reach = 4;
  for (auto i = next + 1; i < items.size() && i <= next + reach && items[i].kind == ItemKind::word; ++i)
    if (is(items[i], class_before) || earlier.has(items[i].word)) return false;
  return next + 1 < items.size() && items[next + 1].kind == ItemKind::word;
}

}  // namespace

void find_multiples(Context const& c) {
  static auto const patterns = compile(texts);
  std::set<std::int32_t> used;
  each_match(c, patterns, [&](Match const& m, int tag) {
    Amount x = figure(c, m, 'x'), y = figure(c, m, 'y'), z;
    if (m.at('z') >= 0) {
      z = figure(c, m, 'z');
      if (!is_multiple(z)) return false;
      if ((tag == two_times || tag == as_large) && !is_then_and_now(c, m)) return false;
      if (tag == as_large && counted_head(c, y) != unknown_word && counted_head(c, y) != counted_head(c, x)) return false;
      static WordSet const that{"that", "this"};  // "$45 for cars and double that, $90, for lorries"
      if (tag == of_that && !that.has(c.tokens.tokens[z.span.begin < z.span.end ? z.last - 1 : z.first].word)) return false;
      if (tag == either_way && (!are_only_pair(c, m) || z.bound != Bound::exact)) return false;
      if (tag == either_way && middle(y) < middle(x)) std::swap(x, y);
      if (m.at('z') > std::max(m.at('x'), m.at('y')) && is_of_something_else(c, std::size_t(m.at('z')))) return false;
    } else if (tag == fraction) {
      z = figure(c, m, 'q');
      WordId const own = counted_head(c, y), other = counted_head(c, x);
      if (z.unit != no_unit || !same_kind(x, y) || middle(y) >= middle(x) || y.bound != Bound::exact || y.share ||
          x.bound != Bound::exact || (other != unknown_word && other != own) || x.share)
        return false;
    } else if (tag == again) {
      z = figure(c, m, 'q');
      if (z.unit != no_unit) return false;
      z.value = shifted(z.value, 1);  // "half as many again": one and a half times
    } else if (tag == factor) {
      z = figure(c, m, 'n');
      if (!same_kind(x, y)) return false;
      if (middle(y) < middle(x)) std::swap(x, y);  // "cut by a factor of five, from 50 to 10"
    } else {
      for (auto i = m.begin; i < m.end && !z.value.low; ++i) {
        Item const& item = c.row.items[i];
        if (item.kind != ItemKind::word) continue;
        auto const factor = factor_of(item.word);
        if (!factor) continue;
        Token const& t = c.tokens.tokens[item.first];
        z = Amount{.value = Interval::exactly(*factor), .span = {t.begin, t.end}, .sentence = item.sentence};
        for (auto k = i; k-- > 0 && i - k <= 2;) {
          static WordId const more = find_word("more"), nearly = find_word("nearly"), almost = find_word("almost"),
                              about = find_word("about"), roughly = find_word("roughly"), less = find_word("less");
          WordId const w = c.row.items[k].word;
          if (w == unknown_word) continue;
          if (w == more) z.bound = Bound::above, z.value.high.reset();
          if (w == less) z.bound = Bound::below, z.value.low.reset();
          if (w == nearly || w == almost || w == about || w == roughly) z.bound = Bound::about;
        }
        if (!z.value.low) return false;
      }
      if (!z.value.low) return false;
    }
    // "Prices doubled, while rents fell from 40 to 30": of something else.
    static WordSet const others{"and", "while", "but", "as", "whereas", "when"};
    for (auto i = m.at('z') + 1; tag == times && m.at('z') >= 0 && i < m.at('x'); ++i)
      if (m.at('z') < m.at('y') && others.has(c.row.items[std::size_t(i)].word)) return false;
    // "three times as many as before, and 500 …": a figure of something else.
    static WordId const and_word = find_word("and");
    for (auto i = std::max(m.at('z'), m.at('q')); i >= 0 && i < m.at('x'); ++i)
      if (m.at('y') < i && c.row.items[std::size_t(i)].word == and_word && and_word != unknown_word) return false;
    auto const key = std::int32_t(z.span.begin);
    if (used.contains(key)) return true;
    if (x.bound == Bound::range || y.bound == Bound::range || !same_kind(x, y)) return false;
    if (is_multiple(x) || is_multiple(y)) return false;
    auto const ratio = divide(tolerant(y), tolerant(x));
    auto const plain = divide(middle(y), middle(x));
    if (!ratio || !plain) return false;
    Interval stated = stated_factor(z), computed = *ratio;
    // "Four times more than" is said of four times and of five.
    if (tag == times_more && disjoint(stated, computed) && !disjoint(stated, shifted(computed, -1)))
      computed = shifted(computed, -1);
    if (tag == either_way && disjoint(stated, computed) && (*plain * Decimal(3) < middle(z) || middle(z) * Decimal(3) < *plain))
      return false;
    // "A threefold drop": the other way round.
    if (disjoint(stated, computed) && *plain < Decimal(1) && middle(z) > Decimal(1)) return false;
    if (disjoint(stated, computed) && *plain > Decimal(1) && middle(z) < Decimal(1)) return false;
    std::string text = text_of(c, x) + " to " + text_of(c, y) + " is " + shown(*plain, -2) + " times";
    if (disjoint(stated, computed)) text += ", not " + visible(c.article.view, z.span);
    emit(c, EquationKind::multiple, z, stated, computed, text, {x.span, y.span});
    used.insert(key);
    return true;
  });
}

}  // namespace counterclaim::equation
