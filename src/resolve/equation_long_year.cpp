// A year with a digit too many: "born in 19877", "on June 4, 20144", "a 20144 film".
#include <algorithm>
#include <charconv>

#include "src/resolve/equation.hpp"

namespace counterclaim::equation {
namespace {

// Digits that are a year when the last of them are left out.
bool is_long_year(Context const& c, Token const& t) {
  constexpr std::uint32_t shortest = 5, longest = 6;
  if (t.end - t.begin < shortest || t.end - t.begin > longest) return false;
  if (!t.is(TokenKind::figure) || t.has(ordinal_suffix) || t.has(decade_suffix)) return false;
  auto const text = text_of(t, c.article.view);
  int all = 0, year = 0;
  auto const end = text.data() + text.size();
  if (std::from_chars(text.data(), end, all).ptr != end ||
      std::from_chars(text.data(), text.data() + 4, year).ec != std::errc())
    return false;
  return year >= 1400 && year < 2100;
}

// Does a month with its day and without a year end before the token?
bool is_behind_a_day(Context const& c, std::uint32_t at) {
  auto const& dates = c.mentions.dates;
  auto const d = std::lower_bound(dates.begin(), dates.end(), at, [](auto const& m, auto last) { return m.at.last < last; });
  if (d == dates.end() || d->at.last != at || d->timex.size() != 10) return false;
  return std::none_of(c.tokens.tokens.begin() + d->at.first, c.tokens.tokens.begin() + d->at.last, [&](Token const& t) {
    return t.is(TokenKind::figure) && c.tokens.figures[t.figure].value >= Decimal(1000);
  });
}

// "born", "released", "founded"
bool happens_once(WordId word) {
  if (word == unknown_word || word_info(word).verb_lemma == word) return false;
  return (word_info(word_info(word).verb_lemma).categories >> int(Category::once_events) & 1) != 0;
}

bool stands_for_a_year(Context const& c, std::uint32_t at, Sentence const& sentence) {
  static WordId const in = find_word("in"), since = find_word("since"), year = find_word("year"), a = find_word("a");
  auto const& t = c.tokens.tokens;
  if (at == sentence.first) return false;
  auto const before = at - 1;
  if (t[before].word == a) {
    for (auto i = at + 1; i < sentence.last && i < at + 5 && t[i].is(TokenKind::word); ++i)
      if (t[i].begins(Category::thing_kinds)) return true;
    return false;
  }
  // A noun behind it is what there are so many of.
  if (at + 1 < sentence.last && t[at + 1].is(TokenKind::word) && !t[at + 1].begins(Category::function_words)) return false;
  if (is_behind_a_day(c, at) || (t[before].is(TokenKind::comma) && is_behind_a_day(c, before)) || t[before].word == year)
    return true;
  return before > sentence.first && (t[before].word == in || t[before].word == since) && happens_once(t[before - 1].word);
}

}  // namespace

void find_long_years(Context const& c) {
  for (std::uint32_t s = 0; s < c.tokens.sentences.size(); ++s) {
    auto const& sentence = c.tokens.sentences[s];
    if (!sentence.holds(TokenKind::figure)) continue;
    for (auto i = sentence.first; i < sentence.last; ++i) {
      auto const& t = c.tokens.tokens[i];
      if (!is_long_year(c, t) || !stands_for_a_year(c, i, sentence)) continue;
      Claim& claim = emit_problem(c, ClaimKind::quantity, {{t.begin, t.end}, i, i + 1, s}, "a year has four digits");
      claim.value = claim.compared = Interval::exactly(c.tokens.figures[t.figure].value);
    }
  }
}

}  // namespace counterclaim::equation
