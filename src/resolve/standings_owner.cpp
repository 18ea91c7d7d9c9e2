#include "src/resolve/standings_owner.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/sides.hpp"

namespace counterclaim {

using WordClass::determiner, WordClass::possessive, WordClass::pronoun;

// "71 for the K7": empty if nobody is named there.
std::string_view owner_behind(Context const& c, std::uint32_t last, std::uint32_t end) {
  auto const& uses = c.names.uses;
  auto const u =
      std::lower_bound(uses.begin(), uses.end(), last, [](NameUse const& n, std::uint32_t t) { return n.first < t; });
  if (u == uses.end() || u->first >= end || u->first > last + 4 || u->first <= last) return {};
  if (is_setting(c, *u) || is_test(c, *u) || (c.covered[u->first] & 2) != 0) return {};
  auto i = u->first;
  while (i > last && (c.chunks.classes[i - 1] == determiner || c.chunks.classes[i - 1] == WordClass::adjective)) --i;
  for (auto k = last; k < i; ++k)  // "18 months and oil from Tarn"
    if (c.chunks.classes[k] == WordClass::conjunction) return {};
  auto const lead = i > last ? c.word(i - 1) : std::string_view();
  return lead == "for" || lead == "by" || lead == "from" ? c.names.names[u->name] : std::string_view();
}

// "The K7 with 71", "71 for the K7": the last name since the figure before, else whom the clause is about.
std::string_view owner_of(Context const& c, Claim const& claim, std::uint32_t sentence, std::uint32_t from, std::uint32_t first,
                          std::uint32_t last, std::uint32_t end, bool follows) {
  constexpr std::uint32_t near = 8;  // tokens between a name and its figure where the clause says nothing else
  auto const& uses = c.names.uses;
  auto const at = [&](std::uint32_t token) {
    return std::lower_bound(uses.begin(), uses.end(), token, [](NameUse const& n, std::uint32_t t) { return n.first < t; });
  };
  auto const named = [&](NameUse const& u) { return c.names.names[u.name]; };
  auto const begin = c.tokens.sentences[sentence].first;
  auto const owns = [&](NameUse const& u) {
    return !is_setting(c, u) && !is_test(c, u) && (c.covered[u.first] & 2) == 0 && (!is_aside(c, begin, u.first) || follows);
  };
  if (auto const behind = owner_behind(c, last, end); !behind.empty() && (follows || !is_aside(c, begin, last))) return behind;
  std::string_view before;
  for (auto u = at(first); u != uses.begin() && (u - 1)->first >= from;) {
    --u;
    if (!owns(*u)) continue;
    if (named(*u) == claim.subject) return claim.subject;
    if (before.empty() && u->last + near >= first) before = named(*u);
  }
  // "In the Orvel test, which is hard, it scored 71"
  for (auto i = first; i > from && c.name_of[i - 1] < 0; --i)
    if (c.chunks.classes[i - 1] == pronoun && (c.word(i - 1) == "it" || c.word(i - 1) == "he" || c.word(i - 1) == "she"))
      return meant_by(c, i - 1, sentence, c.first_topic(claim.block), {});
  if (!before.empty() || follows) return before;
  for (auto u = at(begin); u != uses.end() && u->sentence == sentence; ++u)
    if (named(*u) == claim.subject && owns(*u)) return claim.subject;
  // "The Orvel test kept my server busy for 212 seconds": whose figure it is says the article.
  for (auto i = begin; i < first; ++i)
    if (c.chunks.classes[i] == possessive && c.tokens.tokens[i].is(TokenKind::word)) return c.first_topic(claim.block);
  return {};
}

// "182 minutes at Orvel", "48 percent on Corvanil": whose figure it is says what stands behind it.
// "Corvanil" and "corvanil": what has no name of its own there is a word of no language.
static std::string_view drug_at(Context const& c, std::uint32_t i) {
  constexpr std::size_t long_enough = 6;
  auto const& t = c.tokens.tokens[i];
  if (t.word != unknown_word || !t.is(TokenKind::word) || c.name_of[i] >= 0 || t.end - t.begin < long_enough) return {};
  auto const written = text_of(t, c.article.view);
  if (written[0] < 'a' || written[0] > 'z') return {};
  auto const name = known_as(c, written);
  return name.empty() ? written : name;
}

std::string_view place_of(Context const& c, std::uint32_t sentence, std::uint32_t last, std::uint32_t end) {
  static WordSet const leads{"at", "in", "on", "with", "under"};
  auto i = last;
  // "14 months for those on corvanil", "48 percent in the placebo group"
  static WordSet const to_whom{"for", "in", "among", "of"};
  if (i + 2 < end && to_whom.has(c.tokens.tokens[i].word)) {
    auto const p = c.chunks.phrase_of[i + 1];
    auto const stop = p >= 0 ? c.chunks.phrases[std::size_t(p)].last : i + 2;
    auto const [from, behind] = treatment_of(c, sentence, i + 1, std::max(stop, i + 2));
    if (behind > from && c.name_of[from] < 0) return joined(c.tokens, from, behind, c.article.view, c.kept);
  }
  // "48 percent of patients on Corvanil"
  static WordId const of = find_word("of");
  static WordSet const those{"those", "people"};
  if (i + 2 < end && c.tokens.tokens[i].word == of &&
      (c.chunks.classes[i + 1] == WordClass::noun || those.has(c.tokens.tokens[i + 1].word)) && c.name_of[i + 1] < 0)
    i += 2;
  if (i + 1 >= end || !leads.has(c.tokens.tokens[i].word)) return {};
  ++i;
  if (c.chunks.classes[i] == determiner && i + 1 < end) ++i;
  auto const use = c.name_of[i];
  if (use < 0) return drug_at(c, i);
  if ((c.covered[i] & 2) != 0) return {};
  auto const& u = c.names.uses[std::size_t(use)];
  return is_test(c, u) ? std::string_view() : c.names.names[u.name];
}

std::string_view place_before(Context const& c, Claim const& claim, std::uint32_t from, std::uint32_t first) {
  constexpr std::uint32_t near = 8;  // tokens
  auto const& uses = c.names.uses;
  auto u = std::lower_bound(uses.begin(), uses.end(), first, [](NameUse const& n, std::uint32_t t) { return n.first < t; });
  std::string_view place;
  for (; u != uses.begin() && (u - 1)->first >= from; --u) {
    auto const& use = *(u - 1);
    if ((c.covered[use.first] & 2) != 0) continue;
    if (!is_setting(c, use) || is_test(c, use)) return {};
    auto const name = c.names.names[use.name];
    if (!place.empty() && place != name) return {};
    if (name == claim.subject || use.last + near >= first) place = name;
  }
  // "Patients on corvanil lived 14 months"
  static WordSet const leads{"on", "with", "for"};
  for (auto i = first; place.empty() && i > from + 1 && i + near > first; --i)
    if (leads.has(c.tokens.tokens[i - 2].word)) place = drug_at(c, i - 1);
  return place;
}

std::int32_t receiver_of(Context const& c, std::uint32_t from, std::uint32_t first, std::uint32_t last, std::uint32_t end,
                         bool goes_on) {
  static WordSet const chosen{"visit",  "choose",  "pick",   "come",   "go",       "attend",    "use",
                              "back",   "vote",    "watch",  "cross",  "ride",     "flock",     "see",
                              "prefer", "support", "buy",    "travel", "favor",    "favour",    "endorse",
                              "join",   "live",    "follow", "tour",   "download", "subscribe", "fly"};
  constexpr std::uint32_t reach = 6;
  auto const& chunks = c.chunks;
  for (auto i = from; !goes_on && i < first; ++i) {
    auto const p = chunks.phrase_of[i];
    bool const verb = p >= 0 && chunks.phrases[std::size_t(p)].kind == PhraseKind::verb;
    if (verb || (c.name_of[i] >= 0 && (c.covered[i] & 2) == 0)) return -1;
  }
  bool received = goes_on;
  for (auto i = last; i < end && i < last + reach; ++i) {
    auto const& t = c.tokens.tokens[i];
    if (t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || (c.covered[i] & 1) != 0) return -1;
    if (auto const use = c.name_of[i]; use >= 0) return received && !is_test(c, c.names.uses[std::size_t(use)]) ? use : -1;
    auto const p = chunks.phrase_of[i];
    if (p < 0 || chunks.phrases[std::size_t(p)].kind != PhraseKind::verb) continue;
    auto const& verb = chunks.phrases[std::size_t(p)];
    if (verb.has(negated) || verb.has(passive_voice) || verb.has(non_finite) || t.word == unknown_word ||
        !chosen.has(word_info(c.tokens.tokens[verb.head].word).verb_lemma))
      return -1;
    received = true;
    i = verb.last - 1;
  }
  return -1;
}

std::string_view plain_owner(Context const& c, std::uint32_t from, std::uint32_t first) {
  auto const noun_that_ends = [&](std::uint32_t end) -> Phrase const* {
    auto const p = end > from ? c.chunks.phrase_of[end - 1] : -1;
    auto const* noun = p >= 0 ? &c.chunks.phrases[std::size_t(p)] : nullptr;
    return noun && noun->kind == PhraseKind::noun && noun->first >= from ? noun : nullptr;
  };
  Phrase const* owner = nullptr;
  auto last = first;
  for (auto i = from; i < first; ++i) {
    if (c.name_of[i] >= 0) return {};
    auto const p = c.chunks.phrase_of[i];
    if (p < 0 || owner) continue;
    auto const& verb = c.chunks.phrases[std::size_t(p)];
    if (verb.kind != PhraseKind::verb || verb.first != i) continue;
    if (verb.has(negated) || verb.has(non_finite)) return {};
    owner = noun_that_ends(i), last = i;
    if (!owner) return {};
  }
  if (!owner) owner = noun_that_ends(first);
  if (!owner || owner->has(pronominal)) return {};
  auto begin = owner->first;
  if (c.chunks.classes[begin] == determiner) ++begin;
  if (begin >= last || c.chunks.classes[begin] == possessive ||
      (c.chunks.classes[last - 1] != WordClass::noun && c.word(last - 1) != "one"))
    return {};
  static WordSet const ones{"ones", "figure", "number", "rate", "total", "average", "rest", "other", "others"};
  for (auto i = begin; i < last; ++i)
    if (c.covered[i] != 0 || ones.has(c.tokens.tokens[i].word)) return {};
  bool const led = owner->first > from && c.chunks.classes[owner->first - 1] == WordClass::preposition;
  return led ? std::string_view() : joined(c.tokens, begin, last, c.article.view, c.kept);
}

}  // namespace counterclaim
