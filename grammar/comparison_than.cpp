// What is written for "than", and what stands for the names behind it.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "grammar/comparison.hpp"
#include "grammar/word_class.hpp"

namespace counterclaim::comparison {

namespace {

// Does the noun phrase at i end its clause, so that no verb makes it a subject?
TokenRange lone_noun(Clause const& c, std::uint32_t i) {
  auto const chain = noun_chain_from(c, i);
  if (chain.empty() || c.noun(chain.first)->has(pronominal)) return {};
  auto k = chain.last;
  while (c.cls(k) == WordClass::adverb) ++k;
  auto const& end = c.token(chain.last - 1);  // "Velo owns" is no name
  bool const verbal = chain.last > chain.first + 1 && !end.has(capital) && end.word != unknown_word &&
                      (word_info(end.word).parts & PartOfSpeech::verb) != 0;
  bool const clause = verbal || c.verb(k) || c.cls(k) == WordClass::modal;
  return clause || c.token(chain.first).begins(Category::date_names) ? TokenRange{} : chain;
}

// A word written as a name stands a few words on at the most; where many follow, whatever they are.
bool may_be_named(Clause const& c, std::uint32_t i) {
  constexpr std::uint32_t reach = 24;
  for (auto const end = std::min(c.last, i + reach); i < end; ++i)
    if (c.token(i).has(capital) || c.token(i).is(TokenKind::code)) return true;
  return i < c.last;
}

// "quicker than both", "lighter than either of them": behind such a word at i; 0 if it leads a noun of its own.
std::uint32_t past_both(Clause const& c, std::uint32_t i) {
  if (!one_of(c.word(i), {"both", "either"})) return 0;
  if (c.word(i + 1) == "of" && one_of(c.word(i + 2), {"them", "these", "those"})) return i + 3;
  auto const* p = c.noun(i + 1);
  return p && p->first <= i + 1 && p->last > i + 1 ? 0 : i + 1;
}

}  // namespace

bool may_be_than(Clause const& c, std::uint32_t that) {
  return that > c.first && may_be_named(c, that + 1) && !c.verb(that - 1) && c.noun(that + 1) &&
         c.noun(that + 1)->first == that + 1;
}

bool is_than(Clause const& c, std::uint32_t i, Degree const& d) {
  auto const w = c.word(i);
  if (w == "than") return true;
  if (c.is(i + 1, TokenKind::comma) || d.bare) return false;
  if (w == "then") {
    if (d.last == i || c.word(i - 1) == "rather") return true;
    // "easier to install then Velo", "a better choice in most cases then Velo"
    auto const* v = c.verb(d.last);
    bool const infinite = v && v->has(infinitive) && v->last == i;
    for (auto k = d.last; k < i; ++k)
      if (c.is(k, TokenKind::comma) || (c.verb(k) && !infinite)) return false;
    auto const right = lone_noun(c, i + 1);
    return !right.empty() && c.is_name(right);
  }
  // "far faster that Velo": no clause follows ("clearer that Velo is fast", "a better car that Velo sells").
  if (w != "that" || d.last != i) return false;
  auto const right = lone_noun(c, i + 1);
  return !right.empty() && c.is_name(right) && !c.is(right.last, TokenKind::comma);
}

bool is_both(Clause const& c, TokenRange right) { return !right.empty() && past_both(c, right.first) != 0; }

bool each_of_both(Clause const& c, Cue const& read, std::vector<Cue>& all) {
  constexpr int phrases_back = 24, most = 2;
  if (!is_both(c, read.right)) return false;
  auto const* phrases = c.chunks->phrases;
  std::int32_t k = -1;
  for (auto i = std::min(read.left.first, read.at.first); i > c.first && k < 0;) k = c.chunks->phrase_of[--i];
  auto const before = all.size();
  for (int back = 0; k >= 0 && phrases[k].sentence == c.sentence && back < phrases_back; --k, ++back) {
    auto const& p = phrases[k];
    if (p.kind != PhraseKind::noun || p.has(pronominal) || !c.is_name({p.first, p.last})) continue;
    auto cue = read;
    cue.right = {p.first, p.last};
    all.push_back(cue);
    if (int(all.size() - before) == most) return true;
  }
  all.resize(before);
  return true;
}

}  // namespace counterclaim::comparison
