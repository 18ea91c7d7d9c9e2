// Figures that a text tells as what others make: "which gives 400", "so 400", ", 400 in all". Who reads roles of figures over
// clauses and sentences, and not a pattern of words, asks here where a result stands and whether anything else explains it.
#pragma once
#include <optional>
#include <set>
#include <vector>

#include "src/resolve/equation_sum.hpp"

namespace counterclaim::equation {

// Dollars and persons of "$18 a person", kilometers and hours of "80 km/h"; no_unit where it is no rate.
RateParts parts_of(UnitId id);

// How a figure is told, from weak to strong.
enum class Told : std::uint8_t {
  plainly,    // by a verb of its own
  beside,     // in apposition: ", 400 seats"
  as_result,  // "or 400", "which makes 400", "so 400", "for a bill of 400"
  in_all,     // "400 in all", "altogether 400"
};
Told told_as(Context const& c, std::size_t figure);

// A sentence and those before it in its paragraph that a reader takes together with it: at most `back`.
struct Passage {
  std::size_t first = 0;          // items [first, last)
  std::size_t own = 0, last = 0;  // the sentence itself begins here
};
Passage passage_of(Context const& c, std::size_t item, int back);

// The lemma of the noun that the words from `at` to `last` end in, three at most ("family tent" -> tent); unknown_word where
// none stands there.
struct Noun {
  WordId lemma = unknown_word;
  std::size_t end = 0;  // the item behind it
};
Noun noun_at(Context const& c, std::size_t at, std::size_t last);
bool same_thing(WordId a, WordId b);  // one lemma, or one family ("donor", "donation")

// Some sum, product, difference or ratio of two of the figures, or a sum of some of them, comes to `result`.
bool explained(Context const& c, std::span<std::size_t const> figures, Amount const& result);
// A slip is near what it should have been: within two thirds and one and a half of it, or a power of ten away.
bool is_near(Decimal told, Decimal computed);
// A time told among these items, of no figure: "in the month she ran 140 km in all" may be of another month than its parts.
bool has_own_time(Context const& c, std::size_t first, std::size_t last);

// What a share is said of: "one in four" of 22.2% to 28.6%, "a third" of a wider range.
Interval stated_share(Context const& c, Amount const& p);

// Called by find_parts with the shares that it has read, and by find_sums.
void find_rates(Context const& c, std::set<std::int32_t>& used);
void find_partitions(Context const& c);
void find_supplies(Context const& c);  // called by find_products
void find_speeds(Context const& c);    // called by find_products

// "d", "wk", "mo" or "month", "yr" of a figure that is told for each of them, in its unit or by the words behind it; else
// nothing. How many of the one make the other, as an interval: 28 to 31 days a month.
std::string_view period_of(UnitId id);
std::string_view period_behind(Context const& c, std::size_t at);
std::optional<Interval> periods(std::string_view lesser, std::string_view greater);

}  // namespace counterclaim::equation
