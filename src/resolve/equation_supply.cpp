// What is made or in stock, what each takes, and for how many it is enough: "1.2 million pens a year. At four a month that is
// enough for 25,000 patients".
#include <algorithm>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {

std::string_view period_of(UnitId id) {
  if (id == no_unit) return "";
  auto const symbol = unit(id).symbol;
  auto const slash = symbol.find('/');
  auto const period = slash == symbol.npos ? "" : symbol.substr(slash + 1);
  for (auto const time : {"yr", "month", "mo", "wk", "d", "h", "min", "s"})
    if (period == time) return period;
  return "";
}
std::string_view period_behind(Context const& c, std::size_t at) {
  auto const& items = c.row.items;
  if (at >= items.size() || items[at].date < 0 || items[at].amount >= 0) return "";
  std::string_view const timex = c.mentions.dates[std::size_t(items[at].date)].timex;
  return timex == "P1D"    ? "d"
         : timex == "P1W"  ? "wk"
         : timex == "P1M"  ? "month"
         : timex == "P1Y"  ? "yr"
         : timex == "PT1H" ? "h"
                           : "";
}

std::optional<Interval> periods(std::string_view lesser, std::string_view greater) {
  struct Row {
    std::string_view lesser, greater;
    Decimal low, high;
  };
  static Row const rows[] = {
      {"month", "yr", 12, 12}, {"mo", "yr", 12, 12}, {"wk", "yr", 52, Decimal::scaled(522, -1)},
      {"d", "yr", 360, 366},   {"d", "wk", 7, 7},    {"d", "mo", 28, 31},
      {"h", "d", 24, 24},
  };
  for (auto const& r : rows)
    if (r.lesser == lesser && r.greater == greater) return Interval{r.low, r.high, false, false};
  return std::nullopt;
}

namespace {

constexpr std::size_t longest = 16;  // items between the use and those who are served
constexpr int sentences_back = 2;

std::string_view period_at(Context const& c, std::size_t figure) {
  auto const own = period_of(amount_at(c, figure).unit);
  return own.empty() ? period_behind(c, figure + 1) : own;
}
WordId noun_of(Context const& c, std::size_t figure) {
  Amount const& a = amount_at(c, figure);
  return a.mention < 0 ? unknown_word : counted_head(c, a);
}
UnitId numerator_of(Amount const& a) {
  auto const parts = parts_of(a.unit);
  return parts.numerator == no_unit ? a.unit : parts.numerator;
}
bool is_plain(Amount const& a) {
  return (a.bound == Bound::exact || a.bound == Bound::about) && a.value.is_point() && !is_percent(a) && !is_multiple(a) &&
         !a.share && middle(a) > Decimal(0);
}

void check(Context const& c, std::size_t served, std::size_t first, std::size_t last) {
  Amount const& k = amount_at(c, served);
  if (k.unit != no_unit || !k.counted || !is_plain(k)) return;
  // the use of each, on either side; the stock before both
  std::optional<std::size_t> use, stock;
  auto const p = passage_of(c, served, sentences_back);
  for (auto const i : figures_in(c, first, last)) {
    if (i == served || period_at(c, i).empty() || (i > served ? i - served : served - i) > longest) continue;
    if (!use || middle(amount_at(c, i)) < middle(amount_at(c, *use))) use = i;
  }
  if (!use || !is_plain(amount_at(c, *use))) return;
  Amount const& u = amount_at(c, *use);
  auto const pu = period_at(c, *use);
  for (auto const i : figures_in(c, p.first, std::min(*use, served))) {
    Amount const& s = amount_at(c, i);
    if (!is_plain(s) || period_at(c, i).empty() || middle(s) < middle(k) || middle(s) <= middle(u)) continue;
    WordId const own = noun_of(c, i), other = noun_of(c, *use);
    if (u.unit != no_unit && numerator_of(s) != numerator_of(u)) continue;
    if (own != unknown_word && other != unknown_word && own != other) continue;
    if (stock) return;
    stock = i;
  }
  if (!stock) return;
  Amount const& s = amount_at(c, *stock);
  auto const ps = period_at(c, *stock);
  auto times = ps == pu ? std::optional(Interval::exactly(1)) : periods(pu, ps);
  if (!times && pu == "wk" && (ps == "mo" || ps == "month"))
    times = Interval{Decimal(4), Decimal::scaled(443, -2), false, false};
  if (!times || !times->low) return;
  auto const computed = divide(tolerant(s), tolerant_exact(u) * *times);
  auto const plain = divide(middle(s), middle(u) * *times->low);
  if (!computed || !plain) return;
  Interval const stated = tolerant(k);
  bool const wrong = disjoint(stated, *computed);
  // a slip, for the text says what it is worked out from
  bool const far = middle(k) > *plain * Decimal(3) || *plain > middle(k) * Decimal(3);
  if (wrong &&
      ((far && !is_near(middle(k), *plain)) || k.bound != Bound::exact || s.bound != Bound::exact || u.bound != Bound::exact))
    return;
  std::string text = text_of(c, s) + " at " + text_of(c, u) + " is enough for " + shown(*plain, 0);
  if (wrong) text += ", not " + text_of(c, k);
  c.memory.multiplied.insert(k.span.begin);
  emit(c, EquationKind::product, k, stated, *computed, text, {s.span, u.span});
}

}  // namespace

void find_supplies(Context const& c) {
  static WordSet const enough{"enough", "suffices", "suffice", "sufficient", "serves", "serve", "supplies", "supply", "covers"};
  auto const& items = c.row.items;
  constexpr std::size_t reach = 6;
  for (auto const at : places_of(c, {.words = enough.bits()}, 2)) {
    if (!enough.has(items[at].word)) continue;
    auto const [first, last] = sentence_of(c, at);
    for (auto i = at + 1; i < last && i <= at + reach && items[i].mark == 0; ++i)
      if (items[i].amount >= 0) {
        check(c, i, first, last);
        break;
      }
  }
}

}  // namespace counterclaim::equation
