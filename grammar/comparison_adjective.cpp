// Comparisons by adjective and adverb: "faster than", "as fast as", "the fastest", "faster compared to".
#include "counterclaim/vocabulary.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

constexpr std::uint32_t gap = 14;  // tokens between the words of degree and "than"

Relation relation_of(int direction) { return direction >= 0 ? Relation::better : Relation::worse; }

// "faster in Lyon than in Paris": the phrase between the adjective and "than" is the left side when it is led like the right.
TokenRange parallel_left(Clause const& c, std::uint32_t from, std::uint32_t than_at) {
  for (auto k = from; k < than_at; ++k) {
    if (c.cls(k) != WordClass::preposition) continue;
    bool const same = c.word(k) == c.word(than_at + 1);
    auto const chain = noun_chain_from(c, k + 1);
    if (chain.empty() || chain.last > than_at) continue;
    auto const right = right_from(c, than_at + 1);
    if (same || (c.is_name(chain) && c.is_name(right))) return chain;
  }
  return {};
}

// "makes X easier than Y", "find X better than Y": the object is what is compared.
bool judges_object(Clause const& c, std::uint32_t verb) {
  return one_of(word_text(verb_of(c.token(verb).word)), {"make", "find", "consider", "think", "believe", "render", "keep",
                                                         "like", "know", "call", "rate", "deem", "love"});
}

TokenRange left_of(Clause const& c, std::uint32_t degree_first) {
  auto i = degree_first;
  while (i > c.first && (c.cls(i - 1) == WordClass::adverb || c.cls(i - 1) == WordClass::number ||
                         c.cls(i - 1) == WordClass::negation || c.is(i - 1, TokenKind::hyphen)))
    --i;
  auto const* before = i > c.first ? c.noun(i - 1) : nullptr;
  bool const inside = before && before->last > degree_first;  // "a faster car than": the degree is a part of the phrase
  auto const start = inside ? before->first : i;
  auto const* object = !inside && before ? before : nullptr;
  if (object && object->first > c.first) {
    auto const* v = c.verb(object->first - 1);
    if (v && judges_object(c, v->head) && !object->has(pronominal)) return noun_chain_before(c, i);
    if (v && (v->has(infinitive) || !v->has(non_finite))) {
      auto const subject = subject_before(c, v->head);
      auto const* p = subject.empty() ? nullptr : c.noun(subject.first);
      if (subject.empty() || (p && p->has(pronominal))) return noun_chain_before(c, i);
      return subject;
    }
  }
  // "a chip faster than", "Acme 8 times faster than": no verb of its own.
  if (object) {
    auto const chain = noun_chain_before(c, i);
    if (!chain.empty() && (chain.first == c.first || !c.verb(chain.first - 1))) {
      auto const k = chain.first > c.first ? c.cls(chain.first - 1) : WordClass::mark;
      if (k != WordClass::preposition) return chain;
    }
  }
  return start > c.first ? subject_before(c, start - 1) : TokenRange{};
}

// Behind the left side the figure of "five times faster", "30 percent faster": part of the cue, read by comparison.cpp.
std::uint32_t with_factor(Clause const& c, std::uint32_t i) {
  while (i > c.first && (c.cls(i - 1) == WordClass::adverb || c.cls(i - 1) == WordClass::number ||
                         c.is(i - 1, TokenKind::hyphen) || one_of(c.word(i - 1), {"times", "percent", "twice"})))
    --i;
  return i;
}

bool follows_then(Clause const& c, std::uint32_t i, Degree const& d) { return d.last == i && !c.is(i + 1, TokenKind::comma); }

}  // namespace

std::optional<Cue> than(Clause const& c, std::uint32_t i) {
  auto const w = c.word(i);
  if (w != "than" && w != "then") return {};
  if (i == c.first || one_of(c.word(i - 1), {"rather", "other"})) return {};
  auto const d = degree_before(c, i, gap);
  if (d.direction == 0 || (w == "then" && (!follows_then(c, i, d) || d.bare))) return {};
  for (auto k = d.last; k < i; ++k)
    if (auto const* v = c.verb(k); v && !v->has(non_finite)) return {};
  auto const denial = denial_before(c, d.first);
  if (denial == Denial::clause) return {};
  Cue cue;
  cue.right = right_from(c, i + 1);
  if (cue.right.empty() || !is_comparable(c, cue.right)) return {};
  if (d.bare && c.cls(cue.right.first) == WordClass::number) return {};
  cue.at = {with_factor(c, d.first), i + 1};
  cue.left = parallel_left(c, d.last, i);
  if (cue.left.empty()) cue.left = left_of(c, d.first);
  if (cue.left.empty()) return {};
  cue.relation = relation_of(d.direction);
  if (denial == Denial::denied) cue.relation = cue.relation == Relation::better ? Relation::worse : Relation::equal;
  cue.measure = d.measure;
  cue.performance = d.performance;
  auto const head = c.word(cue.right.first);
  cue.superlative = one_of(head, {"any", "all", "every", "anything", "anyone"});
  return cue;
}

std::optional<Cue> compared_to(Clause const& c, std::uint32_t i) {
  if (word_at(c, i).grade != Grade::comparative && !one_of(c.word(i), {"more", "less", "fewer"})) return {};
  auto const d = degree_from(c, i);
  if (d.direction == 0) return {};
  auto k = d.last;
  for (auto const end = k + 6; k < end && c.in(k); ++k) {
    auto const w = c.word(k);
    bool const led = one_of(w, {"compared", "relative"}) && one_of(c.word(k + 1), {"to", "with"});
    bool const in = w == "in" && c.word(k + 1) == "comparison" && one_of(c.word(k + 2), {"to", "with"});
    bool const versus = one_of(w, {"versus", "vs"});
    if (!led && !in && !versus) continue;
    auto at = k + (led ? 2 : in ? 3 : 1);
    if (c.is(at, TokenKind::point)) ++at;
    Cue cue;
    cue.right = right_from(c, at);
    cue.left = left_of(c, d.first);
    if (cue.left.empty() || cue.right.empty() || !is_comparable(c, cue.right)) return {};
    if (denial_before(c, d.first) != Denial::none) return {};
    cue.at = {with_factor(c, d.first), at};
    cue.relation = relation_of(d.direction);
    cue.measure = d.measure;
    cue.performance = d.performance;
    return cue;
  }
  return {};
}

std::optional<Cue> as_as(Clause const& c, std::uint32_t i) {
  if (c.word(i) != "as" || !c.in(i + 2)) return {};
  auto const w = word_at(c, i + 1);
  bool const many = one_of(c.word(i + 1), {"much", "many", "well"});
  if ((w.grade != Grade::positive && !many) || c.word(i + 1) == "long" || c.word(i + 1) == "soon") return {};
  auto second = i + 2;
  auto const end = std::min(c.last, i + 9);
  while (second < end && c.word(second) != "as" && !c.is(second, TokenKind::comma) && !c.is(second, TokenKind::stop)) ++second;
  if (c.word(second) != "as" || one_of(c.word(second + 1), {"possible", "ever", "before", "usual"})) return {};
  if (many && (c.word(i + 1) == "well" || second == i + 2) && c.cls(second + 1) == WordClass::number) return {};
  if (c.word(i + 1) == "well" && !c.verb(i - 1)) return {};  // "as well as"
  Cue cue;
  cue.right = right_from(c, second + 1);
  if (cue.right.empty() || !is_comparable(c, cue.right)) return {};
  auto const denial = denial_before(c, i);
  if (denial == Denial::clause) return {};
  auto const before = i > c.first ? c.word(i - 1) : std::string_view();
  bool const multiple = one_of(before, {"twice", "times"});
  bool const part = one_of(before, {"half"});
  cue.at = {with_factor(c, part ? i - 1 : i), second + 1};
  cue.left = left_of(c, cue.at.first);
  if (cue.left.empty()) return {};
  cue.relation = Relation::equal;
  auto const direction = many ? 1 : w.better;
  if (multiple) cue.relation = relation_of(direction);
  if (part || denial == Denial::denied || one_of(before, {"almost", "nearly"})) cue.relation = relation_of(-direction);
  if (one_of(before, {"almost", "nearly"}) && denial == Denial::none) cue.relation = Relation::equal;
  cue.measure = {i + 1, i + 2};
  cue.performance = !w.size && !many;
  return cue;
}

std::optional<Cue> superlative(Clause const& c, std::uint32_t i) {
  auto const w = word_at(c, i);
  auto first = i;
  bool const most = i > c.first && c.word(i - 1) == "most" && w.grade == Grade::positive;
  if (w.grade != Grade::superlative && !most) return {};
  if (most) --first;
  if (w.size || first == c.first) return {};
  auto const b = first - 1;
  if (c.word(b) != "the" && c.cls(b) != WordClass::possessive) return {};
  if (b > c.first && one_of(c.word(b - 1), {"of", "among"})) return {};  // "one of the fastest"
  // The subject of "is the fastest", or what ", the fastest" stands behind.
  Cue cue;
  auto const before = b > c.first ? b - 1 : b;
  auto k = before;
  while (k > c.first && c.cls(k) == WordClass::adverb) --k;
  auto const* v = c.verb(k);
  if (v && one_of(word_text(verb_of(c.token(v->head).word)), {"be", "become", "remain", "rank", "prove"})) {
    if (v->has(negated)) return {};
    cue.left = subject_before(c, v->head);
  } else if (c.is(k, TokenKind::comma)) {
    cue.left = noun_chain_before(c, k);
  }
  if (cue.left.empty()) return {};
  cue.at = {b, i + 1};
  cue.measure = {i, i + 1};
  cue.superlative = true;
  cue.performance = true;
  cue.relation = relation_of(w.better);
  auto const* p = c.noun(i);
  auto const end = p ? p->last : i + 1;
  if (one_of(c.word(end), {"of", "among", "in"})) cue.right = noun_chain_from(c, end + 1);
  return cue;
}

std::optional<Cue> share_of(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::measure_nouns, i);
  if (!m || c.word(i + 1) != "of") return {};
  auto const* p = c.noun(i);
  if (!p || p->first == c.first) return {};
  // A determiner or "of the": "60% of the inference performance of", "twice the speed of".
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
  if (!one_of(c.word(i), {"level", "class", "grade", "quality", "beating", "killing", "rivaling", "matching"}) ||
      i < c.first + 2 || !c.is(i - 1, TokenKind::hyphen))
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

Denial denial_before(Clause const& c, std::uint32_t i) {
  // The verb group that governs the words of degree, or "no faster".
  for (auto k = i; k > c.first && i - k < 4;) {
    --k;
    auto const w = c.word(k);
    if (w == "only" || w == "just") return Denial::none;
    if (w == "no" || w == "not" || w == "n't" || w == "nowhere" || w == "hardly" || w == "scarcely") {
      return c.word(k + 1) == "only" || c.word(k + 1) == "just" ? Denial::none : Denial::denied;
    }
    if (c.cls(k) == WordClass::conjunction || c.is(k, TokenKind::comma)) break;
  }
  bool nearest = true;
  for (auto k = i; k > c.first && i - k < 24;) {
    --k;
    if (c.is(k, TokenKind::semicolon)) break;
    if (auto const* p = c.phrase(k)) {
      bool const verb = p->kind == PhraseKind::verb;
      if (verb && p->has(negated)) return nearest ? Denial::denied : Denial::clause;
      if (p->kind == PhraseKind::noun && one_of(c.word(p->head), {"nobody", "none", "neither"})) return Denial::clause;
      if (verb) nearest = false;
      if (p->first < k) k = p->first;
    }
    if (c.is(k, TokenKind::comma) || c.cls(k) == WordClass::conjunction) {
      if (!nearest) break;
    }
  }
  return Denial::none;
}

TokenRange right_from(Clause const& c, std::uint32_t i) {
  while (c.cls(i) == WordClass::adverb || c.is(i, TokenKind::quote)) ++i;
  if (c.cls(i) == WordClass::preposition && c.noun(i + 1)) return noun_chain_from(c, i + 1);
  if (c.cls(i) == WordClass::auxiliary || c.cls(i) == WordClass::wh) return noun_chain_from(c, i + 1);
  if (c.cls(i) == WordClass::ing_verb) {
    auto const object = noun_chain_from(c, i + 1);
    return {i, object.empty() ? i + 1 : object.last};
  }
  return noun_chain_from(c, i);
}

bool is_comparable(Clause const& c, TokenRange r) {
  auto const* p = c.noun(r.first);
  if (!p) return c.cls(r.first) == WordClass::ing_verb;
  if (c.cls(p->head) == WordClass::number && !c.is_name(r)) return false;
  auto const head = c.word(p->head);
  if (one_of(head, {"ever",      "expected",  "usual",     "before", "average", "ago",     "forecast", "expectations",
                    "estimates", "forecasts", "time",      "times",  "year",    "years",   "month",    "months",
                    "week",      "weeks",     "day",       "days",   "decade",  "decades", "quarter",  "normal",
                    "nothing",   "mine",      "yesterday", "today",  "that"}))
    return c.is_name(r);
  return true;
}

}  // namespace counterclaim::comparison
