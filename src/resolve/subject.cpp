#include "src/resolve/subject.hpp"

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/origin.hpp"
#include "src/resolve/topics.hpp"

namespace counterclaim {

Phrase const* Subjects::phrase_at(std::uint32_t token) const {
  auto const p = context.chunks.phrase_of[token];
  return p < 0 ? nullptr : &context.chunks.phrases[std::size_t(p)];
}
WordClass Subjects::cls(std::uint32_t i) const { return context.chunks.classes[i]; }
// "damage to the roof", "between Dorne and Tolland": the second of two names as the first.
bool Subjects::is_led(Phrase const& p) const {
  if (p.first == clause_first) return false;
  auto const before = cls(p.first - 1);
  if (before == WordClass::preposition || (before == WordClass::to && !p.has(proper))) return true;
  // "Tickets to the Odeon are $9"
  static WordSet const ways{"journey", "trip",  "ride",     "flight", "way", "road",  "route",
                            "line",    "drive", "crossing", "train",  "bus", "ferry", "distance"};
  if (before == WordClass::to && p.first >= clause_first + 2)
    if (auto const* q = phrase_at(p.first - 2); q && q->kind == PhraseKind::noun && q->first == clause_first &&
                                                !q->has(proper) && !ways.has(context.tokens.tokens[q->head].word))
      return true;
  // "The bill for holding the election"
  if (before == WordClass::ing_verb && p.first > clause_first + 2 && cls(p.first - 2) == WordClass::preposition) return true;
  if (before == WordClass::to && p.first > clause_first + 1)  // "sales by Orla to Velin"
    if (auto const* q = phrase_at(p.first - 2); q && q->kind == PhraseKind::noun && is_led(*q)) return true;
  if (before != WordClass::conjunction || p.first < clause_first + 2) return false;
  auto const* q = phrase_at(p.first - 2);
  static WordId const between = find_word("between");
  return q && q->kind == PhraseKind::noun && q->first > clause_first && context.tokens.tokens[q->first - 1].word == between;
}

// "There were salaries to pay": nobody does, whoever stands before.
bool Subjects::is_existential(Phrase const& verb) const {
  static WordSet const there{"there"};
  auto const& tokens = context.tokens.tokens;
  if (verb.first == clause_first || !there.has(tokens[verb.first - 1].word)) return false;
  auto const word = tokens[verb.head].word;
  return word != unknown_word && (word_info(word).forms & form_of_be) != 0;
}

Phrase const* Subjects::of(Phrase const& verb, Row row) const {
  if (is_existential(verb)) return nullptr;
  Phrase const* found = verb.has(non_finite) ? of_participle(verb) : nullptr;
  if (found) return found;
  bool const joined =
      verb.first > clause_first && (cls(verb.first - 1) == WordClass::conjunction || is_joined_over_aside(verb.first));
  for (auto i = before_speaker(verb.first); i > clause_first; --i) {
    auto const* p = phrase_at(i - 1);
    if (!p) {
      if (context.tokens.tokens[i - 1].is(TokenKind::comma) && found && !is_led(*found)) break;
      continue;
    }
    // "She first won", "was first elected", "The company itself hopes"
    static WordSet const emphatic{"itself", "himself", "herself", "themselves"};
    if (p->first + 1 == p->last && p->last == verb.first &&
        (is_first(p->first) || (i > clause_first + 1 && emphatic.has(context.tokens.tokens[p->first].word))))
      continue;
    // "Spending on roads rose": the verb that stands for a noun
    if (found && is_led(*found) && p->first == clause_first && p->last + 1 == found->first &&
        cls(p->head) == WordClass::ing_verb && p->last == p->first + 1)
      return p;
    if (p->kind == PhraseKind::verb && !p->has(non_finite)) {
      // "has a battery and weighs 190 grams", "began acting", "was first elected": the subject of the verb before.
      if (joined || follows(*p, verb)) {
        auto const* own = of(*p, Row::followed);
        return own || row == Row::followed ? own : shared(*p);  // "carries 40 GB, costs $90 and weighs …"
      }
      break;
    }
    if (joined) {
      i = p->first + 1;
      continue;
    }
    if (p->kind == PhraseKind::noun && context.covered[p->head] == 0) found = p;
    i = p->first + 1;
    if (found && found == p && !is_led(*p)) {
      // "The price of the chip rose": keep going only through prepositions, which the test above stops at.
      break;
    }
  }
  if (!found && resumes != 0 && verb.first == clause_first)
    if (auto const* p = phrase_at(resumes - 1); p && p->kind == PhraseKind::noun) return what_is_at(*p);
  if (!found) return nullptr;
  // "It would overtake Lindh to become the largest": it would
  if (verb.has(infinitive) && found->first > clause_first && found->last <= verb.first)
    if (auto const* won = phrase_at(found->first - 1); won && won->kind == PhraseKind::verb && won->last == found->first &&
                                                       !won->has(passive_voice) &&
                                                       context.tokens.tokens[won->head].begins(Category::comparison_verbs))
      return of(*won, Row::followed);
  // "The hospital in Dorne, Tolland was founded": the hospital
  if (auto const* p = what_is_at(*found); p != found && !is_led(*p) && !is_behind_verb(*p)) found = p;
  return before_apposition(*found, verb);
}

// "The last flight, the owner said, will be on Sunday", "the vote, said Ida Moor, comes in May": the comma that begins the
// words between; the verb itself where nobody speaks there.
std::uint32_t Subjects::before_speaker(std::uint32_t verb) const {
  constexpr std::uint32_t longest = 10;
  auto const& tokens = context.tokens.tokens;
  if (verb < clause_first + 5 || !tokens[verb - 1].is(TokenKind::comma)) return verb;
  bool spoken = false;
  for (auto i = verb - 1; i > clause_first + 1 && i + longest > verb; --i) {
    if (tokens[i - 1].is(TokenKind::comma)) return spoken && cls(i) != WordClass::wh ? i - 1 : verb;
    auto const* p = phrase_at(i - 1);
    if (!p || p->kind != PhraseKind::verb || p->head != i - 1) continue;
    if (spoken || p->has(non_finite) || !tokens[p->head].begins(Category::reporting_verbs)) return verb;
    spoken = true;
  }
  return verb;
}

// "sold 40 ships and, in May, bought 12"
bool Subjects::is_joined_over_aside(std::uint32_t verb) const {
  constexpr std::uint32_t longest = 6;
  auto const& tokens = context.tokens.tokens;
  if (verb < clause_first + 4 || !tokens[verb - 1].is(TokenKind::comma)) return false;
  for (auto i = verb - 2; i > clause_first && i + longest > verb; --i)
    if (tokens[i].is(TokenKind::comma)) return cls(i - 1) == WordClass::conjunction;
  return false;
}

bool Subjects::is_behind_verb(Phrase const& p) const {
  auto const* q = p.first > clause_first ? phrase_at(p.first - 1) : nullptr;
  return q && q->kind == PhraseKind::verb;
}

bool Subjects::is_first(std::uint32_t token) const {
  auto const w = text_of(context.tokens.tokens[token], context.article.view);
  return w == "first" || w == "last" || w == "next";
}

// Right behind a verb that passed its subject on, or a form of "be" with an adverb or "first" between them.
bool Subjects::follows(Phrase const& before, Phrase const& verb) const {
  static WordId const be = find_word("be");
  auto const word = context.tokens.tokens[before.head].word;
  if (word == unknown_word || be == unknown_word) return false;
  // "has so far received"
  if (verb.has(non_finite) && verb.first > before.last && verb.first <= before.last + 3 &&
      (word_info(word).forms & (form_of_have | form_of_be)) != 0) {
    auto i = before.last;
    while (i < verb.first && cls(i) == WordClass::adverb) ++i;
    if (i == verb.first) return true;
  }
  // "expects to ship", "is said to be adding", "began acting"
  if (verb.first == before.last && verb.has(infinitive)) return true;
  if (verb.first == before.last) return verb.has(non_finite) && before.has(past_tense) && light_kind(word) == "aspect";
  if (word_info(word).verb_lemma != be) return false;
  // "is due to open", "is likely to be sold"
  if (verb.has(infinitive) && verb.first == before.last + 1 && cls(before.last) == WordClass::adjective) return true;
  if (!verb.has(passive_voice)) return is_first(before.last);
  if (verb.first != before.last + 1) return false;
  auto const c = cls(before.last);
  return is_first(before.last) || c == WordClass::adverb || c == WordClass::adjective || c == WordClass::number;
}

Phrase const* Subjects::of_participle(Phrase const& verb) const {
  if (verb.has(infinitive)) return nullptr;
  auto const& tokens = context.tokens.tokens;
  auto const finite_at = [&](std::uint32_t i) {
    auto const* p = i < sentence.last ? phrase_at(i) : nullptr;
    return p && p->kind == PhraseKind::verb && !p->has(non_finite) ? p : nullptr;
  };
  if (verb.first == sentence.first) {
    for (auto i = verb.last; i + 2 < sentence.last; ++i) {
      if (!tokens[i].is(TokenKind::comma)) continue;
      auto const* p = phrase_at(i + 1);
      if (!p || p->kind != PhraseKind::noun || context.covered[p->head] != 0) continue;
      auto behind = p->last;
      for (int led = 0; led < 2 && behind + 1 < sentence.last && cls(behind) == WordClass::preposition; ++led) {
        auto const* q = phrase_at(behind + 1);
        if (!q || q->kind != PhraseKind::noun) break;
        behind = q->last;
      }
      while (behind < sentence.last && cls(behind) == WordClass::adverb) ++behind;
      if (finite_at(behind)) return p;
    }
    return nullptr;
  }
  if (cls(verb.first) != WordClass::ing_verb || !tokens[verb.first - 1].is(TokenKind::comma)) return nullptr;
  for (auto i = verb.first - 1; i > clause_first; --i)
    if (auto const* p = finite_at(i - 1)) return of(*p);
  return nullptr;
}

// "A new mill in Dorne, the company's third, opens": the mill.
Phrase const* Subjects::before_apposition(Phrase const& p, Phrase const& verb) const {
  auto const is_comma = [&](std::uint32_t i) { return context.tokens.tokens[i].is(TokenKind::comma); };
  if (p.first <= sentence.first + 1 || !is_comma(p.first - 1) || !is_comma(verb.first - 1)) return &p;
  // "Velin's chair, Ida Moor, hopes": Velin's
  auto const* own = phrase_at(p.first - 2);
  bool const of_firm = own && own->kind == PhraseKind::noun && own->first == sentence.first && !own->has(proper) && of_figure &&
                       sentence.holds(TokenKind::possessive) && context.name_of[own->first] >= 0 &&
                       kinds_of_noun(context.tokens, own->head, context.article.view) == a_person;
  if (p.has(proper) && context.name_of[p.first] >= 0) return of_firm ? own : &p;
  Phrase const* out = nullptr;
  for (auto i = p.first - 1; i > sentence.first; --i) {
    auto const* q = phrase_at(i - 1);
    if (!q || q->kind == PhraseKind::preposition) {
      if (is_comma(i - 1)) break;
      continue;
    }
    if (q->kind == PhraseKind::verb) return &p;
    out = q;
    i = q->first + 1;
    if (!(q->first > sentence.first && cls(q->first - 1) == WordClass::preposition)) break;
  }
  return out && (out->first == sentence.first || out->first == clause_first) ? out : &p;
}

Phrase const* Subjects::shared(Phrase const& verb) const {
  if (is_existential(verb)) return nullptr;
  auto i = verb.first;
  while (i > sentence.first && cls(i - 1) == WordClass::adverb) --i;
  if (i > sentence.first && cls(i - 1) == WordClass::conjunction) --i;  // ", and weighs"
  if (i == sentence.first || !context.tokens.tokens[i - 1].is(TokenKind::comma)) return nullptr;
  auto before = *this;  // the clause of the verb before, which this one goes on from
  before.clause_first = sentence.first, before.resumes = 0;
  for (; i > sentence.first; --i)
    if (auto const* p = phrase_at(i - 1); p && p->kind == PhraseKind::verb && !p->has(non_finite)) {
      // "Needs no oil, is quiet, and weighs": go on to the first
      if (p->first > sentence.first + 1 && context.tokens.tokens[p->first - 1].is(TokenKind::comma)) {
        i = p->first;
        continue;
      }
      auto const* own = before.of(*p, Row::followed);
      if (!own || context.tokens.tokens[own->head].has(in_quotes)) return nullptr;
      for (auto k = own->last; k < p->first; ++k)
        if (cls(k) == WordClass::wh) return nullptr;  // "a song by Brill, which won a prize, and was sold"
      return own;
    }
  return nullptr;
}

Phrase const* Subjects::before_relative() const {
  auto k = clause_first;
  if (k == sentence.first || (cls(k - 1) != WordClass::wh && cls(k) != WordClass::wh)) return nullptr;
  if (cls(k - 1) == WordClass::wh) --k;
  bool const of_person = text_of(context.tokens.tokens[k], context.article.view) == "who";
  while (k > sentence.first && (context.tokens.tokens[k - 1].is(TokenKind::comma) || cls(k - 1) == WordClass::preposition)) --k;
  if (k > sentence.first && context.tokens.tokens[k - 1].is(TokenKind::close_bracket))  // "the library (1996), which"
    while (k > sentence.first && !context.tokens.tokens[--k].is(TokenKind::open_bracket)) {
    }
  if (k == sentence.first) return nullptr;
  auto const* p = phrase_at(k - 1);
  if (!p || p->kind != PhraseKind::noun) return nullptr;
  // "a skater from Orl who won": the skater; "a hall near Orl that holds": the hall
  while (p->has(proper) && p->first > sentence.first + 1 && cls(p->first - 1) == WordClass::preposition &&
         (of_person || is_of_place(p->first - 1))) {
    auto const* q = phrase_at(p->first - 2);
    if (!q || q->kind != PhraseKind::noun || q->has(proper)) break;
    p = q;
  }
  return context.tokens.tokens[p->last].is(TokenKind::comma) ? what_is_at(*p) : p;
}

std::int32_t Subjects::main_of_which() const {
  static WordId const of = find_word("of");
  auto k = clause_first;
  if (k > sentence.first && cls(k - 1) == WordClass::wh) --k;
  if (k <= sentence.first || context.tokens.tokens[k - 1].word != of) return -1;
  auto const* p = phrase_at(sentence.first);
  return p && p->kind == PhraseKind::noun && p->last < k ? context.name_of[p->head] : -1;
}

Phrase const* Subjects::object_before(Phrase const& subject, Phrase const& verb, std::uint32_t mention) const {
  static WordSet const pronouns{"which", "that", "whom"};
  auto const& tokens = context.tokens.tokens;
  if (clause_first == sentence.first) return nullptr;
  auto const wh = pronouns.has(tokens[clause_first].word) ? clause_first : clause_first - 1;
  if (!pronouns.has(tokens[wh].word) || cls(wh) != WordClass::wh || subject.first != wh + 1) return nullptr;
  auto const* next = phrase_at(verb.last);
  return next && next->last <= mention && next->kind == PhraseKind::noun ? nullptr : before_relative();
}

std::uint32_t Subjects::object_behind(Phrase const& verb) const {
  static WordSet const verbs{"complain", "suffer", "die", "recover"}, leads{"of", "from"};
  auto const& t = context.tokens.tokens;
  auto const word = t[verb.head].word;
  bool const led = verb.last < sentence.last && leads.has(t[verb.last].word) && word != unknown_word &&
                   verbs.has(word_info(word).verb_lemma);
  return verb.last + (led ? 1 : 0);
}

bool Subjects::is_linked(Phrase const& p) const {
  for (auto i = p.first; i > sentence.first; --i)
    if (auto const* v = phrase_at(i - 1); v && v->kind == PhraseKind::verb)
      return light_kind(context.tokens.tokens[v->head].word) == "link";
  return false;
}

bool Subjects::is_another(Phrase const& p, bool relative) const {
  static WordId const one = find_word("one");
  auto const word = context.tokens.tokens[p.head].word;
  return relative && word == one && !is_linked(p);
}

Phrase const* Subjects::what_is_at(Phrase const& place) const {
  constexpr int most = 4;
  static WordId const of = find_word("of");
  auto const* p = &place;
  bool placed = false;  // by the last step: a preposition, and no comma
  for (int steps = 0; steps < most && p->has(proper) && p->first > sentence.first + 1; ++steps) {
    auto const before = p->first - 1;
    bool const comma = context.tokens.tokens[before].is(TokenKind::comma);
    bool const of_place = is_of_place(before), of_district = steps > 0 && context.tokens.tokens[before].word == of;
    auto const* q = comma || of_place || of_district ? phrase_at(before - 1) : nullptr;
    // "Quay House, in Dorne, Tolland, employs"
    if (!q && of_place && before > sentence.first + 1 && context.tokens.tokens[before - 1].is(TokenKind::comma))
      q = phrase_at(before - 2);
    // "Ida Moor of Dorne": Ida Moor
    if (auto const* of_name = context.tokens.tokens[before].word == of ? phrase_at(before - 1) : nullptr;
        of_name && of_name->has(proper) && context.name_of[of_name->head] >= 0)
      return of_name;
    if (!q || q->kind != PhraseKind::noun) break;
    if (!of_place && q->has(proper) == of_district) break;
    p = q, placed = of_place;
  }
  return p->has(proper) && !placed ? &place : p;
}

// "Headcount at Orla: 940"
Phrase const& Subjects::labelled(Phrase const& last) const {
  auto const* p = &last;
  while (p->has(proper) && p->first > sentence.first + 1 &&
         (cls(p->first - 1) == WordClass::preposition || cls(p->first - 1) == WordClass::to)) {
    auto const* q = phrase_at(p->first - 2);
    if (!q || q->kind != PhraseKind::noun || q->last + 1 != p->first || q->has(pronominal)) break;
    p = q;
  }
  return p->has(proper) || p->first != sentence.first ? last : *p;
}

std::int32_t Subjects::named_beside(Phrase const& subject, std::int32_t verb, MentionPlace const& at) const {
  auto const& tokens = context.tokens.tokens;
  auto const is_comma = [&](std::uint32_t i) { return i < sentence.last && tokens[i].is(TokenKind::comma); };
  auto const use = [&](std::int32_t name) -> NameUse const& { return context.names.uses[std::size_t(name)]; };
  auto const first = subject.first;
  auto behind = subject.last;
  // "Its supplier there, Marrow, runs"
  if (behind + 1 < sentence.last && cls(behind) == WordClass::adverb && is_comma(behind + 1)) ++behind;
  // "Reed, the new storage engine, writes", "Dunlow, champions of the county in three years, scored": the name before the
  // apposition, which ends with the phrase or, behind a name that leads the sentence, before the verb.
  if (first > sentence.first + 1 && is_comma(first - 1) && context.name_of[first - 2] >= 0) {
    auto const name = context.name_of[first - 2];
    auto const acts = verb >= 0 ? context.chunks.phrases[std::size_t(verb)].first : 0;
    // "sells the Marl 4, a card that holds"
    bool const relative = behind < sentence.last && cls(behind) == WordClass::wh && cls(first) == WordClass::determiner;
    if (relative || is_comma(behind) || (use(name).first == sentence.first && acts > behind && is_comma(acts - 1))) return name;
  }
  if (behind + 1 >= sentence.last) return -1;
  if (auto const name = called(context, subject); name >= 0) return name;
  // "Its new flagship, the Marrow 4, holds"
  if (is_comma(behind) && behind + 3 < sentence.last && cls(behind + 1) == WordClass::determiner &&
      context.name_of[behind + 2] >= 0 && is_comma(use(context.name_of[behind + 2]).last))
    return context.name_of[behind + 2];
  // "Its owner, the Danish group Marrow, bought"
  if (auto const* p = is_comma(behind) ? phrase_at(behind + 1) : nullptr;
      p && p->kind == PhraseKind::noun && p->first == behind + 1 && context.name_of[p->last - 1] >= 0 &&
      context.name_of[p->first] < 0 && is_comma(use(context.name_of[p->last - 1]).last))
    return context.name_of[p->last - 1];
  if (context.name_of[behind + 1] < 0)
    return context.word(behind) == "of" && !tokens[subject.head].begins(Category::nominals) ? name_in(behind + 1) : -1;
  auto const name = context.name_of[behind + 1];
  // "A larger one, Marrow 4, is to follow"
  if (is_comma(behind) && behind + 2 < sentence.last && is_comma(use(name).last)) return name;
  // "The mill in Dorne has 300 looms", "the mayor of Dorne": which one it is.
  return (is_of_place(behind) || context.word(behind) == "of") && behind != at.last ? name : -1;
}

std::int32_t Subjects::owned_beside(Phrase const& subject, std::int32_t verb, MentionPlace const& at) const {
  auto const& tokens = context.tokens.tokens;
  if (subject.has(proper) || subject.last + 1 >= sentence.last) return -1;
  if (!tokens[subject.last].is(TokenKind::comma) && cls(subject.last) != WordClass::adverb) return -1;
  bool owned = false;
  for (auto i = subject.first + 1; i < subject.last && !owned; ++i)
    owned = context.name_of[i - 1] >= 0 && (tokens[i].is(TokenKind::possessive) || i == subject.head);
  if (!owned || kinds_of_noun(context.tokens, subject.head, context.article.view) == a_person) return -1;
  return named_beside(subject, verb, at);
}

// "The extension of the new tram Line 4": the name that the phrase ends with.
std::int32_t Subjects::name_in(std::uint32_t token) const {
  auto const* p = phrase_at(token);
  return p && p->kind == PhraseKind::noun ? context.name_of[p->last - 1] : -1;
}

bool Subjects::qualifies(std::uint32_t i) const {
  return tells_origin(context, context.names.uses[std::size_t(context.name_of[i])]);
}

bool Subjects::is_of_place(std::uint32_t i) const {
  auto const w = text_of(context.tokens.tokens[i], context.article.view);
  return w == "in" || w == "at" || w == "near" || w == "on" || w == "outside";
}

Phrase const* Subjects::placed(Phrase const& verb, std::uint32_t rank) const {
  static WordSet const verbs{"rank", "place", "put", "rate", "list", "seed"};
  auto const* p = rank > sentence.first ? phrase_at(rank - 1) : nullptr;
  if (!p || p->kind != PhraseKind::noun || p->last != rank || p->first != verb.last || verb.has(passive_voice)) return nullptr;
  auto const& tokens = context.tokens.tokens;
  bool const ordinal = tokens[rank].begins(Category::ordinals) || tokens[rank].has(ordinal_suffix);
  auto const word = tokens[verb.head].word;
  return ordinal && word != unknown_word && verbs.has(word_info(word).verb_lemma) ? p : nullptr;
}

}  // namespace counterclaim
