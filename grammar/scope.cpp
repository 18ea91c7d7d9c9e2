#include "grammar/scope.hpp"

#include <algorithm>
#include <span>

#include "counterclaim/word_set.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

bool is_finite(Phrase const* v) { return v && !v->has(non_finite); }
bool ends_part(Clause const& c, std::uint32_t i) {
  return i >= c.last || c.is(i, TokenKind::comma) || c.is(i, TokenKind::semicolon) || c.is(i, TokenKind::stop) ||
         c.is(i, TokenKind::dash) || c.is(i, TokenKind::close_bracket);
}

// ", which opened in 1964,": to the comma behind its verb. Without a comma before it the clause ends where the verb of the
// sentence stands ("The plant that employs 900 people will close").
std::uint32_t end_of_relative(Clause const& c, std::uint32_t i) {
  bool const comma = c.is(i - 1, TokenKind::comma);
  bool seen = false;
  for (auto k = i + 1; k < c.last; ++k) {
    if (c.is(k, TokenKind::semicolon) || c.is(k, TokenKind::stop)) return k;
    if (seen && ends_part(c, k)) return k;
    auto const* v = c.verb(k);
    if (!is_finite(v) || v->first != k) continue;
    auto const led = c.cls(k - 1);
    bool const own = led == WordClass::conjunction || led == WordClass::wh || led == WordClass::subordinator;
    if (seen && !own && !comma) return k;
    seen = true;
    k = v->last - 1;
  }
  return c.last;
}

std::uint32_t next_part(Clause const& c, std::uint32_t i) {
  while (i < c.last && !ends_part(c, i)) ++i;
  return i;
}

// "The bridge built in 1931 could be replaced": the verb of the sentence, without a mark between; 0 if there is none.
std::uint32_t verb_behind(Clause const& c, std::uint32_t i) {
  for (auto k = i; k < c.last && !ends_part(c, k); ++k)
    if (auto const* v = c.verb(k); is_finite(v) && v->first == k) return c.cls(k - 1) == WordClass::wh ? 0 : k;
  return 0;
}

bool is_participle(Clause const& c, Phrase const& verb) {
  return verb.has(non_finite) && !verb.has(infinitive) && c.cls(verb.head) == WordClass::participle;
}
bool is_baseline(std::string_view w) { return one_of(w, {"up", "down", "compared", "versus", "against", "from", "unlike"}); }

// Where the aside that begins at token i ends; i itself if none begins there. `group`: the verb group that begins there, if
// any.
std::uint32_t aside_from(Clause const& c, std::uint32_t i, Phrase const* group) {
  bool const comma = c.tokens[i - 1].is(TokenKind::comma), bracket = c.tokens[i].is(TokenKind::open_bracket);
  auto const before = comma && i > c.first + 1 ? i - 2 : i - 1;
  bool const noun_before = c.noun(before) != nullptr;
  if (c.cls(i) == WordClass::wh) {
    bool const led = c.cls(i - 1) == WordClass::preposition && i > c.first + 1 && c.noun(i - 2);
    return noun_before || led ? end_of_relative(c, i) : i;
  }
  if (group && is_participle(c, *group) && noun_before) {
    if (comma) return next_part(c, i);
    auto const end = verb_behind(c, group->last);
    return end > i ? end : i;
  }
  if (comma && c.cls(i) == WordClass::ing_verb && noun_before) {
    auto const end = next_part(c, i);
    return c.is(end, TokenKind::comma) && is_finite(c.verb(end + 1)) ? end : i;
  }
  if (comma && is_baseline(c.word(i))) return next_part(c, i);
  if (bracket) {
    auto end = i + 1;
    bool told = false;
    for (; end < c.last && !c.is(end, TokenKind::close_bracket); ++end) told = told || c.verb(end);
    return told ? end : i;
  }
  return i;
}

// A noun phrase that token i is in, with what hangs on it, and a verb behind.
bool tells_of(Clause const& c, std::uint32_t i) {
  auto const* p = c.noun(i);
  for (int led = 0; p && led < 3; ++led) {
    auto behind = p->last;
    while (c.cls(behind) == WordClass::adverb) ++behind;
    if (c.verb(behind)) return true;
    bool const goes_on = c.cls(p->last) == WordClass::preposition || c.cls(p->last) == WordClass::conjunction;
    p = goes_on ? c.noun(p->last + 1) : nullptr;
  }
  return false;
}

bool divides(Clause const& c, std::uint32_t i) {
  if (c.is(i, TokenKind::semicolon) || c.is(i, TokenKind::dash)) return true;
  // "They keep no stock: 300 crates come each day."
  if (c.is(i, TokenKind::colon)) return true;
  if (c.cls(i) == WordClass::subordinator && c.word(i) != "that") return true;
  if (!c.is(i, TokenKind::comma)) return false;
  auto const k = c.cls(i + 1);
  if (k == WordClass::wh) return true;
  if (k != WordClass::conjunction) return false;
  // ", and the plant closed", ", and printed copies of it sell": a subject and its verb follow.
  auto at = i + 2;
  for (int most = 2; most > 0 && at < c.last && !c.noun(at); --most, ++at)
    if (c.cls(at) != WordClass::participle && c.cls(at) != WordClass::adverb && c.cls(at) != WordClass::finite_verb)
      return false;
  return at < c.last && tells_of(c, at);
}

}  // namespace

TokenRange const* Asides::holding(std::uint32_t token) const {
  for (std::size_t k = 0; k < count; ++k)
    if (token >= ranges[k].first && token < ranges[k].last) return &ranges[k];
  return nullptr;
}

Asides find_asides(Clause const& c) {
  Asides out;
  constexpr auto bit = [](auto... of) { return ((1u << static_cast<int>(of)) | ...); };
  auto const* const classes = c.chunks->classes_of(c.sentence);
  auto const* const tokens = c.tokens.data();
  auto const last = c.last;
  unsigned held = 0;
  for (auto i = c.first; i < last; ++i) held |= bit(classes[i]);
  auto const& sentence = c.sentences[c.sentence];
  bool const participles = (held & bit(WordClass::participle)) != 0;
  bool const marks = sentence.holds(TokenKind::comma) || sentence.holds(TokenKind::open_bracket);
  if (!participles && (held & bit(WordClass::wh)) == 0 && !marks) return out;
  // What begins a relative clause, or a group whose verb is a participle ("not built").
  constexpr auto openers = bit(WordClass::wh, WordClass::participle, WordClass::negation);
  for (auto i = c.first + 1; i < last;) {
    bool const may_begin = (openers & bit(classes[i])) != 0 ||
                           (marks && (tokens[i - 1].is(TokenKind::comma) || tokens[i].is(TokenKind::open_bracket)));
    if (!may_begin) {
      ++i;
      continue;
    }
    auto const* group = participles ? c.verb(i) : nullptr;
    auto const end = aside_from(c, i, group && group->first == i ? group : nullptr);
    if (end > i) out.ranges[out.count++] = {i, end};
    if (out.count == Asides::most) break;
    i = std::max(end, i + 1);
  }
  return out;
}

TokenRange clause_around(Clause const& c, Asides const& asides, std::uint32_t i) {
  constexpr std::uint32_t reach = 60;
  if (auto const* own = asides.holding(i)) return *own;
  auto first = i, last = i + 1;
  while (first > c.first && i - first < reach) {
    if (auto const* aside = asides.holding(first - 1)) {
      first = aside->first;
      if (first > c.first && c.is(first - 1, TokenKind::comma)) --first;
    } else if (c.is(first - 1, TokenKind::comma) && first > c.first + 1 && asides.holding(first - 2)) {
      --first;
    } else if (divides(c, first - 1)) {
      break;
    } else {
      --first;
    }
  }
  while (last < c.last && last - i < reach) {
    if (auto const* aside = asides.holding(last)) {
      last = aside->last;
    } else if (last + 1 < c.last && c.is(last, TokenKind::comma) && asides.holding(last + 1)) {
      ++last;
    } else if (divides(c, last)) {
      break;
    } else {
      ++last;
    }
  }
  return {first, last};
}

TokenRange within_fronted(Clause const& c, TokenRange around, std::uint32_t i) {
  static WordSet const openers{"when",  "while", "although", "though", "as",    "since",
                               "after", "until", "once",     "where",  "asked", "because"};
  auto const& sentence = c.sentences[c.sentence];
  if (!sentence.holds(TokenKind::comma) || !openers.has(c.token(sentence.first).word)) return around;
  bool told = c.cls(sentence.first) == WordClass::participle;
  for (auto k = sentence.first + 1; k + 2 < c.last; ++k) {
    if (auto const* v = c.verb(k); is_finite(v)) told = true;
    if (!told || !c.is(k, TokenKind::comma)) continue;
    auto next = k + 1;
    while (c.cls(next) == WordClass::adverb) ++next;
    auto const* p = c.noun(next);
    if (!p || p->first != next || !tells_of(c, next)) continue;
    if (i < k) return {around.first, std::min(around.last, k)};
    return {std::max(around.first, k + 1), around.last};
  }
  return around;
}

std::uint32_t end_of_speech(Clause const& c, Asides const& asides, std::uint32_t i) {
  if (auto const* own = asides.holding(i); own && c.cls(own->first) == WordClass::wh) return own->last;
  if (!c.sentences[c.sentence].holds(TokenKind::comma)) return c.last;
  for (auto k = i + 1; k + 2 < c.last; ++k) {
    auto const& t = c.token(k);
    if (!t.is(TokenKind::comma) || t.has(in_quotes)) continue;
    if (!one_of(c.word(k + 1), {"but", "while", "whereas", "although", "though"})) continue;
    auto const* p = c.noun(k + 2);
    if (p && p->first == k + 2 && is_finite(c.verb(p->last))) return k;
  }
  return c.last;
}

TokenRange with_quotation(std::span<Token const> tokens, std::span<Sentence const> sentences, std::uint32_t sentence,
                          TokenRange scope) {
  auto const block = sentences[sentence].block;
  auto s = sentence;
  for (int n = 0; n < 12 && s > 0 && scope.first == sentences[s].first && tokens[scope.first].has(in_quotes); ++n) {
    auto const& before = sentences[s - 1];
    if (before.block != block || !tokens[before.last - 1].has(in_quotes)) break;
    scope.first = before.first;
    --s;
  }
  s = sentence;
  for (int n = 0; n < 12 && s + 1 < sentences.size(); ++n) {
    auto const& next = sentences[s + 1];
    bool const open = next.block == block && tokens[next.first].has(in_quotes);
    if (!open) break;
    // Another speaker's quotation has its own cue.
    bool const continued = tokens[next.last - 1].has(in_quotes) || tokens[next.last - 1].is(TokenKind::quote);
    if (!continued) break;
    scope.last = next.last;
    ++s;
  }
  return scope;
}

}  // namespace counterclaim
