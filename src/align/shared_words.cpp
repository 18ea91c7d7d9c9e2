#include "src/align/shared_words.hpp"

#include <algorithm>
#include <string>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "src/align/gates.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"

namespace counterclaim {
bool share_any_name(Claim const& a, Claim const& b) {
  for (auto const& n : a.names)
    for (auto const& m : b.names)
      if (n.role <= TermRole::sentence && m.role <= TermRole::sentence && n.name == m.name) return true;
  return false;
}

bool share_noun(Claim const& a, Claim const& b) {
  for (auto const& t : a.terms)
    if (t.role <= TermRole::clause && is_noun(t.word) && word_info(t.word).usual_part == noun && !is_anything(t.word))
      for (auto const& u : b.terms)
        if (u.role <= TermRole::clause && likeness(t.word, u.word) >= 85) return true;
  return false;
}

bool share_figures_noun(Claim const& a, Claim const& b) {
  for (auto const& t : a.terms)
    if (t.role <= TermRole::counted && is_noun(t.word))
      for (auto const& u : b.terms)
        if (u.role <= TermRole::counted && u.word == t.word) return true;
  return false;
}

bool share_verb(Claim const& a, Claim const& b) {
  for (auto const& t : a.terms)
    if (t.role <= TermRole::verb)
      for (auto const& u : b.terms)
        if (u.role <= TermRole::verb && (t.role == TermRole::verb || u.role == TermRole::verb) &&
            likeness(t.word, u.word) >= 75)
          return true;
  return false;
}

namespace {

// The last word of "the statistics office", in lower case.
std::string last_word(std::string_view source) {
  auto const blank = source.find_last_of(' ');
  return lower(blank == std::string_view::npos ? source : source.substr(blank + 1));
}
// "the company", "officials", "he": whoever speaks in this article.
bool is_anyone(std::string_view word) {
  static constexpr std::string_view anyone[] = {
      "he",        "she",         "it",           "they",     "we",     "i",         "company", "firm",
      "maker",     "group",       "officials",    "official", "people", "person",    "experts", "analysts",
      "analyst",   "sources",     "source",       "report",   "paper",  "study",     "who",     "statement",
      "spokesman", "spokeswoman", "spokesperson", "chief",    "police", "government"};
  return word.size() < 2 || std::find(std::begin(anyone), std::end(anyone), word) != std::end(anyone);
}

}  // namespace

std::vector<std::string_view> capitalized(std::string_view source) {
  static constexpr std::string_view openers[] = {"The", "A", "An", "Its", "Their", "Our"};
  std::vector<std::string_view> out;
  for (std::size_t from = 0; from < source.size();) {
    auto const to = std::min(source.find_first_of(" ,", from), source.size());
    auto word = source.substr(from, to - from);
    if (word.ends_with("'s")) word.remove_suffix(2);
    bool const capital = word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z';
    if (capital && std::find(std::begin(openers), std::end(openers), word) == std::end(openers)) out.push_back(word);
    from = to + 1;
  }
  return out;
}
bool share_source(Claim const& a, Claim const& b) {
  auto const& x = a.attribution;
  auto const& y = b.attribution;
  if (x.source.empty() || y.source.empty() || x.self || y.self || x.vague || y.vague) return false;
  auto const names = capitalized(x.source), others = capitalized(y.source);
  if (!names.empty() || !others.empty())
    return std::any_of(names.begin(), names.end(),
                       [&](auto const n) { return std::find(others.begin(), others.end(), n) != others.end(); });
  auto const word = last_word(x.source);
  return word == last_word(y.source) && !is_anyone(word);
}

bool concept_in_common(Claim const& a, Claim const& b, bool what_is_counted) {
  for (auto const& t : a.terms)
    if (is_concept(t.word) && t.role <= TermRole::clause)
      for (auto const& u : b.terms)
        if (u.word == t.word && u.role <= TermRole::clause && (is_near(t.role) || is_near(u.role)) &&
            (!what_is_counted || std::min(t.role, u.role) <= TermRole::counted) &&
            (!what_is_counted || a.counted.empty() || b.counted.empty() || std::max(t.role, u.role) <= TermRole::verb))
          return true;
  return false;
}

int near_names_shared(Claim const& a, Claim const& b) {
  auto const is_near_both = [&](NameRef const& n) {
    return n.role <= TermRole::clause && std::any_of(b.names.begin(), b.names.end(), [&](NameRef const& m) {
             return m.role <= TermRole::clause && m.name == n.name;
           });
  };
  return int(std::count_if(a.names.begin(), a.names.end(), is_near_both));
}

}  // namespace counterclaim
