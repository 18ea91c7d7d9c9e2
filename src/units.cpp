// A UnitId packs two parts of 28 bits and the power of ten of the second: numerator | denominator << 28 | power << 56. A part
// below `first_noun` is a row (units, then currencies, from 1), above it a word of the lexicon; a rate's texts are made when
// first asked for.
#include "counterclaim/units.hpp"

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "counterclaim/vocabulary.hpp"
#include "src/unit_table.hpp"

namespace counterclaim {
namespace {

constexpr int part_bits = 28, power_shift = 2 * part_bits;
constexpr UnitId part_mask = (UnitId(1) << part_bits) - 1, first_noun = 4096;

UnitId numerator_of(UnitId id) { return id & part_mask; }
UnitId denominator_of(UnitId id) { return id >> part_bits & part_mask; }
int power_of(UnitId id) { return int(id >> power_shift); }
bool is_rate(UnitId id) { return id > part_mask; }

bool is_row(UnitId id) { return id != no_unit && id <= unit_table::count; }

VocabularyRow const& unit_row(UnitId id) {
  auto const units = vocabulary(Category::units);
  return id <= units.size() ? units[id - 1] : vocabulary(Category::currencies)[id - 1 - units.size()];
}

Decimal decimal(std::int64_t digits, std::int32_t exponent) {
  Decimal d;  // normalized in the table
  d.digits = digits, d.exponent = exponent;
  return d;
}

// The first row whose column has that text, no_unit if there is none.
UnitId find_row(std::uint16_t const* order, int column, std::string_view text) {
  auto const* const end = order + unit_table::count;
  auto const* const at =
      std::lower_bound(order, end, text, [&](std::uint16_t id, std::string_view t) { return unit_row(id).column[column] < t; });
  return at != end && unit_row(*at).column[column] == text ? *at : no_unit;
}

struct Texts {
  std::string symbol, name, dimension;
};

std::string power_name(int power) {
  switch (power) {
    case 0:
      return "";
    case 2:
      return "hundred ";
    case 3:
      return "thousand ";
    case 4:
      return "ten thousand ";
    case 5:
      return "hundred thousand ";
    case 6:
      return "million ";
    case 9:
      return "billion ";
    case 12:
      return "trillion ";
    default:
      return "10^" + std::to_string(power) + " ";
  }
}

Texts compose(UnitId id) {
  Unit const over = unit(numerator_of(id)), under = unit(denominator_of(id));
  bool const same = under.name == "people";  // in the plural as well
  std::string const count = power_name(power_of(id)), plural = count.empty() || same ? "" : "s";
  return {std::string(over.symbol) + "/" + count + std::string(under.symbol),
          std::string(over.name) + " per " + count + std::string(under.name) + plural,
          std::string(over.dimension) + " per " + std::string(under.dimension)};
}

Texts const& texts_of(UnitId rate) {
  static std::mutex mutex;
  static std::unordered_map<UnitId, Texts> made;
  {
    std::lock_guard const lock(mutex);
    if (auto const found = made.find(rate); found != made.end()) return found->second;
  }
  Texts texts = compose(rate);
  std::lock_guard const lock(mutex);
  return made.try_emplace(rate, std::move(texts)).first->second;
}

Interval converted(Interval const& value, Unit const& u, Decimal offset) {
  Interval const base = scaled(value, u.factor);
  return offset.is_zero() ? base : shifted(base, offset);
}

}  // namespace

Unit unit(UnitId id) {
  if (is_rate(id)) {
    Unit const over = unit(numerator_of(id)), under = unit(denominator_of(id));
    Texts const& texts = texts_of(id);
    Decimal const factor = divide(over.factor, under.factor * Decimal::scaled(1, power_of(id))).value_or(1);
    return {texts.symbol, texts.name, texts.dimension, factor, 0, per(over.base, under.base)};
  }
  if (id >= first_noun) {
    auto const word = word_text(WordId(id - first_noun));
    return {word, word, "count", 1, 0, id};
  }
  if (!is_row(id)) return {};
  auto const& words = unit_row(id).column;
  auto const& numbers = unit_table::rows[id - 1];
  return {words[0],
          words[1],
          words[2],
          decimal(numbers.factor, numbers.factor_exponent),
          decimal(numbers.offset, numbers.offset_exponent),
          numbers.base};
}

std::string_view dimension_of(UnitId id) {
  if (is_rate(id)) return texts_of(id).dimension;
  if (id >= first_noun) return "count";
  return is_row(id) ? unit_row(id).column[2] : std::string_view();
}

bool is_monetary(UnitId id) { return dimension_of(id).starts_with("money"); }

std::string_view measure_of(UnitId id) {
  auto const dimension = dimension_of(id);
  return dimension.starts_with("money") ? dimension.substr(0, 5) : dimension;
}

bool is_unit(UnitId id) {
  auto const is_part = [](UnitId part) {
    return part <= unit_table::count || (part > first_noun && part - first_noun < word_count());
  };
  if (!is_rate(id)) return is_part(id);
  return numerator_of(id) != no_unit && denominator_of(id) != no_unit && is_part(numerator_of(id)) &&
         is_part(denominator_of(id)) && power_of(id) <= 63;
}

UnitId find_unit(std::string_view symbol) { return find_row(unit_table::by_symbol, 0, symbol); }

UnitId unit_of_row(std::size_t row) { return row + 1; }
UnitId currency_of_row(std::size_t row) { return vocabulary(Category::units).size() + row + 1; }
UnitId noun_unit(WordId noun) { return noun == unknown_word ? no_unit : first_noun + noun; }

UnitId per(UnitId numerator, UnitId denominator, int power) {
  if (numerator == no_unit || denominator == no_unit || is_rate(numerator) || is_rate(denominator)) return no_unit;
  if (power < 0 || power > 63) return no_unit;
  if (power == 0 || power == 2) {
    std::string name =
        std::string(unit(numerator).name) + (power == 0 ? " per " : " per 100 ") + std::string(unit(denominator).name);
    if (power == 2) name += 's';
    if (auto const row = find_row(unit_table::by_name, 1, name); row != no_unit) return row;
  }
  return numerator | denominator << part_bits | UnitId(power) << power_shift;
}

RateParts rate_parts(UnitId id) {
  return is_rate(id) && power_of(id) == 0 ? RateParts{numerator_of(id), denominator_of(id)} : RateParts{};
}
bool is_counted_noun(UnitId id) { return !is_rate(id) && id >= first_noun; }

Interval to_base(Interval const& value, UnitId id) {
  Unit const u = unit(id);
  return converted(value, u, u.offset);
}

Interval as_difference(Interval const& value, UnitId id) { return converted(value, unit(id), 0); }

bool convertible(UnitId a, UnitId b) { return a != no_unit && b != no_unit && unit(a).base == unit(b).base; }

}  // namespace counterclaim
