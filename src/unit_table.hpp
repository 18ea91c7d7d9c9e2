// The numbers of units.tsv and currencies.tsv, worked out at build time (unit_table.cpp is generated): nothing is read or
// sorted when the program starts. Symbols, names and dimensions stand in the vocabulary's rows.
#pragma once
#include <cstdint>

namespace counterclaim::unit_table {

struct Row {
  std::int64_t factor, offset;  // digits of the decimals
  std::int32_t factor_exponent, offset_exponent;
  std::uint32_t base;  // a UnitId
};
// Units, then currencies; that of UnitId n is [n - 1].
extern std::uint32_t const count;
extern Row const rows[];
// UnitIds by symbol and by name, equal ones in the order of the rows.
extern std::uint16_t const by_symbol[], by_name[];

}  // namespace counterclaim::unit_table
