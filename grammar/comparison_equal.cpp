// "Twice as fast as", "faster compared to": likeness and standards that no "than" tells.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

// The words at k lead from a noun of choice to the thing passed over: "a faster engine over", "a cheaper substitute for".
bool is_choice(Clause const& c, Degree const& d, std::uint32_t k) {
  auto const* p = c.noun(k + 1);
  if (d.last < d.first + 2 || k != d.last || !p) return false;
  auto const w = c.word(k);
  if (w == "over") return c.is_name({p->first, p->last});
  auto const head = word_text(word_info(c.token(d.last - 1).word).noun_lemma);
  if (w == "to" || w == "for")
    return one_of(head, {"alternative", "substitute", "replacement", "successor", "rival", "answer"}) && p->first == k + 1;
  return w == "of" && head == "version" && c.is_name({p->first, p->last});
}

}  // namespace

namespace {

// Do "compared" or "in comparison" stand behind a plain adjective or adverb at i, its noun or its participle ("poorly made")?
bool is_set_against(Clause const& c, std::uint32_t i) {
  static WordSet const words{"compared", "comparison"};
  constexpr std::uint32_t reach = 64;  // no farther is a noun followed
  auto const* const from = c.tokens.data() + i;
  auto const* const end = from + std::min(c.last - i, reach);
  if (std::none_of(from, end, [](Token const& t) { return words.has(t.word); }) && i + reach >= c.last) return false;
  auto const* p = c.noun(i);
  auto k = p ? p->last : i + 1;
  if (c.cls(k) == WordClass::participle && c.word(k) != "compared") ++k;
  if (c.word(k) != "compared" && (c.word(k) != "in" || c.word(k + 1) != "comparison")) return false;
  return i > c.first && c.word(i - 1) != "how";
}

}  // namespace

std::optional<Cue> compared_to(Clause const& c, std::uint32_t i, Word const& w) {
  static WordSet const amounts{"more", "less", "fewer"};
  bool const graded = w.grade == Grade::comparative || amounts.has(c.token(i).word);
  auto d = graded ? degree_from(c, i) : Degree{};
  // "Is poor compared to", "a slow engine in comparison with": what a plain adjective says of capability.
  bool const plain = !graded && w.grade == Grade::positive && !w.size && is_set_against(c, i);
  if (plain) d = {i, c.noun(i) ? c.noun(i)->last : i + 1, {i, i + 1}, w.better};
  if (d.direction == 0) return {};
  auto k = d.last;
  constexpr std::uint32_t near = 6, far = 14;  // "makes it easier to mend small pumps compared to"
  for (auto const from = k; k < from + far && c.in(k); ++k) {
    auto const behind = c.word(k);
    bool const led = one_of(behind, {"compared", "relative"}) && one_of(c.word(k + 1), {"to", "with", "against"});
    bool const in = behind == "in" && c.word(k + 1) == "comparison" && one_of(c.word(k + 2), {"to", "with"});
    if (auto const* v = c.verb(k); k >= from + near && v && !v->has(non_finite)) return {};
    if (k >= from + near && !led && !in) continue;
    bool const versus = one_of(behind, {"versus", "vs"});
    // "a superior tool to Acme's", "a better choice over Acme's", "a cheaper alternative to Acme's"
    bool const choice = is_choice(c, d, k);
    bool const above = one_of(c.word(i), {"superior", "inferior"}) && one_of(behind, {"to", "over"}) && c.noun(k + 1) &&
                       c.is_name({c.noun(k + 1)->first, c.noun(k + 1)->last});
    if (!led && !in && !versus && !above && !choice) continue;
    auto at = k + (led ? 2 : in ? 3 : 1);
    if (c.is(at, TokenKind::point)) ++at;
    Cue cue;
    cue.right = right_from(c, at);
    if (cue.right.empty() || !is_comparable(c, cue.right)) return {};
    cue.left = peer_of(c, left_of(c, d.first, cue.right), d.first, k, cue.right);
    if (cue.left.empty()) return {};
    if (denial_before(c, d.first) != Denial::none) return {};
    cue.at = {with_factor(c, d.first), at};
    cue.relation = relation_of(d.direction);
    cue.measure = d.measure;
    cue.performance = d.performance;
    return cue;
  }
  return {};
}

namespace {

// "As fast as Velo, if not faster", "as good as Velo (or better)": the words of degree behind the right side; direction 0 if
// none.
Degree topped(Clause const& c, std::uint32_t i) {
  while (c.is(i, TokenKind::comma) || c.is(i, TokenKind::open_bracket)) ++i;
  if (c.word(i) == "if" && c.word(i + 1) == "not") {
    i += 2;
  } else if (c.word(i) == "or") {
    ++i;
  } else {
    return {};
  }
  while (c.cls(i) == WordClass::adverb && word_at(c, i).grade != Grade::comparative) ++i;
  return degree_from(c, i);
}

}  // namespace

std::optional<Cue> as_as(Clause const& c, std::uint32_t i) {
  if (c.word(i) != "as" || !c.in(i + 2)) return {};
  auto const w = word_at(c, i + 1);
  bool const many = one_of(c.word(i + 1), {"much", "many", "well"});
  if (w.grade != Grade::positive && !many) return {};
  if (one_of(c.word(i + 1), {"long", "soon", "far", "early", "late", "recently", "little", "few"})) return {};
  auto second = i + 2;
  auto const end = std::min(c.last, i + 9);
  while (second < end && c.word(second) != "as" && !c.is(second, TokenKind::comma) && !c.is(second, TokenKind::stop)) ++second;
  if (c.word(second) != "as" || one_of(c.word(second + 1), {"possible", "ever", "before", "usual"})) return {};
  if (many && (c.word(i + 1) == "well" || second == i + 2) && c.cls(second + 1) == WordClass::number) return {};
  auto const factor = with_factor(c, i);
  if (c.word(i + 1) == "well" && (factor == c.first || !c.verb(factor - 1))) return {};  // "as well as"
  Cue cue;
  cue.right = right_from(c, second + 1);
  if (cue.right.empty() || !is_comparable(c, cue.right)) return {};
  auto const denial = denial_before(c, i);
  if (denial == Denial::clause) return {};
  auto const before = i > c.first ? c.word(i - 1) : std::string_view();
  bool const multiple = one_of(before, {"twice", "times"});
  bool const part = one_of(before, {"half"});
  cue.at = {with_factor(c, part ? i - 1 : i), second + 1};
  cue.left = left_of(c, cue.at.first, cue.right);
  // "Nothing cleans wool as gently as": the wool is not as gentle
  if (one_of(c.word(c.first), {"nothing", "no", "nobody"}) && cue.left.first > c.first + 1) return {};
  // "sold ten times as many bikes as cars": bikes and cars
  static WordSet const all{"any", "every", "all"};
  bool const of_all = many && second > i + 2 && multiple && all.has(c.token(cue.right.first).word);
  if (many && second > i + 2 && !c.is_name(cue.right) && !of_all)
    if (auto const counted = noun_chain_from(c, i + 2); !counted.empty() && counted.last == second) cue.left = counted;
  if (cue.left.empty()) return {};
  cue.relation = Relation::equal;
  auto const direction = many ? 1 : w.better;
  if (multiple) cue.relation = relation_of(direction);
  if (part || denial == Denial::denied || one_of(before, {"almost", "nearly"})) cue.relation = relation_of(-direction);
  if (one_of(before, {"almost", "nearly"}) && denial == Denial::none) cue.relation = Relation::equal;
  cue.measure = {i + 1, i + 2};
  cue.performance = c.word(i + 1) == "well" ? multiple || part : !w.size && !many;
  // "Does twice as much work per watt as any other chip"
  for (auto k = i + 3; of_all && denial == Denial::none && k + 1 < second; ++k)
    if (c.word(k) == "per") cue.performance = cue.superlative = true;
  if (cue.relation == Relation::equal && denial == Denial::none)
    if (auto const d = topped(c, cue.right.last); d.direction != 0 && d.last > d.first) {
      cue.relation = relation_of(d.direction);
      cue.at.last = d.last;
    }
  if (many && cue.relation != Relation::equal && cue.at.first > c.first) measure_by_verb(c, cue.at.first - 1, cue);
  return cue;
}

}  // namespace counterclaim::comparison
