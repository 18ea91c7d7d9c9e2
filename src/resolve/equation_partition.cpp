// A count and the groups that it falls into, told by what stands for it: "25 names, of which ten are …, nine … and eight …",
// "48 fixes, namely 21 in …", "60 ships. Twenty are …, fifteen … and thirty …", "$186 million. Ottawa pays 74 million of it".
// Three groups or more, the last joined by "and", that come near the count are all there are.
#include <algorithm>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

using Places = std::vector<std::size_t>;

enum class Link { none, of_which, namely, of_them };
struct Cue {
  Link link = Link::none;
  std::size_t at = 0;     // where the parts begin
  bool sentence = false;  // it opens its sentence: the whole stands in the one before
};

// The words that hang the parts of a sentence on a whole.
Cue cue_of(Context const& c, std::size_t first, std::size_t last, std::span<std::size_t const> figures) {
  static WordSet const of{"of"}, them{"these", "those", "them"}, which{"which", "whom"}, namely{"namely"},
      it{"it", "this", "that"};
  static WordSet const up{"up"}, made{"made"};
  auto const& items = c.row.items;
  // "Of these, 150 …", "Twenty are tankers, …"
  if (first + 2 < last && of.has(items[first].word) && them.has(items[first + 1].word))
    return {Link::of_which, first + 2, true};
  if (figures.front() == first && counted_head(c, amount_at(c, first)) == unknown_word) return {Link::none, first, true};
  for (auto i = first; i + 1 < last && i < figures[figures.size() - 2]; ++i) {
    if (items[i].kind != ItemKind::word) continue;
    if (namely.has(items[i].word)) return {Link::namely, i + 1, false};
    if (of.has(items[i].word) && which.has(items[i + 1].word) && i > first && items[i - 1].mark != 0)
      return {Link::of_which, i + 2, false};
    if (made.has(items[i].word) && i + 2 < last && up.has(items[i + 1].word) && of.has(items[i + 2].word) && i > first &&
        items[i - 1].mark == ',')
      return {Link::namely, i + 3, false};
  }
  // "96 nodes, 64 of them for training, …"; "Ottawa pays $74 million of it, …"
  for (std::size_t k = 0; k < figures.size() && k < 2; ++k) {
    auto const i = figures[k];
    if (i + 2 >= last || !of.has(items[i + 1].word)) continue;
    if (k == 1 && (them.has(items[i + 2].word) || which.has(items[i + 2].word))) return {Link::of_them, i, false};
    if (k == 0 && (it.has(items[i + 2].word) || them.has(items[i + 2].word))) return {Link::of_them, first, true};
  }
  return {Link::none, last, false};
}

// Words that make the groups overlap, or a choice, or only some of all.
bool speaks_against(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const words{"among",      "such", "like",  "example",   "notably", "especially", "mainly",       "mostly",
                             "largely",    "also", "than",  "versus",    "against", "compared",   "another",      "further",
                             "additional", "or",   "up",    "both",      "even",    "alone",      "respectively", "average",
                             "not",        "each", "every", "including", "include", "includes",   "some",         "if"};
  for (auto i = first; i < last; ++i) {
    Item const& item = c.row.items[i];
    if (words.has(item.word) || is(item, class_excluding) || is(item, class_up) || is(item, class_down) ||
        is(item, class_more) || is(item, class_less))
      return true;
  }
  return false;
}

// The groups do one thing between them, told once or with "are" for each, and it is none that one may do with several ("twelve
// speak French"); some are women, others pupils.
bool are_apart(Context const& c, std::span<std::size_t const> parts, std::size_t last) {
  static WordSet const shared{"speak",      "know", "have",  "own",  "like",   "want",  "use", "offer",
                              "understand", "play", "need",  "read", "visit",  "drink", "eat", "study",
                              "support",    "pass", "watch", "buy",  "suffer", "report"};
  static WordId const be = find_word("be");
  WordId first_verb = unknown_word;
  int of_men_or_women = 0;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    of_men_or_women += gender_at(c, parts[k]) != 0;
    auto const end = k + 1 < parts.size() ? parts[k + 1] : last;
    for (auto i = parts[k] + 1; i < end && c.row.items[i].mark != ','; ++i) {
      Item const& item = c.row.items[i];
      if (item.kind != ItemKind::word || item.word == unknown_word) continue;
      WordInfo const& info = word_info(item.word);
      bool const doing = info.verb_lemma == be || (info.usual_part == verb && (info.parts & function_word) == 0);
      if (!doing) continue;
      if (shared.has(info.verb_lemma)) return false;
      if (k == 0 && first_verb == unknown_word) first_verb = info.verb_lemma;
      if (k > 0 && info.verb_lemma != first_verb && i <= parts[k] + 2) return false;
      break;
    }
  }
  return of_men_or_women == 0 || of_men_or_women == int(parts.size());
}

// The one figure of the parts' kind in [first, last) that can be their whole.
std::optional<std::size_t> whole_in(Context const& c, std::size_t first, std::size_t last, Amount const& part) {
  std::optional<std::size_t> found;
  for (auto const i : figures_in(c, first, last)) {
    Amount a = amount_at(c, i), b = part;
    if (is_percent(a) || is_multiple(a) || a.share || a.unit != b.unit || !same_kind(a, b)) continue;
    if (middle(a) <= middle(part)) continue;
    if (found && middle(amount_at(c, *found)) != middle(a)) return std::nullopt;
    found = i;
  }
  return found;
}

void find_groups(Context const& c, Row::Stretch const& stretch) {
  auto const& items = c.row.items;
  std::size_t const first = stretch.first + (ends(items[stretch.first]) ? 1 : 0), last = stretch.last;
  auto const figures = figures_in(c, first, last);
  if (figures.size() < 3 || figures.size() > 9) return;
  Cue const cue = cue_of(c, first, last, figures);
  if (cue.at >= last) return;
  auto const parts = figures_in(c, cue.at, last);
  constexpr std::size_t fewest = 3;
  if (parts.size() < fewest || !is_list(c, parts, last) || speaks_against(c, cue.at, last)) return;
  Amount const& part = amount_at(c, parts.front());
  if (is_percent(part) || part.share) return;
  std::optional<std::size_t> whole;
  if (!cue.sentence)
    whole = whole_in(c, first, cue.at, part);
  else if (first > 1 && items[first - 1].kind == ItemKind::sentence_end)
    whole = whole_in(c, sentence_of(c, first - 2).first, first - 1, part);
  if (!whole) return;
  Amount const& total = amount_at(c, *whole);
  if (total.bound != Bound::exact && total.bound != Bound::about) return;
  bool const counts = total.unit == no_unit;
  if (counts ? !total.counted : cue.link == Link::none) return;
  WordId const head = counted_head(c, part);  // "48 fixes, namely 21 fixes": of the whole's noun, or none
  if (counts && cue.link != Link::namely && head != unknown_word && head != counted_head(c, total)) return;
  Decimal sum = 0;
  for (auto const i : parts) {
    Amount a = amount_at(c, i), b = total;
    if (a.bound != Bound::exact || a.share || !same_kind(b, a)) return;
    sum = sum + middle(a);
  }
  auto const ratio = divide(sum, middle(total));
  bool const near = ratio && *ratio >= Decimal::scaled(9, -1) && *ratio <= Decimal::scaled(112, -2);
  for (auto i = cue.at; i < last; ++i)
    if (items[i].kind == ItemKind::date && items[i].amount < 0) return;
  bool const apart = near && (cue.link == Link::namely || are_apart(c, parts, last));
  check_sum(c, total, amounts_at(c, parts), apart ? Firmness::firm : Firmness::only_if_it_holds);
}

}  // namespace

void find_partitions(Context const& c) {
  for (auto const at : c.row.telling[3]) find_groups(c, c.row.sentences[at]);
}

}  // namespace counterclaim::equation
