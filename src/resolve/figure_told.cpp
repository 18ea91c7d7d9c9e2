#include "src/resolve/figure_told.hpp"

#include "counterclaim/units.hpp"
#include "counterclaim/word_set.hpp"
#include "src/concept_row.hpp"
#include "src/resolve/sides.hpp"

namespace counterclaim {

// "Was downloaded 800,000 times": so many downloads, and no multiple of anything ("1,000 times faster").
bool counts_times(Context const& c, QuantityMention const& q) {
  static UnitId const x = find_unit("x");
  constexpr int many = 100;
  if (q.unit != x || q.change != Change::level || !q.value.low || *q.value.low < Decimal(many)) return false;
  auto const next = q.at.last < c.chunks.classes.size() ? c.chunks.classes[q.at.last] : WordClass::mark;
  return next == WordClass::mark || next == WordClass::preposition || next == WordClass::conjunction ||
         next == WordClass::subordinator;
}
bool is_age_aside(Context const& c, QuantityMention const& q) {
  auto const& t = c.tokens.tokens;
  return q.unit != no_unit && dimension_of(q.unit) == "age" && q.at.first > 0 && q.at.last < t.size() &&
         t[q.at.first - 1].is(TokenKind::comma) && t[q.at.last].is(TokenKind::comma);
}
// "The $30 million valuation reflects …": in a definite phrase, before the noun that it is of.
bool is_presupposed(Context const& c, QuantityMention const& q, Frame const& f) {
  if (f.head_phrase < 0) return false;
  auto const& p = c.chunks.phrases[std::size_t(f.head_phrase)];
  return p.has(definite) && p.first < q.at.first && q.at.last < p.last;
}
// The test that "on" leads at token i: "on GPQA", "on the Orvel test". -1 if there is none.
static std::int32_t test_led(Context const& c, std::uint32_t i, Sentence const& sentence) {
  static WordSet const on{"on"};
  if (i + 1 >= sentence.last || !on.has(c.tokens.tokens[i].word)) return -1;
  auto const name = c.chunks.classes[i + 1] == WordClass::determiner ? i + 2 : i + 1;
  auto const use = name < sentence.last ? c.name_of[name] : -1;
  return use >= 0 && is_test(c, c.names.uses[std::size_t(use)]) ? use : -1;
}
// Right behind the figure, or before it, the nearest.
static std::int32_t test_of(Context const& c, QuantityMention const& q) {
  static WordSet const behind{"correctly", "right", "accuracy"};
  constexpr std::uint32_t reach = 30;  // tokens
  auto const& t = c.tokens.tokens;
  auto const& sentence = c.tokens.sentences[q.at.sentence];
  auto next = q.at.last;
  while (next + 1 < sentence.last && behind.has(t[next].word)) ++next;
  if (auto const use = test_led(c, next, sentence); use >= 0) return use;
  for (auto i = q.at.first; i > sentence.first && i + reach > q.at.first; --i)
    if (auto const use = test_led(c, i - 1, sentence); use >= 0) return use;
  return -1;
}

bool add_test_result(Context const& c, QuantityMention const& q, Frame& f) {
  static std::uint32_t const score = concept_of("benchmark");
  static UnitId const percent = find_unit("%");
  bool const bare = q.unit == no_unit && q.counted_first == q.counted_last && !q.vague;
  if ((q.unit != percent && !bare) || q.change != Change::level || c.names.uses.empty()) return false;
  auto const use = test_of(c, q);
  if (use < 0) return false;
  add_term(f, score, TermRole::verb);
  sort_by_role(f.terms);
  // By this test, and by none of the others that the sentence names
  auto const test = c.names.names[c.names.uses[std::size_t(use)].name];
  for (auto const& u : c.names.uses)
    if (u.sentence == q.at.sentence && is_test(c, u))
      for (auto& n : f.names)
        if (n.name == c.names.names[u.name]) n.role = n.name == test ? TermRole::object : TermRole::sentence;
  return true;
}
// "Memory went from 10 GB to 6": two levels, and no range that holds any of them.
bool is_fall(Context const& c, QuantityMention const& q) {
  if (q.bound != Bound::range || !q.value.high) return false;
  for (auto i = q.at.first; i < q.at.last; ++i)
    if (auto const& t = c.tokens.tokens[i]; t.is(TokenKind::figure))
      return q.value.low != q.value.high && c.tokens.figures[t.figure].value == *q.value.high;
  return false;
}

}  // namespace counterclaim
