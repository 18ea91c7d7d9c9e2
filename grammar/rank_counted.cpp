#include "grammar/rank_counted.hpp"

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

constexpr int most_ahead = 20;  // "only 400 clinics are larger" is no place in an order

// "one", "two", "12": how many, 0 if token i says none.
int count_at(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::numerals, i);
  if (!m || m.tokens != 1) return 0;
  auto const v = parse_decimal(vocabulary(Category::numerals)[std::size_t(m.row)].column[0]);
  return v && v->is_whole() && *v >= Decimal(1) && *v <= Decimal(most_ahead) ? int(v->digits) : 0;
}

// "larger", "more grain": the last token of a comparison that says no "than".
std::uint32_t open_comparative(Clause const& c, std::uint32_t from) {
  bool verb = false;
  for (auto i = from; c.in(i) && i < from + 8; ++i) {
    auto const& t = c.token(i);
    verb |= c.verb(i) != nullptr;
    if (t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || c.cls(i) == WordClass::conjunction) return 0;
    auto const w = c.word(i);
    if (w == "later" || w == "earlier" || w == "longer" || w == "no" || w == "than") return 0;
    bool const more = w == "more" || w == "higher";
    if (!more && comparison::word_at(c, i).grade != comparison::Grade::comparative) continue;
    auto const last = more && c.noun(i + 1)                                  ? c.noun(i + 1)->last
                      : more && c.in(i + 1) && !c.is(i + 1, TokenKind::stop) ? i + 2
                                                                             : i + 1;
    for (auto k = last; c.in(k); ++k)
      if (c.word(k) == "than") return 0;
    return verb ? last : 0;
  }
  return 0;
}

enum class Whom : std::uint8_t { names, anybody };
// "Halden", "Halden, Arle and Orvel's Stack", "two others": how many, and where they end.
Ahead those_ahead(Clause const& c, std::uint32_t i, Whom whom = Whom::names) {
  Ahead out{0, i};
  while (c.in(out.last) && out.count < most_ahead) {
    auto k = out.last;
    if (out.count > 0) {
      if (c.is(k, TokenKind::comma)) ++k;
      if (c.word(k) == "and") ++k;
      if (k == out.last) break;
    }
    auto const* p = c.noun(k);
    if (!p || p->first != k || p->has(pronominal)) break;
    if (auto const count = count_at(c, k); count > 0 && out.count == 0 && p->head > k) return {count, p->last};
    if (!p->has(proper) && (whom == Whom::names || !p->has(definite) || p->has(plural))) break;
    ++out.count, out.last = p->last;
  }
  return out;
}

std::string_view verb_at(Clause const& c, std::uint32_t i) {
  return c.in(i) ? word_text(verb_of(c.token(i).word)) : std::string_view();
}

// What a complement that begins at token i is said of: "the outbreak is the county's", "making it the"; null if of nothing.
Phrase const* said_of_before(Clause const& c, std::uint32_t i) {
  static WordSet const links{"be", "become", "mark", "remain", "represent"};
  while (i > c.first && c.cls(i - 1) == WordClass::adverb) --i;
  auto const* v = i > c.first ? c.verb(i - 1) : nullptr;
  if (!v) {
    static WordSet const make{"make", "call"};
    auto const* object = i > c.first + 1 ? c.noun(i - 1) : nullptr;
    auto const* of = object && object->last == i && object->first > c.first ? c.verb(object->first - 1) : nullptr;
    return of && make.has(verb_of(c.token(of->head).word)) ? object : nullptr;
  }
  if (v->last != i || v->has(negated) || v->has(modal_verb) || !links.has(verb_of(c.token(v->head).word)) ||
      v->first == c.first)
    return nullptr;
  return c.noun(v->first - 1);
}

WordSet const& row_bounds() {
  static WordSet const words{"season", "career", "history", "record", "campaign", "reign", "far", "tour", "series"};
  return words;
}
// Asked before any phrase: may the words that bound a row stand somewhere behind i?
bool may_be_row(Clause const& c, std::uint32_t i) {
  static WordId const since = find_word("since");
  constexpr std::uint32_t reach = 48;
  auto const& bounds = row_bounds();
  for (auto const end = std::min(c.last, i + reach); i < end; ++i) {
    auto const& t = c.token(i);
    if (t.word == since || t.begins(Category::date_units) || bounds.has(t.word)) return true;
  }
  return i < c.last;
}

// "since 2010", "of the season", "to strike the coast this year", "in three months": where the words end that bound a row; `i`
// if none do.
std::uint32_t end_of_row(Clause const& c, std::uint32_t i) {
  constexpr std::uint32_t reach = 12;
  static WordSet const opens{"of", "in",     "to",   "since", "this", "that", "on",
                             "so", "within", "over", "from",  "by",   "for",  "at"};
  static WordId const since = find_word("since");
  auto const& bounds = row_bounds();
  if (!c.in(i) || !opens.has(c.token(i).word)) return i;
  for (auto k = i; c.in(k) && k < i + reach; ++k) {
    auto const& t = c.token(k);
    if (!t.is(TokenKind::word) && !t.is(TokenKind::figure) && !t.is(TokenKind::possessive)) return i;
    if (t.word == since && c.in(k + 1) && (c.is(k + 1, TokenKind::figure) || c.token(k + 1).begins(Category::date_names)))
      return k + 2;
    if (k > i && (t.begins(Category::date_units) || bounds.has(t.word))) return k + 1;
  }
  return i;
}

}  // namespace

Ahead excepted(Clause const& c, std::uint32_t at) {
  static WordSet const but{"bar", "but", "save", "except"}, behind{"after", "behind"};
  if (!c.in(at)) return {};
  auto const word = c.token(at).word;
  if (but.has(word)) {
    auto const count = count_at(c, at + 1);
    if (count > 0 && (!c.noun(at + 2) || c.noun(at + 2)->first <= at + 1)) return {count, at + 2};
  }
  if (!but.has(word) && !behind.has(word)) return {};
  auto const ahead = those_ahead(c, at + 1);
  // "after Brill left", "after Brill's fall"
  bool const goes_on = c.verb(ahead.last) || c.cls(ahead.last) == WordClass::possessive;
  return ahead.count == 0 || goes_on || c.verb(at + 1) ? Ahead{} : ahead;
}

std::optional<CountedRank> rank_behind(Clause const& c, std::uint32_t i) {
  static WordSet const nobody{"nothing", "nobody", "none", "no"}, places{"be", "rank", "come", "stand", "lie", "sit", "place"},
      outdone{"surpass", "exceed", "outdo",  "top",      "beat",    "better",   "eclipse",
              "outrank", "pass",   "outrun", "overtake", "outsell", "outstrip", "dwarf"};
  auto const verb_in = [&](std::uint32_t k, WordSet const& words) { return c.in(k) && words.has(verb_of(c.token(k).word)); };
  if (c.word(i) == "behind") {
    auto const ahead = those_ahead(c, i + 1);
    auto k = ahead.last;
    if (ahead.count == 0 || (c.word(k) != "and" && c.word(k) != "but")) return std::nullopt;
    if (c.word(++k) == "behind") ++k;
    if (!c.in(k) || !nobody.has(c.token(k).word)) return std::nullopt;
    k += c.word(k + 1) == "else" || c.word(k) == "no" ? 2 : 1;
    if (c.word(k) == "else") ++k;
    // "ranks, among the ports of the country, behind Halden and behind nothing else": from its verb on
    auto first = i;
    for (auto b = i; b > c.first && b + 12 > i;) {
      if (verb_in(--b, places)) first = b;
      if (first == b || c.verb(b)) break;
    }
    return CountedRank{{first, k}, {k, k}, ahead.count + 1};
  }
  if (i <= c.first || !c.in(i + 1)) return std::nullopt;
  auto first = i, from = i + 1;
  auto whom = Whom::anybody;
  if (verb_at(c, i - 1) == "trail") {
    first = i - 1;
  } else if (c.word(i - 1) == "behind") {
    first = i - 1, whom = Whom::names;
  } else if (c.word(i + 1) == "behind" && verb_in(i - 1, places)) {
    from = i + 2, whom = Whom::names;
  } else if (c.word(i + 1) == "by" && verb_in(i - 1, outdone)) {
    first = i - 1, from = i + 2;
  } else if (c.word(i - 1) == "by" && i >= c.first + 2 && verb_in(i - 2, outdone)) {
    first = i - 2;
  } else {
    return std::nullopt;
  }
  auto const ahead = those_ahead(c, from, whom);
  if (ahead.count == 0) return std::nullopt;
  return CountedRank{{first, ahead.last}, {ahead.last, ahead.last}, ahead.count + 1};
}

std::optional<CountedRank> counted_rank(Clause const& c, std::uint32_t i) {
  auto const w = c.word(i);
  if (w == "second" && c.word(i + 1) == "only" && c.word(i + 2) == "to") {
    auto const ahead = noun_chain_from(c, i + 3);
    if (ahead.empty()) return std::nullopt;
    return CountedRank{{i, i + 3}, {ahead.last, ahead.last}, 2};
  }
  if (w != "only" && w != "just") return std::nullopt;
  auto const count = count_at(c, i + 1);
  // "Only Halden handles more grain than Norvik": of what stands behind "than", the mention's last word
  if (auto const named = count == 0 ? those_ahead(c, i + 1) : Ahead{}; named.count > 0 && c.verb(named.last)) {
    constexpr std::uint32_t reach = 12;
    bool more = false;
    for (auto k = named.last; k < named.last + reach && c.in(k) && !c.is(k, TokenKind::comma); ++k) {
      if (c.word(k) == "than" && more) return CountedRank{{i, k + 1}, {k, k}, named.count + 1};
      more |= c.word(k) == "more" || comparison::word_at(c, k).grade == comparison::Grade::comparative;
    }
    return std::nullopt;
  }
  auto const* p = count > 0 ? c.noun(i + 1) : nullptr;
  if (!p || p->first > i + 1 || word_info(c.token(p->head).word).noun_field == 28) return std::nullopt;  // 28: a time
  auto const end = open_comparative(c, p->last);
  // "Only two bridges in the county are longer than the Orvel Bridge"
  constexpr std::uint32_t reach = 12;
  bool more = false;
  for (auto k = p->last; end == 0 && k < p->last + reach && c.in(k) && !c.is(k, TokenKind::comma); ++k) {
    if (c.word(k) == "than" && more)
      return c.is_name(noun_chain_from(c, k + 1)) ? std::optional(CountedRank{{i, k + 1}, {i + 2, k}, count + 1})
                                                  : std::nullopt;
    more = comparison::word_at(c, k).grade == comparison::Grade::comparative && c.verb(k - 1) != nullptr;
  }
  // "The county has only two longer bridges"
  static WordSet const sizes{"longer", "larger", "bigger", "taller", "higher", "wider", "deeper"};
  auto const* has = i > c.first ? c.verb(i - 1) : nullptr;
  if (end == 0 && p->first <= i + 1 && p->head > i + 2 && sizes.has(c.token(i + 2).word) && has &&
      is_form_of_have(c.token(has->head).word) && !has->has(negated))
    return CountedRank{{i, p->last}, {i + 2, p->last}, count + 1};
  if (end == 0) return std::nullopt;
  return CountedRank{{i, i + 2}, {i + 2, end}, count + 1};
}

std::optional<CountedRank> rank_of_row(Clause const& c, std::uint32_t i, std::uint32_t behind) {
  static WordId const the = find_word("the");
  static WordSet const passing{"time", "day",   "year", "month", "week",  "half",   "quarter", "place", "hour", "century",
                               "hand", "floor", "term", "round", "party", "degree", "person",  "part",  "set",  "decade"};
  if (i < c.first + 2 || !may_be_row(c, behind) || (c.token(i - 1).word != the && c.cls(i - 1) != WordClass::possessive))
    return std::nullopt;
  auto const* p = c.noun(i);
  auto first = p ? std::min(p->first, i - 1) : i - 1;
  auto const* subject = said_of_before(c, first);
  if (!subject) return std::nullopt;
  bool const told = p && p->head >= behind;
  if (told) {
    auto const head = c.token(p->head).word;
    if (p->has(plural) || head == unknown_word || passing.has(word_info(head).noun_lemma) || c.token(p->head).has(capital))
      return std::nullopt;
  } else if (c.cls(i - 1) != WordClass::possessive || subject->has(pronominal)) {
    return std::nullopt;
  }
  auto const from = told ? p->last : behind;
  auto const end = end_of_row(c, from);
  if (end == from) return std::nullopt;
  return CountedRank{{i, end}, told ? TokenRange{behind, end} : TokenRange{subject->first, subject->last}, 0};
}

}  // namespace counterclaim
