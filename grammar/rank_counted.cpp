#include "grammar/rank_counted.hpp"

#include "counterclaim/vocabulary.hpp"
#include "grammar/comparison.hpp"

namespace counterclaim {
namespace {

constexpr int most_ahead = 20;  // "only 400 clinics are larger" is no place in an order

// "one", "two", "12": how many, 0 if token i says none.
int count_at(Clause const& c, std::uint32_t i) {
  auto const m = c.match(Category::numerals, i);
  if (!m || m.tokens != 1) return 0;
  auto const v = parse_decimal(vocabulary(Category::numerals)[std::size_t(m.row)].column[0]);
  return v && v->is_whole() && *v >= Decimal(1) && *v <= Decimal(most_ahead) ? int(v->digits) : 0;
}

// "larger", "more grain": the last token of a comparison that says no "than".
std::uint32_t open_comparative(Clause const& c, std::uint32_t from) {
  bool verb = false;
  for (auto i = from; c.in(i) && i < from + 8; ++i) {
    auto const& t = c.token(i);
    verb |= c.verb(i) != nullptr;
    if (t.is(TokenKind::comma) || t.is(TokenKind::semicolon) || c.cls(i) == WordClass::conjunction) return 0;
    auto const w = c.word(i);
    if (w == "later" || w == "earlier" || w == "longer" || w == "no" || w == "than") return 0;
    bool const more = w == "more" || w == "higher";
    if (!more && comparison::word_at(c, i).grade != comparison::Grade::comparative) continue;
    auto const last = more && c.noun(i + 1)                                  ? c.noun(i + 1)->last
                      : more && c.in(i + 1) && !c.is(i + 1, TokenKind::stop) ? i + 2
                                                                             : i + 1;
    for (auto k = last; c.in(k); ++k)
      if (c.word(k) == "than") return 0;
    return verb ? last : 0;
  }
  return 0;
}

}  // namespace

std::optional<CountedRank> counted_rank(Clause const& c, std::uint32_t i) {
  auto const w = c.word(i);
  if (w == "second" && c.word(i + 1) == "only" && c.word(i + 2) == "to") {
    auto const ahead = noun_chain_from(c, i + 3);
    if (ahead.empty()) return std::nullopt;
    return CountedRank{{i, i + 3}, {ahead.last, ahead.last}, 2};
  }
  if (w != "only" && w != "just") return std::nullopt;
  auto const count = count_at(c, i + 1);
  auto const* p = count > 0 ? c.noun(i + 1) : nullptr;
  if (!p || p->first > i + 1 || word_info(c.token(p->head).word).noun_field == 28) return std::nullopt;  // 28: a time
  auto const end = open_comparative(c, p->last);
  if (end == 0) return std::nullopt;
  return CountedRank{{i, i + 2}, {i + 2, end}, count + 1};
}

}  // namespace counterclaim
