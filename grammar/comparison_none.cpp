// What nothing else comes near: "no other package comes close", "nothing on the market is faster", "is second to none". The one
// side is all there are, the other stands in another sentence, or is the subject.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

constexpr std::uint32_t reach = 12;  // tokens from "no" to what is said

bool has_shape(Clause const& c, std::uint32_t i, std::string_view shape, std::uint32_t& tokens) {
  auto const m = c.match(Category::comparison_phrases, i);
  tokens = m.tokens;
  return m && vocabulary(Category::comparison_phrases)[std::size_t(m.row)].column[2] == shape;
}

// Does a clause that nobody supposes begin at i? `i` itself, or "there" before "there is no".
bool opens(Clause const& c, std::uint32_t i) {
  if (i == c.first) return true;
  static WordSet const joints{"and", "but", "that", "which", "where"};
  auto const& t = c.token(i - 1);
  return t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || t.is(TokenKind::colon) || t.is(TokenKind::dash) ||
         t.is(TokenKind::quote) || joints.has(t.word);
}

// "as accurate", with no second "as" behind it: the token behind the adjective, 0 if it is none.
std::uint32_t as_good(Clause const& c, std::uint32_t i, Cue& cue) {
  static WordSet const so{"as", "so", "that"};
  static WordId const as = find_word("as");
  if (!so.has(c.token(i).word) || !c.in(i + 1)) return 0;
  auto const w = word_at(c, i + 1);
  if (w.grade != Grade::positive || w.better < 0) return 0;
  for (auto k = i + 2; k < c.last && k < i + reach; ++k)
    if (c.token(k).word == as) return 0;
  cue.measure = {i + 1, i + 2};
  cue.performance = !w.size;
  return i + 2;
}

// "is faster", "works better", "makes fewer mistakes", of which nothing says than what.
std::uint32_t better(Clause const& c, std::uint32_t i, Cue& cue) {
  static WordId const than = find_word("than");
  auto const d = degree_from(c, i);
  if (d.direction <= 0 || d.bare) return 0;
  for (auto k = d.last; k < c.last && k < d.last + reach; ++k)
    if (c.token(k).word == than) return 0;
  cue.measure = d.measure;
  cue.performance = d.performance;
  return d.last;
}

std::uint32_t past_adverbs(Clause const& c, std::uint32_t i) {
  static WordSet const far{"anywhere", "even", "remotely", "anything", "that"};
  while (c.in(i) && (c.cls(i) == WordClass::adverb || far.has(c.token(i).word)) && word_at(c, i).grade != Grade::comparative &&
         !one_of(c.word(i), {"close", "near"}))
    ++i;
  return i;
}

WordSet const rival{"match", "compete", "compare", "rival", "touch", "equal", "beat"}, come{"come", "get"};

// Asked before any phrase: does a word that said() knows stand behind token i?
bool may_be_said(Clause const& c, std::uint32_t i) {
  static WordSet const degrees{"more", "less", "fewer"}, so{"as", "so", "that"}, keep{"keep"};
  constexpr std::uint32_t far = 4 * reach;
  for (auto const end = std::min(c.last, i + far); ++i < end;) {
    auto const word = c.token(i).word;
    auto const verb = verb_of(word);
    if (degrees.has(word) || rival.has(verb) || come.has(verb) || keep.has(verb)) return true;
    if (word_at(c, i).grade == Grade::comparative || (so.has(word) && word_at(c, i + 1).grade == Grade::positive)) return true;
  }
  return i < c.last;
}

// What the verb group `v` says: "comes close", "can keep up", "is as accurate", "works faster"; the token behind it, 0 if it
// compares nothing.
std::uint32_t said(Clause const& c, Phrase const& v, Cue& cue) {
  static WordSet const modals{"can", "could", "ca", "will"}, near{"close", "near"};
  auto const verb = verb_of(c.token(v.head).word);
  auto const behind = past_adverbs(c, v.last);
  static WordSet const past{"came", "got"};
  if (past.has(c.token(v.head).word)) return 0;  // how a contest went
  auto const named = [&](std::uint32_t k) {      // "close to the K7", "can match the K7": a side, which others read
    if (c.word(k) == "to" || c.word(k) == "with") ++k;
    auto const object = noun_chain_from(c, k);
    return !object.empty() && c.is_name(object);
  };
  if (come.has(verb)) return c.in(behind) && near.has(c.token(behind).word) && !named(behind + 1) ? behind + 1 : 0;
  bool may = false;
  for (auto i = v.first; i < v.head; ++i) may = may || modals.has(c.token(i).word);
  if (may && rival.has(verb)) return named(v.last) ? 0 : v.last;
  if (may && one_of(word_text(verb), {"keep"}) && c.word(v.last) == "up") return named(v.last + 1) ? 0 : v.last + 1;
  if (!c.in(behind)) return 0;
  if (auto const end = as_good(c, v.last, cue)) return end;
  return better(c, behind, cue);
}

}  // namespace

std::optional<Cue> of_none(Clause const& c, std::uint32_t i) {
  std::uint32_t tokens = 0;
  if (!has_shape(c, i, "none", tokens) || !may_be_said(c, i)) return {};
  Cue cue;
  cue.superlative = true;
  cue.performance = true;
  bool const opened = opens(c, i);
  auto const before = i > c.first ? c.token(i - 1).word : unknown_word;
  if (!opened && (before == unknown_word || !is_form_of_be(before))) return {};
  auto const* v = i > c.first ? c.verb(i - 1) : nullptr;
  if (v && is_form_of_be(c.token(v->head).word)) {  // "there is no faster database"
    if (v->first <= c.first || c.word(v->first - 1) != "there" || !opens(c, v->first - 1)) return {};
    auto const* p = c.noun(i);
    auto const end = better(c, i + 1, cue);
    if (end == 0 || !p || p->head >= end + 1 || one_of(c.word(end), {"way", "to"})) return {};
    cue.at = {i, std::max(end, p->last)};
    return cue;
  }
  if (!opened) return {};
  auto const* p = c.noun(i);
  auto k = p ? p->last : i + 1;
  if (p && p->first < i) return {};
  for (auto const end = std::min(c.last, i + reach); k < end;) {
    if (auto const* verb = c.verb(k)) {
      if (verb->has(non_finite)) return {};
      if (verb->has(negated)) return {};
      auto const last = said(c, *verb, cue);
      if (last == 0) {
        if (c.noun(k - 1) && c.noun(k - 1)->has(pronominal)) {  // "no van that you can buy comes close"
          k = verb->last;
          continue;
        }
        return {};
      }
      cue.at = {i, last};
      return cue;
    }
    auto const cls = c.cls(k);
    auto const* q = c.noun(k);
    bool const passes = cls == WordClass::preposition || cls == WordClass::adverb || c.word(k) == "else" || c.word(k) == "that";
    if (!passes && !q) return {};
    k = q ? std::max(q->last, k + 1) : k + 1;
  }
  return {};
}

std::optional<Cue> alone(Clause const& c, std::uint32_t i) {
  std::uint32_t tokens = 0;
  if (!has_shape(c, i, "alone", tokens) || i == c.first) return {};
  auto k = i - 1;
  while (k > c.first && (c.cls(k) == WordClass::adverb || c.cls(k) == WordClass::number || c.word(k) == "years")) --k;
  auto const* v = c.verb(k);
  static WordSet const is{"be", "remain", "stay", "stand", "prove", "make"};
  if (!v || v->has(negated) || v->has(non_finite) || !is.has(verb_of(c.token(v->head).word))) return {};
  if (denial_before(c, i) != Denial::none || is_asked(c, i)) return {};
  Cue cue;
  cue.left = subject_before(c, v->head);
  if (cue.left.empty()) return {};
  cue.at = {i, i + tokens};
  cue.superlative = true;
  cue.performance = true;
  return cue;
}

bool lasts(Clause const& c, Degree const& d, TokenRange right) {
  static WordSet const go{"last", "lasts", "run", "runs", "hold", "holds", "keep", "keeps", "endure", "endures"},
      those{"those", "that", "any", "every", "all", "anything"};
  static WordId const longer = find_word("longer");
  return d.last == d.first + 1 && d.first > c.first && c.token(d.first).word == longer && go.has(c.token(d.first - 1).word) &&
         those.has(c.token(right.first).word);
}

}  // namespace counterclaim::comparison
