#include "src/resolve/baseline.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

// "rose to 6.1% from 5.8%", "from 5.8% to 6.1%"
bool is_change_to(Context const& c, std::uint32_t from, std::uint32_t begin, WordId to) {
  auto const& t = c.tokens.tokens;
  auto const end = std::min<std::size_t>(t.size(), from + 8);
  for (auto i = from; i < end; ++i)
    if (t[i].word == to) return true;
  for (auto i = from; i > begin && i + 12 > from; --i)
    if (t[i - 1].word == to) return true;
  return false;
}

}  // namespace

bool is_baseline(Context const& c, MentionPlace const& at) {
  static WordId const from = find_word("from"), up = find_word("up"), down = find_word("down"), against = find_word("against"),
                      versus = find_word("versus"), vs = find_word("vs"), with = find_word("with"), to = find_word("to"),
                      compared = find_word("compared"), of = find_word("of"), instead = find_word("instead"),
                      all = find_word("all"), but = find_word("but");
  auto const begin = c.tokens.sentences[at.sentence].first;
  if (at.first == begin) return false;
  static WordId const the = find_word("the");
  auto const first = at.first > begin + 1 && c.tokens.tokens[at.first - 1].word == the ? at.first - 1 : at.first;
  auto const last = c.tokens.tokens[first - 1].word;
  auto const before = first >= begin + 2 ? c.tokens.tokens[first - 2].word : unknown_word;
  if (last == unknown_word) return false;
  static WordSet const moves{"rise", "grow",  "climb", "increase", "jump",  "fall",   "drop", "sink",
                             "slip", "raise", "lift",  "cut",      "lower", "reduce", "trim", "shrink"};
  if (last == from)
    return before == up || before == down || is_change_to(c, first - 1, begin, to) ||
           (before != unknown_word && moves.has(word_info(before).verb_lemma));
  if (last == against || last == versus || last == vs) return true;
  static WordSet const multiples{"times", "twice", "thrice", "double", "triple", "half"};
  if (first < at.first && multiples.has(last)) return true;  // "four times the 300 of the Orin"
  if (last == but && before == all) return true;             // "all but 6,000 have power": of those that it is not said of
  return (last == with || last == to) ? before == compared : last == of && before == instead;
}

bool is_condition(Context const& c, QuantityMention const& q) {
  static WordId const with = find_word("with"), having = find_word("having");
  if (q.bound == Bound::exact || q.bound == Bound::about || q.bound == Bound::range) return false;
  auto const begin = c.tokens.sentences[q.at.sentence].first;
  auto const phrase_ending = [&](std::uint32_t i) -> Phrase const* {
    auto const p = i > begin ? c.chunks.phrase_of[i - 1] : -1;
    auto const* found = p < 0 ? nullptr : &c.chunks.phrases[std::size_t(p)];
    return found && found->kind == PhraseKind::noun && found->last <= i ? found : nullptr;
  };
  auto lead = q.at.first;
  if (auto const* measured = phrase_ending(lead)) lead = measured->first;
  if (lead <= begin + 1) return false;
  auto const word = c.tokens.tokens[lead - 1].word;
  if (word == unknown_word || (word != with && word != having)) return false;
  auto const* of = phrase_ending(lead - 1);
  return of && of->has(plural) && !of->has(definite) && !of->has(proper) && c.chunks.classes[of->first] != WordClass::number;
}

bool is_worked_out(Context const& c, QuantityMention const& q) {
  static WordSet const leads{"with", "at", "over", "assuming"}, that{"that", "this", "it"},
      makes{"is",   "makes", "gives",   "means", "comes", "would",  "be",
            "make", "to",    "roughly", "about", "some",  "almost", "nearly"};
  auto const& t = c.tokens.tokens;
  auto const begin = c.tokens.sentences[q.at.sentence].first;
  auto i = q.at.first;
  while (i > begin && makes.has(t[i - 1].word)) --i;
  if (i == q.at.first || i <= begin + 2 || !that.has(t[i - 1].word) || !leads.has(t[begin].word)) return false;
  for (auto k = begin + 1; k + 1 < i; ++k)
    if ((c.covered[k] & 1) != 0) return true;
  return false;
}

bool is_round_whole(Context const& c, MentionPlace const& at, Interval const& value) {
  static WordId const out = find_word("out"), of = find_word("of");
  auto const begin = c.tokens.sentences[at.sentence].first;
  if (at.first < begin + 2 || !value.is_point()) return false;
  auto const last = c.tokens.tokens[at.first - 1].word, before = c.tokens.tokens[at.first - 2].word;
  return last == of && before == out && value.low->digits == 1 && value.low->exponent >= 1;
}

}  // namespace counterclaim
