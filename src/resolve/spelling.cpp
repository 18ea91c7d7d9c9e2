#include "src/resolve/spelling.hpp"

#include <algorithm>
#include <utility>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/text.hpp"
#include "counterclaim/vocabulary.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

// One insertion, deletion, substitution or swap of neighbours.
bool one_edit_apart(std::string const& a, std::string const& b) {
  if (a == b || a.size() > b.size() + 1 || b.size() > a.size() + 1) return false;
  std::size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
  auto rest = [](std::string const& s, std::size_t from) {
    return from < s.size() ? std::string_view(s).substr(from) : std::string_view();
  };
  if (rest(a, i + 1) == rest(b, i + 1) || rest(a, i + 1) == rest(b, i) || rest(a, i) == rest(b, i + 1)) return true;
  return i + 1 < a.size() && i + 1 < b.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && rest(a, i + 2) == rest(b, i + 2);
}

// "North American" of "North America"
bool is_form_of(std::string const& longer, std::string const& word) {
  return longer.size() == word.size() + 1 && longer.starts_with(word) && longer.back() == 'n';
}

// "Ana" and "Anna", "Erik" and "Eric": one sound written in two ways.
bool one_sound(std::string const& a, std::string const& b) {
  auto const& [brief, full] = std::minmax(a, b, [](auto const& x, auto const& y) { return x.size() < y.size(); });
  std::size_t i = 0;
  while (i < brief.size() && brief[i] == full[i]) ++i;
  auto const rest = std::string_view(full).substr(i);
  static constexpr std::string_view vowels = "aeiou";  // "RAAF" is another force than "RAF"
  if (i < full.size() && full.size() > brief.size() && vowels.find(full[i]) != vowels.npos) return false;
  if (full.size() == brief.size() + 1)
    return i > 0 && full[i] == full[i - 1] && rest.substr(1) == std::string_view(brief).substr(i);
  static constexpr std::string_view alike[] = {"ck", "kc", "iy", "yi", "sz", "zs"};
  if (full.size() != brief.size() || i >= full.size() || rest.substr(1) != std::string_view(brief).substr(i + 1)) return false;
  char const pair[] = {full[i], brief[i]};
  return std::find(std::begin(alike), std::end(alike), std::string_view(pair, 2)) != std::end(alike);
}
// "Airways" and "Airlines", "Labs" and "Laboratories": what an organization calls itself, nearly.
bool are_kin(std::string const& a, std::string const& b) {
  static constexpr std::pair<std::string_view, std::string_view> kin[] = {
      {"airways", "airlines"},        {"institute", "institution"}, {"laboratory", "lab"}, {"laboratories", "labs"},
      {"laboratories", "laboratory"}, {"technology", "tech"},       {"centre", "center"}};
  return std::any_of(std::begin(kin), std::end(kin),
                     [&](auto const& k) { return (k.first == a && k.second == b) || (k.first == b && k.second == a); });
}
bool is_no_word(std::string const& word) { return find_word(word) == unknown_word; }

bool never_together(Spelling const& a, Spelling const& b) {
  return std::ranges::none_of(a.articles,
                              [&](auto const x) { return std::binary_search(b.articles.begin(), b.articles.end(), x); });
}

}  // namespace

std::string_view without_zero(std::string_view name) {
  auto const digit = [&](std::size_t i) { return name[i] >= '0' && name[i] <= '9'; };
  while (name.size() > 2 && name.ends_with(".0") && digit(name.size() - 3)) name.remove_suffix(2);
  return name;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> out(1);
  for (char const c : lower(without_zero(name))) {
    if (c == ' ' || c == '-' || c == '/')
      out.emplace_back();
    else if (c != '.' && c != '\'' && c != ',' && c != '&')
      out.back() += c;
  }
  std::erase_if(out, [](std::string const& w) { return w.empty(); });
  return out;
}

static std::int32_t row_of_word(std::string const& word) {
  auto const id = find_word(word);
  if (id == unknown_word || !begins(word_info(id), Category::name_words)) return -1;
  Token t;  // the matcher asks for tokens: one of this word
  t.word = id;
  t.categories = word_info(id).categories;
  auto const m = match_phrase(Category::name_words, {&t, 1}, 0, 1, word);
  return m ? m.row : -1;
}
std::string_view kind_of(std::string const& word) {
  auto const row = row_of_word(word);
  return row < 0 ? std::string_view() : vocabulary(Category::name_words)[std::size_t(row)].column[0];
}
bool is_country(std::string_view name) {
  auto const row = row_of_word(lower(name));
  return row >= 0 && vocabulary(Category::name_words)[std::size_t(row)].column[0] == "people";
}
std::string_view country_of(std::string_view name) {
  static WordSet const teams{"team", "side", "squad", "eleven", "women", "men"};
  auto people = lower(name);
  if (people.starts_with("the ")) people.erase(0, 4);
  if (auto const blank = people.find(' '); blank != people.npos) {
    if (!teams.has(find_word(people.substr(blank + 1)))) return {};
    people.resize(blank);
  }
  auto const row = row_of_word(people);
  if (row < 0 || vocabulary(Category::name_words)[std::size_t(row)].column[0] != "people") return {};
  auto const country = vocabulary(Category::name_words)[std::size_t(row)].phrase;
  return country == people ? std::string_view() : country;
}

std::string in_figures(std::string const& word) {
  static constexpr char const* names[] = {"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                          "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  for (std::size_t i = 0; i < std::size(names); ++i)
    if (word == names[i]) return std::to_string(i);
  return word;
}

bool misspelt(Spelling const& a, Spelling const& b) {
  if (a.words.size() != b.words.size()) return false;
  int differing = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    if (a.words[i] == b.words[i]) continue;
    bool const last = i > 0 && i + 1 == a.words.size();
    bool const near =
        a.words.size() > 1 && ((last && are_kin(a.words[i], b.words[i])) ||
                               (a.words[i].size() > 2 && b.words[i].size() > 2 && one_sound(a.words[i], b.words[i])));
    if (near && !has_digit(a.words[i]) && never_together(a, b)) {
      ++differing;
      continue;
    }
    if (a.words[i].size() < 5 || b.words[i].size() < 5 || has_digit(a.words[i]) || has_digit(b.words[i])) return false;
    if (!one_edit_apart(a.words[i], b.words[i]) || is_form_of(a.words[i], b.words[i]) || is_form_of(b.words[i], a.words[i]))
      return false;
    ++differing;
  }
  if (differing != 1) return false;
  if (a.words.size() > 1) return true;
  // A single word: long, never beside the other, and hardly used or no word of the language.
  bool const rare = b.uses * 3 <= a.uses || (is_no_word(a.words[0]) && is_no_word(b.words[0]));
  return b.words[0].size() >= 7 && rare && never_together(a, b) && a.words[0][0] == b.words[0][0];
}

bool only_adds_model(std::span<std::string const> added) {
  return std::any_of(added.begin(), added.end(),
                     [](auto const& w) { return has_digit(w) || kind_of(w) == "model" || w.size() == 1; });
}

bool introduces(Spelling const& full, Spelling const& brief) {
  for (std::size_t i = 0; i < full.articles.size(); ++i) {
    auto const b = std::lower_bound(brief.articles.begin(), brief.articles.end(), full.articles[i]);
    if (b == brief.articles.end() || *b != full.articles[i]) continue;
    if (full.first_use[i] <= brief.first_use[std::size_t(b - brief.articles.begin())]) return true;
  }
  return false;
}

}  // namespace counterclaim
