#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

constexpr int hedges_before = 4, words_behind = 4;

// The item that stands before the figure and its hedges.
std::size_t before_hedges(Context const& c, std::size_t figure, std::size_t first) {
  static WordSet const stays{"as", "at", "all", "more", "over", "under"};
  auto i = figure;
  for (int n = 0; n < hedges_before && i > first && is(c.row.items[i - 1], class_hedge) && !stays.has(c.row.items[i - 1].word);
       ++n)
    --i;
  return i;
}

// "400 in all", "400 places altogether", "400 between them"
bool says_in_all_behind(Context const& c, std::size_t figure) {
  static WordSet const in{"in"}, all{"all", "total", "sum"}, alone{"altogether", "together", "combined", "overall"},
      between{"between"}, them{"them"}, told{"told"}, all_word{"all"};
  auto const& items = c.row.items;
  int words = 0;
  for (auto i = figure + 1; i < items.size() && words <= words_behind; ++i, ++words) {
    if (items[i].mark == ',' && words == 0) continue;
    if (items[i].kind != ItemKind::word) return false;
    if (alone.has(items[i].word)) return true;
    if (i + 1 < items.size() && in.has(items[i].word) && all.has(items[i + 1].word))
      return i + 2 >= items.size() || items[i + 2].amount < 0;
    if (i + 1 < items.size() && between.has(items[i].word) && them.has(items[i + 1].word)) return true;
    if (i + 1 < items.size() && all_word.has(items[i].word) && told.has(items[i + 1].word)) return true;
  }
  return false;
}

// "In all, the fleet carries 400": a sentence that begins so and has told no other figure.
bool says_in_all_first(Context const& c, std::size_t first, std::size_t figure) {
  static WordSet const in{"in"}, all{"all", "total", "sum"}, alone{"altogether", "together", "taken", "overall"}, told{"told"};
  auto const& items = c.row.items;
  if (first >= figure) return false;
  bool const opens = alone.has(items[first].word) || (in.has(items[first].word) && all.has(items[first + 1].word)) ||
                     (all.has(items[first].word) && told.has(items[first + 1].word));
  if (!opens) return false;
  return std::none_of(items.begin() + std::ptrdiff_t(first), items.begin() + std::ptrdiff_t(figure),
                      [&](Item const& i) {  // "together the three …"
                        if (i.amount < 0) return false;
                        Amount const& a = c.row.amounts[std::size_t(i.amount)];
                        return a.unit != no_unit || a.counted || middle(a) > Decimal(12);
                      });
}

// ", 400 seats." and not "Inside, 400 seats face the stage."
bool stands_alone(Context const& c, std::size_t figure, std::size_t last) {
  auto const& items = c.row.items;
  for (auto i = figure + 1; i < last && items[i].kind == ItemKind::word; ++i) {
    if (items[i].word == unknown_word) continue;
    WordInfo const& info = word_info(items[i].word);
    if (info.usual_part == verb && (info.parts & noun) == 0) return false;
    if ((info.parts & function_word) != 0 && (info.parts & verb) != 0) return false;
  }
  return true;
}

}  // namespace

RateParts parts_of(UnitId id) {
  if (id == no_unit) return {};
  if (auto const parts = rate_parts(id); parts.numerator != no_unit) return parts;
  auto const symbol = unit(id).symbol;
  auto const slash = symbol.find('/');
  if (slash == symbol.npos) return {};
  RateParts const parts{find_unit(symbol.substr(0, slash)), find_unit(symbol.substr(slash + 1))};
  return parts.numerator == no_unit || parts.denominator == no_unit ? RateParts{} : parts;
}

Passage passage_of(Context const& c, std::size_t item, int back) {
  auto const& items = c.row.items;
  auto const [first, last] = sentence_of(c, item);
  Passage p{first, first, last};
  for (int n = 0; n < back && p.first > 1 && items[p.first - 1].kind == ItemKind::sentence_end; ++n) {
    auto const [a, b] = sentence_of(c, p.first - 2);
    if (a >= b || b + 1 != p.first) break;
    p.first = a;
  }
  return p;
}

Told told_as(Context const& c, std::size_t figure) {
  static WordSet const makes{"makes", "make",  "made",   "gives",  "give",     "gave",    "is",     "are",    "was",   "were",
                             "means", "meant", "equals", "totals", "totalled", "totaled", "yields", "leaves", "brings"},
      making{"making", "giving", "totalling", "totaling", "meaning", "yielding", "leaving"},
      pointing{"that", "this", "it", "which", "these", "those", "they", "together", "all", "would", "will"},
      reaches{"to", "at"},
      comes{"comes", "come", "came", "adds", "add", "amounts", "amount", "works", "work", "up", "out", "sums"},
      sum{"total", "sum", "bill", "all", "totals"}, of{"of"}, so{"so", "therefore", "thus", "hence", "consequently"},
      or_word{"or"};
  auto const& items = c.row.items;
  auto const [first, last] = sentence_of(c, figure);
  if (first >= last) return Told::plainly;
  if (says_in_all_behind(c, figure) || says_in_all_first(c, first, figure)) return Told::in_all;
  auto const at = before_hedges(c, figure, first);
  if (at <= first) return Told::plainly;
  auto const word = [&, begin = first](std::size_t back) -> Item const& {
    static Item const none;
    return at >= begin + back ? items[at - back] : none;
  };
  if (of.has(word(1).word) && (sum.has(word(2).word) || is(word(2), class_total))) return Told::in_all;
  if (making.has(word(1).word)) return Told::as_result;
  if (makes.has(word(1).word) && (pointing.has(word(2).word) || pointing.has(word(3).word) || is(word(2), class_modal)))
    return Told::as_result;
  static WordSet const in{"in"};
  if (in.has(word(1).word) && makes.has(word(2).word) && pointing.has(word(3).word)) return Told::as_result;
  if (reaches.has(word(1).word) && comes.has(word(2).word)) return Told::as_result;
  if (or_word.has(word(1).word) && word(2).kind == ItemKind::mark && word(2).mark != '.') return Told::as_result;
  // "the whole thing will cost 400"
  static WordSet const whole{"whole", "entire", "total", "combined", "overall", "sum"};
  for (auto i = at; i-- > first && at - i < 6 && items[i].kind == ItemKind::word;)
    if (whole.has(items[i].word)) return Told::in_all;
  for (auto i = at; i-- > first && at - i < 9 && items[i].mark != ';' && items[i].amount < 0;) {
    static WordSet const that{"that", "far", "much", "many"};
    if (so.has(items[i].word)) return that.has(items[i + 1].word) ? Told::plainly : Told::as_result;
    if (items[i].mark == ',' || items[i].mark == ':') break;
  }
  if (word(1).kind == ItemKind::mark &&
      (word(1).mark == ',' || word(1).mark == '(' || word(1).mark == ':' || word(1).mark == '-') &&
      stands_alone(c, figure, last))
    return Told::beside;
  return Told::plainly;
}

Noun noun_at(Context const& c, std::size_t at, std::size_t last) {
  auto const& items = c.row.items;
  Noun out;
  for (auto i = at;
       i < last && i < items.size() && i < at + 3 && items[i].kind == ItemKind::word && items[i].word != unknown_word; ++i) {
    WordInfo const& info = word_info(items[i].word);
    bool const name_of_thing = (info.parts & noun) != 0 && (info.parts & function_word) == 0;
    // "each holds", "each seats": a verb in the third person behind nothing, or behind a noun
    bool const doing = info.verb_lemma != items[i].word && info.usual_part == verb;
    if (doing) break;
    if (name_of_thing)
      out = {info.noun_lemma, i + 1};
    else if ((info.parts & adjective) == 0 || out.lemma != unknown_word)
      break;
  }
  return out;
}

bool same_thing(WordId a, WordId b) {
  if (a == unknown_word || b == unknown_word) return false;
  return a == b || word_info(a).family == word_info(b).family;
}

bool is_near(Decimal told, Decimal computed) {
  if (told <= Decimal(0) || computed <= Decimal(0)) return false;
  if (told * Decimal(3) >= computed * Decimal(2) && computed * Decimal(3) >= told * Decimal(2)) return true;
  for (int power = 1; power <= 3; ++power)
    if (told == computed * Decimal::scaled(1, power) || computed == told * Decimal::scaled(1, power)) return true;
  return false;
}

bool explained(Context const& c, std::span<std::size_t const> figures, Amount const& result) {
  constexpr std::size_t most = 9;
  Interval goal = tolerant(result);
  goal.high_open = goal.low && goal.high && *goal.low < *goal.high && result.bound == Bound::exact;
  std::vector<Interval> values;
  // Beside "3.5 million", "4 million" is 4.0.
  int finest = result.place;
  for (auto const i : figures)
    finest = std::min(finest, amount_at(c, i).scale == result.scale ? amount_at(c, i).place : finest);
  for (auto const i : figures) {
    Amount a = amount_at(c, i), t = result;
    if (!a.value.low || !a.value.high || values.size() == most) continue;
    if (a.scale > 0 && a.place > finest) a.place = std::max(finest, a.place - 1);
    same_kind(t, a);
    values.push_back(tolerant_exact(a));
  }
  auto const meets = [&](std::optional<Interval> const& v) { return v && v->low && v->high && !disjoint(*v, goal); };
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t k = 0; k < values.size(); ++k) {
      if (i == k) continue;
      if (i < k && meets(values[i] * values[k])) return true;
      if (meets(values[i] - values[k]) || meets(divide(values[i], values[k]))) return true;
      for (std::size_t n = k + 1; n < values.size(); ++n)
        if (n != i && (meets((values[i] * values[k]) * values[n]) || meets(values[i] * values[k] + values[n]))) return true;
    }
  for (unsigned some = 1; some < 1U << values.size(); ++some) {
    Interval sum = Interval::exactly(0);
    int count = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
      if ((some >> i & 1) != 0) sum = sum + values[i], ++count;
    if (count > 1 && meets(sum)) return true;
  }
  return false;
}

bool has_own_time(Context const& c, std::size_t first, std::size_t last) {
  for (auto i = first; i < last; ++i)
    if (c.row.items[i].date >= 0 && c.row.items[i].amount < 0 &&
        c.mentions.dates[std::size_t(c.row.items[i].date)].timex != "PRESENT_REF")
      return true;
  return false;
}

}  // namespace counterclaim::equation
