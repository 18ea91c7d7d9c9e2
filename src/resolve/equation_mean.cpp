// The average of figures that are told: "the average of 10, 12 and 17 is 13", "a mean of the three results (88, 91 and 94)".
#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

bool is_word(Context const& c, std::size_t i, WordSet const& words) {
  return i < c.row.items.size() && c.row.items[i].kind == ItemKind::word && words.has(c.row.items[i].word);
}

// The figures from `i` on that nothing but commas and "and" divides; empty where they do not end in "and" and one more.
std::vector<std::size_t> listed_from(Context const& c, std::size_t i, std::size_t last) {
  static WordSet const and_word{"and"};
  std::vector<std::size_t> list;
  bool closed = false;
  while (i < last && c.row.items[i].amount >= 0) {
    list.push_back(i++);
    if (closed || i >= last) break;
    bool const comma = c.row.items[i].mark == ',';
    if (comma) ++i;
    closed = is_word(c, i, and_word);
    if (closed)
      ++i;
    else if (!comma)
      break;
  }
  return closed && list.size() > 1 ? list : std::vector<std::size_t>{};
}

void check(Context const& c, std::vector<std::size_t> const& list, std::size_t told) {
  Amount const& mean = amount_at(c, told);
  if (mean.bound != Bound::exact && mean.bound != Bound::about) return;
  Interval sum = Interval::exactly(0);
  Decimal plain = 0;
  std::string text;
  std::vector<Span> operands;
  UnitId unit = mean.unit;
  for (auto const i : list) unit = unit == no_unit ? amount_at(c, i).unit : unit;
  for (auto const i : list) {
    Amount a = amount_at(c, i);
    if (a.bound != Bound::exact || a.share || !a.value.is_point() || (a.unit != no_unit && a.unit != unit)) return;
    if (a.scale != amount_at(c, list.back()).scale) return;  // "4.1, 4.3 and 5 million"
    sum = sum + tolerant_exact(a);
    plain = plain + middle(a);
    text += (text.empty() ? "(" : " + ") + text_of(c, a);
    operands.push_back(a.span);
  }
  if (mean.scale != amount_at(c, list.back()).scale) return;
  auto const size = std::int64_t(list.size());
  auto const computed = divide(sum, Interval::exactly(size));
  auto const made = divide(plain, Decimal(size));
  if (!computed || !made) return;
  Interval const stated = tolerant(mean);
  text += ") / " + std::to_string(size) + " is " + shown(*made, std::min(mean.place, 0) - 1);
  if (disjoint(stated, *computed)) text += ", not " + text_of(c, mean);
  emit(c, EquationKind::sum, mean, stated, *computed, text, operands);
}

}  // namespace

void find_means(Context const& c) {
  static WordSet const average{"average", "mean"}, of{"of"}, is{"is", "was", "be", "comes", "came", "makes"},
      weighs{"weighted", "moving", "rolling"};
  static WordId const word_average = find_word("average"), word_mean = find_word("mean");
  auto const& items = c.row.items;
  constexpr int fewest = 3;
  constexpr std::size_t reach = 5;  // from "of" to the list: "of the four readings, 10, …"
  for (auto const at : c.row.telling[fewest]) {
    auto const& stretch = c.row.sentences[at];
    if ((stretch.signs.words & (word_bit(word_average) | word_bit(word_mean))) == 0) continue;
    for (std::size_t i = stretch.first; i + fewest < stretch.last; ++i) {
      if (!is_word(c, i, average) || !is_word(c, i + 1, of) || (i > 0 && is_word(c, i - 1, weighs))) continue;
      auto k = i + 2;
      std::optional<Amount> count;
      while (k < stretch.last && k < i + 2 + reach && items[k].mark != ',' && items[k].mark != '(' && items[k].mark != ':' &&
             (items[k].amount < 0 || (!count && !is_word(c, k - 1, of) && items[k + 1].kind == ItemKind::word))) {
        if (items[k].amount >= 0) count = amount_at(c, k);
        ++k;
      }
      bool const apart = k < stretch.last && items[k].kind == ItemKind::mark;
      auto const list = listed_from(c, apart ? k + 1 : k, stretch.last);
      if (list.empty() || (!apart && k != i + 2)) continue;
      if (count && middle(*count) != Decimal(std::int64_t(list.size()))) continue;
      auto behind = list.back() + 1;
      if (behind < stretch.last && items[behind].kind == ItemKind::mark) ++behind;
      if (!is_word(c, behind, is)) continue;
      auto const told = behind + 1 < stretch.last && items[behind + 1].amount < 0 ? behind + 2 : behind + 1;  // "comes to"
      if (told < stretch.last && items[told].amount >= 0) check(c, list, told);
    }
  }
}

}  // namespace counterclaim::equation
