// "Patients on zelarin", "those given placebo", "the placebo group": of people who were given something that is compared.
#include <algorithm>

#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"
#include "src/resolve/sides.hpp"

namespace counterclaim {
namespace {

WordSet const treated{"patients", "patient",    "people", "those",    "participants", "women",      "men",
                      "children", "volunteers", "adults", "subjects", "users",        "recipients", "babies",
                      "infants",  "mice",       "rats",   "animals",  "volunteer",    "ones",       "group",
                      "arm",      "cohort",     "pigs",   "calves",   "cows",         "athletes",   "households",
                      "farmers",  "plots",      "that",   "pupils",   "students"};
WordSet const groups{"group", "arm", "cohort", "recipients", "takers", "groups"};

std::uint32_t past(std::uint32_t i, std::uint32_t end, Context const& c, WordSet const& words) {
  return i < end && words.has(c.tokens.tokens[i].word) ? i + 1 : i;
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> treatment_of(Context const& c, std::uint32_t sentence, std::uint32_t first,
                                                     std::uint32_t last) {
  static WordSet const who{"who", "that"}, be{"were", "was", "are", "had", "have", "been", "is"},
      give{"took",  "take", "received", "receive", "got",          "get",        "taking", "receiving", "getting",
           "given", "on",   "using",    "used",    "administered", "prescribed", "fed",    "drank",     "swallowed"},
      treat{"treated", "injected", "dosed", "inoculated", "vaccinated", "fertilized"},
      assign{"assigned", "randomized", "randomised", "allocated", "switched"}, with{"with"}, to{"to"},
      taking{"take", "receive"}, on{"on"};
  auto const& t = c.tokens.tokens;
  auto const end = c.tokens.sentences[sentence].last;
  if (first >= last || last > end) return {};
  auto i = first;
  if (c.chunks.classes[i] == WordClass::determiner && i + 1 < last && treated.has(t[i + 1].word)) ++i;
  // "The placebo group"
  if (last > first + 2 && last <= first + 4 && groups.has(t[last - 1].word) &&
      c.chunks.classes[first] == WordClass::determiner) {
    i = first + 1;
    bool const stuff = c.chunks.classes[last - 2] == WordClass::noun || t[last - 2].word == unknown_word;
    return stuff ? std::pair{i, last - 1} : std::pair{0U, 0U};
  }
  if (!treated.has(t[i].word)) return {};
  i = past(i + 1, end, c, who);
  i = past(i, end, c, be);
  auto behind = past(i, end, c, give);
  if (behind > i) behind = past(behind, end, c, on);  // "fed on"
  if (behind == i) {
    behind = past(i, end, c, treat);
    if (behind > i && (behind >= end || !with.has(t[behind].word))) return {};
    if (behind > i) ++behind;
  }
  if (behind == i) {
    behind = past(i, end, c, assign);
    if (behind > i && (behind >= end || !to.has(t[behind].word))) return {};
    if (behind > i) behind = past(behind + 1, end, c, taking);
  }
  if (behind == i || behind >= end) return {};
  auto const p = c.chunks.phrase_of[behind];
  bool const chunk = p >= 0 && c.chunks.phrases[std::size_t(p)].kind == PhraseKind::noun;
  bool const single = c.chunks.classes[behind] == WordClass::noun || t[behind].word == unknown_word;
  if (!chunk && !(single && t[behind].is(TokenKind::word))) return {};
  auto from = behind;
  auto const stop = chunk ? std::min(std::max(c.chunks.phrases[std::size_t(p)].head, behind) + 1, end) : behind + 1;
  if (c.chunks.classes[from] == WordClass::determiner || c.chunks.classes[from] == WordClass::possessive) ++from;
  bool const figure = from < stop && (c.covered[from] & 3) != 0;
  return from < stop && !figure ? std::pair{from, stop} : std::pair{0U, 0U};
}

std::string_view given_to(Context const& c, std::uint32_t sentence, std::uint32_t first, std::uint32_t last) {
  auto const [from, behind] = treatment_of(c, sentence, first, last);
  if (behind <= from) return {};
  if (auto const use = c.name_of[from]; use >= 0) return c.names.names[c.names.uses[std::size_t(use)].name];
  auto const written = joined(c.tokens, from, behind, c.article.view, c.kept);
  auto const name = known_as(c, written);
  return name.empty() ? written : name;
}

}  // namespace counterclaim
