// A part, its whole and the share that it makes, where the whole stands a clause or a sentence before: "400 patients took part.
// Of these, 320 finished, a rate of 80%", "the club has 900 members, and 540 voted, so turnout was 60%".
#include <algorithm>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {

Interval stated_share(Context const& c, Amount const& p) {
  static WordId const in = find_word("in");
  bool one_in = false;
  for (auto i = p.first; i < p.last; ++i) one_in = one_in || (c.tokens.tokens[i].word == in && in != unknown_word);
  if (!one_in || p.unit != no_unit || p.bound != Bound::exact || !p.value.is_point() || middle(p).is_zero())
    return stated_percent(p);
  auto const n = divide(Decimal(1), middle(p));
  if (!n || *n < Decimal(2)) return stated_percent(p);
  Decimal const half = Decimal::scaled(5, -1);
  auto const low = divide(Decimal(100), *n + half), high = divide(Decimal(100), *n - half);
  return low && high ? Interval{*low, *high, false, false} : stated_percent(p);
}

namespace {

constexpr std::size_t longest = 14;  // items from the part to its share
constexpr int sentences_back = 2;

bool closes(Item const& i) {
  return ends(i) || i.mark == ',' || i.mark == '.' || i.mark == ')' || i.mark == ';' || i.mark == '-';
}

// "a completion rate of 80%", ", or 80%", "which is 80%", "so turnout was 80%", ", one in four": told as what the part is.
bool is_told_as_share(Context const& c, std::size_t p, std::size_t part, std::size_t last) {
  static WordSet const nouns{"rate", "share", "turnout", "proportion", "quota", "percentage", "score", "accuracy"},
      is_words{"is", "was", "are", "were", "means", "makes", "meaning", "making", "gives", "giving"},
      which{"which", "that", "this"}, of{"of"}, so{"so"}, or_word{"or"}, a{"a", "an"};
  auto const& items = c.row.items;
  bool const closed = p + 1 >= last || closes(items[p + 1]);
  if (!closed) return false;
  // what stands before the share, words that only hedge it left out
  auto at = p;
  while (at > part + 1 && is(items[at - 1], class_hedge) && !of.has(items[at - 1].word)) --at;
  if (at < part + 2) return false;
  auto const word = [&](std::size_t back) { return at >= part + 1 + back ? items[at - back].word : unknown_word; };
  auto const named = [&](std::size_t from) {
    for (auto i = from; i-- > part + 1 && from - i <= 4 && items[i].kind == ItemKind::word;)
      if (nouns.has(items[i].word)) return true;
    return false;
  };
  if (of.has(word(1))) return named(at - 1);
  if (or_word.has(word(1))) return items[at - 2].kind == ItemKind::mark || is_words.has(word(2));
  if (is_words.has(word(1)) && which.has(word(2))) return true;
  if (is_words.has(word(1)) && named(at - 1)) {
    for (auto i = part + 1; i < at; ++i)
      if (so.has(items[i].word) || items[i].mark == ';') return true;
    return false;
  }
  Amount const& share = amount_at(c, p);
  return share.unit == no_unit && items[at - 1].mark == ',';  // ", one in four"
}

bool is_part(Amount const& a) {
  return a.unit == no_unit && !a.share && a.bound == Bound::exact && a.value.is_point() && !is_multiple(a) &&
         middle(a) >= Decimal(2);
}

// "540 voted", "16 of them", "sixty worked": a figure without a noun, or with the noun of the whole.
bool is_of_them(Context const& c, std::size_t part, Amount const& whole) {
  WordId const own = counted_head(c, amount_at(c, part)), other = counted_head(c, whole);
  if (own == unknown_word || own == other || same_thing(own, other)) return true;
  static WordSet const of{"of"}, them{"them", "these", "those", "which", "whom"};
  auto const& items = c.row.items;
  return part + 2 < items.size() && of.has(items[part + 1].word) && them.has(items[part + 2].word);
}

// What makes the share one of something else: a change, or another time or group to which it is set.
bool speaks_against(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const words{"than",    "compared", "against", "versus", "previous", "last",     "another",
                             "other",   "others",   "each",    "first",  "second",   "while",    "whereas",
                             "average", "mean",     "median",  "per",    "both",     "excluding"};
  for (auto i = first; i < last; ++i) {
    Item const& item = c.row.items[i];
    if (words.has(item.word) || is(item, class_up) || is(item, class_down) || is(item, class_more) || is(item, class_less))
      return true;
  }
  return false;
}

struct Wholes {
  std::vector<std::size_t> places;
  bool one = true;  // of one value
};
// The counts before the part that it can be of.
Wholes wholes_before(Context const& c, std::size_t part) {
  Wholes out;
  auto const p = passage_of(c, part, sentences_back);
  for (auto const i : figures_in(c, p.first, part)) {
    Amount a = amount_at(c, i), own = amount_at(c, part);
    if (a.unit != no_unit || is_multiple(a) || a.share || !a.value.is_point() || middle(a) < middle(own)) continue;
    if (!out.places.empty() && middle(amount_at(c, out.places.front())) != middle(a)) out.one = false;
    out.places.push_back(i);
  }
  return out;
}

bool check(Context const& c, std::size_t p, std::size_t part) {
  Amount const &a = amount_at(c, part), &share = amount_at(c, p);
  auto const wholes = wholes_before(c, part);
  if (wholes.places.empty()) return false;
  Interval const stated = stated_share(c, share);
  for (auto const i : wholes.places) {
    Amount const& b = amount_at(c, i);
    auto const ratio = divide(tolerant_exact(a), tolerant_exact(b));
    auto const plain = divide(middle(a) * Decimal(100), middle(b));
    if (!ratio || !plain) continue;
    Interval const computed = scaled(*ratio, 100);
    bool const wrong = disjoint(stated, computed);
    if (wrong) {
      if (!wholes.one || !b.counted || b.bound != Bound::exact || share.bound != Bound::exact) continue;
      if (!is_of_them(c, part, b) || !is_near(middle(as_percent(share)), *plain)) return false;
      if (middle(as_percent(share)) > Decimal(100)) return false;
      if (speaks_against(c, sentence_of(c, part).first, p) || has_own_time(c, i, p)) return false;
    }
    std::string text = text_of(c, a) + " of " + text_of(c, b) + " is " +
                       shown(*plain, share.unit == no_unit ? -1 : std::min(share.place, 0) - 1) + "%";
    if (wrong) text += ", not " + text_of(c, share);
    emit(c, EquationKind::share, share, stated, computed, text, {a.span, b.span});
    return true;
  }
  return false;
}

}  // namespace

void find_rates(Context const& c, std::set<std::int32_t>& used) {
  for (auto const& stretch : c.row.sentences) {
    if (stretch.figures < 2) continue;
    auto const figures = figures_in(c, stretch.first, stretch.last);
    for (std::size_t k = 1; k < figures.size(); ++k) {
      auto const p = figures[k], part = figures[k - 1];
      Amount const& share = amount_at(c, p);
      bool const is_share = is_percent(share) && share.bound != Bound::range && (share.unit != no_unit || share.share);
      if (!is_share || p - part > longest || used.contains(std::int32_t(p)) || !is_part(amount_at(c, part))) continue;
      if (!is_told_as_share(c, p, part, stretch.last)) continue;
      if (check(c, p, part)) used.insert(std::int32_t(p));
    }
  }
}

}  // namespace counterclaim::equation
