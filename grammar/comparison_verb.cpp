// Comparisons by verb and by phrase: "outperforms", "is beaten by", "lags behind", "superior to".
#include <algorithm>
#include <array>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

WordSet const rank_lists{"leaderboard", "leaderboards", "chart",     "charts", "ranking", "rankings", "table",
                         "list",        "lists",        "standings", "agenda", "bill",    "poll",     "polls"};

Relation relation_named(std::string_view name) {
  return name == "worse" ? Relation::worse : name == "equal" ? Relation::equal : Relation::better;
}
Relation inverse(Relation r) {
  return r == Relation::better ? Relation::worse : r == Relation::worse ? Relation::better : Relation::equal;
}

// "not", or a clause that denies what follows, turns better into worse; anything else denied says nothing.
bool apply_denial(Clause const& c, Phrase const* v, Cue& cue) {
  auto const denial = v && v->has(negated) ? Denial::denied : denial_before(c, cue.at.first);
  if (denial == Denial::none) return true;
  if (denial == Denial::clause || cue.relation == Relation::worse) return false;
  cue.relation = Relation::worse;  // does not outperform, cannot match
  return true;
}

// Asked before any phrase: does the first word of one of `list` ("behind|in the dust") stand behind token i?
bool may_end_in(Clause const& c, std::uint32_t i, std::string_view list) {
  constexpr std::uint32_t reach = 64;
  std::array<WordId, 8> firsts{};
  std::size_t count = 0;
  for (; !list.empty() && count < firsts.size(); ++count) {
    auto const bar = std::min(list.find('|'), list.size());
    auto const entry = list.substr(0, bar);
    firsts[count] = find_word(entry.substr(0, entry.find(' ')));
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  if (!list.empty()) return true;
  for (auto const end = std::min(c.last, i + reach); ++i < end;)
    if (std::find(firsts.begin(), firsts.begin() + count, c.token(i).word) != firsts.begin() + count) return true;
  return i < c.last;
}

// The words of `list` ("behind|in the dust") that stand behind the object, which may have been read as a part of it.
bool ends_in(Clause const& c, std::string_view list, Cue& cue) {
  if (cue.right.empty()) return false;
  while (!list.empty()) {
    auto const bar = list.find('|');
    auto rest = list.substr(0, bar);
    list = bar == list.npos ? std::string_view() : list.substr(bar + 1);
    for (auto from = cue.right.first + 1; from <= cue.right.last; ++from) {
      auto i = from;
      if (one_of(c.word(i), {"well", "far", "way", "clearly"})) ++i;  // "well behind"
      auto words = rest;
      while (!words.empty() && c.word(i) == words.substr(0, words.find(' '))) {
        auto const blank = words.find(' ');
        words = blank == words.npos ? std::string_view() : words.substr(blank + 1);
        ++i;
      }
      if (!words.empty()) continue;
      cue.right.last = from;
      return true;
    }
  }
  return false;
}

// "The newcomer is ahead of", "it is ahead of": something that the text has named.
bool is_known_thing(Clause const& c, TokenRange r) {
  auto const* p = r.empty() ? nullptr : c.noun(r.first);
  if (!p) return false;
  if (p->has(pronominal)) return one_of(c.word(r.first), {"it", "he", "she", "they"});
  return one_of(c.word(r.first), {"the", "this", "that"}) && p->head < r.last && c.token(p->head).begins(Category::nominals);
}

// "Crosses the line ahead of"
Phrase const* reaching(Clause const& c, std::uint32_t end) {
  auto const* p = c.noun(end - 1);
  auto const* v = p && p->first > c.first ? c.verb(p->first - 1) : nullptr;
  return v && one_of(word_text(verb_of(c.token(v->head).word)),
                     {"cross", "reach", "pass", "hit", "finish", "end", "close", "complete"})
             ? v
             : nullptr;
}

// "The K7 and the R2 are level", "at the line K7 and R2 were neck and neck": nothing but the two, and a verb of being.
std::optional<Cue> of_pair(Clause const& c, std::uint32_t i, Cue cue) {
  auto k = i;
  while (k > c.first && c.cls(k - 1) == WordClass::adverb) --k;
  auto const* v = k > c.first ? c.verb(k - 1) : nullptr;
  bool const itself = !v && c.verb(i) && c.word(i) == "tied";
  if (itself) v = c.verb(i);
  if (!v || v->has(negated) ||
      (!itself && !one_of(word_text(verb_of(c.token(v->head).word)), {"be", "finish", "stand", "draw", "end", "come"})))
    return {};
  auto const next = c.word(cue.at.last);
  if (next == "with" || c.noun(cue.at.last)) return {};
  auto const both = noun_chain_before(c, v->first);
  if (both.empty()) return {};
  for (auto j = both.first + 1; j + 1 < both.last; ++j) {
    if (c.word(j) != "and") continue;
    cue.left = {both.first, j};
    cue.right = {j + 1, both.last};
    if (!c.is_name(cue.left) || !c.is_name(cue.right)) return {};
    cue.performance = false;
    return denial_before(c, i) == Denial::none ? std::optional(cue) : std::nullopt;
  }
  return {};
}

// "Requests matching Velo", "avoid trailing CR", "was changed to match": which ones they are, or what it was done for.
bool qualifies(Clause const& c, Phrase const& v) {
  static WordSet const firsts{"first", "only"}, duties{"must", "should", "shall"};
  for (auto i = v.first; i < v.head; ++i)
    if (duties.has(c.token(i).word)) return true;  // "its name must match the Velo version"
  if (v.first <= c.first) return c.cls(v.head) == WordClass::ing_verb;
  auto const* p = c.noun(v.first - 1);
  if (v.has(infinitive))
    for (auto i = p ? p->first : v.first; i < v.first; ++i)
      if (firsts.has(c.token(i).word)) return false;  // "the first model to match Velo"
  if (v.has(infinitive)) return p != nullptr;
  return c.cls(v.head) == WordClass::ing_verb && v.head == v.first && !c.is(v.first - 1, TokenKind::comma);
}

// "Topped the Orvel leaderboard": the first of it, whom nobody is set against.
bool is_list_of_ranks(Clause const& c, TokenRange r) {
  auto const* p = c.noun(r.first);
  return p && rank_lists.has(c.token(p->head).word);
}

// "Brill, which it beats on price", "the Brill that Norra outperforms": what the relative word stands for is the object, and
// what stands behind it beats it.
bool turn_relative(Clause const& c, Phrase const& v, std::uint32_t after, Cue& cue) {
  static WordSet const relatives{"which", "that", "whom", "who"};
  auto k = v.first;
  while (k > c.first && c.cls(k - 1) == WordClass::adverb) --k;
  auto const* p = k > c.first + 1 ? c.noun(k - 1) : nullptr;
  if (!p || p->first <= c.first + 1 || !relatives.has(c.token(p->first - 1).word) || v.has(passive_voice)) return false;
  auto const* behind = c.noun(after);
  if (behind && behind->first == after) return false;
  auto k_last = p->first - 1;
  if (c.is(k_last - 1, TokenKind::comma)) --k_last;
  auto const object = noun_chain_before(c, k_last);
  if (object.empty() || !c.is_name(object)) return false;
  cue.right = object;
  cue.left = {p->first, p->last};
  return true;
}

}  // namespace

bool is_verbal(WordClass k) {
  return k == WordClass::finite_verb || k == WordClass::base_verb || k == WordClass::ing_verb || k == WordClass::participle ||
         k == WordClass::auxiliary;
}

TokenRange object_from(Clause const& c, std::uint32_t i) {
  auto const r = right_from(c, i);
  return !r.empty() && is_comparable(c, r) ? r : TokenRange{};
}

std::optional<Cue> phrase_said(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::comparison_phrases, i);
  if (!m || i == c.first) return {};
  auto const& row = vocabulary(Category::comparison_phrases)[std::size_t(m.row)];
  if (row.column[2] != "copular" || is_asked(c, i)) return {};
  Cue cue;
  cue.at = {i, i + m.tokens};
  cue.relation = relation_named(row.column[0]);
  return apply_denial(c, c.verb(i - 1), cue) ? std::optional(cue) : std::nullopt;
}

bool is_of_rivals(Clause const& c, TokenRange side) {
  static WordSet const rivals{"competition", "competitor",   "competitors", "rival",   "rivals",
                              "competing",   "conventional", "traditional", "leading", "peers"};
  for (auto i = side.first; i < side.last; ++i)
    if (rivals.has(c.token(i).word)) return true;
  return false;
}

namespace {

// "Models twice as large", "rivals ten times its size": what it is set against says itself how much larger it is.
static bool is_of_larger_kind(Clause const& c, TokenRange side) {
  static WordSet const large{"large", "larger", "big", "bigger", "size", "heavier", "parameters", "price", "dearer"},
      multiples{"twice", "double", "times", "triple"};
  constexpr std::uint32_t reach = 8;
  bool multiple = false;
  for (auto i = side.first; i < c.last && i < side.first + reach; ++i) {
    if (c.token(i).is(TokenKind::comma)) return false;
    multiple = multiple || multiples.has(c.token(i).word);
    if (multiple && large.has(c.token(i).word)) return true;
  }
  return false;
}

// "The accuracy of the best systems"
bool is_measure_of(Clause const& c, TokenRange side) {
  auto const* p = c.noun(side.first);
  return p && p->last < side.last && c.word(p->last) == "of" && c.token(p->head).begins(Category::measure_nouns);
}

}  // namespace

std::optional<Cue> by_verb(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::comparison_verbs, i);
  if (!m) return {};
  auto const& row = vocabulary(Category::comparison_verbs)[std::size_t(m.row)];
  if (!row.column[3].empty() && !may_end_in(c, i, row.column[3])) return {};
  if (!is_verbal(c.cls(i))) return {};
  auto const* v = c.verb(i);
  if (!v || (i > c.first && c.word(i - 1) == "whose")) return {};  // "whose best had been 2:07"
  auto after = i + m.tokens;
  if (m.tokens > 1 && c.word(after - 1) == "over" && c.cls(after) == WordClass::number) return {};  // "won over 20 races"
  Cue cue;
  cue.at = {i, after};
  cue.relation = relation_named(row.column[0]);
  cue.performance = row.column[1] == "performance";
  bool const passive = v->has(passive_voice) && c.word(after) == "by";
  if (passive) {
    cue.relation = inverse(cue.relation);
    ++after;
    cue.at.last = after;
  } else if (v->has(passive_voice) && !v->has(non_finite)) {
    return {};
  }
  // "Avoid trailing X characters"
  if (c.word(i) == "trailing" && i > c.first && (c.verb(i - 1) || c.cls(i - 1) == WordClass::preposition) && v->first == i)
    return {};
  // "surpassed in two tests by"
  cue.right = object_from(c, after);
  if (cue.right.empty() && c.cls(after) == WordClass::adverb) cue.right = object_from(c, after + 1);
  // "leaves the K7 behind"
  if (!row.column[3].empty() && !ends_in(c, row.column[3], cue)) return {};
  cue.left = subject_before(c, i);
  // "A is small, and in miles per gallon B beats it": the name behind a measure
  if (auto const* p = v->first > c.first ? c.noun(v->first - 1) : nullptr;
      p && p->last == v->first && p->first > c.first && cue.left.last < p->first && c.cls(p->head) == WordClass::name &&
      c.cls(p->first) == WordClass::noun && !c.token(p->first).has(capital) && c.cls(p->first - 1) == WordClass::preposition &&
      (c.token(p->first).begins(Category::units) || c.token(p->first).begins(Category::measure_nouns)))
    cue.left = {p->first + 1, p->last};
  turn_relative(c, *v, after, cue);
  if (cue.right.empty() || cue.left.empty()) return {};
  // "cannot compete with": said of a rank only where it is denied.
  bool const of_none = one_of(c.word(cue.left.first), {"no", "nothing", "nobody", "none"});
  if (row.column[0] == "denied" && !v->has(negated) && !of_none) return {};
  if (is_list_of_ranks(c, cue.right)) return {};
  // What is common to all kinds of things ("matched the description") takes a name on either side to be a contest.
  // So does "every other model", which no thing of common kind is set against.
  bool const of_all = one_of(c.word(cue.right.first), {"every", "any", "everything", "anything"});
  bool const larger = is_of_larger_kind(c, cue.right);
  bool const named = c.is_name(cue.left) || c.is_name(cue.right) || of_all || larger || is_of_rivals(c, cue.right);
  if (m.tokens == 1 && cue.relation == Relation::equal && !named) return {};
  cue.performance = cue.performance && named;
  // "A file that matches NAME", "requests matching NAME", "links changed to match those of B": nobody is as good as another.
  bool const same = c.word(i).starts_with("match") || c.word(i).starts_with("equal");
  if (m.tokens == 1 && same && cue.relation == Relation::equal && !larger &&
      (of_all || !(c.is_name(cue.left) || of_none || is_known_thing(c, cue.left)) ||
       !(c.is_name(cue.right) || is_measure_of(c, cue.right)) || qualifies(c, *v)))
    cue.performance = false;
  return apply_denial(c, v, cue) ? std::optional(cue) : std::nullopt;
}

// "Scored 71, two points ahead of", "a result that puts it ahead of": whose place that is, where no verb of being says so.
static TokenRange placed_before(Clause const& c, std::uint32_t first) {
  static WordSet const puts{"put", "place", "leave", "move", "lift", "push", "keep", "take", "send"};
  if (first <= c.first + 1) return {};
  if (c.is(first - 1, TokenKind::comma)) return subject_before(c, first - 2);
  auto const* object = c.noun(first - 1);
  auto const* v = object && object->first > c.first ? c.verb(object->first - 1) : nullptr;
  if (!v || v->has(negated) || !puts.has(verb_of(c.token(v->head).word))) return {};
  return {object->first, object->last};
}

// "Its costs are below those of", "its margin stays above Brill's", "is priced below": what has a figure is set against the
// figure of another.
static std::optional<Cue> beyond(Clause const& c, std::uint32_t i, std::uint32_t first, Cue cue) {
  static WordSet const stays{"be", "stay", "remain", "lie", "run", "come", "sit", "stand", "end", "fall", "rise", "drop"},
      that{"that", "those"}, prices{"price"};
  auto const* v = c.verb(first - 1);
  if (!v || cue.right.empty() || !c.is_name(cue.right)) return {};
  auto const verb = verb_of(c.token(v->head).word);
  bool const priced = prices.has(verb);
  bool const of_another = that.has(c.token(i + 1).word) || c.is(cue.right.last - 1, TokenKind::possessive) ||
                          c.is(cue.right.last, TokenKind::possessive);
  static WordSet const ranks{"sit", "rank", "place", "finish", "rate"};
  bool const ranked = first < i && ranks.has(verb);  // "sits just above Brill"
  if (!priced && !ranked && !(stays.has(verb) && of_another)) return {};
  cue.left = subject_before(c, v->head);
  if (cue.left.empty() || !c.is_name(cue.left)) return {};
  cue.performance = false;
  if (priced) cue.measure = {v->head, v->head + 1}, cue.relation = inverse(cue.relation);
  cue.at.first = first;
  return v->has(negated) || denial_before(c, first) != Denial::none ? std::nullopt : std::optional(cue);
}

std::optional<Cue> by_phrase(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::comparison_phrases, i);
  if (!m) return {};
  auto const& row = vocabulary(Category::comparison_phrases)[std::size_t(m.row)];
  // "Costs the same as", "weighs as much as": of a verb that measures only.
  bool const measured = row.column[2] == "measured";
  bool const reached = row.column[2] == "reached", pair = row.column[2] == "pair";
  if (row.column[2] != "copular" && row.column[2] != "distance" && !measured && !reached && !pair) return {};
  Cue cue;
  cue.at = {i, i + m.tokens};
  cue.relation = relation_named(row.column[0]);
  if (pair) return of_pair(c, i, cue);
  cue.performance = !measured && !reached && row.column[1] == "performance";
  auto first = i;
  if (measured) {
    if (i < c.first + 2 || c.word(i - 1) != "the" || !c.verb(i - 2) || !c.match(Category::measure_nouns, i - 2)) return {};
    cue.measure = {i - 2, i - 1};
    --first;
  }
  // "Is in front of", "came out in front of": "front" begins it, for "in" stands in every other sentence.
  bool const front = c.word(i) == "front";
  if (front && (i < c.first + 2 || c.word(i - 1) != "in")) return {};
  if (front) first -= c.word(i - 2) == "out" ? 2 : 1;
  while (first > c.first &&
         (c.cls(first - 1) == WordClass::adverb || (c.noun(first - 1) && c.cls(c.noun(first - 1)->head) == WordClass::number)))
    --first;
  if (auto const* amount = first > c.first ? c.noun(first - 1) : nullptr;
      (row.column[2] == "distance" || reached) && amount &&
      (c.cls(amount->first) == WordClass::number || c.token(amount->first).begins(Category::numerals)))
    first = amount->first;  // "two generations behind"
  if (first == c.first) return {};
  auto const* v = c.verb(first - 1);
  bool const behind_comma = reached && first < i && c.is(first - 1, TokenKind::comma);  // "71, two points above"
  if (reached && v) {
    cue.right = object_from(c, i + m.tokens);
    return beyond(c, i, first, cue);
  }
  if (reached && !behind_comma && !c.noun(first - 1)) return {};
  if (!v && (reached || row.column[2] == "distance")) v = reaching(c, first);
  if (reached && !v && !behind_comma) return {};
  cue.right = object_from(c, i + m.tokens);
  if (cue.right.empty()) return {};
  bool const copula =
      v && one_of(word_text(verb_of(c.token(v->head).word)),
                  {"be",      "become",   "remain", "seem",   "prove",  "look",  "appear", "come",  "rank",  "stand",
                   "perform", "consider", "run",    "stay",   "finish", "put",   "deem",   "score", "end",   "lie",
                   "sit",     "place",    "land",   "emerge", "cross",  "reach", "pass",   "hit",   "close", "complete"});
  if (reached || row.column[2] == "distance") {
    // "ahead of" tells time and place as well: two names, and a verb of being.
    bool const moves =
        v && (behind_comma || one_of(word_text(verb_of(c.token(v->head).word)), {"move", "pull", "edge", "jump"}));
    auto const put = copula || (reached && !behind_comma) ? TokenRange{}
                     : moves                              ? subject_before(c, v->head)
                                                          : placed_before(c, first);
    if ((!copula && put.empty()) || !c.is_name(cue.right)) return {};
    cue.left = put.empty() ? subject_before(c, v->head) : put;
    if (!put.empty() && denial_before(c, first) != Denial::none) return {};
    cue.performance = cue.performance && put.empty();  // a place in some order
    if (!c.is_name(cue.left) && (first == i || front) && !is_known_thing(c, cue.left)) return {};
  } else if (v) {
    cue.left = subject_before(c, v->head);
  } else if (c.noun(first - 1)) {
    cue.left = noun_chain_before(c, first);
    auto const lead = cue.left.first > c.first + 1 ? cue.left.first - 1 : c.first;  // "is in every way superior to"
    if (c.cls(lead) == WordClass::preposition && c.verb(lead - 1))
      if (auto const s = subject_before(c, lead - 1); !s.empty()) cue.left = s;
    auto const* p = c.noun(cue.left.first);
    // "its speed is … a level equal to": the phrase before is what is said of the subject.
    if (auto const* verb = cue.left.first > c.first ? c.verb(cue.left.first - 1) : nullptr;
        verb && p && !c.is_name({p->first, p->last}))
      if (auto const s = subject_before(c, verb->head); !s.empty()) cue.left = s;
  } else {
    cue.left = subject_before(c, first - 1);
  }
  if (!c.is_name(cue.left)) cue.left = peer_of(c, cue.left, first, first, cue.right);
  if (cue.left.empty()) return {};
  cue.at.first = first;
  return apply_denial(c, v, cue) ? std::optional(cue) : std::nullopt;
}

}  // namespace counterclaim::comparison
