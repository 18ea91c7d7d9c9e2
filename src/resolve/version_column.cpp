#include "src/resolve/version_column.hpp"

#include <string>

namespace counterclaim {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "Tarnstore" in "The limits of Tarnstore 4.0.1": the words with a capital before a version, empty if there are none.
std::string_view versioned_in(std::string_view title) {
  auto const is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::size_t begin = title.npos;  // of the run of words with capitals
  for (std::size_t from = 0; from < title.size();) {
    auto const to = std::min(title.find(' ', from), title.size());
    auto word = title.substr(from, to - from);
    while (!word.empty() && (word.back() == ',' || word.back() == ':')) word.remove_suffix(1);
    if (!word.empty() && is_digit(word[0]) && begin != title.npos && word.find('.') != word.npos)
      return title.substr(begin, from - 1 - begin);
    if (word.empty() || !is_capital(word[0]))
      begin = title.npos;
    else if (begin == title.npos)
      begin = from;
    from = to + 1;
  }
  return {};
}

}  // namespace

std::string_view version_of_column(Context const& c, std::int32_t head) {
  if (head < 0) return {};
  auto const block = std::uint32_t(head);
  auto const first = c.first_sentence[block];
  if (c.first_sentence[block + 1] != first + 1) return {};
  auto const& s = c.tokens.sentences[first];
  auto const text = std::string_view(c.article.view).substr(s.span.begin, s.span.size());
  bool point = false;
  for (char const x : text) {
    if (!is_digit(x) && x != '.') return {};
    point |= x == '.';
  }
  if (!point || text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return {};
  auto const name = versioned_in(c.article.title);
  if (name.empty()) return {};
  return c.kept.keep(std::string(name).append(" ").append(text));
}

}  // namespace counterclaim
