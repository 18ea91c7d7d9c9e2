// A counted whole and what it is made of, told without a word for a total: "50 shops, of which 30 are in Norway and 35 in
// Sweden", "800 nurses, 950 of whom …", "12 wins, 5 draws and 4 defeats in 25 games".
#include <algorithm>
#include <array>

#include "counterclaim/vocabulary.hpp"
#include "src/resolve/equation_sum.hpp"

namespace counterclaim::equation {
namespace {

bool is_plain_count(Amount const& a) {
  return a.unit == no_unit && a.bound == Bound::exact && a.value.is_point() && middle(a).is_whole() && a.mention >= 0 &&
         !a.share && middle(a) >= Decimal(2);
}
std::uint8_t field_of(WordId lemma) { return lemma == unknown_word ? std::uint8_t(0) : word_info(lemma).noun_field; }

// "a crew of 30": the body that the figure says the size of.
bool is_size_of_group(Context const& c, std::size_t at) {
  static WordId const of = find_word("of");
  auto const& items = c.row.items;
  if (at < 2 || items[at - 1].word != of || items[at - 2].kind != ItemKind::word || items[at - 2].word == unknown_word)
    return false;
  WordInfo const& info = word_info(items[at - 2].word);
  return info.noun_lemma == items[at - 2].word && info.noun_field == lexname::group;
}

// Whether "them" and "which" behind the figure could mean another plural: "12 editors read the letters, 400 of them …". What
// a preposition puts aside ("in two streets") does not come into question.
bool names_others(Context const& c, std::size_t whole, std::size_t part) {
  static WordSet const aside{"in", "on", "at", "from", "for", "by", "across", "over"},
      invariant{"people", "sheep", "fish", "police", "staff", "data", "aircraft", "series", "cattle"};
  auto const& items = c.row.items;
  Amount const& a = amount_at(c, whole);
  auto const counted_last = c.mentions.quantities[std::size_t(a.mention)].counted_last;
  for (auto i = whole + 1; i < part; ++i) {
    Item const& item = items[i];
    if (item.kind == ItemKind::date && item.amount < 0) continue;
    if (item.kind != ItemKind::word || item.first < counted_last || item.word == unknown_word) continue;
    WordInfo const& info = word_info(item.word);
    bool const plural = (info.parts & noun) != 0 && info.noun_lemma != item.word && info.usual_part != verb;
    if (!plural && !invariant.has(item.word)) continue;
    bool put_aside = false;
    for (auto k = i; k-- > whole + 1 && i - k <= 3;) put_aside = put_aside || aside.has(items[k].word);
    if (!put_aside) return true;
  }
  return false;
}

// What stands before the whole can be meant as well: "3,000 nurses in two towns, 950 of them …", "farmers saw 12 films, 40 of
// them …". "Which" goes with what is near.
enum Reading : int { of_them, of_which, people, opening };
bool is_one_of_several(Context const& c, std::size_t whole, std::size_t part, int reading) {
  static WordSet const prepositions{"in",     "at",      "across", "over", "from",   "for",  "on",
                                    "within", "between", "by",     "with", "among",  "into", "through",
                                    "during", "after",   "until",  "to",   "around", "since"};
  static WordSet const agents{"by", "from", "for", "with", "to"};  // "reported by 60 patients, among them …"
  auto const& items = c.row.items;
  auto const [first, last] = sentence_of(c, whole);
  for (auto i = whole; i-- > first && whole - i <= 3 && items[i].kind == ItemKind::word;)
    if (prepositions.has(items[i].word) && !(reading == people && agents.has(items[i].word))) return true;
  // "each node holds four cards, so the machine has 3,072 of them"
  static WordSet const of_each{"each", "every", "per", "apiece", "so", "thus"};
  for (auto i = first; i < part; ++i)
    if (of_each.has(items[i].word)) return true;
  for (auto const i : figures_in(c, first, whole))
    if (middle(amount_at(c, i)) >= middle(amount_at(c, part))) return true;
  for (auto i = first; i < whole && reading == of_them; ++i) {
    WordId const w = items[i].kind == ItemKind::word ? items[i].word : unknown_word;
    if (w != unknown_word && (word_info(w).parts & noun) != 0 && word_info(w).noun_lemma != w &&
        word_info(w).usual_part != verb)
      return true;
  }
  return false;
}

constexpr PatternText part_texts[] = {
    {"{b} ..6 , ..2 {a} of whom|which", of_which},
    {"{b} ..6 ,|;|and|that ..4 {a} of them", of_them},
    {"{b} ..6 || ..4 {a} of them", of_them},
    {"{b} ..3 , of whom|which ..1 {a}", of_which},
    {"{b} ..3 , including ..1 {a}", people},
    {"{b} ..5 , among them|whom ..1 {a}", people},
    {"{b} includes|include|included|contains|comprises {a}", people},
    {"among the|its|their|our {b} ..3 , {a}", opening},
};

// "800 nurses, 950 of whom worked nights", "a jury of 12 includes 14 women"
void find_larger_parts(Context const& c) {
  static auto const patterns = compile(part_texts);
  each_match(c, patterns, [&](Match const& m, int tag) {
    auto const whole = std::size_t(m.at('b')), part = std::size_t(m.at('a'));
    Amount const &a = amount_at(c, part), &b = amount_at(c, whole);
    if (!is_plain_count(a) || !is_plain_count(b) || middle(a) <= middle(b)) return false;
    bool const group = is_size_of_group(c, whole);
    if (!b.counted && !group) return false;
    if (tag == opening && (a.counted || (m.begin > 0 && !ends(c.row.items[m.begin - 1])))) return false;
    static WordId const them = find_word("them"), whom = find_word("whom");
    WordId const before = c.row.items[part - 1].word;  // "60 patients, among them 72 with headaches"
    bool const same = !a.counted && (before == them || before == whom);
    if (tag == people && ((!same && field_of(counted_head(c, a)) != lexname::person) ||
                          (!group && field_of(counted_head(c, b)) != lexname::person)))
      return false;
    if (tag != opening && (names_others(c, whole, part) || is_one_of_several(c, whole, part, tag))) return false;
    QuantityMention const& q = c.mentions.quantities[std::size_t(a.mention)];
    Claim& claim = emit_problem(c, ClaimKind::quantity, q.at, text_of(c, a) + " is more than the whole, " + text_of(c, b));
    claim.value = claim.compared = a.value;
    return true;
  });
}

// The side of a scale of exclusions.tsv that a part is told to be on, or the place that it is in.
struct Side {
  int scale = 0;  // 0: a place
  std::uint32_t at = 0;
};
std::optional<Side> side_of(Context const& c, std::size_t part, std::size_t end) {
  // north and south, left and right, upper and lower, home and away, men and women, adults and children, town and country
  static constexpr std::array<std::string_view, 8> parted{"7", "8", "9", "29", "41", "42", "43", "44"};
  static WordSet const prepositions{"in", "at", "from"};
  auto const& items = c.row.items;
  auto const& tokens = c.tokens.tokens;
  constexpr std::size_t reach = 6;
  for (auto i = part + 1; i < end && i <= part + reach && items[i].mark != ','; ++i) {
    if (items[i].kind != ItemKind::word) continue;
    Token const& t = tokens[items[i].first];
    if (t.begins(Category::exclusions)) {
      auto const m = match_phrase(Category::exclusions, tokens, items[i].first, items[i].last, c.article.view);
      if (m) {
        auto const scale = vocabulary(Category::exclusions)[std::size_t(m.row)].column[0];
        for (std::size_t n = 0; n < parted.size(); ++n)
          if (parted[n] == scale) return Side{int(n) + 1, std::uint32_t(m.row)};
      }
    }
    // "30 study in Lund and 20 work in Ghent": some do both.
    static WordSet const stands{"are", "were", "is", "was", "lie", "stand", "based", "located", "made", "held", "built"};
    if (items[i].word != unknown_word && word_info(items[i].word).usual_part == verb && !stands.has(items[i].word))
      return std::nullopt;
    if (prepositions.has(items[i].word) && i + 1 < end && items[i + 1].kind == ItemKind::word &&
        tokens[items[i + 1].first].has(capital))
      return Side{0, items[i + 1].word};
  }
  return std::nullopt;
}
bool are_apart(Context const& c, std::span<std::size_t const> parts, std::size_t last) {
  std::vector<Side> sides;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    auto const side = side_of(c, parts[k], k + 1 < parts.size() ? parts[k + 1] : last);
    if (!side) return false;
    for (auto const& other : sides)
      if (other.scale != side->scale || other.at == side->at) return false;
    sides.push_back(*side);
  }
  return true;
}

// "80 shops, of which 50 are in Norway and 45 in Sweden": no shop is in both.
void find_split_counts(Context const& c) {
  static WordSet const link{"of", "which", "whom", "these", "those", "with", "and", "them", "are"},
      against{"also", "both", "than", "another", "further", "or", "up", "each", "every", "more", "speak", "speaking"};
  auto const& items = c.row.items;
  for (auto const at : c.row.telling[3]) {
    auto const& stretch = c.row.sentences[at];
    auto const figures = figures_in(c, stretch.first, stretch.last);
    constexpr std::size_t most = 6;
    if (figures.size() > most) continue;
    for (std::size_t k = 0; k + 2 < figures.size(); ++k) {
      Amount const& whole = amount_at(c, figures[k]);
      if (!whole.counted || !is_plain_count(whole)) continue;
      std::vector<std::size_t> const parts(figures.begin() + std::ptrdiff_t(k) + 1, figures.end());
      // the counted noun, a mark, and what links the parts to it
      auto const noun_end = c.mentions.quantities[std::size_t(whole.mention)].counted_last;
      bool linked = false, plain = true;
      for (auto i = figures[k] + 1; i < parts.front(); ++i) {
        if (items[i].first < noun_end) continue;
        linked = linked || items[i].mark == ',' || items[i].mark == ';' || items[i].mark == ':' || items[i].mark == '-';
        plain = plain && (items[i].kind == ItemKind::mark || (linked && link.has(items[i].word)));
      }
      if (!linked || !plain || !is_list(c, parts, stretch.last)) continue;
      bool const counts = std::ranges::all_of(parts, [&](std::size_t i) {
        Amount const& a = amount_at(c, i);
        WordId const head = counted_head(c, a);
        return is_plain_count(a) && middle(a) < middle(whole) && (head == unknown_word || head == counted_head(c, whole));
      });
      if (!counts) continue;
      for (auto i = figures[k]; i < stretch.last && plain; ++i)
        plain = !against.has(items[i].word) && (items[i].kind != ItemKind::date || items[i].amount >= 0);
      if (!plain || !are_apart(c, parts, stretch.last)) continue;
      Decimal sum = 0;
      for (auto const i : parts) sum = sum + middle(amount_at(c, i));
      if (sum > middle(whole) * Decimal(2)) continue;
      check_sum(c, whole, amounts_at(c, parts), Firmness::only_over);
      break;
    }
  }
}

// Won 1, drawn 2, lost 3, by the word that a figure counts or that stands before it.
int outcome_of(Context const& c, std::size_t figure, std::size_t first, std::size_t last) {
  static WordSet const outcomes[] = {WordSet{"win", "victory", "won"}, WordSet{"draw", "tie", "drawn"},
                                     WordSet{"lose", "loss", "defeat", "lost"}};
  auto const kind = [&](std::size_t i) {
    Item const& item = c.row.items[i];
    if (item.kind != ItemKind::word || item.word == unknown_word) return 0;
    WordInfo const& info = word_info(item.word);
    for (int n = 0; n < 3; ++n)
      if (outcomes[n].has(info.verb_lemma) || outcomes[n].has(info.noun_lemma) || outcomes[n].has(item.word)) return n + 1;
    return 0;
  };
  static WordId const and_word = find_word("and");
  for (auto i = figure + 1; i < last && i < figure + 3 && c.row.items[i].kind == ItemKind::word; ++i) {
    if (c.row.items[i].word == and_word) break;  // "drawn 7 and lost 4"
    if (int const n = kind(i)) return n;
  }
  for (auto i = figure; i-- > first && figure - i < 3 && c.row.items[i].kind == ItemKind::word;)
    if (int const n = kind(i)) return n;
  return 0;
}

// "30 games, winning 18, drawing five and losing nine": results are all there is where drawn ones are told.
void find_results(Context const& c) {
  static WordSet const games{"game", "match", "fixture", "outing", "start", "bout", "fight", "encounter", "round", "contest"};
  for (auto const at : c.row.telling[3]) {
    auto const& stretch = c.row.sentences[at];
    if (stretch.figures != 4) continue;
    auto const figures = figures_in(c, stretch.first, stretch.last);
    if (figures.size() != 4) continue;
    // "won 14 of their 20 games": the second is the whole
    static WordId const of = find_word("of");
    bool const of_these = figures[1] - figures[0] <= 4 && std::any_of(c.row.items.begin() + std::ptrdiff_t(figures[0]),
                                                                      c.row.items.begin() + std::ptrdiff_t(figures[1]),
                                                                      [](Item const& x) { return x.word == of; });
    std::optional<std::size_t> whole;
    std::vector<std::size_t> parts;
    unsigned seen = 0;
    // "won 20 matches, drew nine and lost seven of the 36": the one without a result is the whole
    auto const results =
        std::ranges::count_if(figures, [&](std::size_t i) { return outcome_of(c, i, stretch.first, stretch.last) != 0; });
    for (std::size_t k = 0; k < figures.size(); ++k) {
      auto const i = figures[k];
      bool const all = of_these ? k == 1 : results == 4 && games.has(counted_head(c, amount_at(c, i)));
      int const outcome = all ? 0 : outcome_of(c, i, stretch.first, stretch.last);
      if (outcome != 0)
        parts.push_back(i), seen |= 1U << outcome;
      else if (!whole)
        whole = i;
    }
    if (!whole || parts.size() != 3 || seen != 0b1110) continue;
    Amount total = amount_at(c, *whole);
    static WordId const over = find_word("over");  // "a record over 20 matches"
    if (total.bound == Bound::above && total.value.low && c.row.items[*whole].first > 0 &&
        (c.tokens.tokens[total.first].word == over || c.tokens.tokens[c.row.items[*whole].first - 1].word == over))
      total.bound = Bound::exact, total.value = Interval::exactly(*total.value.low);
    if (!is_plain_count(total) || !std::ranges::all_of(parts, [&](std::size_t i) {
          Amount const& a = amount_at(c, i);
          return a.unit == no_unit && a.bound == Bound::exact && !a.share;
        }))
      continue;
    bool against = false;
    static WordSet const otherwise{"last", "first", "other", "previous", "final", "next", "past", "than", "penalties", "or"};
    for (auto i = stretch.first; i < stretch.last; ++i)
      against = against || otherwise.has(c.row.items[i].word) || is(c.row.items[i], class_excluding);
    Decimal sum = 0;
    for (auto const i : parts) sum = sum + middle(amount_at(c, i));
    if (sum * Decimal(5) < middle(total) * Decimal(4) || sum * Decimal(4) > middle(total) * Decimal(5)) continue;
    check_sum(c, total, amounts_at(c, parts), against ? Firmness::only_if_it_holds : Firmness::firm);
  }
}

constexpr PatternText side_texts[] = {
    {"won|wins|win {a} of|out ..3 {t} ..2 and|,|but ..1 lost|loses|lose|drew|draws|draw|tied {b}", 0},
    {"lost|loses|lose {a} of|out ..3 {t} ..2 and|,|but ..1 won|wins|win|drew|draws|draw|tied {b}", 0},
    {"{a} of ..4 {t} ..3 women|female|girls ..1 and {b} ..2 men|male|boys", 0},
    {"{a} of ..4 {t} ..3 men|male|boys ..1 and {b} ..2 women|female|girls", 0},
    {"{t} ..6 ,|:|( {a} ..1 women|girls ,? and {b} ..1 men|boys .|;|)", 0},
    {"{t} ..6 ,|:|( {a} ..1 men|boys ,? and {b} ..1 women|girls .|;|)", 0},
    {"passed|passes|pass {a} of|out ..3 {t} ..4 and|,|but ..1 failed|fails|fail {b}", 0},
    {"{t} ..4 || ..1 {a} passed|succeeded|survived ,|; and|while? ..2 {b} failed|died", 0},
    {"of ..1 the? {t} ..3 , {a} passed|succeeded|survived ,|;? and|while ..2 {b} failed|died", 0},
    {"{t} ..3 ,|:|( {a} of? them? ..2 on|in|to|given|receiving|taking ..4 and {b} of? them? ..2 "
     "on|in|to|given|receiving|taking the|a? placebo|control|controls|comparator|sham|comparison",
     0},
};

// "Won 14 of his 20 matches and lost eight", "900 women, 500 of them on the drug and 450 on placebo": nobody is on both sides.
void find_two_sides(Context const& c) {
  static auto const patterns = compile(side_texts);
  each_match(c, patterns, [&](Match const& m, int) {
    Amount const &a = figure(c, m, 'a'), &b = figure(c, m, 'b'), &t = figure(c, m, 't');
    bool const plain = t.counted && is_plain_count(t) && is_plain_count(a) && is_plain_count(b);
    if (!plain || middle(a) > middle(t) || middle(b) > middle(t)) return false;
    return check_sum(c, t, {a, b}, Firmness::only_over);
  });
}

}  // namespace

void find_wholes(Context const& c) {
  find_larger_parts(c);
  find_results(c);
  find_two_sides(c);
  find_split_counts(c);
}

}  // namespace counterclaim::equation
