// When two figures are of one thing then and now: one told of an earlier time, one of a later, of one topic.
#include <algorithm>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

// The words of a clause that say what it is about: nouns, by lemma.
bool names(Context const& c, std::size_t first, std::size_t last, WordId lemma) {
  for (auto i = first; i < last; ++i)
    if (WordId const w = c.row.items[i].word; w != unknown_word && word_info(w).noun_lemma == lemma) return true;
  return false;
}
// "A visit cost €40; the same visit now costs …", "… It now costs …": the second clause speaks of what the first did.
bool one_topic(Context const& c, std::size_t x_first, std::size_t x_last, std::size_t y_first, std::size_t y_last) {
  static WordSet const back{"it", "they", "same", "this", "that", "one", "i", "we"};
  static WordSet const mine{"i", "we", "my", "our"};
  auto const& items = c.row.items;
  for (auto i = y_first; i < y_last; ++i) {
    if (items[i].kind != ItemKind::word || items[i].word == unknown_word) continue;
    WordInfo const& info = word_info(items[i].word);
    if (mine.has(items[i].word)) {
      for (auto k = x_first; k < x_last; ++k)
        if (mine.has(items[k].word)) return true;
    } else if (back.has(items[i].word) && i < y_first + 6) {
      return true;
    }
    if ((info.parts & noun) != 0 && (info.parts & function_word) == 0 && info.usual_part != adverb &&
        names(c, x_first, x_last, info.noun_lemma))
      return true;
    if (info.usual_part == verb && info.verb_lemma != unknown_word)
      for (auto k = x_first; k < x_last; ++k)
        if (WordId const w = items[k].word;
            w != unknown_word && word_info(w).verb_lemma == info.verb_lemma && !is(items[k], class_plan))
          return true;
  }
  return false;
}

bool is_noun(Item const& item) {
  if (item.kind != ItemKind::word || item.word == unknown_word) return false;
  WordInfo const& info = word_info(item.word);
  return (info.parts & noun) != 0 && (info.parts & function_word) == 0 && info.usual_part != adverb &&
         info.usual_part != adjective;
}
// "23,400 last year and 26,910 this year", "; now there are 212": the second clause has no noun or verb of its own.
bool is_gapped(Context const& c, std::size_t split, std::int32_t figure) {
  for (auto i = split + 1; i < std::size_t(figure); ++i) {
    Item const& item = c.row.items[i];
    if (item.kind != ItemKind::word || is(item, class_hedge) || is(item, class_now)) continue;
    static WordSet const there{"there", "is", "are", "was", "were", "has", "have", "had"};
    if (there.has(item.word)) continue;
    if (item.word == unknown_word || (word_info(item.word).parts & function_word) == 0) return false;
  }
  return c.row.items[split].kind != ItemKind::sentence_end;
}

// The item that begins the clause or sentence around a figure, back to `floor`.
std::size_t sentence_start(Context const& c, std::size_t at) {
  while (at > 0 && c.row.items[at - 1].sentence == c.row.items[at].sentence &&
         c.row.items[at - 1].kind != ItemKind::sentence_end && c.row.items[at - 1].kind != ItemKind::block_end)
    --at;
  return at;
}
// A word of the class, also inside a date ("now", "today").
bool says(Context const& c, Item const& item, WordClass id) {
  if (item.kind != ItemKind::date) return is(item, id);
  for (auto i = item.first; i < item.last; ++i)
    if (c.tokens.tokens[i].word != unknown_word && (classes_of(c.tokens.tokens[i].word) >> id & 1) != 0) return true;
  return false;
}
std::optional<Day> day_in(Context const& c, std::size_t first, std::size_t last) {
  std::optional<Day> day;
  for (auto i = first; i < last; ++i) {
    if (c.row.items[i].kind != ItemKind::date) continue;
    auto const& d = c.mentions.dates[std::size_t(c.row.items[i].date)];
    if (d.shape != DateShape::date || d.days.from == no_lower_day) continue;
    if (day) return std::nullopt;
    day = d.days.from;
  }
  return day;
}

}  // namespace

// Where "Last year a seat cost $250. This year it is $300, 20% more" parts: two times that follow one another, told by words or
// by dates, one figure of the kind in each clause, and one topic.
bool is_then_and_now(Context const& c, Match const& m) {
  auto const& items = c.row.items;
  auto const x = std::size_t(m.at('x')), y = std::size_t(m.at('y')), z = std::size_t(m.at('z'));
  auto const start = sentence_start(c, x);
  for (auto i = start; i < x; ++i) {
    if (items[i].amount < 0) continue;
    Amount other = c.row.amounts[std::size_t(items[i].amount)], own = figure(c, m, 'x');
    if (!is_bare(other) && !is_multiple(other) && same_kind(other, own)) return false;
  }
  // The clause of the new figure begins behind the sentence's end or the mark that the pattern passed.
  auto split = y;
  for (auto i = x + 1; i < y; ++i) {
    bool const mark = items[i].mark == ',' || items[i].mark == ';' || items[i].mark == '-';
    static WordSet const joins{"but", "and", "while"};
    bool const joined = joins.has(items[i].word);
    if (items[i].kind == ItemKind::sentence_end) {
      split = i;
      break;
    }
    if (split == y && (mark || joined)) split = i;
  }
  static WordSet const instead{"compared", "against", "versus", "than",  "target",  "forecast", "goal",   "if",
                               "would",    "rival",   "rivals", "while", "whereas", "other",    "another"};
  static WordId const would = find_word("would");
  bool before = false, now = false;
  for (auto i = start; i < z; ++i) {
    if (i >= x && i < split && says(c, items[i], class_now)) return false;
    if (i < split) before = before || says(c, items[i], class_before);
    if (i > split) now = now || says(c, items[i], class_now);
    if (items[i].word != would && instead.has(items[i].word)) return false;
  }
  auto const then = day_in(c, start, split), later = day_in(c, split, z);
  if (then && later && *then >= *later) return false;
  if (!now && !before && !(then && later)) return false;
  bool const parted = items[split].kind == ItemKind::sentence_end || items[split].mark == ';';
  if (before && !now && !later && !parted && !then) return false;
  // What stands behind the change may give it another base: "40% more than the rival", "15% at constant prices".
  auto const next = std::max(std::size_t(m.end), z + 1);
  if (next < items.size() && items[next].kind != ItemKind::mark && items[next].kind != ItemKind::sentence_end &&
      items[next].kind != ItemKind::block_end && items[m.end - 1].kind != ItemKind::mark)
    return false;
  Decimal const old_value = middle(figure(c, m, 'x')), new_value = middle(figure(c, m, 'y'));
  if (new_value > old_value * Decimal(10) || old_value > new_value * Decimal(10)) return false;
  return is_gapped(c, split, m.at('y')) || one_topic(c, start, split, split, z);
}

bool are_only_pair(Context const& c, Match const& m) {
  auto const& items = c.row.items;
  auto const z = std::size_t(m.at('z'));
  for (auto i = sentence_start(c, std::size_t(m.at('x'))); i < items.size() && items[i].sentence == items[z].sentence; ++i) {
    if (items[i].amount < 0 || std::int32_t(i) == m.at('x') || std::int32_t(i) == m.at('y') || i == z) continue;
    Amount other = c.row.amounts[std::size_t(items[i].amount)], own = figure(c, m, 'x');
    if (!is_multiple(other) && same_kind(other, own)) return false;
  }
  Decimal const a = middle(figure(c, m, 'x')), b = middle(figure(c, m, 'y'));
  return a <= b * Decimal(10) && b <= a * Decimal(10);
}

Against set_against_of(Context const& c, Match const& m) {
  static WordSet const links{"against", "versus", "vs", "compared", "from", "after", "where", "whereas", "up", "down"};
  static WordSet const elsewhere{"target",  "forecast",   "goal", "rival",   "rivals",   "if",       "other",
                                 "another", "competitor", "plan", "planned", "expected", "budgeted", "forecasts"};
  auto const& items = c.row.items;
  auto const first = std::size_t(std::min(m.at('x'), m.at('y'))), last = std::size_t(std::max(m.at('x'), m.at('y')));
  auto const begin = sentence_start(c, first);
  auto link = last;
  for (auto i = first + 1; i < last && link == last; ++i)
    if (links.has(items[i].word)) link = i;
  static WordSet const and_word{"and", "but"};
  for (auto i = last + 1; i < std::size_t(m.at('z')); ++i)  // "…, and grew by 3%": another change
    if (and_word.has(items[i].word)) return Against::no;
  bool before = false, now = false;
  auto turn = last;  // where the second figure is told as today's
  auto const end = std::max(last, std::size_t(m.at('z')));
  for (auto i = begin; i < end; ++i) {
    if (elsewhere.has(items[i].word)) return Against::no;
    before = before || says(c, items[i], class_before);
    now = now || says(c, items[i], class_now);
    // "in its first year and 12 in its second"
    static WordSet const opening{"first"}, following{"second"};
    before = before || (i < last && opening.has(items[i].word));
    now = now || (i > last && following.has(items[i].word));
    if (turn == last && i > first && i < last && says(c, items[i], class_now)) turn = i;
  }
  auto split = link;
  for (auto i = first + 1; i < last && split == last; ++i)
    if (items[i].mark == ',' || items[i].kind == ItemKind::word) split = items[i].mark == ',' ? i : split;
  auto const one = day_in(c, begin, split), other = day_in(c, split, end);
  bool const timed = before || now || (one && other && *one != *other) || (link < last && (one || other));
  bool const by_now = turn < last && one_topic(c, begin, turn, turn, last);  // "a seat that cost $40 now costs $50"
  if (link == last && !(before && now) && !(one && other && *one != *other) && !by_now) return Against::no;
  // "against costs of $40": another measure, unless it is told of another time
  bool named = false;
  for (auto i = link + 1; i < last; ++i) named = named || is_noun(items[i]);
  if ((named && !timed) || !are_only_pair(c, m)) return Against::no;
  static WordSet const place{"where", "whereas"};
  return link < last && !place.has(items[link].word) ? Against::second_is_old : Against::either_way;
}

}  // namespace counterclaim::equation
