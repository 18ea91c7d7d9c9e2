#include "src/resolve/dateline.hpp"

#include <algorithm>

namespace counterclaim {
namespace {

constexpr std::uint32_t longest = 16;  // tokens

bool of_dateline(Token const& t) {
  return t.has(capital) || t.is(TokenKind::comma) || t.is(TokenKind::figure) || t.is(TokenKind::point) ||
         t.is(TokenKind::open_bracket) || t.is(TokenKind::close_bracket) || t.is(TokenKind::slash);
}
bool is_dash(Token const& t) { return t.is(TokenKind::dash) || (t.is(TokenKind::hyphen) && !t.has(glued)); }

}  // namespace

std::uint32_t behind_dateline(Tokens const& tokens, Sentence const& s) {
  auto const& all = tokens.tokens;
  auto i = s.first;
  while (i < s.last &&
         (all[i].has(all_capitals) || (i > s.first && (all[i].is(TokenKind::slash) || all[i].is(TokenKind::point)))))
    ++i;
  auto const place = i;
  while (i < s.last && i < s.first + longest && of_dateline(all[i])) ++i;
  bool const ends = i < s.last ? is_dash(all[i]) : place < s.last && all[place].is(TokenKind::comma);  // "ORLENA, Oct 14."
  if (place == s.first || !ends) return s.first;
  if (place == i && i + 1 < s.last && !all[i + 1].has(capital)) return s.first;  // "IBM — which employs 9,000 —"
  auto out = place;
  for (; i < std::min(s.last, s.first + longest) && (of_dateline(all[i]) || is_dash(all[i])); ++i)
    if (is_dash(all[i])) out = i + 1;  // "ORLENA — June 4 —"
  return out;
}

bool is_behind_dateline(Tokens const& tokens, std::uint32_t i, Sentence const& s) {
  auto const& all = tokens.tokens;
  if (i == s.first || i > s.first + longest || !is_dash(all[i - 1]) || !all[s.first].has(all_capitals)) return false;
  return std::all_of(all.begin() + s.first, all.begin() + i - 1, of_dateline);
}

}  // namespace counterclaim
