// Shares of one whole: they may not exceed 100%, and with "the rest" they must reach it. Percentages are shares of one whole
// only where the words are a ballot's ("for, against, undecided") or a composition's; figures of growth or of overlapping
// groups are not.
#include <algorithm>

#include "src/resolve/equation_sum.hpp"

namespace counterclaim::equation {
namespace {

struct Shares {
  std::vector<Amount> parts;
  bool rest = false, ballot = false, composed = false, split = false, excluded = false;
};

// "Of its customers, 46% are in Europe, 38% in Asia and 16% in Africa": one place for each.
bool is_spread(Context const& c, std::size_t first, std::size_t last) {
  static WordId const of = find_word("of");
  static WordSet const placing{"are",  "is",    "was",   "were", "come", "comes", "came",
                               "live", "lives", "lived", "go",   "goes", "went"},
      flowing{"go", "come", "put", "invest", "spend", "devote", "allocate", "send"}, places{"in", "from", "to", "into", "on"},
      for_{"for"};
  auto const& items = c.row.items;
  std::vector<std::size_t> parts;
  for (auto i = first; i < last; ++i) {
    if (items[i].amount < 0) continue;
    if (!is_percent(c.row.amounts[std::size_t(items[i].amount)])) return false;
    parts.push_back(i);
  }
  if (parts.size() < 3 || parts.back() + 2 >= last || last - parts.back() > 6) return false;
  // "The budget goes 55% to wages, …"
  auto const before = parts.front() > first ? items[parts.front() - 1].word : unknown_word;
  bool const flows_out = before != unknown_word && flowing.has(word_info(before).verb_lemma);
  if (!flows_out && items[first].word != of) return false;
  // "Of the money, 55% is earmarked for wages, 30% for rent …"
  static WordSet const set_aside{"earmarked", "reserved", "meant", "intended", "allotted", "spent", "budgeted", "destined"};
  bool const aside = !flows_out && set_aside.has(items[parts.front() + 2].word);
  WordId const preposition = items[parts.front() + (flows_out ? 1 : aside ? 3 : 2)].word;
  if ((!flows_out && !placing.has(items[parts.front() + 1].word)) ||
      !(places.has(preposition) || (aside && for_.has(preposition))))
    return false;
  // in one place each: some are in pain and in work
  static WordSet const in{"in"}, the{"the"};
  return std::all_of(parts.begin() + 1, parts.end(), [&](std::size_t p) {
    if (items[p + 1].word != preposition || p + 2 >= last) return false;
    return !in.has(preposition) || the.has(items[p + 2].word) || c.tokens.tokens[items[p + 2].first].has(capital);
  });
}

// "The museum owns 45% of the pictures, the bank 35% and the heirs 20%": one verb for all, and nothing but names between.
bool is_split(Context const& c, std::size_t first, std::size_t last) {
  auto const& items = c.row.items;
  std::vector<std::size_t> parts;
  std::size_t verbs = 0, bears = last;
  for (auto i = first; i < last; ++i) {
    if (items[i].amount >= 0) {
      if (!is_percent(c.row.amounts[std::size_t(items[i].amount)])) return false;
      parts.push_back(i);
    }
    if (is(items[i], class_bear) && parts.empty()) ++verbs, bears = i;
  }
  static WordId const of = find_word("of");
  if (parts.empty() || parts.front() + 1 >= last) return false;
  static WordSet const owning{"hold", "own"};
  bool const owned = bears < last && owning.has(word_info(items[bears].word).verb_lemma);  // "holds 60%": of the thing itself
  if (items[parts.front() + 1].word != of && !(owned && items[parts.front() + 1].mark == ',')) return false;
  if (verbs != 1 || parts.size() < 3 || bears > parts.front() || parts.front() - bears > 4) return false;
  static WordId const and_word = find_word("and");
  for (std::size_t k = 1; k < parts.size(); ++k) {
    bool divided = false;
    for (auto i = parts[k - 1] + 1; i < parts[k]; ++i) {
      divided = divided || items[i].mark == ',' || (items[i].word == and_word && and_word != unknown_word);
      if (items[i].word != unknown_word && word_info(items[i].word).usual_part == verb && !divided) return false;
    }
    if (!divided || (k > 1 && parts[k] - parts[k - 1] > 8)) return false;
  }
  return last - parts.back() <= 3;
}

// "42 percent of voters chose Moor, 37 percent Lindt and 26 percent Vos": one vote each, and the verb is told once.
bool is_one_vote_each(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const vote{"vote"}, favor{"for"}, choose{"choose", "pick", "opt", "back"},
      voters{"voter", "elector", "electorate", "delegate", "member"};
  auto const& items = c.row.items;
  std::size_t percents = 0, verbs = 0;
  bool votes = false;
  for (auto i = first; i < last; ++i) {
    if (items[i].amount >= 0) {
      if (!is_percent(c.row.amounts[std::size_t(items[i].amount)])) return false;
      ++percents;
    } else if (items[i].kind == ItemKind::word && items[i].word != unknown_word &&
               !c.tokens.tokens[items[i].first].has(capital)) {
      WordInfo const& info = word_info(items[i].word);
      if (percents == 1 &&
          ((vote.has(info.verb_lemma) && i + 1 < last && favor.has(items[i + 1].word)) || choose.has(info.verb_lemma)))
        ++verbs, votes = votes || vote.has(info.verb_lemma);
      else if (voters.has(info.noun_lemma))
        votes = true;
      else if (info.usual_part == verb && (info.parts & function_word) == 0)
        return false;
    }
  }
  return percents >= 3 && verbs == 1 && votes;
}

// "37% for the rest"
bool is_for_the_rest(Context const& c, std::size_t at, std::size_t last) {
  static WordSet const to{"for", "to", "with", "by"}, rest{"rest", "remainder", "others"}, the{"the", "all"};
  auto const& items = c.row.items;
  if (at + 1 >= last || !to.has(items[at].word)) return false;
  auto const next = the.has(items[at + 1].word) ? at + 2 : at + 1;
  return next < last && rest.has(items[next].word);
}

// "Europe makes up 46% of revenue, Asia 38% and the rest of the world 27%", "everyone else 18%": what is left stands before the
// last figure, and none but the first tells of what it is ("cured 52% of women, 61% of men, the rest") or where ("in the rest
// of the county"). Figures that are far more than the whole are of several.
bool ends_with_what_is_left(Context const& c, Shares const& s, std::size_t first, std::size_t last) {
  static WordSet const every{"everyone", "everybody", "everything", "all"}, rest{"rest", "remainder"}, others{"others"},
      the{"the"}, where{"in", "at", "on", "among", "of", "from", "across"}, of{"of"};
  static WordId const other = find_word("else");
  constexpr std::size_t reach = 5;
  auto const& items = c.row.items;
  Decimal sum = 0;
  for (auto const& p : s.parts) sum = sum + middle(p);
  auto const figures = figures_in(c, first, last);
  if (s.parts.size() < 3 || sum > Decimal(125) || figures.empty() || !of.has(items[figures.front() + 1].word)) return false;
  for (auto const i : figures.subspan(1))
    if (i + 1 < last && of.has(items[i + 1].word)) return false;
  for (auto i = figures.back(); i > first + 2 && figures.back() - i < reach; --i) {
    auto const& item = items[i - 1];
    if (item.kind != ItemKind::word) return false;
    if (item.word == other) return every.has(items[i - 2].word) && !where.has(items[i - 3].word);
    if (rest.has(item.word)) return the.has(items[i - 2].word) && !where.has(items[i - 3].word);
    if (others.has(item.word)) return !where.has(items[i - 2].word);
  }
  return false;
}

// "Women made up 81% of the patients and men 24%": each kind stands before its share, and the first share is of a whole.
bool is_of_men_and_women(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const men{"men", "boys", "males"}, women{"women", "girls", "females"}, of{"of"};
  constexpr std::size_t reach = 5;  // "men accounted for about 62%"
  auto const& items = c.row.items;
  int kinds = 0;
  bool whole = false;
  for (auto i = first; i < last; ++i) {
    if (items[i].amount < 0) continue;
    bool const told = i + 1 < last && of.has(items[i + 1].word);
    if (told && kinds != 0) return false;  // "men 30% of theirs"
    whole = whole || told;
    int kind = 0;
    for (auto k = i; kind == 0 && k-- > first && i - k <= reach && items[k].amount < 0;)
      kind = men.has(items[k].word) ? 1 : women.has(items[k].word) ? 2 : 0;
    kinds |= 1 << kind;
  }
  return whole && kinds == 0b110;
}

Shares read_sentence(Context const& c, std::size_t first, std::size_t last) {
  static WordSet const rest{"rest", "remaining", "remainder", "balance"};
  static WordSet const in_favor{"favor",   "favour",    "yes", "approve", "approved",
                                "support", "supported", "for", "agree",   "agreed"};
  Shares s;
  auto const& items = c.row.items;
  int opinions = 0, favor = 0;
  WordId opinion = unknown_word;
  bool dates = false, changes = false, mix = false;
  for (auto i = first; i < last; ++i) {
    Item const& item = c.row.items[i];
    if (item.amount >= 0) {
      Amount const& a = c.row.amounts[std::size_t(item.amount)];
      if (is_percent(a) && a.unit != no_unit)
        s.parts.push_back(a);
      else if (is_points(a) || is_multiple(a))
        s.excluded = true;
      // "84%, against 83% for its rival": two wholes
      static WordSet const rivals{"against", "versus", "vs", "than", "to"};
      s.excluded = s.excluded || (i > first && !s.parts.empty() && rivals.has(items[i - 1].word));
      static WordId const other = find_word("other"), the = find_word("the");
      // "the rest, 18%, not at all"
      bool const beside = i > first + 2 && items[i - 1].mark == ',' && rest.has(items[i - 2].word);
      bool const near_rest =
          i > first + 1 && (beside || rest.has(items[i - 1].word) ||
                            (items[i - 1].word == other && items[i - 2].word == the && other != unknown_word));
      s.rest = s.rest || (is_percent(a) && (near_rest || is_for_the_rest(c, i + 1, last)));
      continue;
    }
    if (item.date >= 0) dates = true;
    // "84% against infection and 96% against severe illness" is no ballot: the opinions differ.
    if (is(item, class_opinion) && item.word != opinion) ++opinions, opinion = item.word;
    if (in_favor.has(item.word)) ++favor;
    // "19% did not know"
    static WordSet const no{"not", "n't"}, know{"know", "decided", "decide", "say"};
    if (i > first && know.has(item.word) && no.has(items[i - 1].word)) ++opinions;
    static WordSet const several{"questions", "question", "second", "third"};
    s.excluded = s.excluded || several.has(item.word);
    // "The mix is 60% sand, …"
    static WordSet const mixed{"mix", "blend", "mixture", "alloy", "composition", "split", "breakdown"},
        is_word{"is", "was", "of"};
    if (s.parts.empty() && i + 2 < last && mixed.has(item.word) && is_word.has(items[i + 1].word) && items[i + 2].amount >= 0)
      s.composed = mix = true;
    // "60% arabica, of which 30% comes from Peru": shares of a share
    static WordSet const of{"of"}, which{"which", "whom"};
    s.excluded = s.excluded || (mix && which.has(item.word) && of.has(items[i - 1].word));
    // "made up their minds" is no change, "up 5%" is one
    static WordSet const made{"made", "make", "makes", "making"};
    bool const updown = is(item, class_updown) && i > first && !made.has(items[i - 1].word) &&
                        ((i + 1 < last && items[i + 1].kind != ItemKind::word) || items[i - 1].amount >= 0);
    changes = changes || is(item, class_up) || is(item, class_down) || updown || is(item, class_more) || is(item, class_less);
    s.excluded = s.excluded || is(item, class_excluding);
    if (is(item, class_consist)) s.composed = true;
  }
  s.split = is_split(c, first, last) || is_spread(c, first, last) || is_one_vote_each(c, first, last);
  s.split = s.split || ends_with_what_is_left(c, s, first, last);
  // "60% men and 45% women"
  if (s.parts.size() == 2 && s.parts.front().sentence == s.parts.back().sentence) {
    int kinds = 0;
    static WordSet const of{"of", "for", "among", "in"};
    for (auto i = first; i < last; ++i)
      if (items[i].amount >= 0 && i + 1 < last && !of.has(items[i + 1].word)) kinds |= 1 << gender_at(c, i);
    s.split = s.split || kinds == 0b110 || is_of_men_and_women(c, first, last);
  }
  s.ballot = opinions >= 1 && opinions + favor >= 2;
  s.excluded = s.excluded || changes || (dates && !s.rest && s.parts.size() > 3);
  return s;
}

void check(Context const& c, Shares const& s) {
  if (s.excluded || s.parts.size() < 2 || s.parts.size() > 12) return;
  if (!s.rest && !s.ballot && !s.composed && !s.split) return;
  if (s.composed && !s.rest && !s.ballot && !s.split && s.parts.size() < 3) return;
  Interval sum = Interval::exactly(0);
  Decimal plain = 0;
  std::string text;
  std::vector<Span> operands;
  for (auto const& p : s.parts) {
    if (p.bound == Bound::range || p.bound == Bound::above || p.bound == Bound::below) return;
    sum = sum + stated_percent(p);
    plain = plain + middle(p);
    text += (text.empty() ? "" : " + ") + text_of(c, p);
    operands.push_back(p.span);
  }
  Interval const whole = s.rest ? Interval::exactly(100) : Interval{Decimal(0), Decimal(100), false, false};
  text += " is " + to_grouped_string(plain) + "%";
  if (disjoint(whole, sum)) text += plain < Decimal(100) ? ", not the whole" : ", more than the whole";
  emit(c, EquationKind::shares, s.parts.back(), sum, whole, text, operands);
}

}  // namespace

void find_shares(Context const& c) {
  auto const& items = c.row.items;
  for (auto const& sentence : c.row.sentences) {
    if (sentence.figures < 2) continue;
    auto const first = sentence.first + (ends(items[sentence.first]) ? 1 : 0);
    auto const percents = std::count_if(items.begin() + first, items.begin() + sentence.last, [&](Item const& i) {
      return i.amount >= 0 && is_percent(c.row.amounts[std::size_t(i.amount)]);
    });
    if (percents >= 2) check(c, read_sentence(c, first, sentence.last));
  }
}

}  // namespace counterclaim::equation
