// Under which settings a comparison holds, and what stands beside it that is none: "on a single core", "after the price cut",
// "the northern route"; a place in the table of a season.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/measured.hpp"

namespace counterclaim {

void Measures::find_settings(std::uint32_t first, std::uint32_t last, Measured& out, ComparisonMention const* k) {
  auto const& tokens = c_.tokens.tokens;
  static WordSet const parts{"quarter", "half",  "round", "leg",     "set",  "period",
                             "stage",   "phase", "lap",   "innings", "heat", "week"};
  for (auto i = first; i < last; ++i) {
    // "In March", where no year tells which
    if ((c_.covered[i] & 2) != 0 && tokens[i].begins(Category::date_names) && tokens[i].has(capital))
      add_measure(out.settings, c_.kept.keep("when: " + std::string(c_.word(i))));
    // "In the second quarter"
    if (i + 1 < last && tokens[i].begins(Category::ordinals) && parts.has(tokens[i + 1].word))
      add_measure(out.settings, c_.kept.keep("when: " + std::string(c_.word(i)) + " " + std::string(c_.word(i + 1))));
    if (!tokens[i].begins(Category::exclusions) || c_.name_of[i] >= 0) continue;
    auto const m = match_phrase(Category::exclusions, tokens, i, last, c_.article.view);
    if (!m) continue;
    auto const& row = vocabulary(Category::exclusions)[std::size_t(m.row)];
    if (row.column[1].empty()) continue;
    // "The northern route": which of the two it is
    static WordSet const of_sides{"side", "sex", "trade", "age"};
    if (k && of_sides.has(find_word(row.column[1])) && is_side_itself(*k, i)) continue;
    add_measure(out.settings, c_.kept.keep(std::string(row.column[1]) + ": " + std::string(row.phrase)));
  }
}

// "After the price cut", "after its update", at "after".
bool Measures::changed_after(std::uint32_t i, std::uint32_t last) const {
  static WordSet const changes{"cut",      "rise", "increase", "reduction", "update",     "upgrade",   "discount",
                               "patch",    "hike", "merger",   "repair",    "renovation", "extension", "redesign",
                               "overhaul", "fix",  "rebate",   "expansion", "change"};
  constexpr std::uint32_t reach = 6;  // tokens
  for (auto const end = std::min(last, i + reach); ++i < end && !c_.tokens.tokens[i].is(TokenKind::comma);)
    if ((c_.covered[i] & 2) == 0 && changes.has(c_.tokens.tokens[i].word)) return true;
  return false;
}
// A word of a side that has no name.
bool Measures::is_side_itself(ComparisonMention const& k, std::uint32_t i) const {
  auto const within = [&](std::uint32_t first, std::uint32_t last) {
    if (i < first || i >= last) return false;
    return std::all_of(c_.name_of.begin() + first, c_.name_of.begin() + last, [](auto use) { return use < 0; });
  };
  return within(k.left_first, k.left_last) || within(k.right_first, k.right_last);
}

// "Finished the season above", "ended up four points clear of", "ended the campaign behind": a place in the table.
bool Measures::is_place_of_season(ComparisonMention const& k) const {
  static WordSet const order{"above", "below", "ahead", "behind", "clear"},
      ends{"finish", "end", "close", "complete", "place", "stand", "sit", "lie", "be"},
      spans{"season", "campaign", "table", "standing", "point", "league"};
  bool ordered = false;
  for (auto i = k.at.first; i < k.at.last; ++i) ordered = ordered || order.has(c_.tokens.tokens[i].word);
  if (!ordered || k.at.first == 0) return false;
  auto const p = verb_before(k.at.sentence, k.at.last);
  if (p < 0 || !ends.has(word_info(c_.tokens.tokens[c_.chunks.phrases[std::size_t(p)].head].word).verb_lemma)) return false;
  auto const stop = std::min(std::max(k.right_last, k.at.last) + 4, c_.tokens.sentences[k.at.sentence].last);
  for (auto i = c_.chunks.phrases[std::size_t(p)].last; i < stop; ++i)
    if (c_.chunks.classes[i] == WordClass::noun && spans.has(lemma_id(c_, i))) return true;
  return false;
}

// "Faster than the K7 at translating"
void Measures::read_manner_behind(ComparisonMention const& k, Measured& out) {
  auto const r = k.right_last;
  bool const task = r + 1 < c_.tokens.sentences[k.at.sentence].last && c_.chunks.classes[r + 1] == WordClass::ing_verb;
  if (task && word(r) == "at") add_measure(out.settings, c_.kept.keep("to: " + std::string(lemma_text(c_, r + 1))));
}

}  // namespace counterclaim
