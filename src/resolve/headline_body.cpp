#include "src/resolve/headline_body.hpp"

#include "counterclaim/lexicon.hpp"

namespace counterclaim {

int HeadlineBody::shared(std::uint32_t headline, std::uint32_t first, std::uint32_t last, std::uint32_t before) {
  if (auto const label = first == headline ? -1 : label_before(c_, first); label >= 0 && std::uint32_t(label) != headline)
    first = std::uint32_t(label);
  auto const &h = c_.tokens.sentences[headline], &from = c_.tokens.sentences[first], &to = c_.tokens.sentences[last];
  int sum = 0;
  auto const end = std::min(h.last, before);
  for (auto i = h.first; i < end; ++i) {
    auto const term = c_.terms[i];
    bool const name = c_.name_of[i] >= 0;
    if ((term == 0 && !name) || c_.covered[i] == 1) continue;
    for (auto k = from.first; k < to.last; ++k)
      if (c_.covered[k] != 1 && (name ? c_.name_of[k] >= 0 && text(i) == text(k) : same(term, c_.terms[k]))) {
        sum += name ? 1 : 2;
        break;
      }
  }
  bool one_row = false;
  concepts_.each_row(headline, h.first, end, [&](std::int32_t row, std::uint32_t, std::uint32_t) {
    for (auto s = first; s <= last && !one_row; ++s)
      concepts_.each_row(s, c_.tokens.sentences[s].first, c_.tokens.sentences[s].last,
                         [&](std::int32_t other, std::uint32_t, std::uint32_t) { one_row |= row == other; });
  });
  return sum + (one_row ? 2 : 0);
}
bool HeadlineBody::same(std::uint32_t a, std::uint32_t b) {
  if (a == b) return true;
  if (a == 0 || b == 0 || (a & unknown_bit) != 0 || (b & unknown_bit) != 0) return false;
  return word_info(a).family == word_info(b).family;
}

Claim& HeadlineBody::offer(Claim like, Interval const& stated, Interval const& computed, std::string const& text,
                           std::vector<Span> const& operands) {
  auto& e = out_.emplace_back();
  e.kind = ClaimKind::equation;
  e.equation = EquationKind::percent_change;
  e.article = like.article, e.span = like.span, e.sentence = like.sentence, e.block = like.block;
  e.headline = true;
  e.value = like.value, e.bound = like.bound, e.unit = like.unit;
  e.subject = like.subject, e.attribute = like.attribute;
  e.stated = stated, e.computed = computed;
  e.measure = c_.kept.keep(std::string_view("headline"));
  e.arithmetic = c_.kept.keep(text);
  e.operands = c_.kept.keep(operands);
  return e;
}

}  // namespace counterclaim
