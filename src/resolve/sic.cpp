// "It weighs 410 [sic] kilograms": the writer knows, and quotes. Such a figure is set against nothing.
#include <algorithm>

#include "counterclaim/claim.hpp"
#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t reach = 24;  // bytes behind the figure

bool holds_mark(std::string const& text) {
  for (auto at = text.find("sic"); at != text.npos; at = text.find("sic", at + 1)) {
    bool const opened = at > 0 && (text[at - 1] == '[' || text[at - 1] == '(');
    auto end = at + 3;
    while (end < text.size() && (text[end] == '!' || text[end] == '.')) ++end;
    if (opened && end < text.size() && (text[end] == ']' || text[end] == ')')) return true;
  }
  return false;
}

// What a reader sees, in small letters and without blanks and quotation marks.
std::string bare(std::string_view view) {
  std::string out;
  for (char const c : view)
    if (c != '\0' && std::string_view(" \n\t\r\"'*_").find(c) == std::string_view::npos) out += c;
  return lower(out);
}

bool is_marked(Article const& article, Span span) {
  std::string_view const view = article.view;
  if (span.end > view.size() || span.begin > span.end) return false;
  auto const behind = bare(view.substr(span.end, reach));
  constexpr std::string_view closing = "\xE2\x80\x9D";  // ”
  auto const rest = behind.starts_with(closing) ? behind.substr(closing.size()) : behind;
  auto const mark = rest.substr(0, rest.find_first_of("])") == rest.npos ? 0 : rest.find_first_of("])") + 1);
  bool const is_next = !mark.empty() && (mark.front() == '[' || mark.front() == '(') && holds_mark(mark);
  return is_next || holds_mark(bare(view.substr(span.begin, span.size())));
}

}  // namespace

void drop_sic(ClaimSet& set) {
  std::vector<bool> may(set.articles.size());
  for (std::size_t i = 0; i < may.size(); ++i) {
    auto const text = bare(set.articles[i].view);
    may[i] = text.find("[sic") != text.npos || text.find("(sic") != text.npos;
  }
  std::erase_if(set.claims, [&](Claim const& claim) {
    if (!may[claim.article]) return false;
    auto const& article = set.articles[claim.article];
    return is_marked(article, claim.span) ||
           std::any_of(claim.operands.begin(), claim.operands.end(), [&](Span operand) { return is_marked(article, operand); });
  });
}

}  // namespace counterclaim
