// By which test: a benchmark's name, beside the comparison or told before it.
#include <algorithm>

#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/clause_at.hpp"
#include "src/resolve/measured.hpp"

namespace counterclaim {

// "StreamLoop", "the Orvel test"
std::string_view Measures::test_at(NameUse const& use) const {
  if ((c_.covered[use.first] & 2) != 0 || use.person) return {};
  // "SWE-bench", "SWE-bench Verified"
  auto const& t = c_.tokens.tokens;
  if (use.last + 1 < t.size() && t[use.last].is(TokenKind::hyphen) &&
      (t[use.last + 1].begins(Category::test_words) || word(use.last + 1) == "bench")) {
    auto last = use.last + 2;
    while (last < c_.tokens.sentences[use.sentence].last && c_.name_of[last] >= 0 && t[last].has(capital)) ++last;
    return text(use.first, last);
  }
  return c_.names.names[use.name];
}

// "On that model", "on the same course": what the sentence before names behind such a word; empty if it does not.
std::string_view Measures::test_meant(std::uint32_t sentence, std::uint32_t first, std::uint32_t last) const {
  static WordSet const leads{"on", "in", "for", "with"}, that{"that", "this", "same"},
      tests{"model", "test", "benchmark", "suite", "course", "track", "loop", "route", "workload"};
  auto const& t = c_.tokens.tokens;
  if (sentence == 0 || c_.tokens.sentences[sentence - 1].block != c_.tokens.sentences[sentence].block) return {};
  for (auto i = first; i + 2 < last; ++i) {
    if (!leads.has(t[i].word)) continue;
    auto const noun = i + 1 + (c_.word(i + 1) == "the" ? 1U : 0U) + 1U;
    if (noun >= last || !that.has(t[noun - 1].word) || !tests.has(t[noun].word)) continue;
    auto const& before = c_.tokens.sentences[sentence - 1];
    std::string_view found;
    for (auto k = before.first + 1; k < before.last; ++k) {
      auto const use = c_.name_of[k];
      if (use < 0 || c_.names.uses[std::size_t(use)].first != k || !leads.has(t[k - 1].word)) continue;
      if (auto const name = test_at(c_.names.uses[std::size_t(use)]); !name.empty()) found = name;
    }
    return found;
  }
  return {};
}

bool Measures::owns_no_test(NameUse const& use) const {
  auto const& tokens = c_.tokens.tokens;
  if (use.last + 1 >= c_.tokens.sentences[use.sentence].last || !tokens[use.last].is(TokenKind::possessive)) return false;
  auto const p = c_.chunks.phrase_of[use.last + 1];
  auto const head = p >= 0 ? c_.chunks.phrases[std::size_t(p)].head : use.last + 1;
  for (auto i = use.last + 1; i <= head; ++i)
    if (tokens[i].begins(Category::test_words)) return false;
  return true;
}

void Measures::find_test(std::uint32_t sentence, std::uint32_t first, std::uint32_t last, ComparisonMention const* k,
                         Names without, Measured& out) {
  auto const& uses = c_.names.uses;
  auto u = std::lower_bound(uses.begin(), uses.end(), first, [](NameUse const& n, std::uint32_t t) { return n.first < t; });
  for (; u != uses.end() && u->last <= last && u->sentence == sentence; ++u) {
    auto const name = test_at(*u);
    if (name.empty() || std::find(without.begin(), without.end(), name) != without.end() ||
        is_aside(c_, c_.tokens.sentences[sentence].first, u->first))
      continue;
    if (k && in_side(*k, u->first)) continue;
    if (k && k->superlative && u->first >= k->at.last) continue;  // "the longest in Orvel": among which
    bool const test = is_test(c_, *u);
    // "In Norra's laboratory" names no test, "in Norra's trial" does.
    if (!test && owns_no_test(*u)) continue;
    if (!test && !is_setting(c_, *u)) continue;
    static WordSet const at{"in", "near", "outside"};
    if (!test && k && u->first == k->right_last + 1 && at.has(c_.tokens.tokens[k->right_last].word))
      continue;  // "the Brill plant in Dorne": where that one is
    out.test = name;
    find_part(*u, out);
    if (test) return;
  }
  if (k && out.test.empty()) out.test = test_meant(sentence, first, last);
}

// "Orvel's write test", "the write test of Orvel": a test of many is of its own.
void Measures::find_part(NameUse const& use, Measured& out) {
  auto const& t = c_.tokens.tokens;
  auto const begin = c_.tokens.sentences[use.sentence].first, end = c_.tokens.sentences[use.sentence].last;
  auto const modifies = [&](std::uint32_t i) {
    auto const cls = c_.chunks.classes[i];
    return t[i].is(TokenKind::word) && cls != WordClass::determiner && cls != WordClass::possessive &&
           cls != WordClass::preposition && cls != WordClass::conjunction;
  };
  std::uint32_t word = 0;
  if (use.last + 2 < end && t[use.last].is(TokenKind::possessive) && t[use.last + 2].begins(Category::test_words))
    word = use.last + 1;
  else if (use.last + 1 < end && has_digit(c_.names.names[use.name]) && t[use.last + 1].begins(Category::test_words))
    word = use.last;  // "the CineMark 3 serving test"
  else if (use.first > begin + 2 && t[use.first - 2].begins(Category::test_words))
    word = use.first - 3;
  if (word != 0 && modifies(word) && !t[word].begins(Category::test_words) && c_.name_of[word] < 0)
    add_measure(out.settings, c_.kept.keep("part: " + this->word(word)));
}

// "In the test", "on that ranking", "on the institute's leaderboard", "in it": one that was named before.
bool Measures::is_led_by_test(std::uint32_t first) const {
  if (c_.chunks.classes[first] != WordClass::preposition) return false;
  if (first + 1 >= c_.tokens.tokens.size()) return false;
  static WordSet const its{"it"};
  if (its.has(c_.tokens.tokens[first + 1].word)) return true;
  auto const lead = c_.chunks.classes[first + 1];
  if (lead != WordClass::determiner && lead != WordClass::possessive) return false;
  constexpr std::uint32_t longest = 5;  // tokens
  auto const& t = c_.tokens.tokens;
  static WordSet const runs{"run", "runs"};
  for (auto i = first + 2; i < first + longest + 2 && i < t.size() && c_.name_of[i] < 0; ++i) {
    if (t[i].begins(Category::test_words) || runs.has(t[i].word)) return true;
    if (c_.chunks.classes[i] != WordClass::noun && c_.chunks.classes[i] != WordClass::adjective &&
        !t[i].is(TokenKind::possessive))
      return false;
  }
  return false;
}

// "Beats B at chess", "in law, A is ahead of B", "is better than B when it comes to telling jokes": what both do, without an
// article. "In practice" and "on average" are nothing that is done.
void Measures::read_task(ComparisonMention const& k, std::uint32_t first, std::uint32_t last, Measured& out) {
  static WordSet const leads{"at", "in", "on"}, comes{"comes", "came"};
  static WordSet const none{"practice", "theory", "general", "fact",     "turn",   "contrast", "comparison", "short",
                            "average",  "paper",  "balance", "total",    "part",   "sum",      "particular", "court",
                            "time",     "times",  "public",  "response", "return", "addition", "launch",     "sale",
                            "stock",    "place",  "demand",  "case",     "term",   "tandem",   "parallel",   "reply",
                            "home",     "work",   "play",    "most"};
  static WordSet const tasks{"task", "problem", "question", "exercise"};
  static WordId const to = find_word("to");
  auto const& t = c_.tokens.tokens;
  if (c_.article.blocks[c_.tokens.sentences[k.at.sentence].block].kind == BlockKind::title) return;  // "beat Velo in final"
  auto const lemma = [&](std::uint32_t i) {
    auto const w = t[i].word;
    bool const gerund = w != unknown_word && word(i).ends_with("ing") && word_info(w).verb_lemma != unknown_word;
    return gerund ? std::string(word_text(word_info(w).verb_lemma)) : std::string(lemma_text(c_, i));
  };
  auto const read = [&](std::uint32_t i) {
    if (i >= last || in_side(k, i) || c_.name_of[i] >= 0 || c_.covered[i] != 0) return false;
    auto const cls = c_.chunks.classes[i];
    if (cls != WordClass::noun && cls != WordClass::adjective && cls != WordClass::ing_verb) return false;
    auto head = i;
    auto const p = c_.chunks.phrase_of[cls == WordClass::ing_verb && i + 1 < last ? i + 1 : i];
    if (p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::noun) head = c_.chunks.phrases[std::size_t(p)].head;
    while (head > i && head < last && (c_.name_of[head] >= 0 || in_side(k, head) || t[head].is(TokenKind::figure)))
      --head;  // "in coding Velo is"
    if (head < i || head >= last || head > i + 4 || in_side(k, head)) return false;
    auto const noun = t[head].word == unknown_word ? unknown_word : word_info(t[head].word).noun_lemma;
    if (none.has(t[head].word) || none.has(noun) || t[head].begins(Category::test_words)) return false;
    std::string what;
    for (auto j = i; j <= head; ++j) {
      if (c_.name_of[j] >= 0 || c_.covered[j] != 0) return false;
      if (t[j].begins(Category::function_words) || !t[j].is(TokenKind::word)) continue;
      if (j == head && j > i && tasks.has(noun)) continue;
      if (!what.empty()) what += ' ';
      what += lemma(j);
    }
    if (what.empty()) return false;
    add_measure(out.classes, c_.kept.keep(what));
    if (out.words.empty()) out.words = text(i, head + 1);
    return true;
  };
  auto const behind = std::max(k.at.last, k.right_last);
  if (behind + 1 < last && leads.has(t[behind].word) && read(behind + 1)) return;
  if (first + 1 < k.at.first && leads.has(t[first].word) && read(first + 1)) return;
  for (auto i = first; i + 2 < last; ++i)
    if (comes.has(t[i].word) && t[i + 1].word == to && read(i + 2)) return;
}

// "There it leaves the K7 behind", and a test that the sentences before were about.
// "Orvel, the speed test of the clubs,"
static bool is_told_test(Context const& c, NameUse const& use) {
  auto const& t = c.tokens.tokens;
  auto const end = c.tokens.sentences[use.sentence].last;
  if (!t[use.last].is(TokenKind::comma) || use.last + 1 >= end || c.chunks.classes[use.last + 1] != WordClass::determiner)
    return false;
  for (auto i = use.last + 2; i < end && i < use.last + 5 && c.chunks.phrase_of[i] == c.chunks.phrase_of[use.last + 1]; ++i)
    if (t[i].begins(Category::test_words)) return true;
  return false;
}

void Measures::find_test_before(ComparisonMention const& k, std::uint32_t first, Names without, Measured& out) {
  static WordSet const runs{"ran", "run", "running", "used", "took"};
  bool const led = is_led_by_test(first);
  // "Orvel is another matter: on the institute's ranking A beats B"
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  if (led && first > begin + 1 && c_.tokens.tokens[first - 1].is(TokenKind::colon) && c_.name_of[begin] >= 0) {
    auto const name = test_at(c_.names.uses[std::size_t(c_.name_of[begin])]);
    if (std::find(without.begin(), without.end(), name) == without.end()) out.test = name;
    if (!out.test.empty()) return;
  }
  // "On Orvel, the test that most clubs trust, A is ahead of B"
  if (first > begin + 2 && c_.chunks.classes[begin] == WordClass::preposition && c_.name_of[begin + 1] >= 0) {
    auto const& use = c_.names.uses[std::size_t(c_.name_of[begin + 1])];
    if (use.last < first && (is_test(c_, use) || is_told_test(c_, use))) {
      out.test = test_at(use);
      return;
    }
  }
  bool const back = led || word(first) == "there" || word(first) == "here";
  // "In training, A beats B" says itself in what.
  if (!back && (!out.classes.empty() || c_.chunks.classes[first] == WordClass::preposition)) return;
  auto const& sentences = c_.tokens.sentences;
  auto const& uses = c_.names.uses;
  for (std::uint32_t s = k.at.sentence; s > 0 && s + 3 > k.at.sentence;) {
    --s;
    if (sentences[s].block != sentences[k.at.sentence].block) break;
    auto u = std::lower_bound(uses.begin(), uses.end(), sentences[s].last,
                              [](NameUse const& n, std::uint32_t t) { return n.first < t; });
    while (u != uses.begin() && (u - 1)->first >= sentences[s].first) {
      --u;
      auto const name = test_at(*u);
      if (name.empty() || std::find(without.begin(), without.end(), name) != without.end()) continue;
      bool const ran = u->first > sentences[s].first && runs.has(c_.tokens.tokens[u->first - 1].word);
      if (!(back && s + 1 == k.at.sentence) && !ran && !is_test(c_, *u)) continue;
      out.test = name;
      find_part(*u, out);
      find_settings(sentences[s].first, sentences[s].last, out);
      return;
    }
  }
}

// "By fleet, Norra is larger", "to rent, it is cheaper": what the sentence opens with.
void Measures::read_opening(std::uint32_t sentence, Measured& out) {
  static WordId const by = find_word("by");
  auto const i = c_.tokens.sentences[sentence].first;
  if (i + 3 >= c_.tokens.sentences[sentence].last || !c_.tokens.tokens[i + 2].is(TokenKind::comma)) return;
  auto const& classes = c_.chunks.classes;
  bool const counts = c_.tokens.tokens[i].word == by &&
                      (classes[i + 1] == WordClass::noun || classes[i + 1] == WordClass::adjective) && c_.covered[i + 1] == 0 &&
                      c_.name_of[i + 1] < 0;
  bool const does = classes[i] == WordClass::to && classes[i + 1] == WordClass::base_verb;
  if (!counts && !does) return;
  auto const lemma = lemma_text(c_, i + 1);
  if (std::find(out.classes.begin(), out.classes.end(), lemma) != out.classes.end()) return;
  add_measure(out.settings, c_.kept.keep((counts ? "by: " : "to: ") + std::string(lemma)));
}

}  // namespace counterclaim
