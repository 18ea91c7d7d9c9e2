#include "grammar/attribution_works.hpp"

#include <algorithm>

#include "counterclaim/word_set.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

constexpr std::uint32_t reach = 14;  // tokens

bool is_finite(Phrase const* v) { return v && !v->has(non_finite); }
bool ends(Clause const& c, std::uint32_t i) {
  return i >= c.last || c.is(i, TokenKind::comma) || c.is(i, TokenKind::semicolon) || c.is(i, TokenKind::stop) ||
         c.is(i, TokenKind::quote);
}
std::string_view kind_at(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::sources, i);
  return m ? vocabulary(Category::sources)[std::size_t(m.row)].column[0] : std::string_view();
}
bool is_work(std::string_view kind) { return kind == "study" || kind == "work"; }

// A name that is no month.
bool has_maker(Clause const& c, TokenRange r) {
  for (auto i = r.first; i < r.last; ++i)
    if (c.cls(i) == WordClass::name && !c.token(i).begins(Category::date_names)) return true;
  return false;
}
// "the company": whoever it is, the article has named it.
bool is_known_maker(Clause const& c, Phrase const& p) {
  return has_maker(c, {p.first, p.last}) || (p.has(definite) && c.token(p.head).begins(Category::nominals));
}
bool has_owner(Clause const& c, Phrase const& p) {
  for (auto i = p.first + 1; i < p.last; ++i)
    if (c.is(i, TokenKind::possessive)) return has_maker(c, {p.first, i}) || p.has(definite);
  return false;
}

// Where the phrase of a work ends that says who made it: "a survey by Norra", "a poll of 900 nurses that Norra carried out"; 0
// where nobody is named.
std::uint32_t end_with_maker(Clause const& c, Phrase const& p) {
  if (has_maker(c, {p.first, p.head}) || has_owner(c, p)) return p.last;
  for (auto i = p.last; i + 1 < std::min(c.last, p.last + reach) && !ends(c, i); ++i) {
    auto const* next = c.noun(i + 1);
    bool const relative = c.cls(i) == WordClass::wh || c.word(i) == "that";
    if (!relative && is_finite(c.verb(i))) return 0;
    if (!next || next->first != i + 1 || !is_known_maker(c, *next)) continue;
    auto end = next->first + 1;  // "by Marlow Research 61 percent": the number begins what is told
    while (end < next->last && c.cls(end) != WordClass::number) ++end;
    if (one_of(c.word(i), {"by", "from"}) && has_maker(c, {next->first, end})) return end;
    if (one_of(c.word(i), {"by", "from"}) || (c.word(i) == "at" && has_maker(c, {next->first, next->last}))) return next->last;
    if (relative && c.verb(next->last)) return c.verb(next->last)->last;  // "that Norra carried out"
  }
  return 0;
}

// Nothing stands before it in its part of the sentence but what joins it.
bool opens(Clause const& c, std::uint32_t i) {
  if (i == c.first) return true;
  return ends(c, i - 1) || c.is(i - 1, TokenKind::dash) || c.is(i - 1, TokenKind::colon) ||
         c.is(i - 1, TokenKind::open_bracket) || c.cls(i - 1) == WordClass::conjunction;
}

// "from Norra", "out of a survey that Norra made": whom the figure comes from, behind the preposition at i.
TokenRange named_from(Clause const& c, std::uint32_t i) {
  auto const* p = c.noun(i + 1);
  if (!p || p->first != i + 1) return {};
  if (is_known_maker(c, *p) || has_owner(c, *p)) return {p->first, p->last};
  auto const end = is_work(kind_at(c, p->head)) ? end_with_maker(c, *p) : 0;
  return end > 0 ? TokenRange{p->first, end} : TokenRange{};
}

bool comes(Clause const& c, std::uint32_t i) {
  static WordSet const come{"come", "stem", "originate", "date", "derive", "go", "lead", "trace"};
  return c.token(i).word != unknown_word && come.has(word_info(c.token(i).word).verb_lemma);
}

// "is from", "comes from", "goes back to", "was calculated by": the preposition; 0 if the words say nothing of where it is
// from.
std::uint32_t preposition_of_origin(Clause const& c, std::uint32_t i) {
  static WordSet const make{"take",    "give",   "make",    "calculate", "compile", "measure", "estimate", "publish", "produce",
                            "provide", "supply", "collect", "gather",    "draw",    "derive",  "trace",    "work"};
  auto const* v = c.verb(i);
  if (!v || v->has(negated) || v->has(infinitive) || c.token(v->head).word == unknown_word) return 0;
  auto k = v->last;
  while (c.cls(k) == WordClass::adverb || one_of(c.word(k), {"back", "out", "up"})) ++k;
  auto const lemma = word_info(c.token(v->head).word).verb_lemma;
  auto const word = c.word(k);
  bool const from = word == "from" || (word == "of" && c.word(k - 1) == "out");
  if (is_form_of_be(c.token(v->head).word)) return from ? k : 0;
  if (v->has(passive_voice) || v->has(non_finite))
    return make.has(lemma) && (from || word == "by") ? k : v->has(passive_voice) ? 0 : comes(c, v->head) && from ? k : 0;
  return comes(c, v->head) && (from || word == "with" || (word == "to" && k > v->last)) ? k : 0;
}

}  // namespace

TokenRange named_work_before(Clause const& c, std::uint32_t verb) {
  if (!c.sentences[c.sentence].holds(bits_of(Category::sources))) return {};
  auto const stop = verb > c.first + reach ? verb - reach : c.first;
  for (auto k = verb; k-- > stop;) {
    auto const& t = c.token(k);
    if (t.is(TokenKind::semicolon) || t.is(TokenKind::quote)) break;
    if (!t.begins(Category::sources) || !is_work(kind_at(c, k))) continue;
    auto const* p = c.noun(k);
    if (!p || p->head != k || (p->first > c.first && c.cls(p->first - 1) == WordClass::preposition)) continue;
    auto const end = end_with_maker(c, *p);
    return end > 0 && end <= verb ? TokenRange{p->first, end} : TokenRange{};
  }
  return {};
}

bool names_journal(Clause const& c, std::uint32_t i) {
  constexpr std::uint32_t near = 6;  // tokens
  static WordSet const journals{"journal", "nature", "science", "lancet", "letters", "letter",   "review",
                                "reviews", "annals", "jama",    "bmj",    "cell",    "bulletin", "proceedings"};
  for (auto const end = std::min(c.last, i + near); i + 1 < end; ++i) {
    if (c.word(i) != "in") continue;
    auto const* p = c.noun(i + 1);
    if (!p) return false;
    for (auto k = p->first; k < p->last; ++k)
      if (c.token(k).word != unknown_word && journals.has(c.token(k).word)) return has_maker(c, {p->first, p->last});
  }
  return false;
}

std::optional<Provenance> told_by_work(Clause const& c, std::uint32_t i) {
  static WordSet const tells{"give", "promise", "find", "show", "count", "yield", "report", "record"};
  auto const* p = c.noun(i);
  if (!p || p->head != i) return {};
  auto const end = end_with_maker(c, *p);
  if (end == 0) return {};
  TokenRange const source{p->first, end};
  if (p->first > c.first && one_of(c.word(p->first - 1), {"in", "by", "from"})) {
    auto const led = p->first - 1;
    if (led != c.first) return {};
    return Provenance{{led, end}, source, {led, p->first}, false};
  }
  auto const* v = c.verb(end);
  if (!is_finite(v) || v->has(negated) || v->has(passive_voice) || c.token(v->head).word == unknown_word) return {};
  // "Norra's survey has it that"
  static WordId const have = find_word("have");
  auto const lemma = word_info(c.token(v->head).word).verb_lemma;
  if (lemma == have && c.word(v->last) == "it" && c.word(v->last + 1) == "that")
    return Provenance{{p->first, v->last + 2}, source, {v->first, v->last + 2}, false};
  auto k = v->last;
  while (c.cls(k) == WordClass::adverb || c.cls(k) == WordClass::preposition || c.cls(k) == WordClass::determiner) ++k;
  if (!tells.has(lemma) || c.cls(k) != WordClass::number) return {};
  return Provenance{{p->first, v->last}, source, {v->first, v->last}, false};
}

std::optional<Provenance> told_by(Clause const& c, std::uint32_t i) {
  static WordSet const verbs{"report", "reveal", "disclose", "estimate", "calculate", "forecast", "project", "predict"};
  auto const word = c.token(i).word;
  auto const* v = c.verb(i);
  if (c.word(i + 1) != "by" || word == unknown_word || !verbs.has(word_info(word).verb_lemma) || !v || v->has(negated))
    return {};
  auto const* p = c.noun(i + 2);
  if (!p || p->first != i + 2 || !is_known_maker(c, *p)) return {};
  return Provenance{{v->first, p->last}, {p->first, p->last}, {v->first, i + 2}, false};
}

namespace {

// "By Norra's count", "cost 9 million by the carrier's own count", "by its own reckoning".
std::optional<Provenance> by_own_count(Clause const& c, Phrase const& p) {
  if (p.first == c.first || !one_of(c.word(p.first - 1), {"by", "on"})) return {};
  bool own = false;
  auto owner = p.first;
  for (auto k = p.first; k < p.last; ++k) own = own || c.word(k) == "own";
  bool const pronoun = own && c.cls(p.first) == WordClass::possessive;
  if (!pronoun && !has_owner(c, p)) return {};
  bool const led = p.first == c.first + 1;
  if (!led && !ends(c, p.last)) return {};
  if (!led && !own && !ends(c, p.first - 2)) return {};
  while (!pronoun && !c.is(owner, TokenKind::possessive)) ++owner;
  return Provenance{{p.first - 1, p.last}, {p.first, pronoun ? p.first + 1 : owner}, {p.first - 1, p.first}, false};
}
// "The ministry's count stands at 3,100", "Management's figure for the damage is 9 million"
std::optional<Provenance> owners_figure(Clause const& c, Phrase const& p) {
  static WordSet const stand{"be", "stand", "come", "run"};
  static WordSet const heads{"management"};
  auto owner = p.first;
  while (owner < p.last && !c.is(owner, TokenKind::possessive)) ++owner;
  if (owner == p.last || p.first == owner || !(has_owner(c, p) || heads.has(c.token(owner - 1).word))) return {};
  if (!opens(c, p.first)) return {};
  auto k = p.last;
  for (auto const end = std::min(c.last, k + 8); k < end && !ends(c, k) && !c.verb(k);) ++k;  // "for the damage"
  auto const* v = c.verb(k);
  if (!is_finite(v) || v->has(negated) || c.token(v->head).word == unknown_word) return {};
  if (!stand.has(word_info(c.token(v->head).word).verb_lemma)) return {};
  k = v->last;
  while (c.cls(k) == WordClass::adverb || c.cls(k) == WordClass::preposition || c.word(k) == "to" ||
         c.is(k, TokenKind::currency))
    ++k;
  if (c.cls(k) != WordClass::number) return {};
  return Provenance{{p.first, v->last}, {p.first, owner}, {v->first, v->last}, false};
}

}  // namespace

std::optional<Provenance> told_of_figure(Clause const& c, std::uint32_t i) {
  auto const* p = c.noun(i);
  // "The number stems from": the verb read as a noun
  bool const merged = p && p->head == i + 1 && p->last == i + 2 && comes(c, i + 1);
  if (!p || (p->head != i && !merged)) return {};
  if (auto const told = by_own_count(c, *p)) return told;
  if (auto const told = owners_figure(c, *p)) return told;
  if (!opens(c, p->first)) return {};
  bool const aside = !p->has(definite);  // ", a number from Norra"
  auto k = p->last;
  if (c.word(k) == "that" || c.cls(k) == WordClass::wh) ++k;
  auto at = merged ? (one_of(c.word(k), {"from", "with"}) ? k : 0) : preposition_of_origin(c, k);
  if (at == 0 && aside && p->first > c.first)
    at = one_of(c.word(k), {"from", "by"}) ? k : c.word(k) == "out" && c.word(k + 1) == "of" ? k + 1 : 0;
  if (at == 0) return {};
  auto const source = named_from(c, at);
  if (source.empty()) return {};
  return Provenance{{p->first, source.last}, source, {p->first, source.first}, p->first == c.first && !aside};
}

}  // namespace counterclaim
