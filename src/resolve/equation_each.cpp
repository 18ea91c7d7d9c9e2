// Products whose factors stand wherever the text has them: a count ("sixty crates"), how much falls to each ("each holds 12
// bottles", "12 bottles a crate", "a crate weighs 40 kg"), and a figure told as what that makes. The figures are read for what
// they are, each by the words around it; the noun of the rate finds the count.
#include <set>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

constexpr std::size_t reach = 9;  // items between "each" and its figure

struct Rate {
  std::size_t figure = 0;
  WordId noun = unknown_word;  // per what; unknown for "each"
  std::int32_t count = -1;     // the item of the count where the rate itself says it ("each of the 35 cabins")
  bool whole = false;          // of the whole unit: "a node costs $2 an hour", not the dollars of it
  bool loose = false;          // said without "each": "tickets cost $9", "the average gift was $50"
};

// What a figure counts: crates, also nights and hours, which are units.
WordId head_of(Context const& c, Amount const& a) {
  if (WordId const head = counted_head(c, a); head != unknown_word) return head;
  if (a.unit == no_unit) return unknown_word;
  WordId const w = c.tokens.tokens[a.last - 1].word;
  return w == unknown_word ? w : word_info(w).noun_lemma;
}

bool is_clause_end(Item const& i) {
  return ends(i) || i.mark == ';' || i.mark == ':' || i.mark == '(' || i.mark == ')' || i.mark == ',';
}

// "$3 a head", "24 litres a day each", "16 cores on each board", "$415 apiece"
std::optional<Rate> rate_behind(Context const& c, std::size_t i) {
  static WordSet const preposition{"on", "in", "for", "to", "at", "from", "of", "by", "with", "across"}, every{"every", "each"},
      a{"a", "an", "per"}, of{"of"}, owned{"the", "its", "their", "his", "her", "our", "these", "those"};
  auto const& items = c.row.items;
  constexpr std::size_t farthest = 5;
  for (auto k = i + 1; k < items.size() && k <= i + farthest; ++k) {
    if (items[k].kind != ItemKind::word) return std::nullopt;
    bool const each = is(items[k], class_each) || every.has(items[k].word);
    if (!each && !(a.has(items[k].word) && !preposition.has(items[k - 1].word))) continue;
    auto next = k + 1;
    if (each && next < items.size() && of.has(items[next].word)) ++next;
    if (each && next < items.size() && owned.has(items[next].word)) ++next;
    if (next < items.size() && items[next].amount >= 0) {
      if (!each) return std::nullopt;
      return Rate{i, counted_head(c, amount_at(c, next)), std::int32_t(next)};
    }
    Noun const noun = noun_at(c, next, next + 3);
    if (noun.lemma == unknown_word && !is(items[k], class_each)) return std::nullopt;
    // "Jane and Max took $50 each" is one thing, "$50 each day" another
    return Rate{i, noun.lemma, -1};
  }
  return std::nullopt;
}

// "each seats four", "every child needs three", "each of the 35 cabins sleeps four"
std::optional<Rate> rate_before(Context const& c, std::size_t i, std::size_t first) {
  static WordSet const each{"each", "every"}, of{"of"}, owned{"the", "its", "their", "his", "her", "our", "these", "those"},
      and_word{"and"};
  auto const& items = c.row.items;
  for (auto k = i; k-- > first && i - k <= reach;) {
    if (is_clause_end(items[k]) || and_word.has(items[k].word)) return std::nullopt;
    if (!each.has(items[k].word)) continue;
    auto next = k + 1;
    if (of.has(items[next].word)) ++next;
    if (owned.has(items[next].word)) ++next;
    if (items[next].amount >= 0 && next != i) return Rate{i, counted_head(c, amount_at(c, next)), std::int32_t(next)};
    for (auto n = next; n < i; ++n)
      if (items[n].amount >= 0 || items[n].date >= 0) return std::nullopt;
    // "each costs $9": a verb that may be a noun, right before the figure
    Noun const noun = noun_at(c, next, i);
    bool const doing = noun.end == i && items[i - 1].word != unknown_word && (word_info(items[i - 1].word).parts & verb) != 0 &&
                       word_info(items[i - 1].word).verb_lemma != items[i - 1].word;
    return Rate{i, !doing ? noun.lemma : i - next > 1 ? noun_at(c, next, i - 1).lemma : unknown_word, -1};
  }
  return std::nullopt;
}

// "A crate weighs 40 kg", "one seat costs $90", "tickets cost $9", "the average gift was $50"
std::optional<Rate> rate_of_one(Context const& c, std::size_t i, std::size_t first) {
  static WordSet const one{"a", "an", "one", "single", "average"},
      gives{"cost", "weigh", "hold",    "carry", "seat", "sleep", "sell", "need",
            "take", "use",   "contain", "yield", "last", "bring", "earn", "be"};
  auto const& items = c.row.items;
  auto verb_at = i;
  for (auto k = i; k-- > first && i - k <= 4;) {
    if (is_clause_end(items[k])) return std::nullopt;
    if (items[k].kind == ItemKind::word && items[k].word != unknown_word && gives.has(word_info(items[k].word).verb_lemma)) {
      verb_at = k;
      break;
    }
  }
  if (verb_at == i || verb_at == first) return std::nullopt;
  auto begin = verb_at;
  while (begin > first && verb_at - begin < reach && !is_clause_end(items[begin - 1]) && items[begin - 1].amount < 0) --begin;
  bool const money = amount_at(c, i).unit != no_unit && dimension_of(amount_at(c, i).unit) == "money";
  static WordSet const the{"the"}, average{"average"}, costs{"cost", "costs", "sell", "sold", "are"};
  auto at = begin;
  if (the.has(items[at].word) && average.has(items[at + 1].word)) ++at;
  if (items[begin].date >= 0 && items[begin].amount < 0 && one.has(c.tokens.tokens[items[begin].first].word)) {  // "a night"
    WordId const w = c.tokens.tokens[items[begin].last - 1].word;
    return w == unknown_word ? std::nullopt : std::optional(Rate{i, word_info(w).noun_lemma, -1});
  }
  if (one.has(items[at].word)) {
    if (word_info(items[verb_at].word).verb_lemma == find_word("be") && !average.has(items[at].word)) return std::nullopt;
    Noun const noun = noun_at(c, at + 1, verb_at);
    return noun.lemma == unknown_word ? std::nullopt
                                      : std::optional(Rate{i, noun.lemma, -1, false, average.has(items[at].word)});
  }
  // The price of things in the plural is the price of one.
  if (!money || !costs.has(items[verb_at].word) || verb_at + 3 < i) return std::nullopt;
  Noun const noun = noun_at(c, at, verb_at);
  if (noun.lemma == unknown_word || noun.end != verb_at || noun.lemma == items[noun.end - 1].word) return std::nullopt;
  return Rate{i, noun.lemma, -1, false, true};
}

// "nine crews of eight people": what is counted in nines is the rate's noun.
std::optional<Rate> rate_in_groups(Context const& c, std::size_t i, std::size_t first) {
  static WordSet const of{"of"}, no_group{"total", "out", "group", "one", "half", "member", "case", "series"};
  auto const& items = c.row.items;
  if (i < first + 3 || !of.has(items[i - 1].word) || amount_at(c, i).unit != no_unit) return std::nullopt;
  for (auto k = i - 1; k-- > first && i - k <= 4;) {
    if (items[k].kind != ItemKind::word && items[k].amount < 0) return std::nullopt;
    if (items[k].amount < 0) continue;
    WordId const w = items[i - 2].word;
    if (w == unknown_word || no_group.has(word_info(w).noun_lemma) || word_info(w).noun_lemma == w) return std::nullopt;
    return Rate{i, word_info(w).noun_lemma, std::int32_t(k)};
  }
  return std::nullopt;
}

std::optional<Rate> rate_at(Context const& c, std::size_t i) {
  Amount const& a = amount_at(c, i);
  if (is_percent(a) || is_multiple(a) || a.share || a.bound == Bound::range) return std::nullopt;
  auto const first = sentence_of(c, i).first;
  if (a.unit != no_unit) {
    if (parts_of(a.unit).numerator != no_unit) {  // "$18 a person": its last word; "24 litres a day each"
      if (i + 1 < c.row.items.size() && is(c.row.items[i + 1], class_each)) return Rate{i, unknown_word, -1};
      static WordSet const each{"each", "every"};  // "$85 a month for each child"
      for (auto k = i + 1; k < i + 3 && k < c.row.items.size(); ++k)
        if (each.has(c.row.items[k].word))
          if (auto r = rate_behind(c, i); r && r->noun != unknown_word) return r;
      for (auto r : {rate_before(c, i, first), rate_of_one(c, i, first)})
        if (r && r->noun != unknown_word) {
          r->whole = true;
          return r;
        }
      WordId const w = c.tokens.tokens[a.last - 1].word;
      return Rate{i, w == unknown_word ? w : word_info(w).noun_lemma, -1};
    }
  }
  if (auto r = rate_behind(c, i)) return r;
  if (auto r = rate_before(c, i, first)) return r;
  if (auto r = rate_in_groups(c, i, first)) return r;
  return rate_of_one(c, i, first);
}

bool is_count(Amount const& a) {
  return a.unit == no_unit && !a.share && a.bound == Bound::exact && a.value.is_point() && middle(a).is_whole() &&
         middle(a) >= Decimal(2);
}

// The count that a rate falls to: by its noun, else, for "each", the nearest before it; nothing where two would do.
std::optional<std::size_t> count_for(Context const& c, Rate const& rate, Passage const& p, std::size_t result) {
  if (rate.count >= 0)
    return is_count(amount_at(c, std::size_t(rate.count))) ? std::optional(std::size_t(rate.count)) : std::nullopt;
  std::vector<std::size_t> named, bare, before;
  UnitId const over = rate.noun == unknown_word || rate.whole ? no_unit : parts_of(amount_at(c, rate.figure).unit).denominator;
  for (auto const i : figures_in(c, p.first, result)) {
    if (i == rate.figure) continue;
    Amount const& a = amount_at(c, i);
    WordId const head = head_of(c, a);
    // "Four of the decks": of some only.
    static WordSet const of{"of"}, them{"them"};
    if (a.unit == no_unit && i + 2 < result && of.has(c.row.items[i + 1].word) && !them.has(c.row.items[i + 2].word)) continue;
    bool const measured = over != no_unit && (a.unit == over || parts_of(a.unit).numerator == over);
    if (measured || (a.value.is_point() && same_thing(head, rate.noun))) named.push_back(i);
    if (!is_count(a)) continue;
    if (head == unknown_word || rate.loose) bare.push_back(i);
    if (i < rate.figure && head != unknown_word) before.push_back(i);
  }
  // The same count told twice is one.
  auto const one = [&](std::vector<std::size_t> const& found) -> std::optional<std::size_t> {
    if (found.empty()) return std::nullopt;
    for (auto const i : found)
      if (middle(amount_at(c, i)) != middle(amount_at(c, found.back()))) return std::nullopt;
    return found.back();
  };
  if (!named.empty()) return one(named);
  auto const own = sentence_of(c, rate.figure).first;
  static WordId const at = find_word("at");
  if (rate.noun == unknown_word && before.empty() && c.row.items[own].word == at && rate.figure == own + 1) {
    // "At $3 each, the 2,000 tickets …"
    std::vector<std::size_t> behind;
    for (auto const i : figures_in(c, rate.figure + 1, result))
      if (Amount const& a = amount_at(c, i); is_count(a) && a.counted) behind.push_back(i);
    static WordSet const more{"and", "plus", "or"};  // "the 40 tickets and a raffle"
    for (auto i = rate.figure + 1; i < result; ++i)
      if (more.has(c.row.items[i].word)) return std::nullopt;
    return one(behind);
  }
  if (rate.noun == unknown_word)
    return before.empty() || before.back() + 24 < own ? std::nullopt : std::optional(before.back());
  if (bare.size() == 1 && (rate.loose || bare.front() >= own)) return bare.front();
  return std::nullopt;
}

// Words that tell of more than the product: what is added, taken off, or of another time.
bool tells_more(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const words{"discount", "rebate",  "shipping", "plus",    "tax",        "vat",     "fee",     "delivery",
                             "deposit",  "setup",   "minus",    "less",    "first",      "average", "without", "include",
                             "another",  "further", "extra",    "besides", "additional", "only"};
  static WordSet const more{"some", "half", "except", "but", "already", "so", "far", "tip", "donation", "other", "rest"};
  static WordSet const so{"so"};
  for (auto i = first; i < last; ++i) {
    Item const& item = c.row.items[i];
    if (item.kind != ItemKind::word || item.word == unknown_word) continue;
    WordInfo const& info = word_info(item.word);
    if (words.has(info.noun_lemma) || words.has(info.verb_lemma)) return true;
    if (more.has(info.noun_lemma) && !so.has(item.word)) return true;
  }
  return false;
}

// "At 12 tonnes a truck, that is …", "with 2,400 sold, the choir took in …": the clause before the comma holds the factors.
bool opens_with_factor(Context const& c, Passage const& p, std::size_t factor, std::size_t result) {
  static WordSet const opening{"at", "with", "for"};
  auto const& items = c.row.items;
  if (factor < p.own || !opening.has(items[p.own].word) || factor > p.own + 8) return false;
  static WordSet const more{"and", "plus", "or"};
  int commas = 0;
  for (auto i = factor + 1; i < result; ++i) {
    commas += items[i].mark == ',';
    if (commas == 0 && more.has(items[i].word)) return false;  // "with 300 sold and a raffle, …"
  }
  return commas <= 1;
}

bool check(Context const& c, Rate const& rate, std::size_t result, Passage const& p) {
  auto const n_item = count_for(c, rate, p, result);
  if (!n_item || *n_item == result) return false;
  Amount u = amount_at(c, rate.figure), t = amount_at(c, result);
  Amount const n = amount_at(c, *n_item);
  bool const whole_number = n.place == 0 && n.scale == 0 && n.bound == Bound::exact && middle(n) < Decimal(100);
  Interval const times = whole_number ? n.value : tolerant_exact(n);
  if (rate.whole && t.unit != u.unit) return false;
  if (auto const parts = parts_of(u.unit); !rate.whole && parts.numerator != no_unit) u.unit = parts.numerator;
  if (u.unit == no_unit && (t.unit != no_unit || (rate.count < 0 && same_thing(counted_head(c, t), head_of(c, n)))))
    return false;
  if (u.unit != no_unit && t.unit == no_unit) return false;
  if (auto const parts = parts_of(t.unit); t.unit != u.unit && parts.numerator == u.unit) t.unit = u.unit;
  if (is_percent(t) || !t.value.is_point() || (!same_kind(u, t) && !same_kind(t, u))) return false;
  Interval const computed = tolerant_exact(u) * times, stated = tolerant(t);
  if (!computed.low || !computed.high) return false;
  Decimal const plain = middle(u) * middle(n);
  if (disjoint(stated, computed)) {
    auto const told = told_as(c, result);
    bool const led = opens_with_factor(c, p, rate.figure, result) || opens_with_factor(c, p, *n_item, result);
    if (told == Told::plainly && !led) return false;
    if (told == Told::beside && (rate.loose || std::max(rate.figure, *n_item) < p.own)) return false;
    if (t.bound != Bound::exact || u.bound != Bound::exact || !is_near(middle(t), plain)) return false;
    auto const last_factor = std::max(rate.figure, *n_item);
    auto const behind = std::min(p.last, result + 6);
    if (tells_more(c, std::min(rate.figure, *n_item), behind) || has_own_time(c, std::max(last_factor, p.own), result))
      return false;
    // Another figure between the factors and the result may have a say.
    for (auto const i : figures_in(c, std::min(rate.figure, *n_item), result))
      if (Amount other = amount_at(c, i), own = t;
          i != rate.figure && i != *n_item && (other.unit == t.unit || same_kind(own, other)))
        return false;
    static WordSet const more{"with", "including", "plus"};
    for (auto i = last_factor + 1; i < result; ++i)
      if (c.row.items[i].mark == ';' || more.has(c.row.items[i].word)) return false;
    if (result + 1 < p.last && more.has(c.row.items[result + 1].word)) return false;  // "$1,200 with tables"
    // A sum a year may be twelve of those a month.
    bool const termed = parts_of(amount_at(c, result).unit).numerator != no_unit;
    if (termed && (middle(t) > plain * Decimal(2) || plain > middle(t) * Decimal(2))) return false;
    if (explained(c, figures_in(c, p.first, result), t)) return false;
  }
  std::string text = text_of(c, n) + " × " + text_of(c, amount_at(c, rate.figure)) + " is " + spoken(plain, t.unit, t.scale);
  if (disjoint(stated, computed)) text += ", not " + text_of(c, t);
  emit(c, EquationKind::product, t, stated, computed, text, {n.span, u.span});
  return true;
}

// "90 km/h", "four hours" and "360 km" in one sentence, where something is said to take or to cover them; "7.5 tonnes per
// hectare", "over 4 hectares" and "30 tonnes", told as what they give.
void find_rate_triples(Context const& c, Row::Stretch const& stretch) {
  static WordSet const cues{"need", "take", "cover", "travel", "average", "drive", "run",
                            "fly",  "sail", "ride",  "walk",   "read",    "cycle"};
  constexpr int least = 3, most = 4;
  if (stretch.figures < least) return;
  auto const figures = figures_in(c, stretch.first, stretch.last);
  if (int(figures.size()) < least || int(figures.size()) > most) return;
  std::optional<std::size_t> rate, times, whole;
  RateParts parts;
  for (auto const i : figures) {
    auto const p = parts_of(amount_at(c, i).unit);
    if (p.numerator == no_unit || dimension_of(p.denominator).empty()) continue;
    if (rate) return;
    rate = i, parts = p;
  }
  if (!rate) return;
  static WordSet const over{"over", "across"};
  for (auto const i : figures) {
    Amount const& a = amount_at(c, i);
    bool const timed = a.unit != no_unit && a.unit == parts.denominator;
    // "over 4 hectares": no bound there
    bool const spread = timed && a.bound == Bound::above && i > 0 && over.has(c.row.items[i - 1].word);
    if (!spread && (a.bound != Bound::exact || !a.value.is_point())) return;
    if (i == *rate) continue;
    bool const covers = a.unit != no_unit ? a.unit == parts.numerator
                                          : is_counted_noun(parts.numerator) && counted_head(c, a) != unknown_word &&
                                                noun_unit(counted_head(c, a)) == parts.numerator;
    if ((timed && times) || (covers && whole)) return;
    if (timed) times = i;
    if (covers) whole = i;
  }
  if (!times || !whole || c.memory.multiplied.contains(amount_at(c, *whole).span.begin)) return;
  bool cued = told_as(c, *whole) >= Told::as_result;
  bool const time = dimension_of(parts.denominator) == "time";
  static WordSet const against{"stop", "break", "top",   "maximum", "limit",  "up",    "peak",
                               "more", "less",  "first", "last",    "faster", "slower"};
  for (auto i = stretch.first; i < stretch.last; ++i) {
    Item const& item = c.row.items[i];
    if (item.kind != ItemKind::word || item.word == unknown_word) continue;
    WordInfo const& info = word_info(item.word);
    cued = cued || (time && (cues.has(info.verb_lemma) || cues.has(info.noun_lemma)));
    if (against.has(info.noun_lemma) || against.has(item.word)) return;
  }
  // "Averaging 41 km/h on the flat": of a part of the way
  static WordSet const stretches{"on", "along", "in", "through", "uphill", "downhill"};
  auto const behind = *rate + 1;
  if (!cued || (time && behind + 1 < stretch.last && stretches.has(c.row.items[behind].word) &&
                c.row.items[behind + 1].kind == ItemKind::word))
    return;
  Amount const &u = amount_at(c, *rate), &w = amount_at(c, *whole);
  Amount s = amount_at(c, *times);
  if (s.bound != Bound::exact) s.value = Interval::exactly(middle(s)), s.bound = Bound::exact;
  Interval const computed = tolerant_exact(u) * tolerant_exact(s), stated = tolerant(w);
  Decimal const plain = middle(u) * middle(s);
  bool const wrong = disjoint(stated, computed);
  // "At 50 tokens per second, a reply of 600 tokens takes …", "…, so a reply takes …": told as the one from the other
  static WordId const at = find_word("at"), so = find_word("so");
  bool tied = false;
  for (auto i = stretch.first; i < stretch.last; ++i)
    tied = tied || c.row.items[i].word == so || (c.row.items[i].word == at && i + 1 == *rate);
  bool const near = is_near(middle(w), plain) || (tied && middle(w) <= plain * Decimal(3) && plain <= middle(w) * Decimal(3));
  if (wrong && (!near || has_own_time(c, stretch.first, stretch.last))) return;
  std::string text = text_of(c, s) + " at " + text_of(c, u) + " is " + spoken(plain, w.unit, w.scale);
  if (wrong) text += ", not " + text_of(c, w);
  c.memory.multiplied.insert(w.span.begin);
  emit(c, EquationKind::product, w, stated, computed, text, {s.span, u.span});
}

}  // namespace

void find_each(Context const& c) {
  constexpr int sentences_back = 2;
  std::vector<std::optional<std::optional<Rate>>> rates(c.row.amounts.size());  // by figure, where it was asked for
  auto const rate_of = [&](std::size_t i) -> std::optional<Rate> const& {
    auto& rate = rates[std::size_t(c.row.items[i].amount)];
    if (!rate) rate = rate_at(c, i);
    return *rate;
  };
  for (auto const& stretch : c.row.sentences) {
    find_rate_triples(c, stretch);
    for (auto const t : figures_in(c, stretch.first, stretch.last)) {
      if (c.memory.multiplied.contains(amount_at(c, t).span.begin)) continue;
      Passage const p = passage_of(c, t, sentences_back);
      auto const figures = figures_in(c, p.first, t);
      constexpr std::size_t most = 6;  // a passage of many figures is a table in prose
      if (figures.size() < 2 || figures.size() > 24) continue;
      for (std::size_t k = figures.size(); k-- > 0 && figures.size() - k <= most;) {
        auto const& rate = rate_of(figures[k]);
        if (!rate || !check(c, *rate, t, p)) continue;
        c.memory.multiplied.insert(amount_at(c, t).span.begin);
        break;
      }
    }
  }
}

}  // namespace counterclaim::equation
