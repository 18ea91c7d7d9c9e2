// Comparisons by adjective and adverb with "than": "faster than", "costs more than".
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

constexpr std::uint32_t gap = 14;  // tokens between the words of degree and "than"

// "than Acme does": the right side is a subject.
bool right_has_verb(Clause const& c, std::uint32_t i) {
  auto const* p = c.noun(i);
  return p && c.verb(p->last) && !c.verb(p->last)->has(non_finite);
}

// "easier to learn harp than lute": the object of the infinitive.
TokenRange object_between(Clause const& c, std::uint32_t from, std::uint32_t than_at) {
  auto const* v = c.verb(from);
  if (!v || !v->has(infinitive)) return {};
  auto const chain = noun_chain_from(c, v->last);
  auto const* p = chain.empty() ? nullptr : c.noun(chain.first);
  return p && !p->has(pronominal) && chain.last <= than_at ? chain : TokenRange{};
}

// "makes X easier than Y", "find X better than Y": the object is what is compared.
bool judges_object(Clause const& c, std::uint32_t verb) {
  return one_of(word_text(verb_of(c.token(verb).word)), {"make", "find", "consider", "think", "believe", "render", "keep",
                                                         "like", "know", "call", "rate", "deem", "love"});
}

// "a bit", "two seconds", "100 times", "an order of magnitude": how much, not what.
bool is_amount(Clause const& c, Phrase const& p) {
  if (c.cls(p.first) == WordClass::number || c.cls(p.head) == WordClass::number) return true;
  if (c.token(p.first).begins(Category::numerals) || c.is(p.head, TokenKind::figure)) return true;
  auto const text = text_of(c.token(p.head), c.view);
  if (c.is(p.head, TokenKind::code) && (text.ends_with("x") || text.ends_with("X")) && text[0] <= '9') return true;
  return one_of(c.word(p.head),
                {"bit",    "lot",  "way",   "ways",    "times",    "order", "orders", "magnitude", "magnitudes", "percent",
                 "deal",   "much", "tad",   "touch",   "loads",    "tons",  "miles",  "that",      "world",      "notch",
                 "little", "x",    "shade", "whisker", "fraction", "hair",  "trifle", "smidgen",   "mile",       "margin"});
}

// Where the amount at the end of a noun phrase begins ("Acme X90 3x", "Acme 30%"); the phrase's end if it ends in none.
std::uint32_t amount_in(Clause const& c, Phrase const& p) {
  auto const last = p.last - 1;
  auto const text = text_of(c.token(last), c.view);
  if (c.is(last, TokenKind::code) && text[0] <= '9' && (text.ends_with('x') || text.ends_with('X'))) return last;
  bool const counted = text == "%" || one_of(c.word(last), {"percent", "times"});
  return counted && last > p.first && c.cls(last - 1) == WordClass::number ? last - 1 : p.last;
}

// "Our pumps move water faster than those of our rivals": "those" are pumps, where the verb makes, has or sells no water.
bool is_like_those(Clause const& c, Phrase const& v, Phrase const* subject, TokenRange right) {
  if (right.empty() || !subject || right.first <= c.first) return false;
  auto const i = c.word(right.first) == "of" ? right.first - 1 : right.first;
  bool const several = c.word(i) == "those";
  if ((!several && c.word(i) != "that") || c.word(i + 1) != "of" || several != subject->has(plural)) return false;
  auto const field = word_info(verb_of(c.token(v.head).word)).verb_field;
  return field != lexname::creation_verb && field != lexname::possession_verb && field != lexname::being_verb;
}

}  // namespace

TokenRange left_of(Clause const& c, std::uint32_t degree_first, TokenRange right) {
  auto i = degree_first;
  while (i > c.first) {
    auto const* p = c.noun(i - 1);
    auto const k = c.cls(i - 1);
    bool const modifier = k == WordClass::adverb || k == WordClass::negation || c.is(i - 1, TokenKind::hyphen) ||
                          one_of(c.word(i - 1), {"no", "any", "far", "way", "much"});
    auto const* amount = i > c.first + 1 ? c.noun(i - 2) : nullptr;
    bool const aside = p && p->last == i && p->first > c.first + 1 && c.cls(p->first - 1) == WordClass::preposition &&
                       c.is(p->first - 2, TokenKind::comma) && c.is(p->last - 1, TokenKind::word) && !c.is_name({p->first, i});
    if (modifier) {
      --i;
    } else if (aside) {
      i = p->first - 1;  // ", in most cases better than"
    } else if (p && p->last <= degree_first && amount_in(c, *p) < p->last && amount_in(c, *p) > p->first &&
               (p->first == c.first || !c.verb(p->first - 1))) {
      return {p->first, amount_in(c, *p)};  // "Acme 3x faster than": no verb of its own
    } else if (p && p->last <= degree_first && is_amount(c, *p)) {
      i = p->first;
    } else if (one_of(c.word(i - 1), {"of", "to", "or"}) && amount && is_amount(c, *amount)) {
      i = amount->first;  // "an order of magnitude", "10 to 100 times"
    } else {
      break;
    }
  }
  // "regards A as no better than"
  if (i > c.first + 1 && c.word(i - 1) == "as" && c.noun(i - 2)) {
    auto const seen = noun_chain_before(c, i - 1);
    if (!seen.empty() && seen.first > c.first && c.verb(seen.first - 1)) return seen;
  }
  auto const* before = i > c.first ? c.noun(i - 1) : nullptr;
  bool const inside = before && before->last > degree_first;  // "a faster car than": the degree is a part of the phrase
  auto const start = inside ? before->first : i;
  auto const* object = !inside && before ? before : nullptr;
  if (object && object->first > c.first) {
    auto whole = noun_chain_before(c, i);
    if (auto const amount = amount_in(c, *object); amount > object->first && amount < object->last && whole.last > amount)
      whole.last = amount;
    auto const* v = whole.empty() || whole.first == c.first ? nullptr : c.verb(whole.first - 1);
    if (v && judges_object(c, v->head) && !object->has(pronominal)) {
      // "Acme makes baking easier than Velo", "Acme likes oak better than Velo": of two of a kind the subject is one.
      auto const judge = !right.empty() && c.is_name(right) ? subject_before(c, v->head) : TokenRange{};
      bool const kin =
          c.is_name(judge) && likeness(c, judge, right) > likeness(c, whole, right) + (c.is_name(whole) ? 0.1F : 0);
      return kin ? judge : whole;
    }
    // "finds driving a van easier than"
    auto const* judge = v && c.cls(v->first) == WordClass::ing_verb && v->first > c.first ? c.verb(v->first - 1) : nullptr;
    if (judge && judges_object(c, judge->head))
      return c.cls(right.first) == WordClass::ing_verb ? TokenRange{v->first, whole.last} : whole;
    if (v && (v->has(infinitive) || !v->has(non_finite))) {
      auto const subject = subject_before(c, v->head);
      auto const* p = subject.empty() ? nullptr : c.noun(subject.first);
      if (is_like_those(c, *v, p, right)) return subject;
      if (subject.empty() || (p && p->has(pronominal))) return whole;
      // "handles frost better than Velo": what is not named is handled, not compared with a name.
      bool const acts = !right.empty() && c.is_name(right) && c.is_name(subject) && !c.is_name(whole);
      if (!right.empty() && !acts && likeness(c, whole, right) > likeness(c, subject, right) + 0.1F) return whole;
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
  if (start > c.first)
    if (auto const subject = subject_before(c, start - 1); !subject.empty()) return subject;
  // "a pump (quieter than", "a small pump, quieter than", "a small pump and quieter than"
  auto k = start;
  while (k > c.first && start - k < 3 &&
         (c.is(k - 1, TokenKind::open_bracket) || c.is(k - 1, TokenKind::comma) || c.is(k - 1, TokenKind::dash) ||
          c.cls(k - 1) == WordClass::conjunction))
    --k;
  if (k == start) return {};
  auto const chain = noun_chain_before(c, k);
  // "is equal to Velo and better than": what another comparison leads to is not its subject, nor, where the subject is named,
  // what any preposition does ("is growing in Asia, faster than").
  bool const behind = !chain.empty() && chain.first > c.first;
  bool const led = behind && one_of(c.word(chain.first - 1), {"to", "than", "with"});
  bool const placed = behind && c.is(k, TokenKind::comma) && c.cls(chain.first - 1) == WordClass::preposition;
  if (auto const subject = led || placed ? subject_before(c, chain.first - 1) : TokenRange{};
      !subject.empty() && (led || c.is_name(subject)))
    return subject;
  return chain;
}

namespace {

// "than in Paris", "than we are in Paris": the preposition that leads the right side; `i` itself if none.
std::uint32_t right_lead(Clause const& c, std::uint32_t i) {
  auto const* p = c.noun(i);
  auto const* v = p && p->has(pronominal) ? c.verb(p->last) : nullptr;
  return v && c.cls(v->last) == WordClass::preposition ? v->last : i;
}

// "faster in Lyon than in Paris": the phrase between the adjective and "than" is the left side when it is led like the right.
TokenRange parallel_left(Clause const& c, std::uint32_t degree_first, std::uint32_t from, std::uint32_t than_at) {
  for (auto k = from; k < than_at; ++k) {
    if (c.cls(k) != WordClass::preposition && c.word(k) != "using") continue;
    bool const same = c.word(k) == c.word(right_lead(c, than_at + 1));
    // "A bigger share of the market than": what is measured
    if (!same && (right_has_verb(c, than_at + 1) || c.word(k) == "of")) continue;
    auto const chain = thing_from(c, k + 1);
    auto const* acts = c.word(k) == "for" ? c.verb(chain.last) : nullptr;
    if (!same && acts && acts->has(infinitive)) continue;  // "a better place for farmers to sell eggs than"
    if (chain.empty() || chain.last > than_at || (!same && one_of(c.word(chain.first), {"its", "their"}))) continue;
    auto const right = right_from(c, than_at + 1);
    if (same) return chain;
    auto const subject = left_of(c, degree_first, right);
    // The subject is what is compared as a rule, and always where names are and what stands between has none.
    if (one_of(c.word(chain.last - 1), {"latter", "former"})) continue;
    constexpr float clearly = 0.2F;
    // "Acme is quicker at sums than the newcomer"
    if (!same && c.word(k) == "at" && c.is_name(subject) && c.word(right.first) == "the") continue;
    bool const closer = !subject.empty() && likeness(c, chain, right) > likeness(c, subject, right) + clearly;
    if (c.is_name(right) && c.is_name(subject) && !c.is_name(chain) && !closer) continue;
    if (c.is_name(right) && c.is_name(chain) && !c.is_name(subject)) return chain;
    if (auto const* p = subject.empty() ? nullptr : c.noun(subject.first); p && p->has(pronominal) && c.is_name(chain))
      return chain;
    auto const margin = 0.05F;
    if (!right.empty() && (subject.empty() || likeness(c, chain, right) > likeness(c, subject, right) + margin)) return chain;
  }
  return {};
}

// "a better rowing team than skiing team": the left side stands inside the words of degree.
TokenRange same_kind_left(Clause const& c, Degree const& d, TokenRange right) {
  auto const head = d.last - 1;
  if (d.last < d.first + 3 || !c.is(head, TokenKind::word) || right.last < right.first + 2) return {};
  auto const same = word_info(c.token(head).word).noun_lemma == word_info(c.token(right.last - 1).word).noun_lemma;
  if (!same || c.token(head).word == unknown_word || c.cls(head) != WordClass::noun) return {};
  TokenRange const left{d.first + 1, d.last};
  bool const plain = c.cls(right.first) == WordClass::determiner || c.cls(right.first) == WordClass::possessive;
  return plain || (c.is_name(right) && !c.is_name(left)) ? TokenRange{} : left;
}

// "Costs less than ferrolan": a word of no language is a name.
bool is_coined(Clause const& c, TokenRange r) {
  auto const& t = c.token(r.first);
  constexpr std::uint32_t shortest = 5;
  return r.last == r.first + 1 && t.is(TokenKind::word) && t.word == unknown_word && t.end - t.begin >= shortest;
}

// "The bridge would cost more than the tunnel", "it weighs more than the tug": things of one sort, and no amount.
bool is_of_one_sort(Clause const& c, Degree const& d, TokenRange right) {
  auto const sort_of = [&](Phrase const* p) {
    auto const word = p ? c.token(p->head).word : unknown_word;
    return word == unknown_word ? 0 : word_info(word_info(word).noun_lemma).noun_field;
  };
  auto const* p = c.noun(right.first);
  if (!p || c.word(right.first) != "the" || p->head + 1 != right.last || d.first <= c.first) return false;
  auto const* v = c.verb(with_factor(c, d.first) - 1);
  if (!v || !c.match(Category::measure_nouns, v->head) || v->first <= c.first) return false;
  auto const* subject = c.noun(v->first - 1);
  if (!subject || sort_of(p) != lexname::artifact) return false;
  return subject->has(pronominal) ? one_of(c.word(subject->head), {"it", "they"}) : sort_of(subject) == lexname::artifact;
}

// "The only thing faster than the K6 is the K7": what is behind the verb.
TokenRange told_behind(Clause const& c, TokenRange left, std::uint32_t degree_first, TokenRange right) {
  auto const* p = left.empty() ? nullptr : c.noun(left.last - 1);
  bool only = p && one_of(c.word(p->head), {"thing", "one"});
  for (auto k = degree_first; k > c.first && k + 5 > degree_first; --k) only = only || c.word(k - 1) == "only";
  if (!only || left.last > degree_first) return {};
  auto const* v = c.verb(right.last);
  if (!v || v->has(negated) || !is_form_of_be(c.token(v->head).word)) return {};
  return noun_chain_from(c, v->last);
}

// "Gets more out of a litre, wind included, than": behind what stands between two commas that begins at k, if both are before
// `end`.
std::uint32_t past_aside(Clause const& c, std::uint32_t k, std::uint32_t end) {
  if (!c.is(k, TokenKind::comma)) return k;
  for (auto i = k + 1; i < end; ++i)
    if (c.is(i, TokenKind::comma)) return i + 1;
  return k;
}

}  // namespace

std::uint32_t with_factor(Clause const& c, std::uint32_t i) {
  while (i > c.first &&
         (c.cls(i - 1) == WordClass::adverb || c.cls(i - 1) == WordClass::number || c.token(i - 1).begins(Category::numerals) ||
          c.is(i - 1, TokenKind::hyphen) || one_of(c.word(i - 1), {"times", "percent", "twice"})))
    --i;
  return i;
}

void measure_by_verb(Clause const& c, std::uint32_t i, Cue& cue) {
  auto const amount = [&](std::uint32_t k) {  // "costs 2,000 euros more than"
    return c.cls(k) == WordClass::number || c.token(k).begins(Category::numerals) || c.token(k).begins(Category::currencies);
  };
  while (i > c.first && amount(i)) --i;
  auto const* v = c.verb(i);
  // "costs $3 more than A and $5 more than B": the verb of both
  constexpr std::uint32_t far = 16;
  if (c.word(i) == "and")
    for (auto k = i; k > c.first && k + far > i && !v; --k) v = c.verb(k - 1);
  if (!v) return;
  auto const m = c.match(Category::measure_nouns, v->head);
  if (!m) return;
  cue.measure = {v->head, v->head + 1};
  if (vocabulary(Category::measure_nouns)[std::size_t(m.row)].column[0] == "lower" && cue.relation != Relation::equal)
    cue.relation = cue.relation == Relation::better ? Relation::worse : Relation::better;
}

namespace {

// "Worked harder than ever with Velo": than at other times.
bool is_former(Clause const& c, std::uint32_t i) { return one_of(c.word(i), {"ever", "before", "usual", "expected"}); }

}  // namespace

std::optional<Cue> degree_said(Clause const& c, std::uint32_t i) {
  if (is_former(c, i + 1)) return {};
  auto const d = degree_before(c, i, gap);
  if (d.direction == 0 || d.bare || is_asked(c, d.first)) return {};
  auto const denial = denial_before(c, d.first);
  if (denial == Denial::clause || !is_than(c, i, d)) return {};
  Cue cue;
  cue.at = {d.first, i + 1};
  cue.relation = relation_of(d.direction);
  if (denial == Denial::denied) cue.relation = cue.relation == Relation::better ? Relation::worse : Relation::equal;
  cue.measure = d.measure;
  return cue;
}

std::optional<Cue> than(Clause const& c, std::uint32_t i) {
  auto const w = c.word(i);
  if (i == c.first || !one_of(w, {"than", "then", "that"}) || c.word(i - 1) == "other") return {};
  if (is_former(c, i + 1)) return {};
  auto const d = degree_before(c, i, w == "that" ? gap / 2 : gap);
  // "It is easier to mend A rather than B"; without words of degree "rather than" tells a choice.
  if (c.word(i - 1) == "rather" && (d.bare || d.last >= i)) return {};
  if (d.direction == 0 || !is_than(c, i, d)) return {};
  // "easier for A to see what comes than for B"
  bool const whose = c.cls(d.last) == WordClass::preposition && c.word(d.last) == c.word(right_lead(c, i + 1));
  for (auto k = past_aside(c, d.last, i); k < i && !whose; k = past_aside(c, k + 1, i)) {
    if (c.is(k, TokenKind::open_bracket))
      while (k < i && !c.is(k, TokenKind::close_bracket)) ++k;
    if (auto const* v = c.verb(k);
        v && !v->has(non_finite) && v->first > d.last && (c.noun(v->first - 1) || c.cls(v->first - 1) == WordClass::wh) &&
        !(one_of(c.word(v->first - 1), {"each", "every"}) && c.noun(v->last)))  // "for each delivered parcel"
      return {};
  }
  auto const denial = denial_before(c, d.first);
  if (denial == Denial::clause || is_asked(c, d.first)) return {};
  Cue cue;
  cue.right = right_from(c, i + 1);
  if (cue.right.empty() || !is_comparable(c, cue.right)) return {};
  // "more than 300", "more than just": an amount; "likes A more than B" compares what is named.
  // "lowers fever more than aspirin": what does so
  auto const& lead = c.token(cue.right.first);
  bool const is_amount_of = lead.begins(Category::fractions) || lead.begins(Category::numerals) ||
                            c.cls(cue.right.first) == WordClass::number || c.cls(i + 1) == WordClass::adverb ||
                            c.cls(cue.right.first) == WordClass::adjective;
  auto const doer = d.bare && is_amount_of ? TokenRange{} : doer_of(c, d);
  if (d.bare &&
      (is_amount_of || (!c.is_name(cue.right) && !is_coined(c, cue.right) && doer.empty() && !is_of_one_sort(c, d, cue.right))))
    return {};
  cue.at = {with_factor(c, d.first), i + 1};
  cue.left = same_kind_left(c, d, cue.right);
  auto const object = cue.left.empty() ? object_between(c, d.last, i) : TokenRange{};
  // "Better to use A in a small shop rather than B": not the shop. "Runs better on A rather than B": what stands before it.
  if (cue.left.empty() && c.word(i - 1) == "rather") {
    auto const before = noun_chain_before(c, i - 1);
    bool const named = !object.empty() && c.is_name(object) && c.is_name(cue.right);
    if (named || (!before.empty() && before.first >= d.last)) cue.left = named ? object : before;
  }
  if (cue.left.empty()) cue.left = parallel_left(c, d.first, d.last, i);
  if (cue.left.empty()) cue.left = object;
  // "in better shape to weather a storm than Velo"
  if (c.is_name(cue.right) && !cue.left.empty() && !c.is_name(cue.left))
    if (auto const subject = left_of(c, d.first, cue.right); c.is_name(subject)) cue.left = subject;
  auto const able = cue.left.empty() && doer.empty() ? able_before(c, d, cue.right) : doer;
  bool const is_doer = cue.left.empty() && !able.empty();
  if (is_doer) cue.left = able;
  if (cue.left.empty()) cue.left = left_of(c, d.first, right_has_verb(c, i + 1) ? TokenRange{} : cue.right);
  if (auto const named = told_behind(c, cue.left, d.first, cue.right); !named.empty()) cue.left = named;
  if (auto const* p = cue.left.empty() ? nullptr : c.noun(cue.left.first);
      p && p->first == cue.left.first && (is_amount(c, *p) || c.token(p->head).begins(Category::date_names)))
    cue.left = {};  // "far better order than", "in April, more of them came than"
  // "Longer at Acme than at Brill Mobile"
  bool const led_alike = c.is_name(cue.left) && c.is_name(cue.right) && c.cls(i + 1) == WordClass::preposition &&
                         cue.left.first > d.first && c.word(cue.left.first - 1) == c.word(i + 1);
  if (!is_doer && !led_alike && !is_both(c, cue.right))
    cue.left = owner_of(c, peer_of(c, cue.left, d.first, i, cue.right), cue.right);
  // "At Orvel one waits longer than at Dorn": what the same preposition leads the sentence with
  if (c.cls(i + 1) == WordClass::preposition && c.word(c.first) == c.word(i + 1) && c.is_name(cue.right) &&
      !c.is_name(cue.left))
    if (auto const place = noun_chain_from(c, c.first + 1); c.is_name(place) && place.last < d.first) cue.left = place;
  // "There is no faster card than the K7"
  bool const none =
      denial == Denial::denied && c.word(d.first - 1) == "no" && c.word(c.first) == "there" && c.is_name(cue.right);
  if (none && d.direction > 0 && d.first <= c.first + 4) {
    cue.left = cue.right;
    cue.right = {};
    cue.superlative = true;
  }
  if (cue.left.empty()) return {};
  cue.relation = relation_of(d.direction);
  if (denial == Denial::denied && !none) cue.relation = cue.relation == Relation::better ? Relation::worse : Relation::equal;
  cue.measure = d.measure;
  cue.performance = d.performance && !none;
  if (d.bare && cue.at.first > c.first) measure_by_verb(c, cue.at.first - 1, cue);  // "costs $20 more than"
  if (is_hardness(c, d, cue.left, cue.right)) {
    cue.performance = false;
    cue.relation = denial == Denial::denied ? Relation::equal : Relation::better;
  }
  cue.performance = cue.performance || lasts(c, d, cue.right);
  if (is_turned(c, d)) cue.relation = cue.relation == Relation::better ? Relation::worse : Relation::better;
  auto const head = c.word(cue.right.first);
  cue.superlative = one_of(head, {"any", "all", "every", "anything", "anyone"});
  // "Gives back more energy than any other on the market": what is sold is better than all that is sold
  bool const sized = !d.measure.empty() && word_at(c, d.measure.first).size && c.cls(d.measure.first) != WordClass::noun;
  if (cue.superlative && !sized && !d.bare)
    for (auto k = cue.right.first; k < cue.right.last + 3; ++k)
      if (c.word(k) == "market" && c.word(k - 1) == "the") cue.performance = true;
  return cue;
}

}  // namespace counterclaim::comparison
