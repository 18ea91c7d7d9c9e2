#include "src/align/copied.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace counterclaim {
namespace {

constexpr int least_words = 6;
constexpr std::size_t long_word = 4;  // bytes; shorter ones are of every sentence

bool is_part(char ch) {
  auto const byte = static_cast<unsigned char>(ch);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
char small(char ch) { return ch >= 'A' && ch <= 'Z' ? char(ch - 'A' + 'a') : ch; }
bool is_capital(std::string_view word) { return word.front() >= 'A' && word.front() <= 'Z'; }

bool same_word(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (small(a[i]) != small(b[i])) return false;
  return true;
}

// "He came to Orl in", "who came to Orl in": words that stand for a name, behind which nothing need be the same.
bool stands_for_name(std::string_view word) {
  static constexpr std::string_view pronouns[] = {"he", "she", "it", "they", "who", "which", "that"};
  return std::ranges::any_of(pronouns, [&](auto const pronoun) { return same_word(word, pronoun); });
}

struct Word {
  std::string_view text;
  bool behind_mark = false;  // a comma, semicolon or bracket stands between it and the word before
};
// The words of a text one by one, empty behind the last: from its start, or from its end.
Word next_word(std::string_view& text, bool backwards) {
  auto const at = [&](std::size_t i) { return text[backwards ? text.size() - 1 - i : i]; };
  Word out;
  std::size_t first = 0;
  for (; first < text.size() && !is_part(at(first)); ++first)
    out.behind_mark = out.behind_mark || std::string_view(",;()").find(at(first)) != std::string_view::npos;
  auto last = first;
  while (last < text.size() && is_part(at(last))) ++last;
  if (backwards) {
    out.text = text.substr(text.size() - last, last - first);
    text.remove_suffix(last);
  } else {
    out.text = text.substr(first, last - first);
    text.remove_prefix(last);
  }
  return out;
}

struct Shared {
  int words = 0, telling = 0;
  bool name = false;
  bool whole = false;  // up to the end of one of the two, or to a mark in both
};
constexpr int least_clause = 3;  // words, that a mark may end
void walk(std::string_view a, std::string_view b, bool backwards, bool one_thing, Shared& shared) {
  for (int n = 0;; ++n) {
    auto const [x, x_parted] = next_word(a, backwards);
    auto const [y, y_parted] = next_word(b, backwards);
    if (one_thing && backwards && n >= least_clause && stands_for_name(x) && stands_for_name(y)) {
      shared.whole = true;
      return;
    }
    if (x.empty() || y.empty() || !same_word(x, y)) {
      shared.whole = x.empty() || y.empty() || (n >= least_clause && x_parted && y_parted);
      return;
    }
    ++shared.words;
    shared.telling += x.size() >= long_word;
    // A sentence's first word is no name by its capital.
    shared.name = shared.name || (is_capital(x) && is_capital(y) && x.size() > 1 && !a.empty() && !b.empty());
  }
}

struct Sides {
  std::string_view before, behind;
};
Sides sides_of(Claim const& c, Article const& article) {
  auto const view = std::string_view(article.view);
  if (c.span.begin < c.sentence.begin || c.span.end > c.sentence.end || c.sentence.end > view.size()) return {};
  return {view.substr(c.sentence.begin, c.span.begin - c.sentence.begin), view.substr(c.span.end, c.sentence.end - c.span.end)};
}

}  // namespace

bool is_copied(Claim const& a, Article const& of_a, Claim const& b, Article const& of_b, bool one_thing) {
  auto const x = sides_of(a, of_a), y = sides_of(b, of_b);
  Shared shared;
  walk(x.before, y.before, true, one_thing, shared);
  if (!shared.whole) return false;
  walk(x.behind, y.behind, false, one_thing, shared);
  return shared.whole && shared.name && shared.words >= least_words && shared.telling >= 3;
}

}  // namespace counterclaim
