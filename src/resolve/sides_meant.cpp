// Whom "it" or "the newcomer" means beside a comparison, and which names set the scene and are no side of it.
#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/sides.hpp"

namespace counterclaim {

using WordClass::determiner, WordClass::possessive, WordClass::preposition;

constexpr std::uint32_t sentences_back = 3;

static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), word) != all.end();
}

bool is_short_for(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return b.starts_with(a) && (a.size() == b.size() || b[a.size()] == ' ');
}

std::uint32_t before_apposition(Context const& c, std::uint32_t first, std::uint32_t last) {
  for (auto i = first + 1; i + 1 < last; ++i) {
    if (c.chunks.classes[i] == WordClass::conjunction) break;
    if (c.tokens.tokens[i].is(TokenKind::comma) && c.chunks.classes[i + 1] == determiner) return i;
  }
  return last;
}

std::string_view known_as(Context const& c, std::string_view written) {
  auto const& names = c.names.names;
  auto const it = std::find_if(names.begin(), names.end(), [&](std::string_view name) { return lower(name) == written; });
  return it != names.end() ? *it : std::string_view();
}

bool is_setting(Context const& c, NameUse const& use) {
  auto const begin = c.tokens.sentences[use.sentence].first;
  auto i = use.first;
  auto const p = c.chunks.phrase_of[i];
  auto const start = p >= 0 ? std::max(c.chunks.phrases[std::size_t(p)].first, begin) : begin;
  auto const is_article = [&](std::uint32_t at) {
    return c.chunks.classes[at] == determiner || c.chunks.classes[at] == possessive;
  };
  while (i > start && !is_article(i) && (p >= 0 || c.chunks.classes[i - 1] == WordClass::adjective || is_article(i - 1))) --i;
  if (i == begin || c.chunks.classes[i - 1] != preposition) return false;
  auto const lead = lower(text_of(c.tokens.tokens[i - 1], c.article.view));
  return is_one_of(lead, {"in", "on", "under", "at", "during", "throughout", "within", "across"}) ||
         (lead == "of" && i > begin + 1 && lower(text_of(c.tokens.tokens[i - 2], c.article.view)) == "out");
}

bool is_test(Context const& c, NameUse const& use) {
  auto const& t = c.tokens.tokens;
  auto const end = c.tokens.sentences[use.sentence].last;
  if (t[use.first].begins(Category::benchmarks)) return true;
  // "In the write test of Orvel"
  static WordSet const joins{"of", "by", "from"};
  if (use.first >= c.tokens.sentences[use.sentence].first + 2 && joins.has(t[use.first - 1].word) &&
      t[use.first - 2].begins(Category::test_words))
    return true;
  // "LexiBench", "SheetEval"
  auto name = c.names.names[use.name];
  // "LexiBench 3", "SheetEval 2.1"
  while (!name.empty() && ((name.back() >= '0' && name.back() <= '9') || name.back() == '.' || name.back() == ' '))
    name.remove_suffix(1);
  if (name.size() > 5 && (name.ends_with("Bench") || name.ends_with("bench") || name.ends_with("Eval"))) return true;
  // "Scored 71 on Orvel"
  static WordSet const on{"on"}, scores{"score", "scores", "scored", "scoring", "average", "averages", "averaged", "averaging"};
  auto const begin = c.tokens.sentences[use.sentence].first;
  auto lead = use.first;
  if (lead > begin && c.chunks.classes[lead - 1] == determiner) --lead;
  if (lead > begin + 2 && on.has(t[lead - 1].word) && (c.covered[lead - 2] & 1) != 0)
    for (auto i = lead - 1; i > begin && i + 6 > lead; --i)
      if (scores.has(t[i - 1].word)) return true;
  if (use.last >= end) return false;
  if (t[use.last].begins(Category::test_words)) return true;
  // "where Orvel is the yardstick", "with Orvel as the yardstick"
  static WordSet const yardsticks{"yardstick", "benchmark", "touchstone", "test", "gauge"};
  static WordSet const makes{"is", "was", "as"};
  return use.last + 2 < end && makes.has(t[use.last].word) && c.chunks.classes[use.last + 1] == determiner &&
         yardsticks.has(t[use.last + 2].word);
}

// "Those who mainly write are better served by": behind its own verb and the main verb a clause is over. Where it is of what
// the sentence begins with, the one that is read as a verb is the main verb, unless one follows.
static bool ends_before(Context const& c, std::uint32_t wh, std::uint32_t end, std::uint32_t first) {
  int verbs = 0;
  auto const verb_at = [&](std::uint32_t i) {
    auto const p = c.chunks.phrase_of[i];
    if (p < 0) return false;
    auto const& phrase = c.chunks.phrases[std::size_t(p)];
    return phrase.kind == PhraseKind::verb && phrase.first == i && !phrase.has(non_finite);
  };
  for (auto i = wh + 1; i < end; ++i) {
    if (c.chunks.classes[i] == WordClass::conjunction) return false;
    if (verb_at(i) && ++verbs == 2) return true;
  }
  if (verbs == 0 || wh > first + 2) return false;
  auto const last = c.tokens.sentences[c.tokens.sentences.size() - 1].last;
  for (auto i = end; i < last && c.chunks.classes[i] != WordClass::mark; ++i)
    if (verb_at(i)) return false;
  return true;
}

bool is_aside(Context const& c, std::uint32_t first, std::uint32_t i) {
  auto const end = i;
  while (i > first && !c.tokens.tokens[i].is(TokenKind::comma) && !c.tokens.tokens[i].is(TokenKind::colon)) {
    --i;
    if (c.chunks.classes[i] == WordClass::wh) return !ends_before(c, i, end, first);
  }
  return false;
}

std::string_view meant_by(Context const& c, std::uint32_t token, std::uint32_t sentence, std::string_view like,
                          std::string_view other) {
  auto const& uses = c.names.uses;
  auto const& sentences = c.tokens.sentences;
  auto const named = [&](NameUse const& u) { return c.names.names[u.name]; };
  auto const fits = [&](NameUse const& u) {
    return named(u) != other && !is_setting(c, u) && !is_test(c, u) && (c.covered[u.first] & 2) == 0 &&
           (like.empty() || has_digit(named(u)) == has_digit(like)) && !is_aside(c, sentences[u.sentence].first, u.first);
  };
  auto u = std::lower_bound(uses.begin(), uses.end(), token, [](NameUse const& n, std::uint32_t t) { return n.first < t; });
  while (u != uses.begin()) {
    auto const in = (u - 1)->sentence;
    if (sentences[in].block != sentences[sentence].block || in + sentences_back < sentence) break;
    // Of one sentence what it begins with, else the last that "of" and the like do not lead.
    static WordSet const leads{"of", "from", "near", "outside"};
    std::string_view last, led;
    while (u != uses.begin() && (u - 1)->sentence == in) {
      --u;
      if (!fits(*u)) continue;
      auto& found = u->first > sentences[in].first && leads.has(c.tokens.tokens[u->first - 1].word) ? led : last;
      if (found.empty()) found = named(*u);
      if (u->first < sentences[in].first + 3) last = named(*u);
    }
    if (last.empty()) last = led;
    if (!last.empty()) return last;
  }
  std::string_view found;
  c.each_topic(sentences[sentence].block, [&](std::string_view topic) {
    if (found.empty() && topic != other && (like.empty() || has_digit(topic) == has_digit(like))) found = topic;
  });
  return found;
}

}  // namespace counterclaim
