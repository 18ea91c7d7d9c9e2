// A UnitId packs two parts of 28 bits and the power of ten of the second: numerator | denominator << 28 | power << 56. A part
// below `first_noun` is a row (units, then currencies, from 1), above it a word of the lexicon; a rate's texts are made when
// first asked for.
#include "counterclaim/units.hpp"

#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

constexpr int part_bits = 28, power_shift = 2 * part_bits;
constexpr UnitId part_mask = (UnitId(1) << part_bits) - 1, first_noun = 4096;

UnitId numerator_of(UnitId id) { return id & part_mask; }
UnitId denominator_of(UnitId id) { return id >> part_bits & part_mask; }
int power_of(UnitId id) { return int(id >> power_shift); }
bool is_rate(UnitId id) { return id > part_mask; }

Decimal decimal_or(std::string_view text, Decimal otherwise) {
  return text.empty() ? otherwise : parse_decimal(text).value_or(otherwise);
}

struct Table {
  std::vector<Unit> rows{1};  // [0] is no_unit
  std::map<std::string_view, UnitId> by_symbol, by_name;
  std::map<std::pair<std::string_view, std::string_view>, UnitId> by_dimension;  // "yr" of time and "yr" of age

  void add(Category category) {
    for (auto const& row : vocabulary(category)) {
      Unit u{row.column[0], row.column[1], row.column[2], decimal_or(row.column[3], 1), decimal_or(row.column[4], 0), no_unit};
      by_symbol.emplace(u.symbol, rows.size());
      by_name.emplace(u.name, rows.size());
      by_dimension.emplace(std::pair(u.symbol, u.dimension), rows.size());
      rows.push_back(u);
    }
  }
  void link(Category category, std::size_t first) {
    for (auto const& row : vocabulary(category)) {
      auto const base = by_dimension.find({row.column[5], row.column[2]});
      if (base != by_dimension.end()) rows[first].base = base->second;
      ++first;
    }
  }
  // Made once: inlined, it would have every call of table() save the registers that it needs.
  [[gnu::noinline]] Table() {
    add(Category::units);
    std::size_t const currencies = rows.size();
    add(Category::currencies);
    link(Category::units, 1);
    link(Category::currencies, currencies);
  }
};

Table const& table() {
  static Table const t;
  return t;
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
  auto const& rows = table().rows;
  return id < rows.size() ? rows[id] : Unit{};
}

std::string_view dimension_of(UnitId id) {
  if (is_rate(id)) return texts_of(id).dimension;
  if (id >= first_noun) return "count";
  auto const& rows = table().rows;
  return id < rows.size() ? rows[id].dimension : std::string_view();
}

bool is_unit(UnitId id) {
  auto const is_part = [](UnitId part) {
    return part < table().rows.size() || (part > first_noun && part - first_noun < word_count());
  };
  if (!is_rate(id)) return is_part(id);
  return numerator_of(id) != no_unit && denominator_of(id) != no_unit && is_part(numerator_of(id)) &&
         is_part(denominator_of(id)) && power_of(id) <= 63;
}

UnitId find_unit(std::string_view symbol) {
  auto const found = table().by_symbol.find(symbol);
  return found == table().by_symbol.end() ? no_unit : found->second;
}

UnitId unit_of_row(std::size_t row) { return row + 1; }
UnitId currency_of_row(std::size_t row) { return vocabulary(Category::units).size() + row + 1; }
UnitId noun_unit(WordId noun) { return noun == unknown_word ? no_unit : first_noun + noun; }

UnitId per(UnitId numerator, UnitId denominator, int power) {
  if (numerator == no_unit || denominator == no_unit || is_rate(numerator) || is_rate(denominator)) return no_unit;
  if (power < 0 || power > 63) return no_unit;
  if (power == 0 || power == 2) {
    auto const& by_name = table().by_name;
    std::string name =
        std::string(unit(numerator).name) + (power == 0 ? " per " : " per 100 ") + std::string(unit(denominator).name);
    if (power == 2) name += 's';
    if (auto const row = by_name.find(name); row != by_name.end()) return row->second;
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
