// Parts and their total. A list of parts is a sum only where the text says that it is all there is ("consists of", "the
// remaining 12", "in all"); with a weaker cue a sum is made only when it comes out, or when the parts exceed the whole.
#include <algorithm>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {

WordId counted_head(Context const& c, Amount const& a) {
  if (a.mention < 0) return unknown_word;
  auto const& q = c.mentions.quantities[std::size_t(a.mention)];
  if (q.counted_first >= q.counted_last) return unknown_word;
  WordId const word = c.tokens.tokens[q.counted_last - 1].word;
  return word == unknown_word ? word : word_info(word).noun_lemma;
}

// Half units of rounding seldom all fall to one side: of n parts that are rounded alike the sum is off by three standard
// deviations, the square root of 3n of them, at most.
Interval likely_sum(std::span<Interval const> parts) {
  Interval sum = Interval::exactly(0);
  bool alike = parts.size() > 3;
  auto const width = [](Interval const& v) { return *v.high - *v.low; };
  for (auto const& p : parts) {
    sum = sum + p;
    alike = alike && p.low && p.high && width(p) == width(parts.front());
  }
  if (!alike) return sum;
  auto const n = std::int64_t(parts.size());
  std::int64_t root = 0;  // of 3n, in hundredths
  while ((root + 1) * (root + 1) <= 30000 * n) ++root;
  auto const spare = width(parts.front()) * Decimal::scaled(100 * n - root, -2) * Decimal::scaled(5, -1);
  return {*sum.low + spare, *sum.high - spare, sum.low_open, sum.high_open};
}

// "300 women and 540 men, and the rest are children": so many that no figure tells.
static bool leaves_a_rest(Context const& c, Amount const& last) {
  static WordSet const rest{"rest", "remainder"}, are{"are", "is", "were", "was"};
  auto const end = c.tokens.sentences[last.sentence].last;
  for (auto i = last.last; i + 1 < end; ++i)
    if (rest.has(c.tokens.tokens[i].word) && are.has(c.tokens.tokens[i + 1].word)) return true;
  return false;
}

bool check_sum(Context const& c, Amount total, std::vector<Amount> parts, Firmness firmness) {
  if (c.memory.summed.contains(total.span.begin)) return false;
  if (parts.size() < 2 || total.bound == Bound::range || parts.size() > 60) return false;
  std::vector<Interval> intervals;
  Decimal plain = 0;
  std::string text;
  std::vector<Span> operands;
  // Beside "3.5 million", "4 million" is 4.0: a list is written with one precision, noughts left out.
  int finest = 100, written = 100;
  for (auto const& part : parts) finest = std::min(finest, part.place), written = std::min(written, last_digit(part));
  for (auto& part : parts) {
    if (part.place > finest) part.place = std::max(finest, part.place - 1);
    if (part.bound == Bound::range || is_percent(part) != is_percent(total) || !same_kind(total, part)) return false;
    intervals.push_back(middle(part) >= Decimal(1000) ? tolerant_to(part, written) : tolerant_exact(part));
    plain = plain + middle(part);
    text += (text.empty() ? "" : " + ") + text_of(c, part);
    operands.push_back(part.span);
  }
  Interval stated = tolerant_exact(total);
  if (stated.low && stated.high && *stated.low < *stated.high && total.bound == Bound::exact)
    stated.high_open = true;  // 1,050 is not rounded to 1,000
  Interval const computed = likely_sum(intervals);
  if (disjoint(stated, computed)) {
    if (firmness == Firmness::only_if_it_holds) return false;
    if (plain < middle(total) && (firmness == Firmness::only_over || leaves_a_rest(c, parts.back()))) return false;
  }
  text += " is " + spoken(plain, total.unit, total.scale);
  if (disjoint(stated, computed)) text += ", not " + text_of(c, total);
  c.memory.summed.insert(total.span.begin);
  emit(c, EquationKind::sum, total, stated, computed, text, operands);
  return true;
}

std::vector<std::size_t> places_of(Context const& c, Signs const& signs, int figures) {
  std::vector<std::size_t> out;
  for (auto const& sentence : c.row.sentences) {
    if (sentence.figures < figures || !sentence.signs.meets(signs)) continue;
    for (auto at = sentence.first; at < sentence.last; ++at)
      if (signs_of(c.row.items[at]).meets(signs)) out.push_back(at);
  }
  return out;
}

constexpr std::size_t longest_sentence = 300;  // items; nobody adds up more

std::pair<std::size_t, std::size_t> sentence_of(Context const& c, std::size_t at) {
  auto const& items = c.row.items;
  if (auto const* s = c.row.stretch(at); s && !ends(items[at])) {
    std::size_t const begin = s->first + (ends(items[s->first]) ? 1 : 0);
    return s->last - begin > longest_sentence ? std::pair(at, at) : std::pair(begin, std::size_t(s->last));
  }
  auto first = at, last = at;  // a sentence without figures
  while (first > 0 && at - first <= longest_sentence && !ends(items[first - 1])) --first;
  while (last < items.size() && last - first <= longest_sentence && !ends(items[last])) ++last;
  if (last - first > longest_sentence) return {at, at};
  return {first, last};
}

std::span<std::size_t const> figures_in(Context const& c, std::size_t first, std::size_t last) {
  auto const& all = c.row.figures;
  auto const* s = c.row.stretch(first);
  auto const begin = s ? all.begin() + s->first_figure : all.begin(), end = s ? all.begin() + s->last_figure : all.end();
  auto const from = std::lower_bound(begin, end, first);
  auto to = from;
  while (to != all.end() && *to < last) ++to;
  return {from, to};
}
Amount const& amount_at(Context const& c, std::size_t item) { return c.row.amounts[std::size_t(c.row.items[item].amount)]; }

bool is_list(Context const& c, std::span<std::size_t const> figures, std::size_t last, Closing closing) {
  static WordSet const ands{"and", "plus"};
  if (figures.size() < 2) return false;
  auto const& items = c.row.items;
  for (std::size_t k = 0; k + 1 < figures.size(); ++k) {
    bool comma = false, joined = false;
    if (figures[k + 1] - figures[k] > 14) return false;
    for (auto i = figures[k] + 1; i < figures[k + 1]; ++i) {
      comma = comma || items[i].mark == ',' || items[i].mark == ';';
      joined = joined || ands.has(items[i].word);
    }
    if (!joined && (!comma || (k + 2 == figures.size() && closing == Closing::with_and))) return false;
  }
  return std::none_of(items.begin() + std::ptrdiff_t(figures.front()), items.begin() + std::ptrdiff_t(last),
                      [](Item const& i) { return is(i, class_excluding); });
}

std::vector<Amount> amounts_at(Context const& c, std::span<std::size_t const> items) {
  std::vector<Amount> out;
  out.reserve(items.size());
  for (auto const i : items) out.push_back(amount_at(c, i));
  return out;
}

int gender_at(Context const& c, std::size_t item) {
  static WordSet const men{"man", "boy", "male", "gold"}, women{"woman", "girl", "female", "silver"};
  auto const of_lemma = [&](WordId lemma) { return men.has(lemma) ? 1 : women.has(lemma) ? 2 : 0; };
  auto const& items = c.row.items;
  if (int const kind = of_lemma(counted_head(c, amount_at(c, item)))) return kind;
  for (auto i = item + 1; i < items.size() && i < item + 4 && items[i].kind == ItemKind::word; ++i)
    if (items[i].word != unknown_word)
      if (int const kind = of_lemma(word_info(items[i].word).noun_lemma)) return kind;
  return 0;
}

Closing closing_of(Context const& c, std::span<std::size_t const> parts, std::size_t total) {
  UnitId const id = parts.empty() ? no_unit : amount_at(c, parts.front()).unit;
  bool const alike = std::ranges::all_of(parts, [&](std::size_t i) {
    Amount const& a = amount_at(c, i);
    return a.unit == id || (a.unit == no_unit && !a.spelled);
  });
  static WordSet const ands{"and", "but"};
  for (auto i = parts.empty() ? total : parts.back(); alike && i < total; ++i)
    if (ands.has(c.row.items[i].word)) return Closing::with_and;
  return parts.size() > 2 && alike ? Closing::any : Closing::with_and;
}

namespace {

// "consists of four parts: a, b, c and d": the word after the cue, or nothing.
std::optional<std::size_t> composition_cue(Context const& c, std::size_t at, std::size_t last) {
  static WordSet const comprise{"comprises", "comprise", "comprised", "comprising"}, made{"made"}, down{"down"}, up{"up"},
      of{"of"}, into{"into", "between", "among"}, broken{"break", "breaks", "broken", "broke"};
  auto const& items = c.row.items;
  if (!is(items[at], class_consist)) return std::nullopt;
  auto next = at + 1;
  if (made.has(items[at].word))
    return next + 1 < last && up.has(items[next].word) && of.has(items[next + 1].word) ? std::optional(next + 2) : std::nullopt;
  if (broken.has(items[at].word)) {
    if (next < last && down.has(items[next].word)) return next + 1;
    return std::nullopt;
  }
  if (next < last && (of.has(items[next].word) || into.has(items[next].word))) return next + 1;
  return comprise.has(items[at].word) ? std::optional(next) : std::nullopt;
}

// The one figure of the sentence before that can be the total of "It consists of …".
std::optional<std::size_t> total_before(Context const& c, std::size_t first, Amount const& part) {
  static WordSet const back{"it", "they", "this", "these", "that"};
  auto const& items = c.row.items;
  if (first == 0 || items[first - 1].kind != ItemKind::sentence_end || !back.has(items[first].word)) return std::nullopt;
  auto const [a, b] = sentence_of(c, first - 1 > 0 ? first - 2 : 0);
  std::optional<std::size_t> found;
  for (auto const i : figures_in(c, a, b)) {
    Amount one = amount_at(c, i), other = part;
    if ((is_bare(one) && one.scale == 0) || !same_kind(one, other)) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

void find_compositions(Context const& c) {
  auto const& items = c.row.items;
  for (auto const at : places_of(c, {.classes = std::uint64_t(1) << class_consist}, 2)) {
    auto const [first, last] = sentence_of(c, at);
    auto const behind = composition_cue(c, at, last);
    if (!behind) continue;
    auto parts = figures_in(c, *behind, last);
    bool colon = false, told = false;
    if (!parts.empty()) {
      auto const n = parts.front();
      Amount const& count = amount_at(c, n);
      bool grouped = n + 1 < last && is(items[n + 1], class_group);
      if (!grouped && counted_head(c, count) != unknown_word)
        grouped = (classes_of(counted_head(c, count)) >> class_group & 1) != 0;
      for (auto i = n; i < last && i < n + 8; ++i) colon = colon || items[i].mark == ':';
      if (grouped && colon) {
        if (middle(count) != Decimal(std::int64_t(parts.size()) - 1)) continue;
        told = true;
        parts = parts.subspan(1);
      }
    }
    if (!is_list(c, parts, last)) continue;
    auto const before = figures_in(c, first, at);
    std::optional<std::size_t> total;
    if (before.size() == 1) total = before.front();
    if (before.empty()) total = total_before(c, first, amount_at(c, parts.front()));
    if (!total) continue;
    bool const measured = amount_at(c, *total).unit != no_unit || amount_at(c, *total).scale > 0;
    // "A squad of 23 consists of three keepers, eight defenders, …": three kinds or more that come near it
    Decimal sum = 0;
    for (auto const i : parts) sum = sum + middle(amount_at(c, i));
    Decimal const ten = middle(amount_at(c, *total)) * Decimal::scaled(1, -1), off = abs(sum - middle(amount_at(c, *total)));
    // "152 of maize, 59 of it early, 228 of wheat …": one that is told of another
    if (parts.size() > 3 && std::ranges::any_of(parts, [&](auto i) { return middle(amount_at(c, i)) == off; })) continue;
    told = told || (parts.size() > 2 && off <= ten && middle(amount_at(c, *total)) >= Decimal(10));
    check_sum(c, amount_at(c, *total), amounts_at(c, parts), measured || told ? Firmness::firm : Firmness::only_if_it_holds);
  }
}

// "30 shops in the north and 20 in the south, 50 in all"
constexpr PatternText total_texts[] = {
    {"{t} in total|all", 1},
    {"{t} altogether|combined|together", 1},
    {"a total of {t}", 1},
    {"together|combined ,? the|all {n} ..2 {t}", 1},
    {"altogether|together|combined ,? {t}", 1},
    {"together|combined they|these|those are|is|make|makes|come|comes|have|weigh|cost to? ..1 {t}", 1},
    {"adding|adds|add up to {t}", 1},
    {"for a combined? total? of? {t} in? total?", 0},
    {"sum|sums to|of {t}", 0},
};

// "The third round raised $600 million. Earlier ones brought $30 million and $210 million, for $840 million in all": what the
// parts leave of the total is a figure that the paragraph told just before them, or all of those.
bool is_rest_told_before(Context const& c, std::size_t total, std::span<std::size_t const> parts) {
  constexpr int sentences_back = 2;
  Amount const& whole = amount_at(c, total);
  auto const interval = [&](std::size_t i) -> std::optional<Interval> {
    Amount a = amount_at(c, i), own = whole;
    if (is_percent(a) || a.unit != whole.unit || !same_kind(own, a)) return std::nullopt;
    return tolerant_exact(a);
  };
  Interval sum = Interval::exactly(0), all = Interval::exactly(0);
  for (auto const i : parts)
    if (auto const v = interval(i)) sum = sum + *v;
  Interval const rest = tolerant_exact(whole) - sum;
  for (auto const i : figures_in(c, passage_of(c, total, sentences_back).first, parts.front())) {
    auto const v = interval(i);
    if (!v) continue;
    if (!disjoint(*v, rest)) return true;
    all = all + *v;
  }
  return !disjoint(all, rest);
}

void find_totals(Context const& c) {
  static auto const patterns = compile(total_texts);
  std::int32_t last_used = -1;
  each_match(c, patterns, [&](Match const& m, int firm) {
    auto const t = std::size_t(m.at('t'));
    if (std::int32_t(t) <= last_used || firm == 0) return false;
    auto const [first, last] = sentence_of(c, t);
    Amount total = amount_at(c, t);
    if (last == t) return false;
    auto before = figures_in(c, first, std::min(t, std::size_t(m.begin)));
    // The parts are the figures of its kind that stand right before.
    std::size_t from = before.size();
    while (from > 0) {
      Amount part = amount_at(c, before[from - 1]);
      if (is_percent(part) != is_percent(total) || !same_kind(total, part)) break;
      --from;
    }
    before = before.subspan(from);
    auto const closing = closing_of(c, before, t);
    if (before.size() < 2 || t - before.back() > 10 || !is_list(c, before, t, closing)) return false;
    // "together the three receive …" says how many parts there are
    if (is_bare(amount_at(c, t)) && middle(total) == Decimal(std::int64_t(before.size()))) return false;
    auto const parts = amounts_at(c, before);
    bool alike = from == 0;
    WordId const head = counted_head(c, parts.front());
    for (std::size_t k = 1; k < parts.size(); ++k) {
      WordId const other = counted_head(c, parts[k]);
      alike = alike && (other == unknown_word || other == head);
    }
    WordId const whole = counted_head(c, total);
    alike = alike && (whole == unknown_word || whole == head) && total.unit != no_unit;
    last_used = std::int32_t(t);
    alike = alike && !is_rest_told_before(c, t, before);
    return check_sum(c, total, parts, alike ? Firmness::firm : Firmness::only_if_it_holds);
  });
}

constexpr PatternText plus_texts[] = {
    {"{a} ..3 plus {b} ..3 plus {c} ..3 is|equals|makes|make|gives|=|totals|equal {t}", 0},
    {"{a} ..3 plus {b} ..3 is|equals|makes|make|gives|=|totals|equal {t}", 0},
    {"{a} + {b} + {c} = {t}", 0},
    {"{a} + {b} = {t}", 0},
    {"{a} ..4 and {b} ..4 add|adds up to {t}", 0},
    {"{a} ..4 and {b} ..4 together make|makes|come|comes|total to? {t}", 0},
    {"{a} ..4 plus {b} ..4 , or|making|totalling|totaling {t}", 0},
    {"{a} ..6 on top of ..3 {b} ..5 ,|- for|making|giving|bringing ..5 {t}", 0},
    {"on top of ..3 {a} ..5 , ..4 {b} ..3 ,|- for|making|giving|bringing ..5 {t}", 0},
    {"add|adds|added|adding ..2 {a} ..3 to ..5 {b} ..4 ,|- ..1 for|making|giving|totalling|totaling ..4 {t}", 0},
};

void find_plus(Context const& c) {
  static auto const patterns = compile(plus_texts);
  each_match(c, patterns, [&](Match const& m, int) {
    std::vector<Amount> parts{figure(c, m, 'a'), figure(c, m, 'b')};
    if (m.at('c') >= 0) parts.push_back(figure(c, m, 'c'));
    // A fourth before them would be a part as well.
    static WordSet const plus{"plus"};
    if (m.begin > 0 && (plus.has(c.row.items[m.begin - 1].word) || c.row.items[m.begin - 1].mark == '+')) return false;
    return check_sum(c, figure(c, m, 't'), parts, Firmness::firm);
  });
}

// "120 passengers (70 men and 50 women)", "27 medals: 12 gold, 8 silver and 7 bronze"
void find_splits(Context const& c) {
  auto const& items = c.row.items;
  static Signs const signs{.marks = mark_bit('(') | mark_bit(':') | mark_bit('-') | mark_bit(',')};
  for (auto const at : places_of(c, signs, 3)) {
    if (at + 1 == items.size() || items[at + 1].amount < 0) continue;
    auto const [first, last] = sentence_of(c, at);
    std::size_t end = at + 1;
    while (end < last && items[end].mark != ')' && (items[at].mark != '-' || items[end].mark != '-')) ++end;
    auto const parts = figures_in(c, at + 1, end);
    if (parts.size() < 2 || parts.front() != at + 1 || parts.back() + 3 < end || !is_list(c, parts, end)) continue;
    int kinds = 0;
    for (auto const p : parts) kinds |= 1 << gender_at(c, p);
    if (kinds != 0b110 && !(kinds == 0b111 && parts.size() == 3)) continue;
    std::size_t t = at;
    for (std::size_t n = 0; n < 5 && t > first; ++n)
      if (items[--t].amount >= 0) break;
    if (items[t].amount < 0) continue;
    bool const enclosed = items[at].mark == '(' || items[at].mark == ':';
    check_sum(c, amount_at(c, t), amounts_at(c, parts), enclosed ? Firmness::firm : Firmness::only_over);
  }
}

}  // namespace

void find_sums(Context const& c) {
  find_compositions(c);
  find_totals(c);
  find_plus(c);
  find_splits(c);
  find_breakdowns(c);
  find_wholes(c);
  find_all_told(c);
  find_partitions(c);
}

}  // namespace counterclaim::equation
