#include "src/align/parallel.hpp"

#include <algorithm>

#include "counterclaim/units.hpp"
#include "src/align/beside.hpp"
#include "src/align/near_words.hpp"
#include "src/align/rarity.hpp"
#include "src/align/shared_words.hpp"
#include "src/align/slip.hpp"
#include "src/align/word_overlap.hpp"

namespace counterclaim {
namespace {

bool is_figure(Claim const& c) { return c.kind == ClaimKind::quantity && c.value.is_point() && !c.vague && !c.restated; }

// How little it is to be expected that another text gives it too, 0 to 100.
int rarity_of(Claim const& c) {
  constexpr int three_digits = 100, large = 80, two_digits = 60, round = 30;
  if (c.kind == ClaimKind::date)
    return !c.vague && !c.restated && c.days.from == c.days.to && !c.timex.starts_with("PRESENT") ? round : 0;
  if (!is_figure(c)) return 0;
  auto const digits = abs(Decimal(c.value.low->digits));
  if (digits >= Decimal(100)) return three_digits;
  if (digits > Decimal(12)) return abs(*c.value.low) >= Decimal(1000) ? large : two_digits;
  return abs(*c.value.low) > Decimal(12) || c.basis != no_unit ? round : 0;
}

bool is_same(Claim const& x, Claim const& y) {
  if (x.kind != y.kind) return false;
  return x.kind == ClaimKind::date ? x.days == y.days : x.basis == y.basis && x.compared == y.compared;
}

// Of one dimension, and counts of what may be one thing: "140 loans", "140 works", and not "nine countries" beside "29
// museums".
bool may_be_one(Claim const& x, Claim const& y) {
  constexpr int akin = 60;
  if (!is_figure(x) || !is_figure(y) || measure_of(x.basis) != measure_of(y.basis)) return false;
  if (x.change != y.change || (x.per != no_unit) != (y.per != no_unit)) return false;
  if (x.basis != no_unit || x.counted.empty() || y.counted.empty()) return true;
  auto const is_counted = [](Term const& t) { return t.role == TermRole::counted; };
  return best_likeness(x, y, is_counted) >= akin || concept_in_common(x, y, true);
}

bool any_within(Within within, std::uint32_t claim, ClaimSet const& set, auto use) {
  return within == Within::sentence ? any_beside(claim, set, use) : any_in_paragraph(claim, set, use);
}

// The only figure there that may be the other claim's and that the other's sentence, or paragraph, does not tell?
bool is_alone(std::uint32_t claim, std::uint32_t other, ClaimSet const& set, Within within) {
  auto const& own = set.claims[claim];
  auto const told = [&](Claim const& x) {
    return any_within(within, other, set, [&](Claim const& y) { return is_same(x, y); });
  };
  return !told(own) && !any_within(within, claim, set, [&](Claim const& x) {
    return is_figure(x) && measure_of(x.basis) == measure_of(own.basis) && !is_same(x, own) && !told(x) &&
           !is_same(x, set.claims[other]);
  });
}

bool are_of_a_size(Claim const& x, Claim const& y) {
  auto const m = midpoint(x.compared), n = midpoint(y.compared);
  if (!m || !n) return false;
  return (abs(*m) <= abs(*n) * Decimal(2) && abs(*n) <= abs(*m) * Decimal(2)) || swapped_digits(x, y) > 0;
}

std::uint64_t mix(std::uint64_t h, std::uint64_t v) { return (h ^ v) * 1099511628211ull; }
std::uint64_t mix(std::uint64_t h, std::string_view s) {
  for (char const c : s) h = mix(h, static_cast<unsigned char>(c));
  return h;
}

}  // namespace

int parallel(std::uint32_t a, std::uint32_t b, ClaimSet const& set, Within within) {
  auto const &x = set.claims[a], &y = set.claims[b];
  if (x.article == y.article || x.headline || y.headline || !may_be_one(x, y) || !are_of_a_size(x, y)) return 0;
  // "1,900 stores, 310 of them abroad", "310 abroad and 1,590 at home"
  auto const apart = abs(*x.value.low - *y.value.low);
  int shared = 0;
  bool const is_rest = any_within(within, a, set, [&](Claim const& p) {
    if (int const rarity = rarity_of(p);
        rarity > 0 && any_within(within, b, set, [&](Claim const& q) { return rarity_of(q) > 0 && is_same(p, q); }))
      shared += rarity;
    return p.kind == ClaimKind::quantity && p.basis == x.basis && p.value.is_point() && *p.value.low == apart;
  });
  return shared > 0 && !is_rest && is_alone(a, b, set, within) && is_alone(b, a, set, within) ? std::min(shared, 100) : 0;
}

std::vector<std::uint64_t> parallel_keys(std::uint32_t claim, ClaimSet const& set) {
  constexpr int least = 60;  // days and round figures find nothing by themselves
  std::vector<std::uint64_t> keys;
  auto const& own = set.claims[claim];
  if (!is_figure(own) || own.headline) return keys;
  auto const base = mix(mix(14695981039346656037ull, measure_of(own.basis)), 9);
  any_beside(claim, set, [&](Claim const& x) {
    if (rarity_of(x) >= least)
      keys.push_back(
          mix(mix(mix(base, measure_of(x.basis)), std::uint64_t(x.value.low->digits)), std::uint64_t(x.value.low->exponent)));
    return false;
  });
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace counterclaim
