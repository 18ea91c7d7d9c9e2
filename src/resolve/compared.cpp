#include "src/resolve/compared.hpp"

#include <algorithm>
#include <utility>

#include "counterclaim/word_set.hpp"

namespace counterclaim {
namespace {

int rounding_place(Decimal v, int place) {
  if (place < 0 || v.is_zero()) return place;
  return v.exponent >= 2 ? (v.exponent > place ? v.exponent : place) : place;
}

// How near a bound is said to be.
enum class Nearness { open, just_over, just_under };
Nearness nearness(std::span<Token const> tokens, std::string_view text) {
  constexpr unsigned just = 1, under = 2, nearly = 4;
  static constexpr std::pair<std::string_view, unsigned> words[] = {
      {"just", just},   {"slightly", just}, {"little", just},   {"barely", just}, {"shade", just},
      {"bit", just},    {"under", under},   {"below", under},   {"short", under}, {"less", under},
      {"fewer", under}, {"nearly", nearly}, {"almost", nearly}, {"close", nearly}};
  static std::uint64_t const bits = [] {
    std::uint64_t all = 0;
    for (auto const& [word, bit] : words) all |= WordSet::bit(find_word(word));
    return all;
  }();
  bool const may_say = std::ranges::any_of(tokens, [](Token const& t) { return (WordSet::bit(t.word) & bits) != 0; });
  if (!may_say) return Nearness::open;
  unsigned said = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find(' ', at), text.size());
    char small[8];
    auto const size = end - at;
    if (size >= 3 && size <= sizeof small) {
      for (std::size_t i = 0; i < size; ++i) {
        char const c = text[at + i];
        small[i] = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
      }
      for (auto const& [word, bit] : words)
        if (word == std::string_view(small, size)) said |= bit;
    }
    at = end + 1;
  }
  if ((said & nearly) != 0 || said == (just | under)) return Nearness::just_under;
  return (said & just) != 0 ? Nearness::just_over : Nearness::open;
}

// "Half a million", "a quarter of a million": of a scale, as nobody counts exactly; "two and a half million" is a figure.
bool is_part_of_scale(std::span<Token const> tokens, std::string_view text, Decimal number, int place) {
  if (place < 1 || number.is_zero() || std::string_view(text).find(" and ") != text.npos) return false;
  bool part = false;
  for (auto const& t : tokens) {
    if (t.is(TokenKind::figure)) return false;
    part |= t.begins(Category::fractions);
    if (part && t.begins(Category::scales)) return true;
  }
  return false;
}
Interval widened_by_twentieth(Interval v) {
  auto const spread = [](Decimal d) { return abs(d) * Decimal::scaled(5, -2); };
  if (v.low) v.low = *v.low - spread(*v.low);
  if (v.high) v.high = *v.high + spread(*v.high);
  return v;
}

}  // namespace

Interval compared_value(QuantityMention const& m, std::span<Token const> tokens, std::string_view text) {
  if (m.vague) return {};
  auto const number = m.value.low ? m.value.low : m.value.high;
  if (!number) return {};
  auto const near = m.bound == Bound::range ? Nearness::open : nearness(tokens, text);
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
    v.low_open = v.high_open = true;  // nobody rounds one figure to $20 million and to $30 million
  }
  if (near == Nearness::open && m.bound != Bound::about && m.bound != Bound::range &&
      is_part_of_scale(tokens, text, *number, m.place))
    v = widened_by_twentieth(m.value);
  return m.change == Change::level ? to_base(v, m.unit) : as_difference(v, m.unit);
}

Interval compared_length(DateMention const& d) {
  auto out = d.length;
  // "P3D", "PT90M": one unit, a whole number of it
  std::string_view const t = d.timex;
  auto const digits = t.find_first_of("0123456789");
  if (d.bound != Bound::exact || !out.is_point() || digits == t.npos || digits + 2 > t.size()) return out;
  auto const count = parse_decimal(t.substr(digits, t.size() - digits - 1));
  auto const half = count && count->is_whole() && *count > Decimal(0) ? divide(*out.low, *count * Decimal(2)) : std::nullopt;
  if (!half) return out;
  return {*out.low - *half, *out.high + *half, true, true};
}

}  // namespace counterclaim
