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
std::string_view place_of(Context const& c, std::uint32_t last, std::uint32_t end) {
  static WordSet const leads{"at", "in", "on", "with", "under"};
  auto i = last;
  // "48 percent of patients on Corvanil"
  static WordId const of = find_word("of");
  if (i + 2 < end && c.tokens.tokens[i].word == of && c.chunks.classes[i + 1] == WordClass::noun && c.name_of[i + 1] < 0)
    i += 2;
  if (i + 1 >= end || !leads.has(c.tokens.tokens[i].word)) return {};
  ++i;
  if (c.chunks.classes[i] == determiner && i + 1 < end) ++i;
  auto const use = c.name_of[i];
  if (use < 0 || (c.covered[i] & 2) != 0) return {};
  auto const& u = c.names.uses[std::size_t(use)];
  return is_test(c, u) ? std::string_view() : c.names.names[u.name];
}

}  // namespace counterclaim
