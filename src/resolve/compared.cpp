#include "src/resolve/compared.hpp"

#include <algorithm>
#include <utility>

namespace counterclaim {
namespace {

int rounding_place(Decimal v, int place) {
  if (place < 0 || v.is_zero()) return place;
  return v.exponent >= 2 ? (v.exponent > place ? v.exponent : place) : place;
}

// A letter in its small form, which no other sign shares, and a word of up to eight of them in one number.
constexpr std::uint64_t letter(char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }
constexpr std::uint64_t letters(std::string_view word) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < word.size(); ++i) out |= letter(word[i]) << i * 8;
  return out;
}

// How near a bound is said to be.
enum class Nearness { open, just_over, just_under };
Nearness nearness(std::string_view text) {
  constexpr unsigned just = 1, under = 2, nearly = 4;
  static constexpr std::pair<std::uint64_t, unsigned> words[] = {
      {letters("just"), just},     {letters("slightly"), just}, {letters("little"), just}, {letters("barely"), just},
      {letters("shade"), just},    {letters("bit"), just},      {letters("under"), under}, {letters("below"), under},
      {letters("short"), under},   {letters("less"), under},    {letters("fewer"), under}, {letters("nearly"), nearly},
      {letters("almost"), nearly}, {letters("close"), nearly}};
  constexpr auto first_letters = [] {
    std::uint64_t bits = 0;
    for (auto const& [word, bit] : words) bits |= std::uint64_t(1) << (word & 31);
    return bits;
  }();
  unsigned said = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    while (end < text.size() && text[end] != ' ') ++end;
    auto const size = end - at;
    if (size >= 3 && size <= 8 && text[at] >= 'A' && (first_letters >> (text[at] & 31) & 1) != 0) {
      auto const small = letters(text.substr(at, size));
      for (auto const& [word, bit] : words)
        if (word == small) said |= bit;
    }
    at = end + 1;
  }
  if ((said & nearly) != 0 || said == (just | under)) return Nearness::just_under;
  return (said & just) != 0 ? Nearness::just_over : Nearness::open;
}

}  // namespace

Interval compared_value(QuantityMention const& m, std::string_view text) {
  if (m.vague) return {};
  auto const number = m.value.low ? m.value.low : m.value.high;
  if (!number) return {};
  auto const near = m.bound == Bound::range ? Nearness::open : nearness(text);
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

Interval denied_bound(Interval value, Bound bound, std::string_view sentence) {
  if ((bound != Bound::above && bound != Bound::at_least) || !value.low) return value;
  bool const nothing = sentence.starts_with("No ") || sentence.starts_with("None ") || sentence.starts_with("Nobody ") ||
                       sentence.find(", no ") < sentence.size();
  if (!nothing) return value;
  Interval out;
  out.high = value.low;
  return out;
}

}  // namespace counterclaim
