#include "src/resolve/basis.hpp"

#include <algorithm>

#include "counterclaim/lexicon.hpp"

namespace counterclaim {
namespace {

struct Often {
  std::string_view word, unit;
};
constexpr Often often[] = {{"annual", "yr"},  {"yearly", "yr"}, {"annualized", "yr"}, {"annualised", "yr"},
                           {"monthly", "mo"}, {"weekly", "wk"}, {"daily", "d"},       {"hourly", "h"}};

// "annual sales", "daily output"
UnitId adjective_of(Claim const& c) {
  for (auto const& t : c.terms) {
    if (t.role > TermRole::modifier && t.role != TermRole::subject) continue;
    if ((t.word & unknown_bit) != 0) continue;
    auto const text = word_text(t.word);
    auto const found = std::find_if(std::begin(often), std::end(often), [&](Often const& o) { return o.word == text; });
    if (found != std::end(often)) return find_unit(found->unit);
  }
  return no_unit;
}

// A day and longer: "rows per second" is a measure of its own.
bool is_long(UnitId time) {
  auto const u = unit(time);
  return time != no_unit && u.dimension == "time" && u.factor >= Decimal(86400);
}

bool is_part(Claim const& c) {
  return c.unit == no_unit && c.value.is_point() && *c.value.low > Decimal(0) && *c.value.low < Decimal(1);
}

}  // namespace

void set_basis(Claim& c, QuantityMention const& m) {
  static UnitId const percent = find_unit("%");
  c.basis = c.unit;
  if (is_part(c) && m.spelled && (m.share || c.change != Change::level) && c.compared.low && c.compared.high) {
    // by the value, for a third has no last written place
    auto const hundredths = *c.value.low * Decimal(100), spread = hundredths * Decimal::scaled(8, -2);
    c.compared = {std::min(*c.compared.low * Decimal(100), hundredths - spread),
                  std::max(*c.compared.high * Decimal(100), hundredths + spread), false, false};
    c.basis = percent;
    return;
  }
  auto const parts = rate_parts(c.unit);
  if (is_long(parts.denominator)) {
    bool const noun = is_counted_noun(parts.numerator);
    if (!noun && unit(parts.numerator).dimension != "money") return;
    // per second, as the base of a rate is, to per its own time
    c.compared = scaled(c.compared, unit(parts.denominator).factor);
    c.basis = noun ? no_unit : parts.numerator;
    c.per = parts.denominator;
    return;
  }
  if (c.unit != no_unit && unit(c.unit).dimension != "money") return;
  c.per = adjective_of(c);
  c.per_adjective = c.per != no_unit;
}

}  // namespace counterclaim
