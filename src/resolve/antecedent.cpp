#include "src/resolve/antecedent.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/employers.hpp"
#include "src/resolve/origin.hpp"
#include "src/resolve/somebody_else.hpp"

namespace counterclaim {
namespace {

// "In Orvel's survey it came second", "In the Orvel poll it came second": a name that tells where is not "it".
bool tells_where(Context const& c, NameUse const& use) {
  return tells_origin(c, use) || (use.last < c.tokens.tokens.size() && c.tokens.tokens[use.last].is(TokenKind::possessive)) ||
         is_led(c, use);
}

// "Ida Moor, chief executive of Orla, said the company": whom a person works for.
bool is_employer(Context const& c, NameUse const& use) {
  if (use.first < 2 || c.word(use.first - 1) != "of") return false;
  return kinds_of_noun(c.tokens, use.first - 2, c.article.view) == a_person;
}

// "He", "she": somebody who was named before.
bool is_person(std::string_view word) { return word == "He" || word == "She" || word == "he" || word == "she"; }

std::string_view nominal(Context const& c, std::uint32_t token, std::size_t column) {
  auto const m = match_phrase(Category::nominals, c.tokens.tokens, token, token + 1, c.article.view);
  return m ? vocabulary(Category::nominals)[std::size_t(m.row)].column[column] : std::string_view();
}
std::string_view kind_of(Context const& c, Phrase const& p) { return nominal(c, p.head, 0); }
bool is_body(Context const& c, std::uint32_t token) { return nominal(c, token, 1) == "body"; }

// "The company" is whoever makes the Harrier 3, "the database" what Kestrel makes.
std::string_view of_its_kind(Context const& c, Phrase const* subject, std::string_view found) {
  if (!subject || subject->has(pronominal) || found.empty()) return found;
  return kind_of(c, *subject) == "organization" ? maker_of(c, found) : found;
}

// "Harrow Bridge", "Line 4", "University of Orvel"
bool is_headed_by(Context const& c, NameUse const& use, WordId noun) {
  if (use.last <= use.first + 1) return false;
  auto const& t = c.tokens.tokens;
  if (t[use.last - 1].word == noun) return true;
  return t[use.first].word == noun && (c.word(use.first + 1) == "of" || !t[use.first + 1].is(TokenKind::word));
}

// The common noun by which a subject tells what it is ("the company", "the company's price"): a token, 0 if there is none.
std::uint32_t noun_of(Context const& c, Phrase const* subject) {
  if (!subject || subject->has(pronominal)) return 0;
  auto const& t = c.tokens.tokens;
  if (c.tokens.sentences[subject->sentence].holds(TokenKind::possessive))
    for (auto i = subject->first + 1; i < subject->last; ++i)
      if (t[i].is(TokenKind::possessive) && (t[i - 1].begins(Category::nominals) || c.descriptions.has(t[i - 1].word)))
        return i - 1;
  return c.chunks.classes[subject->first] == WordClass::possessive ? 0 : subject->head;
}
// NameKind bits of what a subject may stand for.
std::uint8_t wanted(Context const& c, Phrase const* subject, std::uint32_t noun) {
  static WordSet const things{"it", "its"}, answerers{"we", "our"};
  if (!subject) return anything;
  auto const& first = c.tokens.tokens[subject->first];
  if (things.has(first.word)) return anything & ~a_person;
  if (c.interview && answerers.has(first.word)) return an_organization;
  if (is_person(text_of(first, c.article.view))) return a_person;
  auto const kinds = noun != 0 ? kinds_of_noun(c.tokens, noun, c.article.view) : 0;
  return kinds != 0 ? kinds : noun != 0 ? anything & ~a_person : anything;
}

// "Orla, a bank, grew. Brill fell. The bank has 40 branches": of what the article calls so, the one it spoke of last.
std::string_view described(Context const& c, MentionPlace const& at, WordId noun) {
  constexpr int reach = 40;  // names
  if (!c.descriptions.has(noun)) return {};
  auto const& uses = c.names.uses;
  auto u = std::lower_bound(uses.begin(), uses.end(), at.first, [](NameUse const& use, auto t) { return use.first < t; });
  for (int n = 0; n < reach && u != uses.begin(); ++n)
    if (c.descriptions.has(noun, (--u)->name)) return c.names.names[u->name];
  return {};
}

// "In March, Orla hired", "Founded in 2021 in Dorne, Orla has", "The new owner, Orla, paid": the name before the verb, behind a
// comma.
bool acts(Context const& c, NameUse const& use) {
  auto const& t = c.tokens.tokens;
  auto const& s = c.tokens.sentences[use.sentence];
  if (use.first < s.first + 3 || use.last >= s.last) return false;
  auto const begin = use.first - (c.chunks.classes[use.first - 1] == WordClass::determiner ? 1 : 0);
  if (!t[begin - 1].is(TokenKind::comma)) return false;
  static WordId const ai = find_word("ai");  // "Orla AI has"
  auto i = use.last + (t[use.last].word == ai ? 1 : 0);
  if (i < s.last && (c.chunks.classes[i] == WordClass::adverb || t[i].is(TokenKind::comma))) ++i;
  auto const p = i < s.last ? c.chunks.phrase_of[i] : -1;
  if (p < 0) return false;
  auto const& v = c.chunks.phrases[std::size_t(p)];
  return v.kind == PhraseKind::verb && !v.has(non_finite) && !t[v.head].begins(Category::reporting_verbs);
}

// "His card is an Argent 6": the name of what the sentence is about.
bool is_predicate(Context const& c, NameUse const& use) {
  auto i = use.first;
  auto const begin = c.tokens.sentences[use.sentence].first;
  if (i > begin && c.chunks.classes[i - 1] == WordClass::determiner) --i;
  static WordSet const calls{"called", "named", "dubbed"};
  auto const word = i > begin + 1 ? c.tokens.tokens[i - 1].word : unknown_word;
  return word != unknown_word && ((word_info(word).forms & form_of_be) != 0 || calls.has(word));
}

// The first finite verb there.
Phrase const* verb_between(Context const& c, std::uint32_t first, std::uint32_t last) {
  for (auto i = first; i < last; ++i)
    if (auto const p = c.chunks.phrase_of[i]; p >= 0)
      if (auto const& v = c.chunks.phrases[std::size_t(p)]; v.kind == PhraseKind::verb && !v.has(non_finite)) return &v;
  return nullptr;
}

// "Orla showed the Marl One. It weighs": the Marl One; not so "It employs".
bool is_launched(Context const& c, NameUse const& use, Phrase const& it) {
  static WordSet const of_firms{"employ", "hire",  "report", "earn", "expect", "plan", "own",    "say",   "hope", "want",
                                "make",   "found", "post",   "book", "raise",  "sell", "invest", "build", "buy",  "aim"};
  if (!names_model(c, use.name) || !is_brought_out(c, use)) return false;
  auto const* verb = verb_between(c, it.last, c.tokens.sentences[it.sentence].last);
  auto const word = verb ? c.tokens.tokens[verb->head].word : unknown_word;
  return word == unknown_word || !of_firms.has(word_info(word).verb_lemma);
}

// "Orla bought Brill. The company paid": who did it, named where the sentence begins.
bool is_done_to(Context const& c, NameUse const& use, NameUse const& before) {
  if (before.sentence != use.sentence || before.first != c.tokens.sentences[use.sentence].first || tells_where(c, before))
    return false;
  auto const* verb = verb_between(c, before.last, use.first);  // not "Ida Moor joined Brill"
  return verb && word_info(c.tokens.tokens[verb->head].word).verb_field == lexname::possession_verb;
}

// "Orla needs Brill 3. It costs": Orla; not so "Orla sells the Brill 3".
bool is_used_by_first(Context const& c, NameUse const& use) {
  static WordSet const verbs{"need", "require", "use", "replace", "succeed", "follow", "support", "want", "match"};
  auto const first = c.tokens.sentences[use.sentence].first;
  if (c.name_of[first] < 0) return false;
  auto const* verb = verb_between(c, first, use.first);
  if (!verb) return false;
  auto const& t = c.tokens.tokens[verb->head];
  return t.begins(Category::comparison_verbs) || (t.word != unknown_word && verbs.has(word_info(t.word).verb_lemma));
}

// What the sentence before, of the same block, began with where that is a product without its name.
std::string_view product_before(Context const& c, std::uint32_t sentence) {
  auto const& before = c.tokens.sentences[sentence - 1];
  if (before.block != c.tokens.sentences[sentence].block || before.first == before.last) return {};
  auto const p = c.chunks.phrase_of[before.first];
  if (p < 0) return {};
  auto const& begun = c.chunks.phrases[std::size_t(p)];
  if (begun.kind != PhraseKind::noun || !begun.has(definite) || begun.has(pronominal) || begun.has(plural) || begun.has(proper))
    return {};
  if (c.chunks.classes[begun.first] != WordClass::determiner) return {};
  if (kinds_of_noun(c.tokens, begun.head, c.article.view) != a_product) return {};
  for (auto i = begun.first; i < begun.last; ++i)
    if (c.name_of[i] >= 0) return {};
  if (auto const name = called(c, begun); name >= 0) return c.names.names[c.names.uses[std::size_t(name)].name];
  return antecedent(c, {{}, before.first, before.first + 1, sentence - 1}, &begun);
}

// "The terminal has three berths: Berth A takes 900 cars, Berth B 600. It handles": none of the parts that the sentence before
// tells of the thing that it begins with.
bool lists_parts(Context const& c, std::uint32_t sentence) {
  if (sentence == 0) return false;
  auto const& before = c.tokens.sentences[sentence - 1];
  if (before.block != c.tokens.sentences[sentence].block || before.first == before.last) return false;
  auto const p = c.chunks.phrase_of[before.first];
  if (p < 0) return false;
  auto const& begun = c.chunks.phrases[std::size_t(p)];
  if (begun.kind != PhraseKind::noun || !begun.has(definite) || begun.has(pronominal) || begun.has(plural)) return false;
  std::uint32_t first = UINT32_MAX;
  for (auto i = before.first; i < before.last; ++i) {
    if (c.name_of[i] < 0) continue;
    auto const name = c.names.uses[std::size_t(c.name_of[i])].name;
    if (i < begun.last) return false;
    if (first != UINT32_MAX && name != first) return true;
    first = name;
  }
  return false;
}

// "I know people at Orla. The company …": nobody means what the text names only later.
bool is_named_before(Context const& c, std::string_view name, std::uint32_t token) {
  for (auto const& use : c.names.uses) {
    if (use.first >= token) return false;
    if (c.names.names[use.name] == name) return true;
  }
  return false;
}

// Whom "it" or "the company" means, whatever it is.
std::string_view nearest_name(Context const& c, MentionPlace const& at, Phrase const* subject, std::uint8_t want,
                              bool& passed) {
  auto const fits = [&](NameUse const& u) {
    auto const kinds = c.descriptions.kinds[u.name];
    return kinds == 0 || (kinds & want) != 0;
  };
  auto const& uses = c.names.uses;
  auto const& sentence = c.tokens.sentences[at.sentence];
  auto const past =
      std::lower_bound(uses.begin(), uses.end(), sentence.first, [](NameUse const& u, std::uint32_t t) { return u.first < t; });
  // "Today it is the Reed engine, and it writes": a name that the sentence had before, but no agency's in its dateline.
  if (subject)
    for (auto u = past; u != uses.end() && u->last <= subject->first; ++u)
      if (u->sentence == at.sentence && fits(*u) && (is_employer(c, *u) || !tells_where(c, *u)) &&
          !c.tokens.tokens[u->first].has(in_brackets))
        return c.names.names[u->name];
  // "The line opens in May. It has 12 stops": the line's own name.
  bool const of_pronoun = subject && subject->has(pronominal);
  if (of_pronoun && at.sentence > 0 && !is_person(text_of(c.tokens.tokens[subject->first], c.article.view)))
    if (auto const& before = c.tokens.sentences[at.sentence - 1]; before.block == sentence.block && before.first < before.last)
      if (auto const p = c.chunks.phrase_of[before.first]; p >= 0)
        if (auto const& begun = c.chunks.phrases[std::size_t(p)]; begun.has(definite) && begun.last == begun.first + 2) {
          if (auto const name = namesake(c, at.sentence - 1, begun.head); !name.empty()) return name;
          // "The company employs 300 people in Dorne. It was founded": the company
          bool const heads = begun.last < before.last && c.chunks.classes[begun.last] == WordClass::finite_verb;
          if (heads && kinds_of_noun(c.tokens, begun.head, c.article.view) == an_organization)
            if (auto const name = antecedent(c, {{}, begun.first, begun.last, at.sentence - 1}, &begun); !name.empty())
              return name;
        }
  // "The new card is its second. It has 96 GB": the card
  if (of_pronoun && at.sentence > 0)
    if (auto const name = product_before(c, at.sentence); !name.empty()) return name;
  // "Ida Moor is a potter. She held the Hale Chair. She left": what a sentence about her names is not she; "it" likewise.
  static WordId const it = find_word("it");
  auto const is_he = [&](Token const& t) { return is_person(text_of(t, c.article.view)); };
  bool const of_it = subject && c.tokens.tokens[subject->first].word == it;
  bool const of_person = subject && is_he(c.tokens.tokens[subject->first]);
  auto const alike = [&](Token const& t) { return (of_it && t.word == it) || (of_person && is_he(t)); };
  std::uint32_t reach = 3;
  std::string_view nearest, product;
  bool const of_list = of_pronoun && lists_parts(c, at.sentence);
  for (auto u = past; u != uses.begin();) {
    --u;
    auto const& s = c.tokens.sentences[u->sentence];
    if (s.block != sentence.block || u->sentence + reach < at.sentence) break;
    if (u->sentence != at.sentence && alike(c.tokens.tokens[s.first]) && !(of_it && is_predicate(c, *u))) {
      reach = at.sentence - u->sentence + 3;
      continue;
    }
    if (tells_origin(c, *u)) continue;
    if (want == a_product && product.empty() && is_product(c, *u)) product = c.names.names[u->name];
    if (want == an_organization && u != uses.begin() && fits(*(u - 1)) && is_done_to(c, *u, *(u - 1))) continue;
    if (!fits(*u)) {
      if (want == an_organization)  // "Ida Moor runs Orla. … Moor is tired. The company"
        if (auto const firm = employer_of(c, u->name); !firm.empty()) return firm;
      passed = true;
      if (nearest == c.names.names[u->name]) nearest = {};
      continue;
    }
    // "the east wing, Harrow Hall of Orvel House": the hall
    bool const of_another =
        u != uses.begin() && (u - 1)->sentence == u->sentence && u->first == (u - 1)->last + 1 && c.word((u - 1)->last) == "of";
    // "Ida Moor, who came from Brill. She"; "What can one say about Ida Moor? She"
    bool const aside = of_list || (want == a_person && is_led(c, *u) && c.word(u->first - 1) != "about");
    if (u->sentence + 1 == at.sentence && nearest.empty() && !of_another && !aside) nearest = c.names.names[u->name];
    // "Analysts at Brook Street expect more. The company hopes": it is not where somebody is; "the plant in Dorne. Its lines"
    // "Brill – The Dorne bank grew. It has 40 branches"
    if (u->first < s.first + 4 && u->first > s.first)
      if (auto const lead = lead_name(c, sentence.block); lead >= 0 && uses[std::size_t(lead)].first == s.first)
        return c.names.names[uses[std::size_t(lead)].name];
    bool const owned = subject && c.chunks.classes[subject->first] == WordClass::possessive;
    if (of_pronoun && !owned && is_launched(c, *u, *subject)) return c.names.names[u->name];
    if ((u->first < s.first + 4 && !(of_pronoun && is_used_by_first(c, *u)) && (owned || !tells_where(c, *u))) || acts(c, *u) ||
        (nearest.empty() && is_predicate(c, *u)) || (want == an_organization && u->first == s.first))
      return c.names.names[u->name];
  }
  // "The outbreak began in the Harrow Wing. It has 144 beds."
  if (!nearest.empty() && subject && subject->has(pronominal)) return nearest;
  if (!product.empty()) return product;
  auto const topic = topic_that_is(c, sentence.block, want);
  if (!nearest.empty() && !is_named_before(c, topic, at.first)) return nearest;
  if (want != a_person) return topic;
  auto const place = c.descriptions.place(topic);
  if (place && c.descriptions.kinds[*place] == a_person) return topic;
  auto const person = person_before(c, std::uint32_t(past - uses.begin()));
  return person.empty() ? topic : person;
}

// What the article calls by the noun, where it calls the name that stands nearest something else.
std::string_view called_so(Context const& c, MentionPlace const& at, WordId noun, std::string_view nearest) {
  static WordSet const general{"company", "firm", "group", "business", "maker", "giant", "one"};
  auto const name = general.has(noun) ? std::string_view() : described(c, at, noun);
  if (name.empty() || name == nearest) return name;
  if (auto const place = c.descriptions.place(nearest); place && c.descriptions.described[*place]) return name;
  return has_digit(nearest) || nearest == c.first_topic(c.tokens.sentences[at.sentence].block) ? name : std::string_view();
}

// "Orla launched the Marl 4. Orla grew. The card costs $90": the name before that can be what the subject says it is, where
// the one that stands nearest cannot.
std::string_view of_kind(Context const& c, MentionPlace const& at, std::uint8_t want, std::string_view nearest, bool passed) {
  constexpr int reach = 40;  // names
  if (want != a_product && want != an_organization) return {};
  auto const& names = c.names.names;
  auto const place = c.descriptions.place(nearest);
  if (!place) return {};
  auto const kinds = c.descriptions.kinds[*place];
  if ((kinds == 0 && !passed) || (kinds & want) != 0 || (has_digit(nearest) && want == a_product)) return {};
  auto const& uses = c.names.uses;
  auto u = std::lower_bound(uses.begin(), uses.end(), at.first, [](NameUse const& use, auto t) { return use.first < t; });
  for (int n = 0; n < reach && u != uses.begin(); ++n) {
    --u;
    if ((c.descriptions.kinds[u->name] & want) != 0 || (want == a_product && is_product(c, *u))) return names[u->name];
  }
  return {};
}

}  // namespace

std::string_view of_two(Context const& c, MentionPlace const& at, Phrase const& p) {
  static WordId const former = find_word("former"), latter = find_word("latter");
  auto const word = p.first + 1 < p.last ? c.tokens.tokens[p.first + 1].word : unknown_word;
  if ((word != former && word != latter) || c.chunks.classes[p.first] != WordClass::determiner) return {};
  auto const& tokens = c.tokens.tokens;
  if (p.first + 2 < p.last && !tokens[p.first + 2].is(TokenKind::possessive)) return {};
  auto const& uses = c.names.uses;
  auto u = std::lower_bound(uses.begin(), uses.end(), p.first, [](NameUse const& use, auto t) { return use.first < t; });
  std::string_view names[2];  // the later one first
  while (u != uses.begin()) {
    --u;
    auto const& s = c.tokens.sentences[u->sentence];
    if (s.block != c.tokens.sentences[at.sentence].block || u->sentence + 1 < at.sentence) break;
    auto const name = c.names.names[u->name];
    if (name == names[0] || name == names[1] || c.descriptions.kinds[u->name] == a_person) continue;
    if (!names[1].empty()) return {};
    names[names[0].empty() ? 0 : 1] = name;
  }
  return names[1].empty() ? std::string_view() : names[word == latter ? 0 : 1];
}

std::string_view antecedent(Context const& c, MentionPlace const& at, Phrase const* subject) {
  if (subject && means_another(c, *subject)) return {};
  if (auto const name = publisher_meant(c, subject); !name.empty()) return name;
  if (subject && !subject->has(pronominal) && is_somebodys_place(c, *subject)) return {};
  auto const noun = noun_of(c, subject);
  auto const want = wanted(c, subject, noun);
  bool passed = false;  // a name that is something else
  auto const found = nearest_name(c, at, subject, want, passed);
  if (noun == 0) return found;
  if (auto const name = called_so(c, at, c.tokens.tokens[noun].word, found); !name.empty()) return name;
  if (is_body(c, noun)) return {};  // "The state commission" is hardly the firm that the text is about
  if (auto const name = of_kind(c, at, want, found, passed); !name.empty()) return name;
  if (want == a_product && !has_digit(found))
    if (auto const place = c.descriptions.place(found); !place || (c.descriptions.kinds[*place] & a_product) == 0)
      if (auto const product = topic_that_is(c, c.tokens.sentences[at.sentence].block, want); has_digit(product))
        return product;
  return of_its_kind(c, subject, found);
}

std::string_view namesake(Context const& c, std::uint32_t sentence, std::uint32_t noun) {
  constexpr int reach = 12;  // names
  auto const id = c.tokens.tokens[noun].word;
  if (id == unknown_word) return {};
  auto const& own = c.tokens.sentences[sentence];
  auto const& uses = c.names.uses;
  auto u = std::lower_bound(uses.begin(), uses.end(), own.first, [](NameUse const& use, auto t) { return use.first < t; });
  for (int n = 0; n < reach && u != uses.begin(); ++n) {
    --u;
    if (c.tokens.sentences[u->sentence].block != own.block) break;
    if (is_headed_by(c, *u, id)) return c.names.names[u->name];
  }
  for (auto const first : c.names.leading)
    if (is_headed_by(c, uses[first], id)) return c.names.names[uses[first].name];
  return {};
}

}  // namespace counterclaim
