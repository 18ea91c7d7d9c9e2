// What the verb of a comparison says of its measure: "outlasts", "uses more memory", "sells more cars".
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/measured.hpp"

namespace counterclaim {

void add_measure(std::vector<std::string_view>& list, std::string_view entry) {
  if (!entry.empty() && std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(entry);
}
void add_measures(std::vector<std::string_view>& list, std::string_view entries) {
  while (!entries.empty()) {
    auto const bar = entries.find('|');
    add_measure(list, entries.substr(0, bar));
    entries = bar == entries.npos ? std::string_view() : entries.substr(bar + 1);
  }
}

// "outlasts", "outruns"
void Measures::read_by_verb(ComparisonMention const& k, Measured& out) {
  for (auto i = k.at.first; i < k.at.last; ++i) {
    if (!c_.tokens.tokens[i].begins(Category::comparison_verbs)) continue;
    auto const m = match_phrase(Category::comparison_verbs, c_.tokens.tokens, i, k.at.last, c_.article.view);
    if (!m) continue;
    auto const of = vocabulary(Category::comparison_verbs)[std::size_t(m.row)].column[2];
    add_measures(out.classes, of);
    if (out.words.empty()) out.words = of.substr(0, of.find('|'));
    return;
  }
}

// "Lasts longer" is of endurance, "has lost more people" of the dead, and what "sells more cars" says is said by "outsells",
// too.
void Measures::read_by_verb_before(ComparisonMention const& k, Measured& out) {
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  auto i = k.at.first;
  while (i > begin && c_.chunks.classes[i - 1] == WordClass::adverb) --i;
  auto const p = i > begin && k.measure_last > k.measure_first ? c_.chunks.phrase_of[i - 1] : -1;
  if (p < 0 || c_.chunks.phrases[std::size_t(p)].kind != PhraseKind::verb) return;
  auto const verb = word_info(c_.tokens.tokens[c_.chunks.phrases[std::size_t(p)].head].word).verb_lemma;
  auto const lemma = word_text(verb);
  auto const measure = c_.tokens.tokens[k.measure_last - 1].word;
  static WordSet const lasts{"last", "run", "keep", "hold", "endure"}, loses{"lose", "bury", "mourn"};
  static WordSet const longer{"long", "longer"},
      persons{"people", "person", "men", "women", "children", "lives", "soldiers", "residents", "inhabitants", "villagers"};
  if (longer.has(measure) && lasts.has(verb)) {
    out.classes.clear();
    add_measures(out.classes, "battery life|last");
  } else if (persons.has(measure) && loses.has(verb)) {
    out.classes.clear();
    add_measure(out.classes, "dead");
  } else if (k.measure_last > k.measure_first + 1 || c_.chunks.classes[k.measure_first] == WordClass::noun) {
    auto const outdo = find_word("out" + std::string(lemma));
    if (outdo == unknown_word || !begins(word_info(outdo), Category::comparison_verbs)) return;
    add_measure(out.settings, c_.kept.keep("in: " + std::string(lemma_text(c_, k.measure_last - 1))));
    out.classes.clear();
    add_measure(out.classes, lemma);
  }
}

// "Outsells Brill in cars": of what there is more.
void Measures::read_field(ComparisonMention const& k, Measured& out) {
  auto const end = c_.tokens.sentences[k.at.sentence].last;
  auto const i = k.right_last;
  if (i + 1 >= end || !c_.tokens.tokens[k.at.first].begins(Category::comparison_verbs) || word(i) != "in") return;
  auto const head = i + 1;
  bool const plain = c_.chunks.classes[head] == WordClass::noun && c_.name_of[head] < 0 && c_.covered[head] == 0;
  if (plain) add_measure(out.settings, c_.kept.keep("in: " + std::string(lemma_text(c_, head))));
}

// "Uses more memory": of what is spent less is better, whatever is said of having it.
void Measures::turn_spent(ComparisonMention const& k, Measured& out) {
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  for (auto i = k.at.first; i > begin && i + 4 > k.at.first; --i) {
    auto const p = c_.chunks.phrase_of[i - 1];
    if (p < 0 || c_.chunks.phrases[std::size_t(p)].kind != PhraseKind::verb) continue;
    static WordSet const spends{"need", "use",  "consume", "draw",  "require", "waste",
                                "take", "burn", "spend",   "drink", "demand"};
    if (spends.has(word_info(c_.tokens.tokens[c_.chunks.phrases[std::size_t(p)].head].word).verb_lemma))
      for (auto& of : out.classes)
        if (!less_is_better(of)) of = c_.kept.keep("use of " + std::string(of));
    return;
  }
}

}  // namespace counterclaim
