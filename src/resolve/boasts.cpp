#include "src/resolve/boasts.hpp"

#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

std::uint32_t end_of(Context const& c, ComparisonMention const& k) { return c.tokens.sentences[k.at.sentence].last; }

// "In the industry", "on the market", "in Europe": among all there are.
bool is_among_all(Context const& c, std::uint32_t i, std::uint32_t end) {
  static WordSet const in{"in", "on", "of", "for"};
  static WordSet const all{"world", "market",  "industry", "country", "continent", "class", "earth", "planet", "sale", "globe",
                           "field", "segment", "category", "kind",    "type",      "size",  "trade", "sector", "era",  "today"};
  if (i + 1 >= end || !in.has(c.tokens.tokens[i].word)) return false;
  auto const p = c.chunks.phrase_of[i + 1];
  auto const head = p < 0 ? i + 1 : c.chunks.phrases[std::size_t(p)].head;
  auto const& t = c.tokens.tokens[head];
  return all.has(t.word) || (c.name_of[head] >= 0 && word_info(t.word).noun_field != lexname::person);
}

// "Available", "ever built", "you can buy", "there is": behind what is said to be the best.
bool is_of_all_there_are(Context const& c, std::uint32_t i, std::uint32_t end) {
  static WordSet const bounds{"available", "anywhere", "existing"}, who{"you", "money", "anyone", "anybody", "one"},
      can{"can", "could"}, get{"buy", "get", "find", "own", "purchase"}, ever{"ever", "yet"}, there{"there"}, is{"is", "are"},
      currently{"currently", "commercially", "now", "publicly"}, that{"that", "which", "that's"};
  if (i < end && currently.has(c.tokens.tokens[i].word)) ++i;
  if (i < end && that.has(c.tokens.tokens[i].word)) ++i;
  if (i >= end) return false;
  auto const word = [&](std::uint32_t k) { return k < end ? c.tokens.tokens[k].word : unknown_word; };
  if (bounds.has(word(i))) return true;
  if (who.has(word(i)) && can.has(word(i + 1)) && get.has(word(i + 2))) return true;
  if (ever.has(word(i)) && i + 1 < end && c.chunks.classes[i + 1] != WordClass::mark) return true;  // "ever built"
  if (there.has(word(i)) && is.has(word(i + 1))) return true;
  return is_among_all(c, i, end);
}

// "We", "you", "our": the maker and its customers.
bool is_of_the_maker(Context const& c, std::uint32_t i) {
  static WordSet const own{"we", "us", "our", "you", "ours"};
  return own.has(c.tokens.tokens[i].word);
}

}  // namespace

bool is_goods(Token const& noun) {
  static WordSet const made{
      "model",   "software", "program",    "app",         "application", "service",       "system",  "platform",  "treatment",
      "therapy", "medicine", "medication", "drug",        "vaccine",     "product",       "chatbot", "assistant", "algorithm",
      "network", "cloud",    "cell",       "alloy",       "steel",       "coating",       "fuel",    "package",   "technology",
      "design",  "material", "formula",    "insulin",     "van",         "tyre",          "tire",    "screen",    "hull",
      "tablet",  "chip",     "processor",  "accelerator", "process",     "supercomputer", "cluster", "robot",     "database"};
  if (noun.word == unknown_word) return false;
  auto const lemma = word_info(noun.word).noun_lemma;
  return made.has(lemma) || word_info(lemma).noun_field == lexname::artifact;
}

bool is_boast_of_none(Context const& c, ComparisonMention const& k) {
  static WordId const nothing = find_word("nothing");
  auto const first = k.at.first;
  bool const own = c.article.tier == Tier::self;
  if (c.tokens.tokens[first].word == nothing) return own || is_among_all(c, first + 1, k.at.last);
  auto const p = c.chunks.phrase_of[first];
  auto const& noun = p < 0 ? c.tokens.tokens[first] : c.tokens.tokens[c.chunks.phrases[std::size_t(p)].head];
  if (is_goods(noun)) return true;
  static WordSet const rivals{"one", "rival", "competitor", "else", "competitors", "rivals", "provider", "maker", "supplier"};
  return own && rivals.has(noun.word);
}

bool is_own_superlative(Context const& c, ComparisonMention const& k) {
  if (c.article.tier != Tier::self) return false;
  auto const end = end_of(c, k);
  static WordSet const done{"tolerated",  "performing", "designed",  "equipped",  "suited",
                            "insulated",  "protected",  "balanced",  "handling",  "tasting",
                            "engineered", "optimized",  "optimised", "cushioned", "lit"};
  bool const well_done = k.at.last + 1 < end && done.has(c.tokens.tokens[k.at.last].word);  // "the best tolerated drug"
  auto const p = c.chunks.phrase_of[well_done ? k.at.last + 1 : k.at.last - 1];
  auto const* phrase = p < 0 ? nullptr : &c.chunks.phrases[std::size_t(p)];
  bool const of_noun = phrase && phrase->kind == PhraseKind::noun && phrase->head >= k.at.last;
  auto const last = of_noun ? phrase->last : k.at.last;  // "the most precise ever flown"
  if (of_noun && !is_goods(c.tokens.tokens[phrase->head]) &&
      !begins(word_info(word_info(c.tokens.tokens[phrase->head].word).noun_lemma), Category::nominals))
    return false;
  static WordSet const vague{"best", "good", "great", "greatest", "most"};
  auto const from = c.tokens.tokens.begin() + k.at.first,
             to = c.tokens.tokens.begin() + std::max(k.at.last, of_noun ? phrase->head : 0);
  bool const graded =
      well_done || std::any_of(from, to, [](Token const& t) {
        return (t.begins(Category::measures) && !vague.has(t.word)) || (t.word != unknown_word && done.has(t.word));
      });
  if (!graded && !of_noun) return false;
  for (auto at = last, passed = 0U; at < end && passed < 2; ++passed) {
    // "The best van there is", but no "best van in town"
    if (is_of_all_there_are(c, at, end)) return graded || !is_among_all(c, at, end);
    static WordSet const uses{"for", "against", "to", "with"};  // "the most effective treatment for gout available"
    if (!uses.has(c.tokens.tokens[at].word) || at + 1 >= end) return false;
    auto const use = c.chunks.phrase_of[at + 1];
    if (use < 0) return false;
    at = c.chunks.phrases[std::size_t(use)].last;
  }
  return false;
}

bool is_best_available(Context const& c, ComparisonMention const& k) {
  auto const p = c.chunks.phrase_of[k.at.last - 1];
  if (p < 0) return false;
  auto const& phrase = c.chunks.phrases[std::size_t(p)];
  if (phrase.kind != PhraseKind::noun || phrase.head < k.at.last) return false;
  static WordSet const there_is{"available", "anywhere", "existing"};
  auto head = phrase.head;  // "sensor available today" may be one phrase
  for (auto i = k.at.last + 1; i < phrase.last && head == phrase.head; ++i)
    if (there_is.has(c.tokens.tokens[i].word)) head = i - 1;
  auto const end = end_of(c, k);
  bool const graded = std::any_of(c.tokens.tokens.begin() + k.at.first, c.tokens.tokens.begin() + head,
                                  [](Token const& t) { return t.begins(Category::measures); });
  return graded && is_goods(c.tokens.tokens[head]) && is_of_all_there_are(c, head + 1, end) && !is_among_all(c, head + 1, end);
}

bool is_set_against_rivals(Context const& c, ComparisonMention const& k) {
  static WordSet const those{"those", "that", "other", "competing", "rival", "any", "comparable", "conventional", "ordinary"};
  if (k.right_last <= k.right_first || k.left_last <= k.left_first || c.article.tier != Tier::self) return false;
  return is_of_the_maker(c, k.left_first) && those.has(c.tokens.tokens[k.right_first].word);
}

}  // namespace counterclaim
