#include "src/resolve/performers.hpp"

#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/boasts.hpp"

namespace counterclaim {

Performers::Performer Performers::performer(std::uint32_t first, std::uint32_t last) const {
  static WordSet const tools{"solver", "compiler", "parser",      "framework", "library",    "toolkit",
                             "codec",  "runtime",  "interpreter", "detector",  "classifier", "optimizer",
                             "kernel", "firmware", "assistant",   "chatbot",   "tyre",       "tire"};
  auto found = Performer::no;
  // "warmer than the last third of the year": a time, though not "rivals today"
  for (auto i = first; i < std::min(last, first + 2); ++i) {
    if ((c_.covered[i] & 2) == 0) continue;
    bool const before_noun = i + 1 < last && (c_.covered[i + 1] & 2) == 0 && c_.chunks.classes[i + 1] == WordClass::noun;
    if (!before_noun) return Performer::no;  // "evening gowns" are no time
  }
  for (auto i = first; i < last; ++i) {
    auto const& t = c_.tokens.tokens[i];
    bool const of_name = i > first && c_.name_of[i - 1] >= 0;  // "Orin 8B": how large the model is
    if ((c_.covered[i] & 1) != 0 && c_.name_of[i] < 0 && !of_name) return Performer::no;
    if (c_.chunks.classes[i] == WordClass::pronoun) {
      auto const word = c_.word(i);
      bool const goods = word == "they" && c_.article.tier == Tier::self;  // whoever sells speaks of what is sold
      if (word != "it" && word != "that" && word != "everything" && word != "anything" && !goods) return Performer::no;
      if (found == Performer::no) found = Performer::perhaps;
    }
    auto const lemma = word_info(t.word).noun_lemma;
    bool const made = c_.chunks.classes[i] == WordClass::noun &&
                      (begins(word_info(lemma), Category::nominals) || word_info(t.word).noun_field == lexname::artifact ||
                       (lemma != unknown_word && tools.has(lemma)));
    if (made || t.is(TokenKind::code)) found = Performer::surely;
    bool const short_name = t.has(all_capitals) && i > first && c_.chunks.classes[i - 1] == WordClass::determiner;  // "a GPU"
    if (short_name && found == Performer::no) found = Performer::perhaps;
    // "On a par with ursodiol": a word of no language, on the page of who sells such things
    bool const coined = t.is(TokenKind::word) && t.word == unknown_word && !t.has(capital) && last == first + 1;
    if (coined && c_.article.tier == Tier::self && found == Performer::no) found = Performer::perhaps;
    bool const location = word_info(t.word).noun_field == lexname::location;
    if (c_.name_of[i] < 0) continue;
    auto const name = c_.names.uses[std::size_t(c_.name_of[i])].name;
    if (c_.descriptions.kinds[name] == a_person) return Performer::no;
    if (!location && found == Performer::no && !is_place_[name]) found = Performer::perhaps;
  }
  return found;
}

// Names that often stand behind "in", "near" or "from".
Performers::Performers(Context const& context) : c_(context) {
  std::vector<std::uint32_t> behind(c_.names.names.size()), all(c_.names.names.size());
  for (auto const& u : c_.names.uses) {
    ++all[u.name];
    if (u.first == 0) continue;
    static WordSet const places{"in", "at", "near", "from", "outside"};
    auto const before = c_.tokens.tokens[u.first - 1].word;
    behind[u.name] += places.has(before);
  }
  is_place_.resize(all.size());
  for (std::size_t n = 0; n < all.size(); ++n) is_place_[n] = behind[n] * 3 > all[n];
}

// "than anything its rivals sell", "every other model": whom it beats is all there are.
bool Performers::of_all(std::uint32_t first, std::uint32_t last) const {
  static WordSet const all{"any",        "anything",     "every",       "everything",  "all",       "rival",  "rivals",
                           "competitor", "competitors",  "competing",   "competition", "market",    "others", "best",
                           "leading",    "conventional", "traditional", "existing",    "commercial"};
  for (auto i = first; i < last; ++i)
    if (all.has(c_.tokens.tokens[i].word)) return true;
  return false;
}

// "The one from Orl", "its predecessor", "the previous generation", "the old one", "last year's model": another of what stands
// on the left.
bool Performers::is_another_of_it(std::uint32_t first, std::uint32_t last) const {
  static WordSet const heads{"predecessor", "predecessors", "forerunner", "forerunners"},
      before{"previous", "old", "older", "earlier", "former", "outgoing", "current"}, those{"that", "those"},
      ones{"one", "ones"},
      others{"one", "ones", "version", "versions", "generation", "generations", "model", "models", "edition", "release"};
  if (first < last && those.has(c_.tokens.tokens[first].word)) return true;
  bool old = false;
  for (auto i = first; i < last; ++i) {
    auto const& t = c_.tokens.tokens[i];
    bool const of_its_kind = i == first + 1 && ones.has(t.word) && c_.word(first) == "the";
    if (of_its_kind || heads.has(t.word) || (old && others.has(t.word))) return true;
    old = old || before.has(t.word) || c_.word(i) == "'s";
  }
  return false;
}

// "the fastest database in the world", "on the market", "in its class"
bool Performers::of_a_market(ComparisonMention const& k) const {
  auto const end = std::min(c_.tokens.sentences[k.at.sentence].last, k.at.last + 8);
  for (auto i = k.at.last; i + 2 < end; ++i) {
    auto const a = c_.word(i), b = c_.word(i + 1), c = c_.word(i + 2);
    if ((a == "in" && b == "the" && c == "world") || (a == "on" && b == "the" && c == "market") ||
        ((a == "in" || a == "of") && b == "its" && (c == "class" || c == "kind")))
      return true;
  }
  return false;
}

// "It isn't faster than": no boast.
bool Performers::is_denied(ComparisonMention const& k) const {
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  for (auto i = k.at.first; i > begin && i + 4 > k.at.first; --i) {
    auto const w = c_.word(i - 1);
    if (w == "not" || w == "no" || w == "never" || w.ends_with("n't")) return true;
  }
  return false;
}

// "Better than its makers had hoped", "faster than anybody expected": what was thought of it.
bool Performers::is_foreseen(ComparisonMention const& k) const {
  static WordSet const verbs{"hope",    "expect",   "fear",   "think",    "predict", "believe",    "assume",  "imagine", "dare",
                             "foresee", "forecast", "reckon", "estimate", "guess",   "anticipate", "suppose", "promise"};
  auto i = k.right_last;
  auto const end = c_.tokens.sentences[k.at.sentence].last;
  while (i < end && c_.chunks.classes[i] == WordClass::adverb) ++i;
  auto const p = i < end ? c_.chunks.phrase_of[i] : -1;
  if (p < 0) return false;
  auto const& v = c_.chunks.phrases[std::size_t(p)];
  auto const word = c_.tokens.tokens[v.head].word;
  return v.kind == PhraseKind::verb && !v.has(non_finite) && word != unknown_word && verbs.has(word_info(word).verb_lemma);
}

// "Cheaper", "rarer", "older", "prettier": what a thing costs, how many there are and how it is liked is no capability. Of a
// comparative that no list has, nothing is known; a factor ("ten times thriftier") makes it a claim all the same.
bool Performers::measures_capability(ComparisonMention const& k) const {
  static WordSet const other{
      "cheap",       "cheaper",   "cheapest",  "cheaply",    "dear",         "dearer",     "dearest",    "costly",
      "costlier",    "costliest", "pricy",     "pricier",    "priciest",     "pricey",     "expensive",  "affordable",
      "early",       "earlier",   "earliest",  "late",       "later",        "latest",     "rich",       "richer",
      "richest",     "poor",      "poorer",    "poorest",    "lucky",        "luckier",    "happy",      "happier",
      "happiest",    "sad",       "sadder",    "kind",       "kinder",       "fair",       "fairer",     "brave",
      "braver",      "pretty",    "prettier",  "lovely",     "lovelier",     "sexy",       "cute",       "funny",
      "funnier",     "popular",   "beautiful", "famous",     "rare",         "rarer",      "rarest",     "scarce",
      "scarcer",     "common",    "valuable",  "profitable", "generous",     "pleasant",   "enjoyable",  "boring",
      "interesting", "important", "likely",    "dangerous",  "sunny",        "sunnier",    "steep",      "steeper",
      "crowded",     "serious",   "severe",    "sick",       "sicker",       "busy",       "busier",     "successful",
      "heavy",       "heavier",   "heaviest",  "price",      "prices",       "cost",       "costs",      "fee",
      "fees",        "expense",   "expenses",  "profit",     "profits",      "debt",       "inflation",  "crime",
      "deficit",     "margin",    "margins",   "growth",     "unemployment", "popularity", "reputation", "damage",
      "destruction", "havoc",     "deaths",    "casualties", "victims",      "injuries"};
  static WordSet const stores{"memory", "storage"},
      quick{"faster", "quicker"};  // "has faster memory": a part, told on its sheet
  if (k.measure_first > 0 && k.measure_last == k.measure_first + 1 && stores.has(c_.tokens.tokens[k.measure_first].word) &&
      quick.has(c_.tokens.tokens[k.measure_first - 1].word))
    return false;
  // "Could have been completed sooner": a date
  static WordSet const sooner{"sooner"},
      done{"complete", "completed", "finish", "finished", "built", "open", "opened", "ready"};
  if (k.at.first > 0 && sooner.has(c_.tokens.tokens[k.at.first].word) && done.has(c_.tokens.tokens[k.at.first - 1].word))
    return false;
  // "Its profits rose faster than": how a sum moved
  static WordSet const moves{"rise",    "grow",     "climb",    "fall", "shrink", "drop",
                             "decline", "increase", "decrease", "sink", "expand"};
  auto before = k.at.first;
  while (before > 0 && (c_.chunks.classes[before - 1] == WordClass::adverb || c_.word(before - 1) == "twice")) --before;
  if (before > 0 && c_.tokens.tokens[before - 1].word != unknown_word &&
      moves.has(word_info(c_.tokens.tokens[before - 1].word).verb_lemma))
    return false;
  for (auto i = k.measure_first; i < k.measure_last; ++i) {
    auto const& t = c_.tokens.tokens[i];
    if (other.has(t.word)) return false;
    bool const graded = t.begins(Category::measures) || t.begins(Category::measure_nouns);
    auto const text = c_.word(i);
    if (!graded && k.factor < 0 && text.ends_with("er") && k.measure_last == k.measure_first + 1) return false;
  }
  return true;
}

// "I gave both the same texts, and A is faster": the writer tells how it was tried.
bool Performers::is_tried(ComparisonMention const& k) const {
  static WordSet const same{"same", "identical"}, writers{"i", "my"};
  if (c_.article.tier == Tier::self) return false;
  auto const& sentences = c_.tokens.sentences;
  auto const& here = sentences[k.at.sentence];
  bool const next = k.at.sentence + 1 < sentences.size() && sentences[k.at.sentence + 1].block == here.block;
  auto const end = next ? sentences[k.at.sentence + 1].last : here.last;
  bool alike = false, own = false;
  for (auto i = here.first; i + 1 < end; ++i) {
    auto const& t = c_.tokens.tokens[i];
    alike = alike || (i < k.at.first && same.has(t.word) && c_.chunks.classes[i + 1] == WordClass::noun);
    own = own || writers.has(t.word);
  }
  return alike && own;
}

bool Performers::is_about_performance(ComparisonMention const& k) const {
  if (!k.performance || !measures_capability(k) || is_foreseen(k) || is_tried(k)) return false;
  if (k.left_last <= k.left_first && k.right_last <= k.right_first) return k.superlative && is_boast_of_none(c_, k);
  auto const left = performer(k.left_first, k.left_last), right = performer(k.right_first, k.right_last);
  if (k.right_last <= k.right_first) {
    if (!k.superlative) return false;
    bool const own = c_.article.tier == Tier::self;
    if (k.measure_last <= k.measure_first)
      return left == Performer::surely || (own && (left != Performer::no || c_.word(k.left_first) == "our"));  // "is unmatched"
    static WordSet const makers{"we", "you"};
    bool const told = left != Performer::no || makers.has(c_.tokens.tokens[k.left_first].word);
    return (left == Performer::surely && of_a_market(k)) || (told && is_own_superlative(c_, k)) ||
           (left != Performer::no && is_best_available(c_, k));
  }
  // "Flows more gently than the Dorne", "speaks more clearly": anything does; of machines and on a maker's page it is a boast
  static WordSet const manners{"deeply",     "clearly",       "thoroughly",   "thorough",   "carefully", "gently",   "evenly",
                               "cleanly",    "precisely",     "consistently", "fluently",   "naturally", "robustly", "securely",
                               "powerfully", "intelligently", "comfortably",  "faithfully", "relevant"};
  bool manner = false;
  for (auto i = k.measure_first; i < k.measure_last; ++i) manner = manner || manners.has(c_.tokens.tokens[i].word);
  auto const goods = [&](std::uint32_t first, std::uint32_t last) {
    return last > first && c_.name_of[last - 1] < 0 && is_goods(c_.tokens.tokens[last - 1]);
  };
  if (manner && c_.article.tier != Tier::self && !goods(k.left_first, k.left_last) && !goods(k.right_first, k.right_last))
    return false;
  if (is_set_against_rivals(c_, k)) return true;
  auto const cue =
      lower(std::string_view(c_.article.view)
                .substr(k.at.span.begin, k.at.span.size()));  // two names: players and parties beat one another, too
  bool const contest = cue.find("beat") != cue.npos || cue.find("defeat") != cue.npos || cue.find("won") != cue.npos ||
                       cue.find("front of") != cue.npos || cue.find("overt") != cue.npos ||
                       cue.find("rings around") != cue.npos;
  // "more damage than": how much there is of something, where no machine is compared
  bool const in_cue = k.at.first <= k.measure_first && k.measure_last <= k.at.last;
  bool const amount = in_cue && k.measure_last > k.measure_first && c_.chunks.classes[k.measure_last - 1] == WordClass::noun;
  if (amount && left != Performer::surely && right != Performer::surely) return false;
  if (of_all(k.right_first, k.right_last)) {
    // "three times as thrifty as any rival pump", "outperforms every other": whatever it is that does
    bool const of_machines = right == Performer::surely || is_goods(c_.tokens.tokens[k.right_last - 1]) ||
                             cue.find("outperform") != cue.npos || k.factor >= 0;
    bool const timeless = k.left_last > k.left_first && (c_.covered[k.left_first] & 2) == 0;
    bool const ours = k.left_last > k.left_first && c_.word(k.left_first) == "our";
    if (ours || left != Performer::no || (of_machines && timeless)) return ours || left == Performer::surely || !contest;
  }
  if (left == Performer::no && right == Performer::no) return false;
  auto const own = c_.word(k.right_first);
  if (own == "my" || own == "your" || own == "our" || is_denied(k)) return false;
  if (k.superlative && (own == "its" || own == "their" || own == "his" || own == "her")) return false;
  if (left == Performer::surely && right == Performer::no && is_another_of_it(k.right_first, k.right_last)) return !contest;
  if (left == Performer::no || right == Performer::no) return false;
  if (left == Performer::surely || right == Performer::surely) return true;
  return !contest;
}

}  // namespace counterclaim
