#include "src/resolve/compared.hpp"

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

int rounding_place(Decimal v, int place) {
  if (place < 0 || v.is_zero()) return place;
  return v.exponent >= 2 ? (v.exponent > place ? v.exponent : place) : place;
}

bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    bool const left = at == 0 || text[at - 1] == ' ';
    bool const right = at + word.size() == text.size() || text[at + word.size()] == ' ';
    if (left && right) return true;
  }
  return false;
}

// How near a bound is said to be.
enum class Nearness { open, just_over, just_under };
Nearness nearness(std::string_view text) {
  bool const just = has_word(text, "just") || has_word(text, "slightly") || has_word(text, "little") ||
                    has_word(text, "barely") || has_word(text, "shade") || has_word(text, "bit");
  bool const under = has_word(text, "under") || has_word(text, "below") || has_word(text, "short") || has_word(text, "less") ||
                     has_word(text, "fewer");
  if (has_word(text, "nearly") || has_word(text, "almost") || has_word(text, "close") || (just && under))
    return Nearness::just_under;
  return just ? Nearness::just_over : Nearness::open;
}

}  // namespace

Interval compared_value(QuantityMention const& m, std::string_view text) {
  if (m.vague) return {};
  auto const number = m.value.low ? m.value.low : m.value.high;
  if (!number) return {};
  auto const near = nearness(lower(text));
  Interval v = m.value;
  if (m.bound == Bound::range) {
    v = rounded(v, m.place);
  } else if (near == Nearness::just_over) {
    v = {*number, *number * Decimal::scaled(112, -2), false, false};
    if (number->is_negative()) std::swap(v.low, v.high);
  } else if (near == Nearness::just_under) {
    v = {*number * Decimal::scaled(88, -2), *number * Decimal::scaled(1005, -3), false, false};
    if (number->is_negative()) std::swap(v.low, v.high);
  } else if (m.bound == Bound::about) {
    auto const spread = abs(*number) * Decimal::scaled(8, -2);
    v = rounded(Interval::exactly(*number), rounding_place(*number, m.place));
    if (*v.low > *number - spread) v.low = *number - spread;
    if (*v.high < *number + spread) v.high = *number + spread;
  } else if (m.bound == Bound::exact) {
    v = rounded(v, rounding_place(*number, m.place));
  }
  return m.change == Change::level ? to_base(v, m.unit) : as_difference(v, m.unit);
}

}  // namespace counterclaim
