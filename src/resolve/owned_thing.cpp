#include "src/resolve/owned_thing.hpp"

#include <algorithm>
#include <vector>

#include "counterclaim/text.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/sides.hpp"

namespace counterclaim {

bool owns(Context const& c, NameUse const& u) {
  return u.last < c.tokens.sentences[u.sentence].last && c.tokens.tokens[u.last].is(TokenKind::possessive);
}

bool is_owner_in(Context const& c, std::string_view name, std::uint32_t sentence) {
  auto const& uses = c.names.uses;
  return std::any_of(uses.begin(), uses.end(),
                     [&](NameUse const& u) { return c.names.names[u.name] == name && u.sentence == sentence && owns(c, u); });
}
bool is_owner(Context const& c, std::string_view name) {
  auto const& uses = c.names.uses;
  return std::any_of(uses.begin(), uses.end(), [&](NameUse const& u) { return c.names.names[u.name] == name && owns(c, u); });
}

std::string_view named_with(Context const& c, std::uint32_t head, std::uint32_t owner, std::string_view other) {
  auto const& t = c.tokens.tokens;
  auto const kind = word_info(t[head].word).noun_lemma;
  auto const is_kind = [&](std::uint32_t i) { return t[i].word != unknown_word && word_info(t[i].word).noun_lemma == kind; };
  std::string_view found;
  for (auto const& u : c.names.uses) {
    auto const name = c.names.names[u.name];
    auto const& s = c.tokens.sentences[u.sentence];
    if (u.name == owner || name == other || name == found) continue;
    auto const before = u.first > s.first && t[u.first - 1].is(TokenKind::comma) ? u.first - 1 : u.first;
    bool const behind = before > s.first + 1 && is_kind(before - 1);
    bool const ahead =
        u.last < s.last && u.first > s.first && c.chunks.classes[u.first - 1] == WordClass::determiner && is_kind(u.last);
    if (!behind && !ahead) continue;
    auto const& topics = c.names.topics;
    if (!found.empty() || std::find(topics.begin(), topics.end(), owner) == topics.end()) return {};
    found = name;
  }
  return found;
}

// "Brevane's time for Llama 3": what other words than "of", "from" and "by" lead is nobody's.
static bool is_led(Context const& c, NameUse const& u) {
  static WordSet const of{"of", "from", "by"};
  auto i = u.first;
  auto const begin = c.tokens.sentences[u.sentence].first;
  auto const is = [&](WordClass k) { return c.chunks.classes[i - 1] == k; };
  while (i > begin && (is(WordClass::determiner) || is(WordClass::adjective))) --i;
  return i > begin && is(WordClass::preposition) && !of.has(c.tokens.tokens[i - 1].word);
}

std::string_view owned_by(Context const& c, std::uint32_t owner, std::uint32_t sentence, std::string_view other) {
  std::vector<std::uint32_t> beside(c.names.names.size());
  auto const& uses = c.names.uses;
  for (std::size_t u = 0; u < uses.size(); ++u) {
    if (uses[u].name != owner || uses[u].sentence == sentence) continue;
    for (auto v = u + 1; v < uses.size() && uses[v].sentence == uses[u].sentence; ++v)
      if (uses[v].name != owner && !uses[v].person && !owns(c, uses[v]) && !is_setting(c, uses[v]) && !is_led(c, uses[v]))
        beside[uses[v].name] += v == u + 1 ? 2 : 1;
  }
  // "Norra's pill cuts LDL further": what is named beside it here is another thing.
  for (auto const& u : uses)
    if (u.sentence == sentence) beside[u.name] = 0;
  std::uint32_t best = 0;
  bool tied = false;
  for (std::uint32_t n = 0; n < beside.size(); ++n) {
    if (beside[n] == 0 || c.names.names[n] == other) continue;
    tied = beside[n] == beside[best] && beside[best] != 0;
    if (beside[n] > beside[best]) best = n;
  }
  return beside[best] != 0 && !tied ? c.names.names[best] : std::string_view();
}

std::string_view model_of(Context const& c, std::string_view maker, std::string_view other) {
  std::string_view found;
  for (auto const name : c.names.names) {
    if (name == other || name.size() <= maker.size() || !is_short_for(maker, name) || !has_digit(name)) continue;
    if (!found.empty() && found != name) return {};
    found = name;
  }
  return found;
}

}  // namespace counterclaim
