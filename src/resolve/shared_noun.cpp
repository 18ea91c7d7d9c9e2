#include "src/resolve/shared_noun.hpp"

#include <algorithm>

#include "counterclaim/claim.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {

QuantityMention const* shares_noun(Context const& c, QuantityMention const& q) {
  constexpr std::uint32_t reach = 10;  // tokens
  auto const& all = c.mentions.quantities;
  if (&q == all.data() || q.unit != no_unit || q.counted_last > q.counted_first || q.share || q.vague || !q.value.is_point())
    return nullptr;
  auto const& before = (&q)[-1];
  auto const behind = std::max(before.at.last, before.counted_last);
  if (before.at.sentence != q.at.sentence || before.unit != no_unit || before.share || before.vague ||
      *q.value.low < Decimal(2) || before.counted_last <= before.at.last || q.at.first < behind || q.at.first > behind + reach)
    return nullptr;
  auto const noun = before.counted_last - 1;
  if (c.terms[noun] == 0 || (c.terms[noun] & unknown_bit) != 0 || c.name_of[noun] >= 0) return nullptr;
  // Nothing but a verb, an adverb or another owner stands between, and behind it the item ends.
  bool joined = false;
  for (auto i = behind; i < q.at.first; ++i) {
    auto const cls = c.chunks.classes[i];
    auto const& t = c.tokens.tokens[i];
    joined = joined || cls == WordClass::conjunction || t.is(TokenKind::comma) || t.is(TokenKind::semicolon);
    if (cls == WordClass::preposition || cls == WordClass::wh || t.is(TokenKind::open_bracket) || c.covered[i] != 0)
      return nullptr;
  }
  if (!joined) return nullptr;
  auto const& s = c.tokens.sentences[q.at.sentence];
  if (q.at.last >= s.last) return &before;
  auto const& next = c.tokens.tokens[q.at.last];
  static WordSet const degrees{"more", "fewer", "less"};
  static WordId const than = find_word("than");
  if (degrees.has(next.word)) return q.at.last + 1 < s.last && c.tokens.tokens[q.at.last + 1].word == than ? &before : nullptr;
  bool const ends =
      next.is(TokenKind::stop) || next.is(TokenKind::semicolon) ||
      (c.chunks.classes[q.at.last] == WordClass::conjunction && !c.tokens.tokens[q.at.first - 1].is(TokenKind::comma));
  return ends ? &before : nullptr;
}

}  // namespace counterclaim
