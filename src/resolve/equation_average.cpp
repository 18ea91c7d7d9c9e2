// What falls to each, told behind the total and the count in one sentence: "12,000 people in 40 shelters, an average of 300
// each", "9,600 bags in three days, 3,200 a day", "a fund of $3 million for 150 families, or $20,000 each".
#include <array>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

constexpr int least_figures = 3;
constexpr std::size_t longest = 24;  // items from the first factor to the average

struct Share {
  WordId noun = unknown_word;  // "per bus"; unknown for "each"
  UnitId unit = no_unit;       // "4,000 a day": what it falls to, where that is a unit
  std::size_t end = 0;         // the item behind it
  bool average = false;        // the text calls it one
};

// What closes a clause, or joins the next.
bool closes(Context const& c, std::size_t i) {
  static WordSet const joints{"and", "but", "while"};
  auto const& items = c.row.items;
  return i >= items.size() || ends(items[i]) || items[i].kind == ItemKind::mark || joints.has(items[i].word);
}

bool is_average(Context const& c, std::size_t i) {
  static WordSet const average{"average", "mean", "averaging"};
  for (auto k = i; k-- > 0 && k + 4 > i && c.row.items[k].kind == ItemKind::word;)
    if (average.has(c.row.items[k].word)) return true;
  return false;
}

// "300 each", "60 per bus", "$400,000 apiece", "4,000 a day", with nothing behind it that would tell of which.
std::optional<Share> share_at(Context const& c, std::size_t i) {
  static WordSet const per{"per", "a", "an", "every", "each"}, on{"on"};
  auto const& items = c.row.items;
  Amount const& a = amount_at(c, i);
  Share out{unknown_word, no_unit, i + 1, is_average(c, i)};
  // "$90 a head", "4,000 a day": read as one figure
  if (auto const parts = parts_of(a.unit); parts.numerator != no_unit) {
    out.unit = parts.denominator;
    WordId const w = c.tokens.tokens[a.last - 1].word;
    if (w != unknown_word) out.noun = word_info(w).noun_lemma;
  } else {
    auto k = i + 1;
    for (int words = 0; words < 2 && k < items.size() && items[k].kind == ItemKind::word && !per.has(items[k].word) &&
                        !is(items[k], class_each);
         ++words)
      ++k;  // "15 people per store"
    if (k < items.size() && items[k].kind == ItemKind::date &&
        per.has(c.tokens.tokens[items[k].first].word)) {  // "900 an hour"
      WordId const w = c.tokens.tokens[items[k].last - 1].word;
      if (w == unknown_word || items[k].last > items[k].first + 2) return std::nullopt;
      out.noun = word_info(w).noun_lemma, out.end = k + 1;
      return closes(c, out.end) ? std::optional(out) : std::nullopt;
    }
    if (k >= items.size() || items[k].kind != ItemKind::word) return std::nullopt;
    Noun const noun = per.has(items[k].word) ? noun_at(c, k + 1, k + 3) : Noun{};
    if (noun.lemma == unknown_word && !is(items[k], class_each)) return std::nullopt;
    out.noun = noun.lemma, out.end = noun.lemma == unknown_word ? k + 1 : noun.end;
  }
  if (out.end + 1 < items.size() && on.has(items[out.end].word)) {
    static WordId const average = find_word("average");
    if (items[out.end + 1].word == average) out.end += 2, out.average = true;
  }
  return closes(c, out.end) ? std::optional(out) : std::nullopt;
}

// "A county of 50,000 people … $80 per head", "the city of 200,000 … $50 per resident"
bool is_of_people(Context const& c, WordId noun, Amount const& count) {
  static WordSet const heads{"head", "person", "capita", "inhabitant", "resident", "citizen", "people"},
      places{"city",   "town",   "county",   "country",   "village", "region",       "state",
             "nation", "island", "district", "community", "parish",  "municipality", "population"};
  static WordId const of = find_word("of");
  if (!heads.has(noun)) return false;
  if (count.counted) return heads.has(counted_head(c, count));
  if (count.first < 2 || c.tokens.tokens[count.first - 1].word != of) return false;
  WordId const w = c.tokens.tokens[count.first - 2].word;
  return w != unknown_word && places.has(word_info(w).noun_lemma);
}

bool falls_to(Context const& c, Share const& share, Amount const& count) {
  if (share.unit != no_unit && count.unit == share.unit) return true;
  if (count.unit == no_unit) return same_thing(counted_head(c, count), share.noun) || is_of_people(c, share.noun, count);
  WordId const w = c.tokens.tokens[count.last - 1].word;  // "three days"
  return w != unknown_word && same_thing(word_info(w).noun_lemma, share.noun);
}

bool is_plain(Amount const& a) {
  bool const exact = a.bound == Bound::exact || a.bound == Bound::about;
  return exact && a.value.is_point() && !a.share && !is_percent(a) && !is_multiple(a) && middle(a) > Decimal(1);
}

// The total and the count before it: by the noun, by the unit of the average, else whichever fits.
void check(Context const& c, std::size_t i, Share const& share, std::size_t x, std::size_t y) {
  Amount u = amount_at(c, i);
  if (auto const parts = parts_of(u.unit); parts.numerator != no_unit) u.unit = parts.numerator;
  std::array<std::size_t, 2> const pair{x, y};
  std::optional<std::size_t> count;
  for (std::size_t k = 0; k < 2 && !count; ++k) {
    Amount const &n = amount_at(c, pair[k]), &t = amount_at(c, pair[1 - k]);
    bool const named = share.noun != unknown_word || share.unit != no_unit;
    if (named ? falls_to(c, share, n) && !falls_to(c, share, t) : n.unit == no_unit && n.counted && middle(n) < middle(t))
      count = k;
  }
  if (!count) return;
  Amount const& n = amount_at(c, pair[*count]);
  Amount t = amount_at(c, pair[1 - *count]);
  if (u.unit == no_unit ? t.unit != no_unit || !t.counted : t.unit == no_unit || !same_kind(u, t)) return;
  if (c.memory.multiplied.contains(t.span.begin) || c.memory.multiplied.contains(u.span.begin)) return;
  Interval const computed = tolerant(u) * tolerant_exact(n), stated = tolerant(t);
  if (!computed.low || !computed.high) return;
  Decimal const made = middle(u) * middle(n), told = middle(t);
  bool const wrong = disjoint(stated, computed);
  if (wrong && (share.average ? made > told * Decimal(3) || told > made * Decimal(3) : !is_near(told, made))) return;
  std::string text = text_of(c, n) + " × " + text_of(c, u) + " is " + spoken(made, t.unit, t.scale);
  if (wrong) text += ", not " + text_of(c, t);
  c.memory.multiplied.insert(t.span.begin), c.memory.multiplied.insert(u.span.begin);
  emit(c, EquationKind::product, t, stated, computed, text, {n.span, u.span});
}

// Words between the factors and what falls to each that tell of some of them only, or of more.
bool is_about_others(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const others{"more",    "less",  "fewer",   "than",    "least",  "first",   "another", "further", "other",
                              "others",  "up",    "besides", "plus",    "except", "minus",   "without", "only",    "most",
                              "initial", "extra", "half",    "planned", "before", "against", "with",    "from"};
  for (auto i = first; i < last; ++i)
    if (others.has(c.row.items[i].word)) return true;
  return false;
}

}  // namespace

void find_averages(Context const& c) {
  for (auto const at : c.row.telling[least_figures]) {
    auto const& stretch = c.row.sentences[at];
    auto const figures = figures_in(c, stretch.first, stretch.last);
    for (std::size_t k = 2; k < figures.size(); ++k) {
      auto const i = figures[k], x = figures[k - 2], y = figures[k - 1];
      if (i > x + longest || !is_plain(amount_at(c, i))) continue;
      auto const told = told_as(c, i);
      // "an average of 300 each", "on average 450 each"
      bool const average = is_average(c, i);
      if (told == Told::plainly && !average) continue;
      auto comma = i;
      while (comma > y && c.row.items[comma].kind != ItemKind::mark) --comma;
      if (comma == y || !is_plain(amount_at(c, x)) || !is_plain(amount_at(c, y))) continue;
      bool parted = is_about_others(c, comma, i);
      for (auto m = x; m < comma && !parted; ++m)
        parted = c.row.items[m].kind == ItemKind::mark || is_about_others(c, m, m + 1);
      if (parted || has_own_time(c, comma, i)) continue;
      if (auto const share = share_at(c, i)) check(c, i, *share, x, y);
    }
  }
}

}  // namespace counterclaim::equation
