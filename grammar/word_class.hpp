// The class of every token of a sentence, by its neighbours: "plans" is a noun in "the plans", a verb in "Acme plans to".
#pragma once
#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>

#include "counterclaim/phrase.hpp"

namespace counterclaim {

inline bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [word](std::string_view w) {  // most differ in length or by their first letter
    return w.size() == word.size() && (w.empty() || (w[0] == word[0] && w == word));
  });
}

enum class VerbForm : std::uint8_t { none, base, third, ing, past, base_or_past };
inline VerbForm verb_form(WordId word) { return VerbForm(word_info(word).verb_form); }
// The lemma's id when the word has a verb reading: "outperforms" -> "outperform"; the word itself otherwise.
inline WordId verb_of(WordId word) { return word_info(word).verb_lemma; }
inline bool is_form_of_be(WordId word) { return (word_info(word).forms & form_of_be) != 0; }
inline bool is_form_of_have(WordId word) { return (word_info(word).forms & form_of_have) != 0; }
// "Of them 300 own shares", "40 need help": behind a number of people these are verbs, though nouns or adjectives elsewhere.
bool is_verb_of_many(WordId word);
bool is_verb_of_place(WordId word, Token const& behind);  // "640 work at the mill", "Of them 12 live in Dorne"

// classes has a place for each token of the article; those of [first, last) are filled in.
void classify(std::string_view view, std::span<Token const> tokens, std::uint32_t first, std::uint32_t last,
              std::span<WordClass> classes);

}  // namespace counterclaim
