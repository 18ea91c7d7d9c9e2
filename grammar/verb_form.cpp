#include <algorithm>

#include "grammar/word_class.hpp"

namespace counterclaim {
namespace {

// Verbs whose past is written like their base, and pasts that are also another verb's base.
bool past_like_base(std::string_view w) {
  return one_of(
      w, {"beat", "cut",  "hit", "set",  "put",  "cost",  "let",       "read",     "shut",   "split", "spread", "bet",
          "quit", "hurt", "bid", "cast", "shed", "upset", "broadcast", "forecast", "offset", "reset", "burst",  "undercut"});
}
bool past_of_another(std::string_view w) {
  return one_of(w, {"found", "fell", "felt", "saw", "wound", "ground", "left", "lay", "shot", "led", "held", "met"});
}

}  // namespace

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

WordId verb_of(WordId word) { return word_info(word).verb_lemma; }

VerbForm verb_form(WordId word) {
  auto const& info = word_info(word);
  if (word == unknown_word || (info.parts & PartOfSpeech::verb) == 0) return VerbForm::none;
  auto const w = word_text(word);
  if (past_of_another(w)) return VerbForm::past;
  if (info.verb_lemma == word) return past_like_base(w) ? VerbForm::base_or_past : VerbForm::base;
  if (w.ends_with("ing")) return VerbForm::ing;
  return w.ends_with("s") ? VerbForm::third : VerbForm::past;
}

bool is_form_of_be(WordId word) {
  return one_of(word_text(word),
                {"be", "am", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't", "weren't"});
}
bool is_form_of_have(WordId word) {
  return one_of(word_text(word), {"have", "has", "had", "having", "haven't", "hasn't", "hadn't"});
}

}  // namespace counterclaim
