// "Another 58 million for the tunnel": in a text whose millions are money, and of one currency, a bare one is that too.
#include <algorithm>
#include <map>
#include <span>

#include "counterclaim/lexicon.hpp"
#include "counterclaim/units.hpp"
#include "counterclaim/word_set.hpp"
#include "grammar/productions.hpp"

namespace counterclaim {
namespace {

bool is_large(QuantityMention const& m, Tokens const& tokens) {
  auto const words = std::span(tokens.tokens).subspan(m.at.first, m.at.last - m.at.first);
  bool const scaled =
      std::ranges::any_of(words, [](Token const& t) { return t.is(TokenKind::word) && t.begins(Category::scales); });
  if (!scaled) return false;
  auto const x = midpoint(m.value);
  return x && abs(*x) >= Decimal(1000000);
}

// Of "€30 a month" the euro.
UnitId currency_of(UnitId id) {
  auto const parts = rate_parts(id);
  return parts.numerator == no_unit ? id : parts.numerator;
}

bool is_bare(QuantityMention const& m) {
  return m.unit == no_unit && m.counted_last <= m.counted_first && !m.share && !m.one_of && !m.vague && m.bracket_of < 0;
}

// "Eight million watched", "a crowd of two million", "4 million of them": people, or whatever was spoken of.
bool counts_others(QuantityMention const& m, Tokens const& tokens) {
  static WordId const of = find_word("of");
  static WordSet const many{"population", "crowd", "audience", "circulation", "readership", "electorate"};
  auto const& s = tokens.sentences[m.at.sentence];
  if (m.at.last < s.last) {
    auto const& next = tokens.tokens[m.at.last];
    if (next.word == of) return true;
    if (next.is(TokenKind::word) && next.word != unknown_word && word_info(next.word).usual_part == PartOfSpeech::verb)
      return true;
  }
  return m.at.first >= s.first + 2 && tokens.tokens[m.at.first - 1].word == of && many.has(tokens.tokens[m.at.first - 2].word);
}

}  // namespace

void take_bare_money(Article const& article, Tokens const& tokens, std::vector<QuantityMention>& mentions) {
  constexpr int enough = 3, large_weight = 4;
  std::map<UnitId, int> currencies;
  int money = 0, large_money = 0, weights = 0, others = 0;
  bool any = false;
  for (auto const& m : mentions) {
    bool const large = is_large(m, tokens);
    if (is_monetary(m.unit)) {
      int const weight = large ? large_weight : 1;  // shares in pence beside millions of pounds
      currencies[currency_of(m.unit)] += weight;
      weights += weight;
      ++money;
      large_money += large;
    } else if (large) {
      bool const bare = is_bare(m);
      any |= bare;
      others += !bare;
    }
  }
  if (!any || money < enough || others * 2 > large_money) return;
  auto const most =
      std::max_element(currencies.begin(), currencies.end(), [](auto const& a, auto const& b) { return a.second < b.second; });
  if (most->second * 4 < weights * 3) return;
  // Beside prices a bare million may be of buyers, a bare billion hardly.
  // What the cells of a table are of, its heads say.
  auto const in_table = [&](QuantityMention const& m) {
    return article.blocks[tokens.sentences[m.at.sentence].block].kind == BlockKind::table_cell;
  };
  for (auto& m : mentions)
    if (is_large(m, tokens) && is_bare(m) && !in_table(m) && !counts_others(m, tokens) &&
        (large_money >= enough || abs(*midpoint(m.value)) >= Decimal(1000000000)))
      m.unit = most->first;
}

}  // namespace counterclaim
