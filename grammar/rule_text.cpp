#include "grammar/rule_text.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "counterclaim/article.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim::syntax {
namespace {

constexpr int deepest_brackets = 32;

std::string_view word_at(std::string_view file, std::size_t at) {
  std::size_t end = at;
  while (end < file.size() &&
         (std::isalnum(static_cast<unsigned char>(file[end])) != 0 || file[end] == '_' || file[end] == '-'))
    ++end;
  return file.substr(at, end - at);
}

std::string found(std::string_view file, std::size_t at) {
  if (at >= file.size()) return "the end of the file";
  if (file[at] == '\n' || file[at] == '\r') return "the end of the line";
  auto const word = word_at(file, at);
  if (!word.empty()) return "'" + std::string(word.substr(0, 40)) + "'";
  return "'" + std::string(file.substr(at, decode(file, at).bytes)) + "'";
}

}  // namespace

Diagnostic unexpected(std::string_view file, std::size_t at, std::string const& expected) {
  static std::vector<std::string> const clauses = {"title",  "message", "explain", "help",  "fixhint", "severity", "tags",
                                                   "before", "report",  "note",    "where", "unless",  "match",    "test"};
  static std::vector<std::string> const items = {"rule", "list", "define", "pack"};
  static std::vector<std::string> const none;
  auto const& words = expected == clause_expected ? clauses : expected == item_expected ? items : none;
  std::string help;
  auto const near = words.empty() ? std::string() : nearest(word_at(file, at), words);
  if (!near.empty()) {
    help = "did you mean '" + near + "'?";
  } else if (expected == clause_expected) {
    help = "clauses are: ";
    for (auto const& word : clauses) help += (&word == &clauses.front() ? "" : ", ") + word;
  }
  return complaint(file, static_cast<std::uint32_t>(at), "expected " + expected + ", found " + found(file, at), help);
}

std::size_t too_deep(std::string_view text) {
  int depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (quote != 0) {
      if (c == '\\')
        ++i;
      else if (c == quote || c == '\n')
        quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '#') {
      while (i < text.size() && text[i] != '\n') ++i;
    } else if (c == '(') {
      if (++depth > deepest_brackets) return i;
    } else if (c == ')') {
      depth = std::max(0, depth - 1);
    }
  }
  return std::string_view::npos;
}

std::size_t next_item(std::string_view text, std::size_t from, std::size_t item_begin) {
  auto begins_item = [&](std::size_t at) {
    auto const word = word_at(text, at);
    return word == "rule" || word == "list" || word == "define" || word == "pack";
  };
  if (from > item_begin && from < text.size() && text[from - 1] == '\n' && begins_item(from)) return from;
  while (true) {
    from = text.find('\n', from);
    if (from == std::string_view::npos) return text.size();
    ++from;
    if (begins_item(from)) return from;
  }
}

std::size_t past_blanks(std::string_view file, std::size_t at) {
  while (at < file.size()) {
    if (std::isspace(static_cast<unsigned char>(file[at])) != 0)
      ++at;
    else if (file[at] == '#')
      at = std::min(file.find('\n', at), file.size());
    else
      break;
  }
  return at;
}

std::string unescaped(std::string_view raw_text) {
  std::string out;
  for (std::size_t i = 0; i < raw_text.size(); ++i) {
    if (raw_text[i] != '\\' || i + 1 == raw_text.size())
      out += raw_text[i];
    else
      out += raw_text[++i] == 'n' ? '\n' : raw_text[i];
  }
  return out;
}

std::string plain(Text const& t) {
  std::string out;
  for (auto const& p : t.pieces) {
    if (!out.empty() && out.back() != '\n') out += ' ';
    out += unescaped(p.raw);
  }
  return out;
}

Diagnostic complaint(std::string_view file, std::uint32_t at, std::string message, std::string help) {
  std::size_t const end_of_text = std::min<std::size_t>(at, file.size());
  std::size_t const begin = end_of_text == 0 ? 0 : file.rfind('\n', end_of_text - 1) + 1;  // npos + 1 is 0
  std::size_t const end = std::min(file.find('\n', end_of_text), file.size());
  Place const place = place_of(file, static_cast<std::uint32_t>(end_of_text));
  return {{},
          place.line,
          place.column,
          std::move(message),
          std::string(file.substr(begin, std::min<std::size_t>(end - begin, 400))),
          std::move(help)};
}

}  // namespace counterclaim::syntax
