#include "src/align/happening.hpp"

#include <algorithm>
#include <cstdlib>

#include "counterclaim/align_again.hpp"
#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/another.hpp"

namespace counterclaim {
namespace {

constexpr Day one_story = 45;        // what is told later may have become true
constexpr int enough = 115;          // hundredths of rarity that must be shared
constexpr int enough_of_both = 80;   // where both the one who acts and what is acted on are among it
constexpr int one_day_to_come = 50;  // both say when, and it is still to come
constexpr int alike = 85;            // a synonym or of one family

bool is_word(Term const& t) { return t.role != TermRole::verb; }
bool is_object(Term const& t) { return t.role == TermRole::head || t.role == TermRole::modifier || t.role == TermRole::object; }

bool same_happening(Claim const& a, Claim const& b) {
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (t.role == TermRole::verb && u.role == TermRole::verb) {
        if (t.word == u.word) return true;
        if (((t.word | u.word) & unknown_bit) == 0 && word_info(t.word).family == word_info(u.word).family) return true;
      }
  return false;
}

// What stands around a claim: its sentence, and of what is hedged the words before it too.
std::string_view text_around(Article const& article, Claim const& c) {
  constexpr std::uint32_t before = 240;  // bytes
  auto const block = article.blocks[c.block].span.begin;
  auto const first =
      c.certainty == Certainty::hedged ? c.sentence.begin - std::min(c.sentence.begin - block, before) : c.sentence.begin;
  return std::string_view(article.view).substr(first, c.sentence.end - first);
}
// A word of the name will do: "Norra" for "Norra Motors".
bool names(std::string_view text, std::string_view name) {
  constexpr std::size_t least = 3;
  if (has_digit(name)) return text.find(name) != text.npos;  // "Orin 2" is not "Orin 3"
  for (std::size_t from = 0; from < name.size();) {
    auto const to = std::min(name.find(' ', from), name.size());
    if (to - from >= least && text.find(name.substr(from, to - from)) != text.npos) return true;
    from = to + 1;
  }
  return false;
}
using Names = std::span<std::string_view const>;
bool names_any(std::string_view text, Names list) {
  return std::any_of(list.begin(), list.end(), [&](auto name) { return names(text, name); });
}

// How far a word of what is stated stands for one of what is hedged, 0..100: "a blaze" is a fire.
int meant(std::uint32_t stated, std::uint32_t hedged) {
  constexpr int more_special = 70;
  if (int const like = likeness(stated, hedged); like >= alike) return like;
  return ((stated | hedged) & unknown_bit) == 0 && is_hypernym(hedged, stated) ? more_special : 0;
}

struct Shared {
  int subject = 0, object = 0, other = 0;
  int sum() const { return subject + object + other; }
};
Shared shared_words(Claim const& hedged, Claim const& flat, Rarity const& rarity) {
  Shared out;
  for (auto const& f : flat.terms) {
    if (!is_word(f)) continue;
    int best = 0;
    TermRole role = TermRole::sentence;
    for (auto const& h : hedged.terms) {
      if (!is_word(h)) continue;
      int const like = meant(f.word, h.word);
      if (like > best) best = like, role = h.role;
    }
    if (best == 0) continue;
    int const weight = rarity.word(f.word) * best / 100;
    if (role == TermRole::sentence || f.role == TermRole::clause)
      out.other += weight * 7 / 10;
    else
      (f.role == TermRole::subject ? out.subject : out.object) += weight;
  }
  return out;
}

std::uint32_t word_of(Claim const& c, TermRole role) {  // the last: a phrase ends with its noun
  std::uint32_t out = 0;
  for (auto const& t : c.terms)
    if (t.role == role) out = t.word;
  return out;
}
bool may_mean(std::uint32_t a, std::uint32_t b) {
  constexpr int near = 60;
  return likeness(a, b) >= near || meant(a, b) > 0 || meant(b, a) > 0;
}
// "Died" of one, "the deaths" of the other: is the word one of the row?
bool is_of_row(std::uint32_t row, std::uint32_t word) {
  if ((word & unknown_bit) != 0 || !begins(word_info(word), Category::concepts)) return false;
  Token t;
  t.word = word;
  t.categories = word_info(word).categories;
  bool found = false;
  for_each_phrase(Category::concepts, {&t, 1}, 0, 1, word_text(word),
                  [&](PhraseMatch m) { found = found || (concept_term | std::uint32_t(m.row)) == row; });
  return found;
}
bool knows(Claim const& c, std::uint32_t word) {
  return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) {
    return is_concept(t.word) ? is_of_row(t.word, word) : t.role != TermRole::modifier && may_mean(t.word, word);
  });
}
// "The deal", "the unit", "the end": any part of anything.
bool is_general(std::uint32_t word) {
  if ((word & unknown_bit) != 0) return false;
  auto const& w = word_info(word);
  return w.noun_field == lexname::group || w.noun_field == lexname::act || w.rank < 600;
}
// What narrows the objects is the same: "the tin-can arm", "the tin-can business".
bool narrowed_alike(Claim const& a, Claim const& b, Rarity const& rarity) {
  constexpr int much = 90;
  int sum = 0, words = 0;
  for (auto const& t : a.terms)
    for (auto const& u : b.terms)
      if (t.word == u.word && t.role == TermRole::modifier && is_word(u) && u.role != TermRole::subject)
        sum += rarity.word(t.word), ++words;
  return words >= 2 && sum >= much;
}
// "Support for maps", "support for charts".
bool complements_apart(Claim const& a, Claim const& b) {
  auto const of = [](Term const& t) { return t.role == TermRole::object; };
  auto const has = [&](Claim const& c) { return std::any_of(c.terms.begin(), c.terms.end(), of); };
  auto const met = [&](Claim const& c, Claim const& other) {
    return std::any_of(c.terms.begin(), c.terms.end(), [&](Term const& t) { return of(t) && knows(other, t.word); });
  };
  return has(a) && has(b) && !met(a, b) && !met(b, a);
}
// How rare the words of the object itself are that both have.
int object_words(Claim const& hedged, Claim const& flat, Rarity const& rarity) {
  int sum = 0;
  for (auto const& t : flat.terms)
    for (auto const& u : hedged.terms)
      if (t.word == u.word && is_word(u) && (t.role == TermRole::head || t.role == TermRole::modifier))
        sum += rarity.word(t.word);
  return sum;
}
// "Closes its school", "may close its mill": what one of them is said of, the other does not speak of.
bool objects_apart(Claim const& hedged, Claim const& flat, Rarity const& rarity) {
  auto const x = word_of(hedged, TermRole::head), y = word_of(flat, TermRole::head);
  if (x != 0 && y != 0 && may_mean(x, y)) {
    constexpr int telling = 120;  // of what it is need not be told
    return object_words(hedged, flat, rarity) < telling && complements_apart(hedged, flat);
  }
  bool const lost = y != 0 && !knows(hedged, y) && (x != 0 || !is_general(y));
  bool const missing = x != 0 && !knows(flat, x) && (y != 0 || !is_general(x));
  if (!lost && !missing) return false;
  if (x != 0 && y != 0 && is_general(x) && is_general(y)) return false;
  return !narrowed_alike(flat, hedged, rarity);
}
// "The fund is moving", where the office may move.
bool has_other_subject(Claim const& c, Claim const& than) {
  auto const s = word_of(c, TermRole::subject);
  bool const both = word_of(than, TermRole::subject) != 0 || !than.about.empty();
  if (s == 0 || !both || (s & unknown_bit) != 0 || knows(than, s)) return false;
  auto const& w = word_info(s);
  if (w.noun_field == lexname::group || w.noun_field == lexname::person) return false;
  auto const word = word_text(s);
  return std::none_of(c.about.begin(), c.about.end(), [&](auto name) { return lower(name).find(word) != std::string::npos; });
}

}  // namespace

std::vector<std::uint64_t> happening_keys(Claim const& c) {
  std::vector<std::uint64_t> out;
  for (auto const& t : c.terms) {
    if (t.role != TermRole::verb) continue;
    bool const row = is_concept(t.word);
    if (!row && &t != &c.terms.front()) break;  // a verb that has rows is met by them
    auto const verb = row ? t.word : word_info(t.word).family;
    for (auto const& u : c.terms)
      if (is_word(u))
        out.push_back((std::uint64_t(verb) << 32 | ((u.word & unknown_bit) != 0 ? u.word : word_info(u.word).family)) *
                      1099511628211ull);
  }
  return out;
}

char const* happening_gate(Claim const& a, Article const& of_a, Claim const& b, Article const& of_b, Rarity const& rarity,
                           int& strength) {
  if (!is_happening(a) || !is_happening(b)) return "no happening";
  if (a.certainty == b.certainty) return "alike certain";
  auto const& hedged = a.certainty == Certainty::hedged ? a : b;
  auto const& flat = &hedged == &a ? b : a;
  if (is_of_another(hedged) && !is_of_another(flat)) return "of another one";
  auto const& when_hedged = &hedged == &a ? of_a.date : of_b.date;
  auto const& when_flat = &hedged == &a ? of_b.date : of_a.date;
  if (!same_happening(hedged, flat)) return "another thing happens";
  bool const dated = when_hedged && when_flat;
  bool const one_date =
      a.period_stated && b.period_stated && !disjoint(a.days, b.days) && !a.days.is_unbounded() && !b.days.is_unbounded();
  bool const to_come = dated && one_date && std::min(a.days.to, b.days.to) > std::max(*when_hedged, *when_flat);
  if (dated && !to_come && std::abs(std::int64_t(*when_hedged) - *when_flat) > one_story) return "told at other times";
  if (flat.past && !hedged.past && (!dated || *when_flat > *when_hedged)) return "a possibility that came true";
  if (when_flat && !hedged.past && flat.period_stated && flat.days.to < *when_flat - one_story) return "of long ago";
  if (a.period_stated && b.period_stated && !a.vague && !b.vague && disjoint(a.days, b.days)) return "at other times";
  auto const around_a = text_around(of_a, a), around_b = text_around(of_b, b);
  auto const apart = [&](Names x, Names y) {
    return !x.empty() && !y.empty() && !names_any(around_b, x) && !names_any(around_a, y);
  };
  auto const numbered = [](Claim const& c, std::string_view text) {  // "Orin 2", of which the other says nothing
    auto const other = [&](auto name) { return has_digit(name) && text.find(name) == text.npos; };
    return std::any_of(c.scope.begin(), c.scope.end(), other) || std::any_of(c.about.begin(), c.about.end(), other);
  };
  if (apart(a.scope, b.scope) || apart(a.about, b.about) || (numbered(a, around_b) && numbered(b, around_a)))
    return "of other names";
  if (objects_apart(hedged, flat, rarity)) return "of other things";
  if (has_other_subject(hedged, flat) || has_other_subject(flat, hedged)) return "of others";
  auto const shared = shared_words(hedged, flat, rarity);
  strength = shared.sum() + (to_come ? one_day_to_come : 0);
  bool const both = shared.subject >= 30 && shared.object >= 30;
  if (strength < (both ? enough_of_both : enough)) return "nothing rare in common";
  // Of an object that is told no word may be shared but the one who acts.
  bool const has_object = std::any_of(flat.terms.begin(), flat.terms.end(), is_object);
  return has_object && shared.object + shared.other == 0 ? "of other things" : nullptr;
}

}  // namespace counterclaim
