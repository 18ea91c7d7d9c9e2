// Totals told behind their parts, in the sentence of the parts or in the next: "…, 95 in all", "so 95 …", "That adds up to 95",
// "the whole thing cost 95". The parts are every figure of the kind that stands there, closed with "and".
#include <ranges>

#include "src/resolve/equation_told.hpp"

namespace counterclaim::equation {
namespace {

using Places = std::vector<std::size_t>;

// The figures of the total's kind right before it, back to a figure of another kind.
Places parts_before(Context const& c, std::span<std::size_t const> figures, Amount const& total) {
  Places parts;
  for (auto const item : std::views::reverse(figures)) {
    Amount part = amount_at(c, item), whole = total;
    bool const number_of_parts = is_bare(part) || part.unit == no_unit;
    if (total.unit != no_unit && number_of_parts && !is_bare(part)) break;
    if (is_percent(part) || is_multiple(part) || part.share || (!same_kind(whole, part) && !same_kind(part, whole))) break;
    parts.insert(parts.begin(), item);
  }
  return parts;
}

// Shares of a whole told earlier, other times, things that are added: the list is not all that the total holds.
bool tells_otherwise(Context const& c, Places const& parts, std::size_t last, std::size_t total) {
  static WordSet const words{"of",      "than", "from",  "compared", "against", "versus",  "includes", "including", "with",
                             "besides", "if",   "while", "up",       "another", "further", "whose",    "since",     "until"};
  static WordSet const before_figure{"of", "from", "by", "to"}, more{"another", "further"};
  auto const& items = c.row.items;
  static WordId const to = find_word("to");
  auto const first = parts.front() + 1;
  bool const reaches = items[total - 1].word == to;
  for (auto i = first; i < last; ++i) {
    // "The city gave 3.2 million and the state another 4.1 million, making": a part
    // of the sum. "Another 31, which brings the total to 95" may go on from others
    if (more.has(items[i].word) && !reaches && std::ranges::find(parts, i + 1) != parts.end()) continue;
    // "four others with 800 altogether": what those have
    static WordSet const having{"with", "have", "has", "had", "having"};
    if (i + 1 == total && having.has(items[i].word)) return true;
    if (is(items[i], class_excluding)) return true;
    // "35 died and 20 were sold, so 345 are left"
    static WordSet const over{"left", "remain", "remains", "remained", "remaining", "free", "unsold", "short"};
    if (i > total && over.has(items[i].word)) return true;
    if (!words.has(items[i].word)) continue;
    static WordSet const of{"of"}, part{"of", "from", "with", "up"}, them{"them", "which", "whom", "these", "those"},
        since{"since", "until"};
    if (since.has(items[i].word) && i == first) continue;
    if (!part.has(items[i].word)) return true;
    // "a grant of $500" is a part, "three of them", "with fees" is not; "made up of" is
    if (of.has(items[i].word) && i + 1 < last && !them.has(items[i + 1].word)) continue;
    if (i + 1 < last && items[i + 1].amount >= 0 && !before_figure.has(items[i].word)) continue;
    if (is(items[i], class_updown) && i + 1 < last && (of.has(items[i + 1].word) || i > first)) continue;
    return true;
  }
  return false;
}
// "Gifts of $200, fees of $300 and sales of $90 brought $590": the parts are what the verb says it of.
bool is_subject_of(Context const& c, Places const& parts, std::size_t first, std::size_t total) {
  static WordSet const adds{"bring", "make", "yield", "produce", "total", "give"};
  auto const& items = c.row.items;
  bool verb_seen = false;
  for (auto i = first; i < total; ++i) {
    if (items[i].kind != ItemKind::word || items[i].word == unknown_word) continue;
    WordInfo const& info = word_info(items[i].word);
    bool const doing = info.usual_part == verb && (info.parts & function_word) == 0;
    static WordSet const of{"of"};
    if (i < parts.back() && doing && !of.has(items[i + 1].word)) return false;
    if (i < parts.back() || i > parts.back() + 6) continue;
    verb_seen = verb_seen || adds.has(info.verb_lemma);
  }
  return verb_seen && total <= parts.back() + 10;
}
// "Adair got 12,440 votes, Bell 11,228": of the noun of the figure before.
bool says_no_noun(Context const& c, Amount const& a) {
  if (a.mention < 0) return true;
  auto const& q = c.mentions.quantities[std::size_t(a.mention)];
  return q.counted_last <= q.at.first;
}
// ", 380 animals": a word for all of them.
bool is_generic(Context const& c, Amount const& total) {
  static WordSet const all{"person", "people", "animal",   "vehicle", "item",   "object", "piece", "building",
                           "ship",   "boat",   "aircraft", "machine", "device", "work",   "book",  "medal",
                           "goal",   "job",    "employee", "worker",  "plant",  "tree"};
  return all.has(counted_head(c, total));
}

enum class Where { own_sentence, sentence_before };

bool check(Context const& c, std::size_t t, Places const& parts, Told told, Where where) {
  Amount const& total = amount_at(c, t);
  auto const own = sentence_of(c, t).first;
  auto const end = where == Where::own_sentence ? t : own;
  if (parts.size() < 2 || !is_list(c, parts, end, told == Told::in_all ? closing_of(c, parts, t) : Closing::with_and))
    return false;
  Decimal sum = 0;
  bool loose = false;
  for (auto const i : parts) {
    Amount part = amount_at(c, i), whole = total;
    if (!same_kind(whole, part)) same_kind(part, whole);
    loose = loose || part.bound != Bound::exact;
    sum = sum + middle(part);
  }
  if (is_percent(total) || middle(total) < Decimal(5)) return false;
  WordId const head = counted_head(c, total);
  // Things of one kind have to be the total's: "12 boys and 9 girls, 21 horses".
  bool other = head != unknown_word;
  int heads = 0;
  for (auto const i : parts) {
    WordId const h = counted_head(c, amount_at(c, i));
    heads += h != unknown_word;
    other = other && h != unknown_word && !says_no_noun(c, amount_at(c, i)) &&
            h == counted_head(c, amount_at(c, parts.front())) && h != head;
  }
  if (other) return false;
  auto const near_end = std::min(sentence_of(c, t).second, t + 5);
  bool const told_firmly = told != Told::plainly && (told != Told::beside || (is_generic(c, total) && heads > 1)) && !loose &&
                           total.bound == Bound::exact && is_near(middle(total), sum) && sum != Decimal(0);
  bool const adds_up = total.unit == no_unit || is_monetary(total.unit) || told == Told::in_all;
  bool firm =
      told_firmly && adds_up && middle(total) * Decimal(3) > sum * Decimal(2) && sum * Decimal(3) > middle(total) * Decimal(2);
  // "310 in May and 225 in June, a total of": the time before the comma is the part's
  auto aside = where == Where::own_sentence ? parts.back() + 1 : own;
  for (auto i = aside; told != Told::beside && where == Where::own_sentence && i < t; ++i)
    if (c.row.items[i].mark == ',') aside = i;
  firm = firm && !tells_otherwise(c, parts, near_end, t) && !has_own_time(c, aside, t);
  for (auto const i : figures_in(c, parts.front(), t)) firm = firm && std::find(parts.begin(), parts.end(), i) != parts.end();
  if (firm) firm = !explained(c, figures_in(c, passage_of(c, t, 2).first, t), total);
  return check_sum(c, total, amounts_at(c, parts), firm ? Firmness::firm : Firmness::only_if_it_holds);
}

void find_told_totals(Context const& c) {
  auto const& items = c.row.items;
  for (auto const& stretch : c.row.sentences)
    for (auto const t : figures_in(c, stretch.first, stretch.last)) {
      if (is_percent(amount_at(c, t))) continue;
      auto const [first, last] = sentence_of(c, t);
      auto const before = figures_in(c, first, t);
      if (before.size() > 16) break;
      auto parts = parts_before(c, before, amount_at(c, t));
      bool const listed = parts.size() >= 2;
      bool const number_of_parts = before.size() == 1 && amount_at(c, before.front()).unit == no_unit &&
                                   !amount_at(c, before.front()).counted && parts.empty();
      bool const begins = (before.empty() || number_of_parts) && first > 1 && items[first - 1].kind == ItemKind::sentence_end;
      if (!listed && !begins) continue;
      auto const [a, b] = listed ? std::pair(first, t) : sentence_of(c, first - 2);
      auto const figures = figures_in(c, a, b);
      if (figures.size() < 2) continue;
      auto told = told_as(c, t);
      if (listed) {
        if (told <= Told::beside && is_subject_of(c, parts, first, t)) told = Told::as_result;
        if (told != Told::plainly) check(c, t, parts, told, Where::own_sentence);
      } else if (told >= Told::as_result) {
        parts = parts_before(c, figures, amount_at(c, t));
        if (parts.size() == figures.size() || (parts.size() >= 2 && parts.front() > a))
          check(c, t, parts, told, Where::sentence_before);
      }
    }
}

// "It had 31 chargers. It has added 14, bringing the total to 45": what was there, what is added, and both together.
void find_increments(Context const& c) {
  static WordSet const brings{"bring", "take", "lift", "push", "raise"},
      all{"total", "tally", "count", "sum", "number", "fleet", "workforce", "staff", "network", "collection", "overall"};
  static WordId const to = find_word("to");
  auto const& items = c.row.items;
  for (auto const at : places_of(c, {.words = all.bits()}, 2)) {
    if (!all.has(items[at].word)) continue;
    auto const [first, last] = sentence_of(c, at);
    auto t = at + 1;
    while (t < last && t < at + 5 && items[t].amount < 0) ++t;
    if (t >= last || items[t].amount < 0) continue;
    bool reaches = false, brought = false;
    for (auto i = at; i < t; ++i) reaches = reaches || items[i].word == to;
    auto verb_at = at;
    for (auto i = at; i-- > first && at - i <= 4 && !brought;)
      if (items[i].word != unknown_word && brings.has(word_info(items[i].word).verb_lemma)) brought = true, verb_at = i;
    if (!reaches || !brought) continue;
    Amount const& total = amount_at(c, t);
    auto const of_kind = [&](std::size_t i) {
      Amount a = amount_at(c, i), b = total;
      return !is_percent(a) && !is_multiple(a) && !a.share && a.unit == b.unit && (same_kind(a, b) || same_kind(b, a));
    };
    Places own, before;
    for (auto const i : figures_in(c, first, verb_at))
      if (of_kind(i)) own.push_back(i);
    if (own.size() != 1 || first < 2 || items[first - 1].kind != ItemKind::sentence_end) continue;
    auto const [a, b] = sentence_of(c, first - 2);
    for (auto const i : figures_in(c, a, b))
      if (of_kind(i)) before.push_back(i);
    if (before.size() != 1) continue;
    Amount const &added = amount_at(c, own.front()), &there = amount_at(c, before.front());
    Decimal const sum = middle(added) + middle(there);
    WordId const head = counted_head(c, there), other = counted_head(c, added);
    bool const alike = head == unknown_word || other == unknown_word || head == other;
    bool const firm = alike && (total.unit != no_unit || head != unknown_word) && total.bound == Bound::exact &&
                      added.bound == Bound::exact && there.bound == Bound::exact && middle(total) > middle(there) &&
                      is_near(middle(total), sum) && !has_own_time(c, a, t) &&
                      !explained(c, figures_in(c, passage_of(c, t, 2).first, t), total);
    check_sum(c, total, {there, added}, firm ? Firmness::firm : Firmness::only_if_it_holds);
  }
}

// Items of a list under a sentence that tells what they make together: "The grant of $75,000 is made up as follows:".
void find_listed_parts(Context const& c) {
  static WordSet const cue{"total",   "totals",    "follows", "composed", "made",      "consists",
                           "consist", "comprises", "divided", "split",    "breakdown", "altogether",
                           "breaks",  "broken",    "sum",     "spent",    "shared",    "overall"};
  auto const& blocks = c.article.blocks;
  auto const& items = c.row.items;
  if (std::none_of(blocks.begin(), blocks.end(), [](Block const& b) { return b.kind == BlockKind::list_item; })) return;
  std::vector<Places> figures(blocks.size());
  std::vector<bool> cued(blocks.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].kind == ItemKind::sentence_end || items[i].kind == ItemKind::block_end ||
        items[i].sentence >= c.tokens.sentences.size())
      continue;
    auto const block = c.tokens.sentences[items[i].sentence].block;
    if (items[i].amount >= 0) figures[block].push_back(i);
    cued[block] = cued[block] || cue.has(items[i].word);
  }
  for (std::size_t lead = 0; lead + 2 < blocks.size(); ++lead) {
    if (figures[lead].size() != 1 || !cued[lead]) continue;
    Places parts;
    auto end = lead + 1;
    bool plain = true;
    for (; end < blocks.size() && blocks[end].kind == BlockKind::list_item && blocks[end].lead_in == std::int32_t(lead);
         ++end) {
      plain = plain && figures[end].size() == 1;
      if (plain) parts.push_back(figures[end].front());
    }
    if (!plain || parts.size() < 2) continue;
    Amount const& total = amount_at(c, figures[lead].front());
    Decimal sum = 0;
    for (auto const i : parts) sum = sum + middle(amount_at(c, i));
    bool const firm = total.bound == Bound::exact && is_near(middle(total), sum);
    check_sum(c, total, amounts_at(c, parts), firm ? Firmness::firm : Firmness::only_if_it_holds);
  }
}

}  // namespace

void find_all_told(Context const& c) {
  find_told_totals(c);
  find_listed_parts(c);
  find_increments(c);
}

}  // namespace counterclaim::equation
