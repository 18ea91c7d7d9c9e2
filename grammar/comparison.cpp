// Each sentence's cues in order, what they share filled in: the factor, the benchmark and the score.
#include "grammar/comparison.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/productions.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

using comparison::Cue;

constexpr auto cue_words = bits_of(Category::comparison_phrases, Category::comparison_verbs, Category::preferences,
                                   Category::measures, Category::measure_nouns);

std::optional<Cue> cue_at(Clause const& c, std::uint32_t i) {
  auto const& t = c.token(i);
  if (t.begins(Category::comparison_verbs))
    if (auto cue = comparison::by_verb(c, i)) return cue;
  if (t.begins(Category::comparison_phrases)) {
    if (auto cue = comparison::than(c, i)) return cue;
    if (auto cue = comparison::as_as(c, i)) return cue;
    if (auto const m = c.match(Category::comparison_phrases, i)) {  // "the" seldom begins one
      if (auto cue = comparison::by_phrase(c, i)) return cue;
      if (auto cue = comparison::chosen_over(c, i)) return cue;
      auto const shape = vocabulary(Category::comparison_phrases)[std::size_t(m.row)].column[2];
      if (auto cue = shape == "none" ? comparison::of_none(c, i) : shape == "alone" ? comparison::alone(c, i) : std::nullopt)
        return cue;
    }
  }
  if (t.begins(Category::preferences))
    if (auto cue = comparison::preference(c, i)) return cue;
  if (t.begins(Category::measures)) {
    if (auto cue = comparison::or_better(c, i)) return cue;
    auto const w = comparison::word_at(c, i);
    if (auto cue = comparison::compared_to(c, i, w)) return cue;
    if (auto cue = comparison::superlative(c, i, w)) return cue;
    if (auto cue = comparison::contrasted(c, i, w)) return cue;
    if (auto cue = comparison::of_two(c, i, w)) return cue;
    if (auto cue = comparison::alone(c, i, w)) return cue;
    if (auto cue = comparison::level_of(c, i)) return cue;
  }
  if (t.begins(Category::measure_nouns)) {
    if (auto cue = comparison::share_of(c, i)) return cue;
    if (auto cue = comparison::alone_at_noun(c, i)) return cue;
    return comparison::level_of(c, i);
  }
  return {};
}

// What is said at token i, whatever its sides.
std::optional<Cue> said_at(Clause const& c, std::uint32_t i, std::optional<Cue> const& read) {
  static WordSet const than{"than", "then"};
  if (than.has(c.token(i).word)) {
    auto said = comparison::degree_said(c, i);
    if (said && read) said->relation = read->relation;
    return said;
  }
  if (read) return read;
  return c.token(i).begins(Category::comparison_phrases) ? comparison::phrase_said(c, i) : std::nullopt;
}

// The quantity among `all` that begins inside [first, last), -1 if none.
std::int32_t quantity_in(std::vector<QuantityMention> const& all, std::uint32_t first, std::uint32_t last) {
  auto const it = std::partition_point(all.begin(), all.end(), [&](auto const& q) { return q.at.last <= first; });
  return it != all.end() && it->at.first < last ? std::int32_t(it - all.begin()) : -1;
}

// "five times", "30 percent", "60% of"; an amount of anything else ("two points") is none.
std::int32_t factor_in(std::vector<QuantityMention> const& all, TokenRange at) {
  auto const q = quantity_in(all, at.first, at.last);
  if (q < 0) return -1;
  auto const dimension = dimension_of(all[std::size_t(q)].unit);
  return dimension == "ratio" || dimension == "percent" ? q : -1;
}

// "scored 812 on", "with a score of 91".
std::int32_t score_in(Clause const& c, std::vector<QuantityMention> const& all) {
  static WordId const score = find_word("score");
  static WordSet const scored{"scored", "scoring"};
  for (auto i = c.first; i < c.last; ++i) {
    auto const word = c.token(i).word;
    if (word_info(word).noun_lemma != score && !scored.has(word)) continue;
    if (auto const q = quantity_in(all, i + 1, std::min(i + 6, c.last)); q >= 0) return q;
  }
  return -1;
}

// A published test by name, or "in the Acme benchmark".
TokenRange benchmark_in(Clause const& c) {
  static WordSet const tests{"benchmark", "test", "suite"};
  for (auto i = c.first; i < c.last; ++i) {
    if (auto const m = c.match(Category::benchmarks, i)) {
      auto last = i + m.tokens;
      if (c.is(last, TokenKind::figure)) ++last;  // its version
      return {i, last};
    }
    if (!tests.has(c.token(i).word)) continue;
    auto const* p = c.noun(i);
    if (!p || p->head != i || i == p->first || c.cls(i - 1) != WordClass::name) continue;
    auto first = i;
    while (first > p->first && c.cls(first - 1) == WordClass::name) --first;
    return {first, i};
  }
  return {};
}

// What a sentence says of all its comparisons; looked for once, where there is one.
struct Shared {
  TokenRange benchmark;
  std::int32_t score = -1;
};

// "Acme and Brill" are two sides; a list is taken apart only where every item holds a name, or one in a choice: "search
// and rescue" is one.
std::vector<TokenRange> items_of(Clause const& c, TokenRange side) {
  constexpr std::size_t most = 8;  // longer lists are no sides
  std::vector<TokenRange> out;
  bool named = true, some_named = false, choice = false;
  each_item(c, side, [&](TokenRange item) {
    if (one_of(c.word(item.first), {"including", "notably"}) && item.first + 1 < item.last) ++item.first;
    if (one_of(c.word(item.first), {"including", "notably"}) && item.first + 1 < item.last) ++item.first;
    named = named && c.is_name(item);
    some_named = some_named || c.is_name(item);
    choice = choice || (item.first > side.first && c.word(item.first - 1) == "or");
    out.push_back(item);
  });
  named = named || (some_named && choice);
  if (out.size() < 2 || out.size() > most || !named) return {side};
  return out;
}

// "…, not even the R2": whom those who are none name among them.
TokenRange even_that(Clause const& c, std::uint32_t i) {
  constexpr std::uint32_t near = 8;
  for (auto k = i; k + 2 < c.last && k < i + near; ++k)
    if (c.is(k, TokenKind::comma) && c.word(k + 1) == "not" && c.word(k + 2) == "even") {
      auto const named = noun_chain_from(c, k + 3);
      return c.is_name(named) ? named : TokenRange{};
    }
  return {};
}

// "Nothing beats the K7", "no rival matches it": what none comes near is above all others. "Neither A nor B is as fast": below.
bool turn_none(Clause const& c, Cue& cue) {
  if (cue.left.empty()) return true;
  auto const w = c.word(cue.left.first);
  auto const before = cue.left.first > c.first ? c.word(cue.left.first - 1) : std::string_view();
  if (w == "neither" || before == "neither") {
    if (w == "neither") ++cue.left.first;
    if (cue.relation == Relation::worse || cue.left.empty()) return false;
    cue.relation = Relation::worse;
    return true;
  }
  if (w != "no" && w != "nothing" && w != "nobody" && w != "none") return true;
  if (cue.right.empty() || !c.is_name(cue.right)) return false;
  cue.left = cue.right;
  cue.right = even_that(c, cue.left.last);
  // "No club took fewer": the least of all; the denial has made that "at least as many".
  bool const counted = !cue.measure.empty() && c.cls(cue.measure.last - 1) == WordClass::noun;
  bool const least = cue.relation == Relation::equal && cue.right.empty() && counted;
  cue.relation = least ? Relation::worse : Relation::better;
  cue.superlative = cue.right.empty();
  return true;
}

// "beat Velo 3-1", "a lead over Velo of 4 points": the figures are no part of the name.
TokenRange without_score(Clause const& c, TokenRange side) {
  for (auto i = side.first + 1; i + 1 < side.last; ++i)
    if (one_of(c.word(i), {"of", "by"}) && c.cls(i + 1) == WordClass::number) return {side.first, i};
  if (side.last < side.first + 4) return side;
  auto const joint = side.last - 2;
  bool const score = c.is(side.last - 1, TokenKind::figure) && c.is(side.last - 3, TokenKind::figure) &&
                     (c.is(joint, TokenKind::hyphen) || c.is(joint, TokenKind::dash)) && c.token(joint).has(glued);
  return score ? TokenRange{side.first, side.last - 3} : side;
}

ComparisonMention mention_of(Clause const& c, Cue const& cue, Shared const& shared, Mentions const& mentions) {
  ComparisonMention m;
  m.at = c.place(cue.at);
  m.relation = cue.relation;
  m.left_first = cue.left.first, m.left_last = cue.left.last;
  m.right_first = cue.right.first, m.right_last = cue.right.last;
  m.measure_first = cue.measure.first, m.measure_last = cue.measure.last;
  m.superlative = cue.superlative;
  m.performance = cue.performance;
  m.by_likeness = cue.by_likeness;
  m.factor = factor_in(mentions.quantities, cue.at);
  m.benchmark_first = shared.benchmark.first, m.benchmark_last = shared.benchmark.last;
  m.score = shared.score == m.factor ? -1 : shared.score;
  return m;
}

bool same(TokenRange a, std::uint32_t first, std::uint32_t last) { return a.first == first && a.last == last; }

// What a contrast adds to the comparisons from `before` on. "A has better brakes, but B has a better engine" ranks neither:
// both go, and this returns false. "A is shorter than B, which makes it simpler to moor": "it" is A.
bool settle_contrast(Cue& cue, std::vector<ComparisonMention>& all, std::size_t before, std::vector<std::uint32_t>& contrasts) {
  constexpr std::size_t nearby = 16;  // comparisons before it
  for (auto i = std::max(before, all.size() - std::min(all.size(), nearby)); i < all.size(); ++i) {
    auto const& m = all[i];
    if (!same(cue.left, m.right_first, m.right_last)) continue;
    auto const recent = contrasts.end() - std::ptrdiff_t(std::min(contrasts.size(), nearby));
    if (std::find(recent, contrasts.end(), m.at.first) == contrasts.end()) {
      if (!same(cue.right, m.left_first, m.left_last)) continue;
      std::swap(cue.left, cue.right);
      return true;
    }
    if (!same(cue.right, m.left_first, m.left_last) || m.relation != cue.relation) continue;
    all.erase(all.begin() + std::ptrdiff_t(i));
    return false;
  }
  contrasts.push_back(cue.at.first);
  return true;
}

// How far apart the sides of a comparison are told to be: "2 times faster"; "a bit faster", "far faster". Nothing to go by:
// none.
struct Distance {
  std::optional<Decimal> times;
  UnitId unit = no_unit;
  int words = 0;
  bool less_than(Distance const& b) const { return times && b.times ? unit == b.unit && *times < *b.times : words < b.words; }
};
Distance distance_of(Clause const& c, ComparisonMention const& m, std::vector<QuantityMention> const& all) {
  Distance out;
  if (m.factor >= 0) return {midpoint(all[std::size_t(m.factor)].value), all[std::size_t(m.factor)].unit};
  for (auto i = std::max(m.at.first, c.first + 3) - 3; i < m.at.last && i < m.measure_first; ++i) {
    if (one_of(c.word(i), {"bit", "slightly", "somewhat", "marginally", "little", "tad"})) out.words = 1;
    if (one_of(c.word(i), {"far", "much", "way", "vastly", "considerably", "hugely"})) out.words = 2;
  }
  return out;
}

// "Twice as fast as A and ten times as fast as B" says of A and B as well which of them is faster.
void between_rivals(Clause const& c, Mentions& mentions, std::size_t before) {
  auto& all = mentions.comparisons;
  if (all.size() < before + 2) return;
  auto const& a = all[all.size() - 2];
  auto const& b = all.back();
  bool const one = a.left_first == b.left_first && a.left_last == b.left_last && a.relation == b.relation &&
                   a.relation != Relation::equal && a.right_last <= b.at.first && !a.superlative && !b.superlative &&
                   c.word(a.measure_first) == c.word(b.measure_first) && c.word(b.at.last - 1) == c.word(a.at.last - 1);
  if (!one) return;
  auto const to_a = distance_of(c, a, mentions.quantities), to_b = distance_of(c, b, mentions.quantities);
  bool const told = (to_a.times && to_b.times) || (to_a.words > 0 && to_b.words > 0);
  if (!told || (!to_a.less_than(to_b) && !to_b.less_than(to_a))) return;
  auto m = b;
  m.left_first = a.right_first, m.left_last = a.right_last;
  m.factor = m.score = -1;
  auto const turned = m.relation == Relation::better ? Relation::worse : Relation::better;
  if (to_b.less_than(to_a)) m.relation = turned;
  all.push_back(m);
}

// "Beats Brill at chess and loses to it at draughts": "it" is what the same subject was just set against.
bool is_same_again(Clause const& c, Cue const& cue, ComparisonMention const& before) {
  static WordSet const pronouns{"it", "him", "her", "them"};
  return cue.right.last == cue.right.first + 1 && pronouns.has(c.token(cue.right.first).word) &&
         before.right_first < before.right_last && before.right_last <= cue.right.first &&
         same(cue.left, before.left_first, before.left_last);
}

// What `m` says, denied by the words at `at`.
ComparisonMention turned(Clause const& c, ComparisonMention m, TokenRange at) {
  m.at = c.place(at);
  m.relation = Relation::worse;
  m.benchmark_first = m.benchmark_last = 0;
  m.factor = m.score = -1;
  return m;
}

// "Beats B on price but not on range": the same two the other way round, where the words behind "not" say in what. The tokens
// of "but not", none if nothing is taken back.
TokenRange taken_back(Clause const& c, Cue const& cue) {
  static WordSet const buts{"but", "though", "although", "yet", "albeit"}, leads{"in", "on", "at", "for", "by"};
  static WordId const not_ = find_word("not");
  constexpr std::uint32_t near = 12;
  if (cue.relation != Relation::better || cue.superlative || cue.choice || cue.contrast) return {};
  auto const from = std::max(cue.at.last, cue.right.last);
  for (auto i = from; i + 2 < c.last && i < from + near; ++i) {
    if (c.verb(i) || c.is(i, TokenKind::semicolon)) return {};
    if (!buts.has(c.token(i).word) || c.token(i + 1).word != not_) continue;
    return leads.has(c.token(i + 2).word) && c.noun(i + 3) ? TokenRange{i, i + 2} : TokenRange{};
  }
  return {};
}

}  // namespace

void parse_comparisons(Article const& article, Tokens const& tokens, Chunks const& chunks, Mentions& mentions) {
  static WordId const that = find_word("that");
  std::vector<Cue> kinds;
  std::vector<std::uint32_t> contrasts;  // first tokens of the cues of this sentence that were read from a contrast
  for (std::uint32_t s = 0; s < tokens.sentences.size(); ++s) {
    if (!tokens.sentences[s].holds(cue_words)) continue;
    auto const c = clause_of(article, tokens, chunks, s);
    auto const before = mentions.comparisons.size();
    std::optional<Shared> shared;
    contrasts.clear();
    for (auto i = c.next(c.first, cue_words); i < c.last; i = c.next(i + 1, cue_words)) {
      if (c.token(i).word == that && !comparison::may_be_than(c, i)) continue;
      auto cue = cue_at(c, i);
      auto said = said_at(c, i, cue);
      bool const whole =
          said && !said->contrast && !said->superlative && !said->choice && !said->alone && said->relation != Relation::equal;
      if (whole) comparison::of_one_kind(c, *said, cue, kinds);
      if ((!cue || cue->contrast) && mentions.comparisons.size() > before && c.token(i).begins(Category::measures)) {
        auto const& last = mentions.comparisons.back();
        if (auto more = comparison::continued(c, i, {last.left_first, last.left_last}, {last.right_first, last.right_last}))
          cue = more;
      }
      if (!cue || !turn_none(c, *cue) || comparison::each_of_both(c, *cue, kinds)) continue;
      if (!shared) shared = Shared{benchmark_in(c), score_in(c, mentions.quantities)};
      auto m = mention_of(c, *cue, *shared, mentions);
      bool const overlaps = mentions.comparisons.size() > before && overlap(mentions.comparisons.back().at.span, m.at.span);
      if (overlaps) continue;
      if (cue->contrast) {
        if (!settle_contrast(*cue, mentions.comparisons, before, contrasts)) continue;
      }
      if (mentions.comparisons.size() > before && is_same_again(c, *cue, mentions.comparisons.back()))
        cue->right = {mentions.comparisons.back().right_first, mentions.comparisons.back().right_last};
      auto const back = taken_back(c, *cue);
      for (auto const& left : items_of(c, without_score(c, cue->left)))
        for (auto const& right : items_of(c, without_score(c, cue->right))) {
          m.left_first = left.first, m.left_last = left.last;
          m.right_first = right.first, m.right_last = right.last;
          mentions.comparisons.push_back(m);
          if (!back.empty()) mentions.comparisons.push_back(turned(c, m, back));
        }
      between_rivals(c, mentions, before);
    }
    for (auto const& kind : kinds) mentions.comparisons.push_back(mention_of(c, kind, {}, mentions));
    kinds.clear();
    auto const from = mentions.comparisons.begin() + std::ptrdiff_t(before);
    std::stable_sort(from, mentions.comparisons.end(), [](auto const& a, auto const& b) { return a.at.first < b.at.first; });
  }
}

}  // namespace counterclaim
