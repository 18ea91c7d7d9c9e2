// Who does more, or does it better, where the object of the doing stands before the words of degree.
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

TokenRange doer_of(Clause const& c, Degree const& d) {
  static WordSet const changes{"lower",    "cut",  "reduce", "raise", "boost", "lift",    "bring",
                               "increase", "push", "shrink", "curb",  "trim",  "improve", "drive"};
  if (!one_of(c.word(d.first), {"more", "less", "further", "deeper", "farther"}) || d.last > d.first + 1) return {};
  auto const by = c.word(d.first - 1) == "by" ? 1U : 0U;  // "lowers fever by more than"
  auto const object = noun_chain_before(c, d.first - by);
  if (object.empty() || object.first == c.first) return {};
  auto const* v = c.verb(object.first - 1);
  if (!v && c.cls(object.first - 1) != WordClass::mark) v = c.verb(object.first - 2);  // "brings down"
  return v && changes.has(verb_of(c.token(v->head).word)) ? subject_before(c, v->head) : TokenRange{};
}

TokenRange able_before(Clause const& c, Degree const& d, TokenRange right) {
  static WordSet const manners{"better", "faster", "quicker", "longer", "cheaper"},
      every{"any", "every", "all", "anything", "anyone"};
  if (d.last != d.first + 1 || d.first <= c.first + 1 || !manners.has(c.token(d.first).word) ||
      !(every.has(c.token(right.first).word) || is_of_rivals(c, right)))
    return {};
  auto const* object = c.noun(d.first - 1);
  if (!object || object->last != d.first || object->first <= c.first || object->has(pronominal)) return {};
  auto const* v = c.verb(object->first - 1);
  if (!v || v->has(negated) || v->has(passive_voice) || c.token(v->head).begins(Category::function_words) ||
      c.is_name({object->first, object->last}))
    return {};
  return subject_before(c, v->head);
}

}  // namespace counterclaim::comparison
