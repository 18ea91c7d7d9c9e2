#include "src/resolve/dateline.hpp"

#include <algorithm>

namespace counterclaim {
namespace {

constexpr std::uint32_t longest = 16;  // tokens

bool of_dateline(Token const& t) {
  return t.has(capital) || t.is(TokenKind::comma) || t.is(TokenKind::figure) || t.is(TokenKind::point) ||
         t.is(TokenKind::open_bracket) || t.is(TokenKind::close_bracket) || t.is(TokenKind::slash);
}

}  // namespace

bool is_dateline(Tokens const& tokens, std::uint32_t first, std::uint32_t last, Sentence const& s) {
  constexpr std::uint32_t reach = 12;
  if (first != s.first || !tokens.tokens[first].has(all_capitals) || last >= s.last) return false;
  for (auto i = last; i < s.last && i < last + reach; ++i)
    if (tokens.tokens[i].is(TokenKind::dash)) return true;
  return tokens.tokens[last].is(TokenKind::comma);
}

bool is_behind_dateline(Tokens const& tokens, std::uint32_t i, Sentence const& s) {
  auto const& all = tokens.tokens;
  auto const is_dash = [&](Token const& t) { return t.is(TokenKind::dash) || (t.is(TokenKind::hyphen) && !t.has(glued)); };
  if (i == s.first || i > s.first + longest || !is_dash(all[i - 1]) || !all[s.first].has(all_capitals)) return false;
  return std::all_of(all.begin() + s.first, all.begin() + i - 1, of_dateline);
}

std::uint32_t end_of_dateline(Tokens const& tokens, std::uint32_t last, Sentence const& s) {
  auto const& all = tokens.tokens;
  auto out = last;
  for (auto k = last; k < std::min(s.last, s.first + longest) && (of_dateline(all[k]) || all[k].is(TokenKind::dash)); ++k)
    if (all[k].is(TokenKind::dash)) out = k + 1;
  return out;
}

}  // namespace counterclaim
