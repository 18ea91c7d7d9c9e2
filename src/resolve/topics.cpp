#include "src/resolve/topics.hpp"

#include <algorithm>
#include <array>
#include <bitset>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/origin.hpp"
#include "src/resolve/spelling.hpp"

namespace counterclaim {
namespace {

// "flights to Boston", "in Boston": a use that says where. Nothing is made at, of or for a place alone.
bool says_where(Context const& c, NameUse const& use) {
  static WordSet const leads{"in", "to", "from", "near", "between", "via", "outside", "around", "across", "into"};
  auto i = use.first;
  auto const begin = c.tokens.sentences[use.sentence].first;
  if (i > begin && c.chunks.classes[i - 1] == WordClass::determiner) --i;
  if (i <= begin || (use.last < c.tokens.tokens.size() && c.tokens.tokens[use.last].is(TokenKind::possessive))) return false;
  return leads.has(c.tokens.tokens[i - 1].word);
}

// "A new telescope on Mount Hadar", "fire at Lake Orvel": a title's place.
bool is_site(Context const& c, NameUse const& use) {
  static WordSet const leads{"on", "at", "off", "atop", "over"};
  if (use.first == 0 || use.last < use.first + 2 || !leads.has(c.tokens.tokens[use.first - 1].word)) return false;
  return std::ranges::any_of(std::array{use.first, use.last - 1}, [&](auto const i) {
    auto const word = c.tokens.tokens[i].word;
    return word != unknown_word &&
           (word_info(word).noun_field == lexname::object || word_info(word).noun_field == lexname::location);
  });
}

bool is_above_text(Context const& c, NameUse const& use) {
  auto const kind = c.article.blocks[c.tokens.sentences[use.sentence].block].kind;
  return kind == BlockKind::title || kind == BlockKind::heading;
}

// "Recommendation: Accumulate"
bool is_verb(Context const& c, NameUse const& use) {
  auto const word = c.tokens.tokens[use.first].word;
  return use.last == use.first + 1 && word != unknown_word && word_info(word).parts == verb;
}

// Moves topics of which every use in running text says where behind the others.
void put_places_last(Context& c) {
  auto& topics = c.names.topics;
  if (topics.size() < 2) return;
  std::array<bool, 3> thing{};
  for (auto const& use : c.names.uses)
    for (std::size_t t = 0; t < topics.size() && t < thing.size(); ++t)
      if (topics[t] == use.name && !thing[t])
        thing[t] = has_digit(c.names.names[use.name]) || (!is_above_text(c, use) && !says_where(c, use) && !is_verb(c, use));
  std::array<std::uint32_t, 3> sorted{};
  std::size_t n = 0;
  for (bool const first : {true, false})
    for (std::size_t t = 0; t < topics.size() && t < thing.size(); ++t)
      if (thing[t] == first) sorted[n++] = topics[t];
  std::copy_n(sorted.begin(), n, topics.begin());
}

}  // namespace

bool names_model(Context const& c, std::uint32_t name) {
  static WordSet const numbers{"one", "two", "three", "four", "five", "zero"};
  auto const text = c.names.names[name];
  if (has_digit(text)) return true;
  auto const kinds = c.descriptions.kinds[name];
  if ((kinds & a_product) != 0) return (kinds & (an_organization | a_person)) == 0;
  auto const blank = text.rfind(' ');
  if (kinds != 0 || blank == text.npos) return false;
  auto const last = lower(text.substr(blank + 1));
  return numbers.has(find_word(last)) || kind_of(last) == "model";
}

bool is_brought_out(Context const& c, NameUse const& use) {
  static WordSet const verbs{"launch",   "unveil", "introduce", "release", "present", "reveal",
                             "announce", "debut",  "show",      "ship",    "publish"},
      covers{"wraps", "covers", "lid"};
  constexpr std::uint32_t longest = 16;  // tokens between
  auto const& s = c.tokens.sentences[use.sentence];
  if (use.first > s.first + longest) return false;
  bool named = false;
  for (auto i = s.first; i < use.first; ++i) {
    if (c.name_of[i] >= 0) named = true;
    auto const p = c.chunks.phrase_of[i];
    if (!named || p < 0) continue;
    auto const& v = c.chunks.phrases[std::size_t(p)];
    auto const word = c.tokens.tokens[v.head].word;
    if (v.kind == PhraseKind::verb && !v.has(non_finite) && i == v.head)
      return (word != unknown_word && verbs.has(word_info(word).verb_lemma)) ||
             (v.last + 1 < use.first && covers.has(c.tokens.tokens[v.last + 1].word));
  }
  return false;
}

namespace {

// The model that a title, or the text's first sentences, tell to be brought out is what the article is about; whom its title
// does not name is so behind the things that it does.
void put_launched_first(Context& c) {
  constexpr std::uint32_t sentences = 4;  // of the title and the text
  auto& topics = c.names.topics;
  if (topics.size() < 2) return;
  auto const is_topic = [&](std::uint32_t name) { return std::find(topics.begin(), topics.end(), name); };
  auto const of_title = [&](std::uint32_t name) {
    return std::any_of(c.names.uses.begin(), c.names.uses.end(),
                       [&](NameUse const& u) { return u.name == name && is_above_text(c, u); });
  };
  for (auto const& use : c.names.uses) {
    if (use.sentence >= sentences) break;
    auto const at = is_topic(use.name);
    if (at == topics.end() || !names_model(c, use.name) || !is_brought_out(c, use)) continue;
    std::rotate(topics.begin(), at, at + 1);
    return;
  }
  if ((c.descriptions.kinds[topics[0]] & a_person) == 0 || of_title(topics[0])) return;
  std::stable_partition(topics.begin(), topics.end(),
                        [&](std::uint32_t name) { return (c.descriptions.kinds[name] & a_person) == 0; });
}

enum class Leader : bool { any, none };
// The product that the article is about, or the only one that it names; of more the one that its sentences begin with, if that
// will do. Empty if there is none.
std::string_view only_product(Context const& c, Leader leader_is) {
  constexpr std::size_t most_uses = 256, most = 8;  // names
  for (auto const t : c.names.topics)
    if (names_model(c, t)) return c.names.names[t];
  std::array<std::uint32_t, most> names{};
  std::array<bool, most> leads{};
  std::size_t count = 0;
  for (std::size_t u = 0; u < c.names.uses.size() && u < most_uses; ++u) {
    auto const& use = c.names.uses[u];
    if (!is_product(c, use)) continue;
    std::size_t k = 0;
    while (k < count && names[k] != use.name) ++k;
    if (k == most) return {};
    if (k == count) names[count] = use.name, leads[count++] = false;
    leads[k] = leads[k] || use.first <= c.tokens.sentences[use.sentence].first + 1;
  }
  std::uint32_t leader = UINT32_MAX;
  for (std::size_t k = 0; k < count; ++k) {
    if (count > 1 && (!leads[k] || leader_is == Leader::none)) continue;
    if (leader != UINT32_MAX) return {};
    leader = names[k];
  }
  if (leader == UINT32_MAX) return {};
  // Named once, and late, where another of the row is named too: "you may remember Halden 2, which failed"
  auto const first = std::ranges::find(c.names.uses, leader, &NameUse::name);
  auto const& name = c.names.names[leader];
  auto const stem = name.substr(0, name.find_first_of("0123456789"));
  bool const late = c.names.uses_of[leader] == 1 && first->sentence > 8;
  bool const another = late && !stem.empty() && std::ranges::any_of(c.names.names, [&](auto const& other) {
                         return other != name && other.starts_with(stem) && has_digit(other);
                       });
  return another ? std::string_view() : name;
}

}  // namespace

std::string_view somebodys_firm(Context const& c) {
  constexpr std::size_t most = 64, most_uses = 1024;  // names
  std::bitset<most> seen;
  std::uint32_t best = UINT32_MAX;
  for (std::size_t u = 0; u < c.names.uses.size() && u < most_uses; ++u) {
    auto const& use = c.names.uses[u];
    if (use.name >= most || seen[use.name]) continue;
    seen[use.name] = true;
    auto const kinds = c.descriptions.kinds[use.name];
    bool const fits = kinds == 0 || (kinds & an_organization) != 0;
    if (!fits || has_digit(c.names.names[use.name]) || is_place_name(c, use)) continue;
    if (best == UINT32_MAX || c.names.uses_of[use.name] > c.names.uses_of[best]) best = use.name;
  }
  return best == UINT32_MAX ? std::string_view() : c.names.names[best];
}

void settle_topics(Context& c) {
  constexpr std::size_t most = 3;
  put_places_last(c);
  put_launched_first(c);
  auto& topics = c.names.topics;
  auto const is_somebody = [&](std::uint32_t name) { return c.descriptions.kinds[name] == a_person; };
  if (topics.size() >= most || !std::all_of(topics.begin(), topics.end(), is_somebody)) return;
  auto const may_be = [&](NameUse const& use) {
    return !is_somebody(use.name) && !is_place_name(c, use) && !is_verb(c, use) && !use.person && !says_where(c, use) &&
           !is_site(c, use) && !tells_origin(c, use);
  };
  auto const& uses = c.names.uses;
  auto const first = std::find_if(uses.begin(), uses.end(), [&](auto const& u) { return is_above_text(c, u) && may_be(u); });
  if (first != uses.end()) topics.push_back(first->name);
}

std::int32_t called(Context const& c, Phrase const& phrase) {
  static WordSet const calls{"called", "named", "dubbed", "codenamed", "nicknamed", "christened", "baptised"};
  auto const last = c.tokens.sentences[phrase.sentence].last;
  auto const i = phrase.last + (phrase.last < last && c.tokens.tokens[phrase.last].is(TokenKind::comma) ? 1 : 0);
  if (i + 2 >= last || !calls.has(c.tokens.tokens[i].word)) return -1;
  return c.name_of[i + 1 + (c.chunks.classes[i + 1] == WordClass::determiner ? 1 : 0)];
}

bool is_product(Context const& c, NameUse const& use) {
  if (!has_digit(c.names.names[use.name]) || c.tokens.tokens[use.first].begins(Category::numbered_things)) return false;
  static WordSet const where{"under", "on", "in", "at", "against"};
  auto const p = c.chunks.phrase_of[use.first];
  if (p < 0) return true;
  auto const& phrase = c.chunks.phrases[std::size_t(p)];
  if (phrase.first > 0 && where.has(c.tokens.tokens[phrase.first - 1].word)) return false;
  return phrase.head < use.last || phrase.has(plural) ||  // "Marl 4 cards"
         kinds_of_noun(c.tokens, phrase.head, c.article.view) == a_product;
}

static bool is_form_of_be(Token const& t) { return t.word != unknown_word && (word_info(t.word).forms & form_of_be) != 0; }

// "Velo, a weekly jab made by Orla Pharma", "Velo is made by Orla": who makes it, index into Names::uses; -1 if it is not
// told.
static std::int32_t maker_behind(Context const& c, NameUse const& use) {
  static WordSet const made{"made", "developed", "built", "designed", "manufactured", "produced", "created", "published"};
  static WordId const by = find_word("by");
  constexpr std::uint32_t longest = 8;  // tokens between
  auto const end = std::min(use.last + longest, c.tokens.sentences[use.sentence].last);
  auto const& tokens = c.tokens.tokens;
  if (use.last + 3 > end) return -1;
  bool const comma = tokens[use.last].is(TokenKind::comma), is = is_form_of_be(tokens[use.last]);
  if ((!comma && !is) || (comma && c.chunks.classes[use.last + 1] != WordClass::determiner)) return -1;
  for (auto i = use.last + 1; i + 2 < end && c.name_of[i] < 0; ++i) {
    if (comma && tokens[i].is(TokenKind::comma)) return -1;
    if (tokens[i + 1].word != by || !made.has(tokens[i].word)) continue;
    auto const p = c.chunks.phrase_of[i + 2];
    auto const maker = p < 0 ? -1 : c.name_of[c.chunks.phrases[std::size_t(p)].last - 1];
    return maker >= 0 && c.descriptions.kinds[c.names.uses[std::size_t(maker)].name] != a_person ? maker : -1;
  }
  return -1;
}

void find_owners(Context& c) {
  constexpr std::uint8_t most_uses = 16;  // of a name
  constexpr std::size_t most = 8;
  auto const& names = c.names.names;
  c.owner.assign(names.size(), -1);
  std::vector<std::uint8_t> left(names.size());
  for (std::uint32_t n = 0; n < names.size(); ++n) {
    if (!has_digit(names[n])) continue;
    left[n] = most_uses;
    if (c.numbered.size() < most) c.numbered.push_back(n);
  }
  for (auto const& use : c.names.uses) {
    if (c.owner[use.name] < 0)
      if (auto const maker = maker_behind(c, use); maker >= 0)
        c.owner[use.name] = std::int32_t(c.names.uses[std::size_t(maker)].name);
    if (left[use.name] == 0 || c.owner[use.name] >= 0) continue;
    --left[use.name];
    if (!c.tokens.sentences[use.sentence].holds(TokenKind::possessive)) continue;
    auto const p = c.chunks.phrase_of[use.first];
    auto const first = p < 0 ? use.first : c.chunks.phrases[std::size_t(p)].first;
    for (auto i = use.first; i-- > first + 1;)
      if (c.tokens.tokens[i].is(TokenKind::possessive) && c.name_of[i - 1] >= 0) {
        c.owner[use.name] = std::int32_t(c.names.uses[std::size_t(c.name_of[i - 1])].name);
        break;
      }
  }
}

std::string_view owner_of(Context const& c, std::string_view name) {
  auto const place = c.descriptions.place(name);
  auto const owner = place ? c.owner[*place] : -1;
  return owner < 0 ? std::string_view() : c.names.names[std::size_t(owner)];
}

std::string_view maker_of(Context const& c, std::string_view name) {
  if (auto const owner = owner_of(c, name); !owner.empty()) return owner;
  auto const place = c.descriptions.place(name);
  if (!place || !names_model(c, *place)) return name;
  for (auto const t : c.names.topics)
    if (!names_model(c, t)) return c.names.names[t];
  auto const firm = somebodys_firm(c);
  return firm.empty() ? name : firm;
}

std::string_view topic_that_is(Context const& c, std::uint32_t block, std::uint8_t want) {
  auto const kinds_of = [&](std::string_view name) {
    auto const place = c.descriptions.place(name);
    return place ? c.descriptions.kinds[*place] : std::uint8_t(0);
  };
  std::string_view found, person, where;
  c.each_topic(block, [&](std::string_view topic) {
    bool const somebody = kinds_of(topic) == a_person;
    if (somebody && person.empty()) person = topic;
    // "Brill: relief at Dorne": the company is not Dorne
    if (auto const place = c.descriptions.place(topic); want == an_organization && place && c.descriptions.only_where[*place]) {
      if (where.empty()) where = topic;
      return;
    }
    bool const other = want == a_person && !somebody && kinds_of(topic) != 0;
    if (found.empty() && !other && (!somebody || (want & a_person) != 0)) found = topic;
  });
  if (found.empty()) found = where;
  if (want == a_person && !person.empty()) return person;
  if (want == a_product)
    if (auto const product = only_product(c, Leader::any); !product.empty()) return product;
  if (want != an_organization) return found;
  return found.empty() && !person.empty() ? somebodys_firm(c) : maker_of(c, found);
}

std::string_view owned_product(Context const& c, Phrase const& phrase, std::uint32_t token) {
  static WordSet const others{"old", "older", "previous", "first", "earlier", "last", "next", "other", "smaller", "second"};
  auto const& owner = c.names.uses[std::size_t(c.name_of[token])];
  if (owner.last >= phrase.head || !c.tokens.tokens[owner.last].is(TokenKind::possessive)) return {};
  if (has_digit(c.names.names[owner.name]) || kinds_of_noun(c.tokens, phrase.head, c.article.view) != a_product) return {};
  for (auto i = owner.last; i < phrase.last; ++i)
    if (c.name_of[i] >= 0 || others.has(c.tokens.tokens[i].word)) return {};
  auto const& names = c.names.names;
  for (auto const n : c.numbered)
    if (c.owner[n] == std::int32_t(owner.name)) return names[n];
  // What belongs to somebody else it is not.
  for (auto const t : c.names.topics)
    if (has_digit(names[t]) && c.owner[t] < 0) return names[t];
  auto const only = only_product(c, Leader::none);
  return owner_of(c, only).empty() ? only : std::string_view();
}

std::string_view person_before(Context const& c, std::uint32_t use) {
  constexpr int reach = 24;  // names
  std::string_view aside;
  for (int n = 0; n < reach && use > 0; ++n) {
    auto const& u = c.names.uses[--use];
    if (c.descriptions.kinds[u.name] != a_person) continue;
    if (!is_led(c, u)) return c.names.names[u.name];
    if (aside.empty()) aside = c.names.names[u.name];
  }
  return aside;
}

}  // namespace counterclaim
