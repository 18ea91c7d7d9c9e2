// A total, then its parts: behind a colon, a dash or in brackets; behind "Of the 120 …"; in the sentence that follows. No word
// says that the parts are all there is, so the list itself has to: it is closed with "and", it is of one kind with the total
// and comes near it, and nothing speaks of examples, of overlap or of another time.
#include <algorithm>

#include "src/resolve/equation_sum.hpp"

namespace counterclaim::equation {
namespace {

using Places = std::vector<std::size_t>;

// How a sum of parts stands to its total.
struct Fit {
  bool alike = false, over = false;
  bool within(Decimal low, Decimal high) const { return alike && ratio >= low && ratio <= high; }
  Decimal ratio = 0;
};
// Degrees and rates do not add up.
bool is_intensive(Amount const& a) {
  if (a.unit == no_unit) return false;
  Unit const u = unit(a.unit);
  return u.symbol.find('/') != std::string_view::npos || u.dimension == "temperature" || u.dimension == "speed" ||
         u.dimension == "frequency" || u.dimension == "pressure" || u.dimension == "voltage";
}
Fit fit_of(Context const& c, Amount total, std::span<std::size_t const> parts) {
  Fit fit;
  if (is_percent(total) || is_intensive(total) || middle(total) < Decimal(10)) return fit;
  Decimal sum = 0, largest = 0;
  for (auto const i : parts) {
    Amount part = amount_at(c, i);
    if (is_percent(part) || !same_kind(total, part)) return fit;
    sum = sum + middle(part), largest = std::max(largest, middle(part));
  }
  auto const ratio = divide(sum, middle(total));
  if (!ratio || largest >= middle(total)) return fit;
  fit.alike = true, fit.ratio = *ratio, fit.over = sum > middle(total);
  return fit;
}

// Words that make a list a choice, a comparison or a list of what overlaps.
bool speaks_against(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const words{"among",   "such",    "like",    "example",    "notably", "especially", "mainly",  "mostly",
                             "largely", "whom",    "which",   "also",       "than",    "versus",     "against", "compared",
                             "them",    "another", "further", "additional", "or",      "up"};
  static WordSet const more{"whose", "even", "alone", "respectively", "average", "not"};
  static WordSet const before_figure{"from", "to", "up", "down", "by"};
  for (auto i = first; i < last; ++i) {
    Item const& item = c.row.items[i];
    if (words.has(item.word) || more.has(item.word) || is(item, class_excluding)) return true;
    if (i + 1 < last && c.row.items[i + 1].amount >= 0 && before_figure.has(item.word)) return true;
  }
  return false;
}
// "three grants: …" says how many parts there are.
bool counts_parts(Amount const& a, std::span<std::size_t const> parts) {
  return a.unit == no_unit && middle(a) == Decimal(std::int64_t(parts.size()));
}
// "300 in 2001, 200 in 1995": the same thing at several times.
bool has_years(Context const& c, std::size_t first, std::size_t last) {
  for (auto i = first; i < last; ++i)
    if (c.row.items[i].kind == ItemKind::date) {
      auto const& d = c.mentions.dates[std::size_t(c.row.items[i].date)];
      if (d.timex.size() == 4 && d.timex.front() != 'X') return true;
    }
  return false;
}
bool tells_change(Context const& c, std::size_t first, std::size_t last) {
  for (auto i = first; i < last; ++i) {
    Item const& item = c.row.items[i];
    if (is(item, class_up) || is(item, class_down) || is(item, class_more) || is(item, class_less)) return true;
  }
  return false;
}
bool is_level(Context const& c, Amount const& a) {
  return a.mention >= 0 && c.mentions.quantities[std::size_t(a.mention)].change == Change::level;
}
// "A ticket costs €40: €15 for pupils …" tells prices side by side.
bool names_price(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const words{"ticket", "price",  "prices", "fare",    "fares", "fee",     "fees",  "rate",  "rates",
                             "charge", "salary", "wage",   "average", "each",  "maximum", "limit", "record"};
  for (auto i = first; i < last; ++i)
    if (words.has(c.row.items[i].word)) return true;
  return false;
}
bool has_date(Context const& c, std::size_t first, std::size_t last) {
  for (auto i = first; i < last; ++i)
    if (c.row.items[i].kind == ItemKind::date) return true;
  return false;
}
bool bounded_below_only(Amount const& a) { return a.bound == Bound::at_most || a.bound == Bound::below; }

// The figure that a list behind `at` can be the parts of: the nearest before it, what counts the parts passed over.
std::optional<std::size_t> total_before_mark(Context const& c, std::size_t first, std::size_t at,
                                             std::span<std::size_t const> parts) {
  auto const& items = c.row.items;
  constexpr std::size_t farthest = 14;
  for (auto t = at; t > first && at - t < farthest;) {
    Item const& item = items[--t];
    if (item.mark == ';' || item.mark == ':' || item.mark == '(' || item.mark == ')') return std::nullopt;
    if (item.amount < 0) continue;
    if (counts_parts(amount_at(c, t), parts)) continue;
    return t;
  }
  return std::nullopt;
}

bool is_dash(Context const& c, Item const& item) {
  return item.kind == ItemKind::mark && c.tokens.tokens[item.first].is(TokenKind::dash);
}

// "150 works: 90 paintings, 40 drawings and 20 sculptures"
void find_marked_lists(Context const& c) {
  auto const& items = c.row.items;
  static Signs const signs{.marks = mark_bit('(') | mark_bit(':') | mark_bit('-')};
  for (auto const at : places_of(c, signs, 3)) {
    char const mark = items[at].mark;
    if (mark == '-' && !is_dash(c, items[at])) continue;
    auto const [first, sentence_last] = sentence_of(c, at);
    auto last = at + 1;
    while (last < sentence_last && (mark != '(' || items[last].mark != ')') && (mark != '-' || !is_dash(c, items[last])))
      ++last;
    auto const parts = figures_in(c, at + 1, last);
    if (parts.size() < 2 || parts.front() - at > 3 || last - parts.back() > 10) continue;
    bool const bare_list = mark == ':' && parts.size() > 2 && last - parts.back() <= 3;  // "Greens 18, Reds 15, Blues 12"
    if (!is_list(c, parts, last, bare_list ? Closing::any : Closing::with_and)) continue;
    auto const t = total_before_mark(c, first, at, parts);
    if (!t) continue;
    Amount const& total = amount_at(c, *t);
    Fit const fit = fit_of(c, total, parts);
    bool const near = at - *t <= 4 && mark == ':';
    if (!fit.within(near ? Decimal::scaled(7, -1) : Decimal::scaled(8, -1),
                    near ? Decimal::scaled(13, -1) : Decimal::scaled(125, -2)))
      continue;
    if (!near) {
      bool const told = std::any_of(items.begin() + std::ptrdiff_t(*t), items.begin() + std::ptrdiff_t(at), [&](Item const& i) {
        return i.amount >= 0 && counts_parts(amount_at(c, std::size_t(&i - items.data())), parts);
      });
      if (parts.size() < 3 && !told && !fit.over) continue;
      if (bounded_below_only(total) || speaks_against(c, *t + 1, last)) continue;
    }
    bool const loose = has_years(c, at, last) || !is_level(c, total) || names_price(c, first, at);
    check_sum(c, total, amounts_at(c, parts), loose ? Firmness::only_if_it_holds : Firmness::firm);
  }
}

// What two parts are said to be cannot both be true of one: won and lost, dead and recovered.
bool exclude_each_other(Context const& c, std::span<std::size_t const> parts, std::size_t last) {
  static WordSet const sides[] = {
      WordSet{"won", "win", "wins", "victories"},
      WordSet{"lost", "lose", "losses", "defeats"},
      WordSet{"drawn", "drew", "draws", "tied", "ties"},
      WordSet{"died", "dead", "killed", "sank"},
      WordSet{"recovered", "survived", "survivors", "alive"},
      WordSet{"positive", "passed", "accepted", "approved", "hired", "admitted"},
      WordSet{"negative", "failed", "rejected", "refused", "declined"},
      WordSet{"taken", "occupied", "full", "sold", "used", "filled", "let", "booked"},
      WordSet{"free", "empty", "vacant", "unsold", "available", "unused", "open"},
      WordSet{"unclear", "inconclusive", "withdrew", "pending", "undecided", "abstained", "absent"},
  };
  unsigned seen = 0;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    unsigned own = 0;
    auto const end = k + 1 < parts.size() ? parts[k + 1] : last;
    for (auto i = parts[k] + 1; i < end && i < parts[k] + 5; ++i)
      for (unsigned s = 0; s < std::size(sides); ++s)
        if (sides[s].has(c.row.items[i].word)) own |= 1U << s;
    if (own == 0) {  // "won 22 and lost 18"
      for (auto i = parts[k]; i > 0 && parts[k] - i < 3; --i)
        for (unsigned s = 0; s < std::size(sides); ++s)
          if (sides[s].has(c.row.items[i - 1].word)) own |= 1U << s;
    }
    if (own == 0 || (own & seen) != 0) return false;
    seen |= own;
  }
  return true;
}

// "Of the 120 seats, the Greens won 50, the Reds 40 and the Blues 45": seats and votes belong to one party each.
void find_of_the(Context const& c) {
  static WordId const of = find_word("of"), out = find_word("out");
  static WordSet const the{"the", "its", "their", "these", "those", "our", "his", "her"},
      rest{"remaining", "other", "others", "rest", "remainder", "else", "last"},
      exclusive{"seat", "vote", "ballot", "medal", "mandate"}, electors{"delegate", "voter", "member", "deputy", "elector"},
      chosen{"vote", "back", "choose", "elect", "go", "win", "pledge"};
  auto const& items = c.row.items;
  for (auto const at : places_of(c, {.words = word_bit(of)}, 3)) {
    if (items[at].word != of || at + 2 >= items.size()) continue;
    auto const begin = at > 0 && items[at - 1].word == out ? at - 1 : at;
    if (begin > 0 && !ends(items[begin - 1])) continue;
    std::size_t t = the.has(items[at + 1].word) ? at + 2 : at + 1;
    // "Of revenue of $320 million, …"
    for (int n = 0; n < 4 && t + 1 < items.size() && items[t].kind == ItemKind::word; ++n)
      if (items[t++].word == of) break;
    if (t >= items.size() || items[t].amount < 0) continue;
    auto const [first, last] = sentence_of(c, t);
    auto const parts = figures_in(c, t + 1, last);
    if (!is_list(c, parts, last)) continue;
    bool all = false;
    for (auto i = parts[parts.size() - 2]; i < parts.back(); ++i) all = all || rest.has(items[i].word);
    // "30 do everything else", "the last 30"
    for (auto i = parts.back() + 1; i < last && i < parts.back() + 6; ++i) all = all || rest.has(items[i].word);
    // "900 were answered and 750 were not", and not "and 3 would not load"
    static WordSet const no{"not", "n't"};
    if (parts.size() == 2)
      for (auto i = parts.back() + 1; i < last && i < parts.back() + 4; ++i)
        all = all || (no.has(items[i].word) && (i + 2 >= last || ends(items[i + 1])));
    Amount const& total = amount_at(c, t);
    bool apart = false;
    apart = apart || exclusive.has(counted_head(c, total));
    for (auto i = t; i < parts.back() + 3 && i < last && electors.has(counted_head(c, total)); ++i)  // and not "60 own a car"
      apart = apart || (items[i].word != unknown_word && chosen.has(word_info(items[i].word).verb_lemma));
    for (auto i = t; i < parts.front(); ++i)  // "Of the $60 million, the state pays …"
      apart = apart || (total.unit != no_unit && is(items[i], class_bear));
    int kinds = 0;
    for (auto const p : parts) kinds |= 1 << gender_at(c, p);
    apart = apart || kinds == 0b110 || exclude_each_other(c, parts, last);
    check_sum(c, total, amounts_at(c, parts), all ? Firmness::firm : apart ? Firmness::only_over : Firmness::only_if_it_holds);
  }
}

// "The hall cost $18 million. The city paid $9 million, the county $6 million and a family the remaining $3 million": with the
// rest told as the rest, the list is all there is. The total is the one figure of the kind before it, in the sentence or in the
// one before.
void find_rests(Context const& c) {
  static WordSet const rest{"remaining", "other", "rest", "remainder", "balance"}, the{"the", "a", "its", "their", "and"},
      which{"which", "whom"};
  auto const& items = c.row.items;
  for (auto const at : places_of(c, {.words = rest.bits()}, 2)) {
    if (at == 0 || !rest.has(items[at].word) || !the.has(items[at - 1].word)) continue;
    auto const [first, last] = sentence_of(c, at);
    std::size_t r = at + 1;
    while (r < last && r < at + 4 && items[r].amount < 0) ++r;
    if (r >= last || items[r].amount < 0) continue;
    Amount const& part = amount_at(c, r);
    auto figures = figures_in(c, first, r + 1);
    auto const of_kind = [&](std::size_t i) {
      Amount a = amount_at(c, i), b = part;
      return !is_multiple(a) && is_percent(a) == is_percent(b) && a.share == b.share && (same_kind(a, b) || same_kind(b, a));
    };
    Places parts;
    for (auto const i : figures)
      if (of_kind(i)) parts.push_back(i);
    if (parts.size() < 2 || parts.size() != figures.size()) continue;
    std::optional<std::size_t> total;
    if (first > 1 && items[first - 1].kind == ItemKind::sentence_end) {
      auto const [a, b] = sentence_of(c, first - 2);
      Places before;
      for (auto const i : figures_in(c, a, b))
        if (of_kind(i)) before.push_back(i);
      if (before.size() == 1 && is_list(c, parts, r)) total = before.front();
    }
    if (!total && parts.size() > 2) {
      if (is_list(c, std::span(parts).subspan(1), r)) {
        total = parts.front();
        parts.erase(parts.begin());
      }
    }
    if (!total || is_percent(amount_at(c, *total))) continue;
    static WordSet const and_word{"and"};  // "and other services": perhaps not all others
    bool const some = and_word.has(items[at - 1].word);
    auto from = first;  // "…, of which shops brought in …"
    if (*total >= first)
      for (auto i = *total + 1; i < *total + 6 && i < r; ++i)
        if (which.has(items[i].word)) from = i + 1;
    if (speaks_against(c, from, r)) continue;
    Fit const fit = fit_of(c, amount_at(c, *total), parts);
    if (!fit.within(Decimal::scaled(7, -1), Decimal::scaled(14, -1)) || bounded_below_only(amount_at(c, *total))) continue;
    check_sum(c, amount_at(c, *total), amounts_at(c, parts), some ? Firmness::only_over : Firmness::firm);
  }
}

// "Sales came to €90 million. Shops brought in €50 million, the web €30 million and fairs €25 million." Later parts are told
// without a verb of their own. What is missing may be small change; what is too much cannot be.
bool is_gapped(Context const& c, std::span<std::size_t const> parts) {
  for (std::size_t k = 0; k + 1 < parts.size(); ++k)
    for (auto i = parts[k] + 1; i < parts[k + 1]; ++i) {
      Item const& item = c.row.items[i];
      if (item.kind != ItemKind::word || item.word == unknown_word) continue;
      WordInfo const& info = word_info(item.word);
      if (info.usual_part == verb && info.verb_lemma != item.word) return false;
    }
  return parts[1] - parts[0] <= 9;
}
// "9 percent more than the year before (€114 million)"
bool is_compared(Context const& c, std::size_t first, std::size_t figure) {
  static WordSet const words{"than", "from", "against", "compared", "versus", "after"};
  return std::any_of(c.row.items.begin() + std::ptrdiff_t(first), c.row.items.begin() + std::ptrdiff_t(figure),
                     [](Item const& i) { return words.has(i.word); });
}
void find_told_parts(Context const& c) {
  auto const& items = c.row.items;
  constexpr int sentences_back = 2;
  for (auto const& stretch : c.row.sentences) {
    if (stretch.figures < 3) continue;
    std::size_t first = stretch.first;
    if (first < stretch.last && ends(items[first])) ++first;
    auto const all = figures_in(c, first, stretch.last);
    Places parts(all.begin(), all.end());
    // "three friends together $5 million": how many they are is no part
    if (!parts.empty() && amount_at(c, parts.front()).unit != no_unit)
      std::erase_if(parts, [&](std::size_t i) { return amount_at(c, i).unit == no_unit && amount_at(c, i).counted; });
    if (parts.size() < 3 || parts.size() > 8 || !is_list(c, parts, stretch.last) || !is_gapped(c, parts)) continue;
    static WordSet const elsewhere{"in", "by", "during", "for", "at", "from", "over", "on", "of", "until", "since", "if"};
    if (elsewhere.has(items[first].word)) continue;
    if (speaks_against(c, first, stretch.last) || has_date(c, first, stretch.last) || tells_change(c, first, stretch.last))
      continue;
    if (amount_at(c, parts.front()).unit == no_unit && amount_at(c, parts.front()).place < 0) continue;
    auto end = first;
    for (int n = 0; n < sentences_back && end > 1 && items[end - 1].kind == ItemKind::sentence_end; ++n) {
      auto const [a, b] = sentence_of(c, end - 2);
      if (a >= b) break;
      auto const figures = figures_in(c, a, b);
      std::optional<std::size_t> total;
      bool several = false;
      for (auto const i : figures) {
        Amount one = amount_at(c, i), part = amount_at(c, parts.front());
        if (is_percent(one) || !same_kind(one, part)) continue;
        if (total && is_compared(c, *total + 1, i)) continue;
        several = several || total.has_value(), total = i;
      }
      if (several) break;
      if (total) {
        Amount const& whole = amount_at(c, *total);
        if (fit_of(c, whole, parts).within(Decimal::scaled(9, -1), Decimal::scaled(12, -1)) && !bounded_below_only(whole) &&
            is_level(c, whole)) {
          auto const flow = flows(c, a, b, first, parts[1]);
          if (flow != Flows::no)
            check_sum(c, whole, amounts_at(c, parts), flow == Flows::paid ? Firmness::firm : Firmness::only_over);
        }
        break;
      }
      end = a;
    }
  }
}

}  // namespace

void find_breakdowns(Context const& c) {
  find_of_the(c);
  find_marked_lists(c);
  find_rests(c);
  find_told_parts(c);
}

}  // namespace counterclaim::equation
