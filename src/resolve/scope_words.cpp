#include "src/resolve/scope_words.hpp"

#include <algorithm>
#include <string>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/figure_told.hpp"

namespace counterclaim {
namespace {

std::string_view over_months(int months) {
  switch (months) {
    case 3:
      return "over 3 months";
    case 6:
      return "over 6 months";
    case 9:
      return "over 9 months";
    case 12:
      return "over 12 months";
    default:
      return {};
  }
}

// "In the quarter", "for the full year", "in its nine months": over how long a figure was added up, as "over 3 months";
// empty if its clause does not say.
std::string_view tells_months(Context const& c, MentionPlace const& at, Frame const& frame) {
  static WordId const quarter = find_word("quarter"), quarterly = find_word("quarterly"), half = find_word("half"),
                      year = find_word("year"), month = find_word("month"), months = find_word("months"),
                      end = find_word("end"), of = find_word("of"), yearly = find_word("yearly"), annual = find_word("annual");
  static WordSet const spans{"quarter", "quarterly", "half", "year", "yearly", "annual", "month", "months"},
      firsts{"first", "second"},
      which{"first", "second", "third", "fourth", "last", "previous", "latest", "same", "the", "its", "this", "that"},
      whole{"full", "whole", "fiscal", "financial", "calendar", "entire"}, counts{"six", "nine", "twelve"};
  auto const& t = c.tokens.tokens;
  std::string_view found;
  std::uint32_t best = UINT32_MAX;
  for (auto i = std::max(frame.clause_first, 1u); i < frame.clause_last; ++i) {
    auto const word = t[i].word;
    if (!t[i].is(TokenKind::word) || !spans.has(word)) continue;
    auto const before = t[i - 1].is(TokenKind::hyphen) && i > 1 ? t[i - 2].word : t[i - 1].word;
    int span = 0;
    if (word == quarterly) {
      span = 3;
    } else if (word == quarter && which.has(before)) {
      span = 3;
    } else if (word == half && firsts.has(before)) {
      span = 6;
    } else if (word == year && before == half) {
      span = 6;
    } else if (word == yearly || word == annual || (word == year && whole.has(before))) {
      span = 12;
    } else if ((word == month || word == months) && counts.has(before)) {
      static WordId const six = find_word("six"), nine = find_word("nine");
      span = before == six ? 6 : before == nine ? 9 : 12;
    }
    auto const lead = i > frame.clause_first + 3 ? i - 3 : frame.clause_first;
    bool at_end = false;  // "at the end of a quarter": on a day
    for (auto k = lead; k + 1 < i; ++k) at_end |= t[k].word == end && t[k + 1].word == of;
    auto const distance = i < at.first ? at.first - i : i - std::min(i, at.last);
    if (span == 0 || at_end || distance >= best) continue;
    best = distance, found = over_months(span);
  }
  return found;
}

// "Was to cost", "had hoped for", "aimed to enroll": what was meant, not what came of it.
bool tells_old_plan(Context const& c, MentionPlace const& at) {
  constexpr std::uint32_t reach = 16;  // tokens before the figure
  static WordId const to = find_word("to"), had = find_word("had");
  static WordSet const past{"was", "were", "had"}, held{"is", "are", "has", "have", "be", "been"};
  static WordSet const means{"expect",  "hope",    "plan", "aim",    "want",   "intend", "forecast",   "predict",
                             "project", "promise", "mean", "budget", "target", "slate",  "anticipate", "suppose"};
  auto const& t = c.tokens.tokens;
  auto const first = std::max(c.tokens.sentences[at.sentence].first, at.first - std::min(at.first, reach));
  for (auto i = at.first; i > first; --i) {
    auto const& verb = t[i - 1];
    if (verb.is(TokenKind::comma) || verb.is(TokenKind::semicolon) || verb.is(TokenKind::figure)) return false;
    if (verb.word == unknown_word) continue;
    // "was to cost"
    if (past.has(verb.word) && verb.word != had && i < at.first && t[i].word == to) return true;
    auto const& w = word_info(verb.word);
    if ((w.forms & past_verb_form) == 0 || w.verb_lemma == unknown_word || !means.has(w.verb_lemma)) continue;
    auto const before = i > first + 1 ? t[i - 2].word : unknown_word;
    auto const further = i > first + 2 ? t[i - 3].word : unknown_word;
    if (past.has(before) || (past.has(further) && !held.has(before))) return true;
    if (i < at.first && t[i].word == to && !held.has(before) && !held.has(further)) return true;
  }
  return false;
}

// "Had promised", "originally", "initially put at": said of what was meant, whatever else the sentence says.
bool tells_first_plan(Context const& c, MentionPlace const& at) {
  constexpr std::uint32_t reach = 16;
  static WordId const had = find_word("had");
  static WordSet const firsts{"originally", "initially"};
  static WordSet const meant{"promised", "forecast", "predicted", "projected", "hoped",
                             "budgeted", "planned",  "expected",  "envisaged"};
  auto const& t = c.tokens.tokens;
  auto const& sentence = c.tokens.sentences[at.sentence];
  auto const first = std::max(sentence.first, at.first - std::min(at.first, reach));
  for (auto i = at.first; i > first; --i) {
    auto const& word = t[i - 1];
    if (word.is(TokenKind::comma) || word.is(TokenKind::semicolon) || word.is(TokenKind::figure)) return false;
    if (firsts.has(word.word)) return true;
    if (meant.has(word.word) && i > first + 1 && t[i - 2].word == had) return true;
  }
  return false;
}

// "By Friday 40 had been found", "as of Friday": how far it had come by then.
bool up_to_a_day(Context const& c, std::uint32_t sentence, std::uint32_t end) {
  static WordSet const up_to{"by", "of", "until", "since"};
  for (auto i = c.tokens.sentences[sentence].first; i + 1 < end; ++i)
    if (up_to.has(c.tokens.tokens[i].word) && (c.covered[i + 1] & 2) != 0) return true;
  return false;
}

// "Used to need", "once had", "at the start", "until 2019": of a time that is over.
bool tells_former(Context const& c, MentionPlace const& at, Frame const& frame, bool dated) {
  static WordId const used = find_word("used"), to = find_word("to"), once = find_word("once"), at_word = find_word("at"),
                      in = find_word("in"), the = find_word("the");
  static WordSet const words{"used", "once", "formerly", "previously", "start", "beginning", "outset"},
      had{"had", "was", "were", "employed", "held", "owned", "ran", "made", "counted", "cost", "covered", "took", "drew"};
  auto const& t = c.tokens.tokens;
  // "In May 2023 it had been valued at": told of a day to tell of another one
  static WordId const been = find_word("been"), have_past = find_word("had");
  if (frame.verb >= 0 && dated)
    if (auto const& v = c.chunks.phrases[std::size_t(frame.verb)];
        v.last <= at.first && v.first + 1 < v.last && t[v.first].word == have_past && t[v.first + 1].word == been &&
        !up_to_a_day(c, at.sentence, v.first))
      return true;
  auto const open = std::max(c.tokens.sentences[at.sentence].first + 1, frame.clause_first) - 1;  // "once" may open it
  for (auto i = open; i < at.first; ++i) {
    if (!t[i].is(TokenKind::word) || !words.has(t[i].word)) continue;
    bool parted = false;  // "formerly a mill, it has 40"
    bool const fronted = i <= frame.clause_first + 2;
    for (auto k = i; k < at.first; ++k) parted |= t[k].is(TokenKind::comma) && !fronted;
    if (parted) continue;
    auto const before = i > frame.clause_first ? t[i - 1].word : unknown_word;
    if (t[i].word == used) {
      if (t[i + 1].word == to && c.chunks.classes[i] != WordClass::participle) return true;
    } else if (t[i].word == once) {
      if (had.has(t[i + 1].word)) return true;
    } else if (before == the && i > frame.clause_first + 1 && (t[i - 2].word == at_word || t[i - 2].word == in)) {
      return i + 1 < frame.clause_last && t[i + 1].is(TokenKind::comma);
    }
  }
  return false;
}

// "At its busiest", "at the height of the works", "in their best month": the most there were.
bool tells_peak(Context const& c, Frame const& frame) {
  static WordSet const tops{"busiest", "peak", "height", "fullest", "zenith"},
      best{"best", "busiest", "biggest", "peak", "strongest"}, leads{"at", "in"},
      whose{"its", "their", "the", "his", "her", "our"}, spans{"day", "days", "week", "weeks", "month", "months", "season"};
  static WordId const at = find_word("at");
  auto const& t = c.tokens.tokens;
  for (auto i = frame.clause_first; i + 1 < frame.clause_last; ++i) {
    if (!leads.has(t[i].word)) continue;
    auto const k = i + 1 + std::uint32_t(whose.has(t[i + 1].word));
    if (k >= frame.clause_last) continue;
    bool const spanned = k + 1 < frame.clause_last && spans.has(t[k + 1].word);
    if (spanned ? best.has(t[k].word) : t[i].word == at && tops.has(t[k].word)) return true;
  }
  return false;
}

// "Ranged from 38 in the east to 63 in the west": the one or the other end.
std::string_view tells_end_of_range(Context const& c, QuantityMention const& figure, Frame const& frame) {
  static WordSet const spans{"range", "vary", "differ", "fluctuate", "oscillate", "swing"}, starts{"from", "between"},
      ends{"to", "and"};
  if (frame.verb < 0 || figure.bound == Bound::range || figure.at.first == 0) return {};
  auto const& t = c.tokens.tokens;
  auto const verb = t[c.chunks.phrases[std::size_t(frame.verb)].head].word;
  if (verb == unknown_word || !spans.has(word_info(verb).verb_lemma)) return {};
  auto const before = t[figure.at.first - 1].word;
  return starts.has(before) ? "start of a range" : ends.has(before) ? "end of a range" : std::string_view();
}

// "Revenue per seat rose 3.1%": of each, and not of all.
bool tells_per(Context const& c, QuantityMention const& figure, Frame const& frame) {
  static WordId const per = find_word("per");
  auto const& t = c.tokens.tokens;
  bool found = false;
  for (auto i = std::max(frame.clause_first, 1u); i + 1 < figure.at.first; ++i) {
    if (t[i].is(TokenKind::comma) || (c.covered[i] & 1) != 0) found = false;
    if (t[i].word != per || (c.covered[i - 1] & 1) != 0 || c.chunks.classes[i - 1] != WordClass::noun) continue;
    found = t[i + 1].word != unknown_word && word_info(t[i + 1].word).noun_field != lexname::time;
  }
  return found;
}

// "190 kilometres each way", "12 minutes there and back": of a way that may be gone once, or again.
bool tells_way(Context const& c, QuantityMention const& figure) {
  static WordSet const each{"each", "one", "either"};
  static WordId const way = find_word("way"), in = find_word("in"), there = find_word("there"), round = find_word("round");
  static WordSet const ways{"way", "direction", "trip", "leg"};
  auto const& t = c.tokens.tokens;
  auto const end = c.tokens.sentences[figure.at.sentence].last;
  auto i = std::max(figure.at.last, figure.counted_last);
  if (i + 1 < end && t[i].word == in) ++i;
  if (i + 1 >= end || !t[i].is(TokenKind::word)) return false;
  auto const behind = t[i + 1].is(TokenKind::hyphen) && i + 2 < end ? t[i + 2].word : t[i + 1].word;
  if (each.has(t[i].word)) return ways.has(behind);
  static WordId const and_ = find_word("and"), trip = find_word("trip"), a = find_word("a"), per = find_word("per");
  return (t[i].word == there && behind == and_) || (t[i].word == round && (behind == trip || behind == way)) ||
         ((t[i].word == a || t[i].word == per) && behind == trip);
}

// "Raised its forecast to 40", "has been cut to 12", "reached 40": moved by somebody; "had risen to 40": by itself. Empty where
// the text does not tell that the figure has moved to what it is.
std::string_view tells_move(Context const& c, MentionPlace const& at) {
  constexpr std::uint32_t reach = 10, near = 2;  // tokens before the figure
  static WordId const reaches = find_word("reach");
  static WordSet const to{"to", "past", "above", "beyond", "below", "at"};
  static WordSet const moves{"raise",  "lower", "revise", "adjust", "update", "cut",     "increase",
                             "expand", "widen", "extend", "trim",   "lift",   "correct", "reduce"};
  static WordSet const goes{"grow", "rise", "climb", "swell", "jump", "mount", "fall", "drop", "sink", "shrink", "decline"};
  auto const& t = c.tokens.tokens;
  auto const first = std::max(c.tokens.sentences[at.sentence].first, at.first - std::min(at.first, reach));
  bool led = false;
  for (auto i = at.first; i > first; --i) {
    auto const& word = t[i - 1];
    if (word.is(TokenKind::comma) || word.is(TokenKind::semicolon) || (word.is(TokenKind::figure) && !led)) return {};
    bool const close = i + near > at.first;
    if (close && to.has(word.word)) led = true;
    if (!led && !close) return {};
    if (word.word == unknown_word || c.chunks.classes[i - 1] == WordClass::noun) continue;
    auto const verb = word_info(word.word).verb_lemma;
    if ((led && moves.has(verb)) || (close && verb == reaches)) return "moved to";
    if (led && goes.has(verb)) return "gone to";
  }
  return {};
}

// "A post-money valuation", "before the new money", "including the fresh funds": with or without what a round brings in.
std::string_view tells_new_money(Context const& c, MentionPlace const& at, Frame const& frame) {
  constexpr std::uint32_t reach = 8, lead = 4;  // tokens: from the figure, and from the word for the money back
  static WordSet const money{"money", "fund", "funds", "investment", "capital", "cash"},
      pre{"pre", "before", "excluding", "without"}, post{"post", "after", "including", "with"};
  auto const& t = c.tokens.tokens;
  auto const first = std::max(frame.clause_first, at.first - std::min(at.first, reach));
  auto const last = std::min({std::uint32_t(t.size()), c.tokens.sentences[at.sentence].last, at.last + reach});
  for (auto i = first; i < last; ++i) {
    if (!money.has(t[i].word) || (i >= at.first && i < at.last)) continue;
    for (auto k = i; k > first && k + lead > i; --k) {
      if (t[k - 1].is(TokenKind::comma) || t[k - 1].is(TokenKind::figure)) break;
      if (pre.has(t[k - 1].word)) return "before new money";
      if (post.has(t[k - 1].word)) return "after new money";
    }
  }
  return {};
}

// "For orders above 5,000 units", "who take 1,000 or more pay", "in bulk": a price for many at once.
bool tells_volume(Context const& c, QuantityMention const& price, Frame const& frame) {
  static WordSet const many{"bulk", "volume", "wholesale", "lots"},
      takes{"order", "orders", "take", "buy", "quantities", "from", "for"};
  auto const& t = c.tokens.tokens;
  auto const& s = c.tokens.sentences[price.at.sentence];
  for (auto i = frame.clause_first; i < frame.clause_last; ++i)
    if (many.has(t[i].word)) return true;
  auto const is_count = [&](QuantityMention const& q) {
    constexpr int least = 10;
    bool const above = q.bound == Bound::above || q.bound == Bound::at_least;
    if (q.at.sentence != price.at.sentence || q.unit != no_unit || !above || !q.value.low || *q.value.low < Decimal(least))
      return false;
    auto const first = std::max(s.first, q.at.first - std::min(q.at.first, 3u));
    for (auto i = first; i < q.at.first; ++i)
      if (takes.has(t[i].word)) return true;
    return false;
  };
  auto const* const all = c.mentions.quantities.data();
  return (&price > all && is_count(*(&price - 1))) ||
         (&price + 1 < all + c.mentions.quantities.size() && is_count(*(&price + 1)));
}

}  // namespace

ScopeWords::ScopeWords(Context const& context) : c_(context) {
  auto const& all = c_.mentions.quantities;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (all[i].unit != no_unit && all[i].bound != Bound::exact && all[i].bound != Bound::about &&
        dimension_of(all[i].unit) == "age")
      bounds_.push_back(i);
}

std::string_view ScopeWords::ages(QuantityMention const& figure, Frame const& frame) const {
  if (bounds_.empty() || figure.unit == no_unit || dimension_of(figure.unit) == "age") return {};
  QuantityMention const* nearest = nullptr;
  auto const gap = [&](QuantityMention const& ages) {
    return ages.at.first < figure.at.first ? figure.at.first - ages.at.last : ages.at.first - figure.at.last;
  };
  for (auto const i : bounds_) {
    auto const& ages = c_.mentions.quantities[i];
    if (ages.at.sentence != figure.at.sentence || ages.at.first < frame.clause_first || ages.at.first >= frame.clause_last)
      continue;
    if (!nearest || gap(ages) < gap(*nearest)) nearest = &ages;
  }
  if (!nearest) return {};
  auto const written = std::string_view(c_.article.view).substr(nearest->at.span.begin, nearest->at.span.size());
  return c_.kept.keep("aged " + std::string(written));
}

// "1,150 teraflops at 8 bits", "$799 with 128 GB": the figure that right behind this one says under which setting it holds.
QuantityMention const* ScopeWords::setting_of(QuantityMention const& figure) const {
  static WordId const at = find_word("at"), with = find_word("with");
  auto const& all = c_.mentions.quantities;
  auto const next = std::size_t(&figure - all.data()) + 1;
  auto const behind = std::max(figure.at.last, figure.counted_last);
  if (next >= all.size() || all[next].at.sentence != figure.at.sentence || all[next].at.first != behind + 1) return nullptr;
  auto const word = c_.tokens.tokens[behind].word;
  auto const& setting = all[next];
  bool const measures = setting.unit != no_unit || setting.counted_last > setting.counted_first;
  bool const priced = is_monetary(figure.unit) && setting.unit != no_unit && !is_monetary(setting.unit);
  bool const leads =
      (word == at && figure.unit != no_unit && measures && !is_monetary(figure.unit)) || (word == with && priced);
  return leads && setting.bound == Bound::exact ? &setting : nullptr;
}

// "The Greens and the Liberals, who together hold 35 seats": of no one of them.
static bool tells_together(Context const& c, MentionPlace const& at, Frame const& frame) {
  static WordSet const together{"together", "jointly"};
  static WordId const with = find_word("with");
  constexpr std::uint32_t reach = 12;
  auto const& t = c.tokens.tokens;
  if (std::count_if(frame.names.begin(), frame.names.end(), [](NameRef const& n) { return n.role <= TermRole::sentence; }) < 2)
    return false;
  auto const first = c.tokens.sentences[at.sentence].first;
  for (auto i = at.first; i > first && i + reach > at.first && (c.covered[i - 1] & 1) == 0; --i)
    if (together.has(t[i - 1].word)) return t[i].word != with;
  return false;
}

void ScopeWords::add(QuantityMention const& figure, Frame const& frame, Share share, Claim& claim,
                     std::vector<std::string_view>& scratch) const {
  if (claim.certainty == Certainty::planned && is_age_aside(c_, figure)) claim.certainty = Certainty::stated;
  auto const of_ages = ages(figure, frame);
  auto const months = figure.unit == no_unit || share == Share::no ? tells_months(c_, figure.at, frame) : std::string_view();
  bool const uncertain = claim.certainty == Certainty::planned || claim.certainty == Certainty::hedged;
  bool const meant = (uncertain && tells_old_plan(c_, figure.at)) || tells_first_plan(c_, figure.at);
  bool const placed = frame.in_place && figure.unit == no_unit;
  bool const former = tells_former(c_, figure.at, frame, claim.period_stated);
  auto const moved = tells_move(c_, figure.at);
  bool const worth = is_monetary(figure.unit);
  auto const round = worth ? tells_new_money(c_, figure.at, frame) : std::string_view();
  bool const bulk = worth && tells_volume(c_, figure, frame);
  auto const* setting = setting_of(figure);
  bool const way = figure.unit != no_unit && tells_way(c_, figure);
  bool const sets = &figure != c_.mentions.quantities.data() && setting_of(*(&figure - 1)) == &figure;
  scratch.assign(claim.scope.begin(), claim.scope.end());
  if (!of_ages.empty()) scratch.push_back(of_ages);
  if (!months.empty()) scratch.push_back(months);
  if (meant) scratch.push_back("once meant");
  if (placed) scratch.push_back("in a place");
  if (former) scratch.push_back("formerly");
  if (way) scratch.push_back("each way");
  if (tells_together(c_, figure.at, frame)) scratch.push_back("together");
  if (auto const end = tells_end_of_range(c_, figure, frame); !end.empty()) scratch.push_back(end);
  if (tells_per(c_, figure, frame)) scratch.push_back("per one");
  if (figure.unit == no_unit && tells_peak(c_, frame)) scratch.push_back("at its peak");
  if (!moved.empty()) scratch.push_back(moved);
  if (!round.empty()) scratch.push_back(round);
  if (bulk) scratch.push_back("by volume");
  if (sets) scratch.push_back("a setting");
  if (setting) {
    auto const span = setting->at.span;
    scratch.push_back(c_.kept.keep("set at " + std::string(std::string_view(c_.article.view).substr(span.begin, span.size()))));
  }
  if (scratch.size() != claim.scope.size()) claim.scope = c_.kept.keep(scratch);
}

}  // namespace counterclaim
