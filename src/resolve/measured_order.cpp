// "Rents in A are higher than in B", "A's costs exceed those of B": words that tell an order alone leave to a noun what is
// ordered, and to it which end is the better one.
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/measured.hpp"

namespace counterclaim {

// "Higher", "larger": which says nothing of what is.
bool Measures::is_size(std::uint32_t i) const {
  static WordSet const sizes{"high",    "higher", "highest", "low",      "lower",  "lowest",  "large",   "larger",
                             "largest", "small",  "smaller", "smallest", "bigger", "biggest", "greater", "greatest"};
  return sizes.has(c_.tokens.tokens[i].word);
}

// Of what there is more or less, and how often: "fewer", "rarer", "exceeds", "is below".
bool Measures::is_ordered(ComparisonMention const& k) const {
  static WordSet const often{"rare", "rarer", "common", "commoner", "frequent", "prevalent", "fewer"},
      beyond{"exceed", "exceeds", "exceeded", "exceeding", "above", "below"};
  if (k.measure_first < k.measure_last) return is_size(k.measure_first) || often.has(c_.tokens.tokens[k.measure_first].word);
  for (auto i = k.at.first; i < k.at.last; ++i)
    if (beyond.has(c_.tokens.tokens[i].word) || often.has(c_.tokens.tokens[i].word)) return true;
  return false;
}

// The noun that is high or low: a part of the left side, or what stands in, at or on it; no_token if there is none.
std::uint32_t Measures::measured_noun(ComparisonMention const& k, SidePair const& sides) const {
  auto const part = sides.left.part.empty() ? unknown_word : find_word(sides.left.part);
  if (part != unknown_word) {
    bool const measure = begins(word_info(part), Category::measure_nouns) || begins(word_info(part), Category::concepts);
    for (auto i = k.left_first; measure && i < k.left_last; ++i)
      if (c_.name_of[i] < 0 && lemma_id(c_, i) == part) return i;
    return no_token;
  }
  auto const begin = c_.tokens.sentences[k.at.sentence].first;
  auto i = k.left_first;
  while (i < k.left_last && c_.name_of[i] < 0) ++i;  // "emissions at Norra"
  if (i == k.left_last) i = k.left_first;
  if (k.left_last > k.at.first || i <= begin || !sides.left.named) return no_token;
  if (c_.chunks.classes[i - 1] == WordClass::determiner) --i;
  if (i < begin + 2 || c_.chunks.classes[i - 1] != WordClass::preposition) return no_token;
  auto const noun_before = [&](std::uint32_t end) {
    auto const p = end > begin ? c_.chunks.phrase_of[end - 1] : -1;
    return p >= 0 && c_.chunks.phrases[std::size_t(p)].kind == PhraseKind::noun ? &c_.chunks.phrases[std::size_t(p)] : nullptr;
  };
  auto const* p = noun_before(i - 1);
  // "Spending on schools in Norra"
  static WordSet const on{"on", "for", "of"};
  if (p && p->first > begin && on.has(c_.tokens.tokens[p->first - 1].word))
    if (auto const* whole = noun_before(p->first - 1)) p = whole, i = p->last + 1;
  if (!p) return no_token;
  auto const head = p->head;
  if (c_.tokens.tokens[head].word == unknown_word) return no_token;
  bool const noun =
      head == i - 2 && c_.chunks.classes[head] == WordClass::noun && c_.name_of[head] < 0 && c_.covered[head] == 0;
  return noun && !is_person(head) && !begins(word_info(lemma_id(c_, head)), Category::nominals) ? head : no_token;
}

bool Measures::is_lower_noun(std::uint32_t noun) const {
  static WordSet const amounts{"rate", "rates", "level", "levels", "number", "count", "figure", "figures", "total"};
  auto const lower_at = [&](std::uint32_t first) {
    if (!c_.tokens.tokens[first].begins(Category::measure_nouns)) return false;
    auto const m = match_phrase(Category::measure_nouns, c_.tokens.tokens, first, noun + 1, c_.article.view);
    auto const whole = first + m.tokens == noun + 1 || amounts.has(c_.tokens.tokens[noun].word);  // "the error rate"
    return m && whole && vocabulary(Category::measure_nouns)[std::size_t(m.row)].column[0] == "lower";
  };
  return lower_at(noun) || (noun > 0 && lower_at(noun - 1));
}

void Measures::read_ordered(std::uint32_t sentence, std::uint32_t noun, Measured& out) {
  auto first = noun;
  auto const begin = c_.tokens.sentences[sentence].first;
  while (first > begin && c_.chunks.classes[first - 1] == WordClass::noun && c_.name_of[first - 1] < 0 &&
         c_.chunks.phrase_of[first - 1] == c_.chunks.phrase_of[noun])
    --first;
  out.classes.clear();
  read_measure(sentence, first, noun + 1, out);
  out.words = text(first, noun + 1);
  out.turned = is_lower_noun(noun);
  // "Spending on schools", "the bill for fuel", "the number of deaths"
  static WordSet const on{"on", "for", "of"};
  bool const more = noun + 2 < c_.tokens.sentences[sentence].last;
  auto const p = more && on.has(c_.tokens.tokens[noun + 1].word) ? c_.chunks.phrase_of[noun + 2] : -1;
  if (p < 0 || c_.chunks.phrases[std::size_t(p)].kind != PhraseKind::noun) return;
  auto const& what = c_.chunks.phrases[std::size_t(p)];
  for (auto i = what.first; i < what.last; ++i)
    if (c_.name_of[i] >= 0) return;  // "the accident rate on the Orvel line"
  if (c_.chunks.classes[what.head] == WordClass::noun)
    add_measure(out.settings, c_.kept.keep("of: " + std::string(lemma_text(c_, what.head))));
}

// "Shares in A rose more than those of B": how far something of theirs went.
bool Measures::read_risen(ComparisonMention const& k, SidePair const& sides, std::uint32_t last, Measured& out) {
  static WordSet const moves{"rise", "fall", "grow",  "climb", "drop",     "gain",    "slip",
                             "jump", "sink", "surge", "lose",  "increase", "decline", "decrease"};
  auto const noun = measured_noun(k, sides);
  if (noun == no_token && sides.left.part.empty()) return false;
  auto const p = verb_before(k.at.sentence, k.at.first);
  if (p < 0 || !moves.has(word_info(c_.tokens.tokens[c_.chunks.phrases[std::size_t(p)].head].word).verb_lemma)) return false;
  if (!read_amount(k, last, out)) return false;
  auto const of = sides.left.part.empty() ? lemma_text(c_, noun) : sides.left.part;
  add_measure(out.settings, c_.kept.keep("of: " + std::string(of)));
  return true;
}

// "Larger than B by revenue": the order of their revenues; "by fleet" of what has no measure of its own.
void Measures::read_ranked_by(ComparisonMention const& k, Measured& out) {
  static WordId const by = find_word("by");
  auto const& t = c_.tokens.tokens;
  auto const end = c_.tokens.sentences[k.at.sentence].last;
  auto i = k.right_last;
  if (k.measure_first >= k.measure_last || !is_size(k.measure_first)) return;
  if (i + 1 >= end || t[i].word != by) {  // "on revenue, it is still the bigger"
    static WordSet const leads{"by", "on"};
    auto const begin = c_.tokens.sentences[k.at.sentence].first;
    std::uint32_t found = no_token;
    for (auto j = begin; j + 1 < k.at.first; ++j)
      if (leads.has(t[j].word) && c_.chunks.classes[j + 1] == WordClass::noun && t[j + 1].begins(Category::concepts) &&
          c_.name_of[j + 1] < 0)
        found = j;
    if (found == no_token) return;
    i = found;
  }
  auto const p = c_.chunks.phrase_of[i + 1];
  if (p < 0 || c_.chunks.phrases[std::size_t(p)].kind != PhraseKind::noun || c_.covered[i + 1] != 0) return;
  auto const head = c_.chunks.phrases[std::size_t(p)].head;
  if (c_.name_of[head] >= 0 || c_.chunks.classes[head] != WordClass::noun) return;
  if (t[head].begins(Category::concepts) || (head > i + 1 && t[head - 1].begins(Category::concepts)))
    read_ordered(k.at.sentence, head, out);
  else
    add_measure(out.settings, c_.kept.keep("by: " + std::string(lemma_text(c_, head))));
}

// "Has won it more often than": how often it won.
void Measures::read_often(ComparisonMention const& k, Measured& out) {
  static WordSet const often{"often", "frequently"};
  if (k.measure_last != k.measure_first + 1 || !often.has(c_.tokens.tokens[k.measure_first].word)) return;
  auto const p = verb_before(k.at.sentence, k.at.first);
  if (p < 0) return;
  auto const verb = c_.tokens.tokens[c_.chunks.phrases[std::size_t(p)].head];
  if (verb.word == unknown_word || verb.begins(Category::function_words)) return;
  out.classes = {word_text(word_info(verb.word).verb_lemma)};
}

// "Rose faster than", "gained more than", "fell further than": how far it went, in whatever word.
void Measures::read_moves(ComparisonMention const& k, Measured& out) {
  static WordSet const up{"rise", "grow", "climb", "gain", "increase", "jump", "surge", "advance", "soar", "outgrow", "expand"},
      down{"fall", "drop", "decline", "slip", "sink", "decrease", "slide", "tumble", "plunge"},
      degrees{"more", "less", "faster", "quicker", "slower", "further", "farther", "sharply", "steeply", "strongly", "rapidly"},
      plain{"speed", "distance", "grow"};
  bool degree = false;
  for (auto i = k.at.first; i < k.at.last; ++i) degree = degree || degrees.has(c_.tokens.tokens[i].word);
  auto const p = degree ? verb_before(k.at.sentence, k.at.first) : -1;
  if (p < 0 || c_.chunks.phrases[std::size_t(p)].last + 2 < k.at.first) return;
  auto const verb = word_info(c_.tokens.tokens[c_.chunks.phrases[std::size_t(p)].head].word).verb_lemma;
  if (!up.has(verb) && !down.has(verb)) return;
  for (auto const of : out.classes)
    if (!plain.has(find_word(of)) && of != word_text(verb)) return;
  out.classes = {up.has(verb) ? "grow" : "fall"};
  std::erase_if(out.settings, [](auto const one) { return one.starts_with("to: ") || one.starts_with("act: "); });
}

}  // namespace counterclaim
