// Comparisons that need no "than": "the fastest", "60% of the speed of", "X90-level accuracy".
#include "counterclaim/vocabulary.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

// "the faster of the two", "the less costly of the pair", at the adjective
bool is_of_two(Clause const& c, std::uint32_t i, Word const& w) {
  bool const graded = w.grade == Grade::positive && i > c.first && one_of(c.word(i - 1), {"more", "less"});
  if (!graded && w.grade != Grade::comparative) return false;
  auto const* p = c.noun(i);
  auto const end = p ? p->last : i + 1;
  return c.word(end) == "of" &&
         ((c.word(end + 1) == "the" && one_of(c.word(end + 2), {"two", "pair", "duo"})) || c.word(end + 1) == "both");
}

// "Acme has replaced Brill as the largest of its kind": who takes a first place from whom. `the` is what stands before the
// superlative at i.
std::optional<Cue> took_place(Clause const& c, std::uint32_t the, std::uint32_t i, int better) {
  if (the < c.first + 3 || c.word(the - 1) != "as") return {};
  auto end = the - 1;
  if (c.is(end - 1, TokenKind::close_bracket))  // "replaces the Velo (15 km) as"
    while (end > c.first && !c.is(end, TokenKind::open_bracket)) --end;
  auto const loser = noun_chain_before(c, end);
  if (loser.empty() || loser.first == c.first) return {};
  auto k = loser.first - 1;
  bool const led = one_of(c.word(k), {"from", "by"});
  while (k > c.first && one_of(c.word(k), {"from", "by", "over"})) --k;
  auto const* v = c.verb(k);
  if (!v || v->has(negated) || v->has(modal_verb)) return {};
  auto const lemma = word_text(verb_of(c.token(v->head).word));
  bool const over = lemma == "take" && led;
  if (!over && !one_of(lemma, {"replace", "succeed", "oust", "displace", "overtake", "pass", "surpass", "dethrone", "unseat",
                               "supersede", "topple", "supplant"}))
    return {};
  Cue cue;
  cue.left = subject_before(c, v->head);
  if (cue.left.empty()) return {};
  cue.right = loser;
  cue.at = {the, i + 1};
  cue.measure = {i, i + 1};
  cue.superlative = true;
  bool const passive = v->has(passive_voice) && c.word(loser.first - 1) == "by";
  cue.relation = relation_of(passive ? -better : better);
  return cue;
}

// "The cheapest of the three is the K7": what is behind the verb.
TokenRange told_behind(Clause const& c, std::uint32_t i) {
  auto const* p = c.noun(i);
  auto end = p ? p->last : i + 1;
  if (one_of(c.word(end), {"of", "on", "in"})) end = noun_chain_from(c, end + 1).last;
  auto const* v = end > i ? c.verb(end) : nullptr;
  if (!v || v->has(negated) || !is_form_of_be(c.token(v->head).word)) return {};
  auto const named = noun_chain_from(c, v->last);
  return c.is_name(named) ? named : TokenRange{};
}

}  // namespace

std::optional<Cue> superlative(Clause const& c, std::uint32_t i, Word const& w) {
  auto first = i;
  bool const most = i > c.first && c.word(i - 1) == "most" && w.grade == Grade::positive;
  bool const two = is_of_two(c, i, w);
  if (w.grade != Grade::superlative && !most && !two) return {};
  if (most || (two && w.grade == Grade::positive)) --first;
  if (first > c.first && !two)
    if (auto cue = took_place(c, first - 1, i, w.better)) return cue;
  if (first == c.first || one_of(c.word(i), {"latest", "earliest", "newest"})) return {};
  auto const b = first - 1;
  // "the fastest", "the world's fastest"; "its fastest" is only the fastest of its own.
  if (c.word(b) != "the" && !c.is(b, TokenKind::possessive)) return {};
  if (b > c.first && one_of(c.word(b - 1), {"of", "among"})) return {};  // "one of the fastest"
  // The subject of "is the fastest" and "threw the fastest ball", or what ", the fastest" stands behind.
  Cue cue;
  bool does = false, owns = false;
  auto const before = b > c.first ? b - 1 : b;
  auto k = before;
  while (k > c.first && c.cls(k) == WordClass::adverb) --k;
  auto const* v = c.verb(k);
  if (v && one_of(word_text(verb_of(c.token(v->head).word)), {"be", "become", "remain", "rank", "prove"})) {
    if (v->has(negated)) return {};
    cue.left = subject_before(c, v->head);
  } else if (c.is(k, TokenKind::comma)) {
    cue.left = noun_chain_before(c, k);
  } else if (b == c.first) {
    cue.left = told_behind(c, i);
  } else if (v && v->last == b && !v->has(negated) && !v->has(non_finite) && !v->has(passive_voice)) {
    cue.left = subject_before(c, v->head);
    // "Threw the fastest ball", though "has the brightest screen"
    owns = two;
    does = !one_of(word_text(verb_of(c.token(v->head).word)),
                   {"have", "offer", "feature", "boast", "provide", "carry", "use", "get", "contain", "include", "make",
                    "build", "bring", "house", "sell", "deliver"});
  }
  if (cue.left.empty()) return {};
  auto const* p = c.noun(i);
  cue.at = {b, i + 1};
  cue.measure = {i, i + 1};
  if (owns && w.size && p && p->head > i) cue.measure = {i + 1, p->head + 1};  // "owns the bigger collection of the two"
  cue.superlative = !two;
  bool const lasting = c.is(i + 1, TokenKind::hyphen) && one_of(c.word(i + 2), {"lasting", "running", "lived", "flying"});
  cue.performance = (!w.size || lasting) && !does;
  cue.relation = relation_of(two && c.word(first) == "less" ? -w.better : w.better);
  auto const end = p ? p->last : i + 1;
  if (one_of(c.word(end), {"of", "among"})) cue.right = noun_chain_from(c, end + 1);
  if (two && c.word(end + 1) == "the" && cue.right.last > end + 3) cue.right.last = end + 3;  // "of the two in May"
  return cue;
}

std::optional<Cue> share_of(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::measure_nouns, i);
  if (!m || c.word(i + 1) != "of") return {};
  auto const* p = c.noun(i);
  if (!p || p->first == c.first) return {};
  // A determiner or "of the": "45% of the drilling speed of", "twice the speed of".
  auto first = p->first;
  int direction = 0;
  auto look = [&](std::uint32_t k) {
    auto const w = c.word(k);
    if (one_of(w, {"half", "third", "quarter", "fraction", "percent", "tenth", "fifth"}) || c.is(k, TokenKind::percent))
      return -1;
    return one_of(w, {"twice", "times", "double", "triple", "quadruple"}) ? 1 : 0;
  };
  for (auto k = p->first; k < i && direction == 0; ++k) direction = look(k);
  for (auto k = p->first; direction == 0 && k > c.first && p->first - k < 4;) direction = look(--k), first = k;
  if (direction == 0) return {};
  auto const* share = c.noun(first);
  if (share) first = share->first;
  if (direction < 0) {  // "150% of"
    for (auto k = first; k < i; ++k)
      if (c.is(k, TokenKind::figure) && c.token(k).end - c.token(k).begin >= 3 && c.view[c.token(k).begin + 1] != '.')
        direction = 1;
  }
  Cue cue;
  cue.right = noun_chain_from(c, i + 2);
  if (cue.right.empty() || !is_comparable(c, cue.right)) return {};
  if (first == c.first || denial_before(c, first) != Denial::none) return {};
  cue.left = subject_before(c, first - 1);
  if (cue.left.empty()) return {};
  auto const& row = vocabulary(Category::measure_nouns)[std::size_t(m.row)];
  cue.at = {first, i + 2};
  cue.relation = relation_of(row.column[0] == "lower" ? -direction : direction);
  cue.measure = {i, i + 1};
  cue.performance = true;
  return cue;
}

std::optional<Cue> level_of(Clause const& c, std::uint32_t i) {
  if (i < c.first + 2 || !c.is(i - 1, TokenKind::hyphen) ||
      !one_of(c.word(i), {"level", "class", "grade", "quality", "beating", "killing", "rivaling", "matching"}))
    return {};
  auto const* p = c.noun(i);
  auto first = i - 2;
  if (c.cls(first) != WordClass::name) return {};
  while (first > c.first && (p ? first > p->first : true) && c.cls(first - 1) == WordClass::name) --first;
  Cue cue;
  cue.right = {first, i - 1};
  cue.at = {first, i + 1};
  auto const start = p ? p->first : first;
  cue.left = start > c.first ? subject_before(c, start - 1) : TokenRange{};
  if (cue.left.empty()) return {};
  cue.relation = c.word(i) == "beating" || c.word(i) == "killing" ? Relation::better : Relation::equal;
  cue.performance = true;
  if (p && p->head > i) cue.measure = {i + 1, p->head + 1};
  return cue;
}

}  // namespace counterclaim::comparison
