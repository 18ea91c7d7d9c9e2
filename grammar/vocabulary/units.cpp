#include "grammar/vocabulary/units.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <numeric>

#include "counterclaim/decimal.hpp"

namespace counterclaim::vocabulary_files {
namespace {

struct Unit {
  std::string symbol, name, dimension, base;
  Decimal factor = 1, offset = 0;
};

std::string cell(Row const& row, std::size_t i) { return i < row.cells.size() ? row.cells[i] : std::string(); }

Unit unit_of(Row const& row) {
  Unit u{cell(row, 1), cell(row, 2), cell(row, 3), cell(row, 6)};
  if (auto const factor = parse_decimal(cell(row, 4))) u.factor = *factor;
  if (auto const offset = parse_decimal(cell(row, 5))) u.offset = *offset;
  return u;
}

void write_order(std::ofstream& out, char const* name, std::vector<Unit> const& units, std::string Unit::*by) {
  std::vector<std::size_t> order(units.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return units[a].*by < units[b].*by; });
  out << "std::uint16_t const " << name << "[] = {";
  for (auto const i : order) out << i + 1 << ", ";
  out << "};\n";
}

}  // namespace

void write_units(std::filesystem::path const& file, std::vector<Row> const& units, std::vector<Row> const& currencies) {
  std::vector<Unit> all;
  for (auto const* rows : {&units, &currencies})
    for (auto const& row : *rows) all.push_back(unit_of(row));
  std::map<std::pair<std::string, std::string>, std::size_t> ids;  // "yr" of time and "yr" of age
  for (std::size_t i = 0; i < all.size(); ++i) ids.emplace(std::pair(all[i].symbol, all[i].dimension), i + 1);
  std::ofstream out(file);
  out << "// Made by compile_vocabulary from units.tsv and currencies.tsv.\n#include \"src/unit_table.hpp\"\n\nnamespace "
         "counterclaim::unit_table {\nstd::uint32_t const count = "
      << all.size() << ";\nRow const rows[] = {\n";
  for (auto const& u : all) {
    auto const base = ids.find({u.base, u.dimension});
    out << "    {" << u.factor.digits << ", " << u.offset.digits << ", " << u.factor.exponent << ", " << u.offset.exponent
        << ", " << (base == ids.end() ? 0 : base->second) << "},  // " << u.symbol << '\n';
  }
  out << "};\n";
  write_order(out, "by_symbol", all, &Unit::symbol);
  write_order(out, "by_name", all, &Unit::name);
  out << "}  // namespace counterclaim::unit_table\n";
}

}  // namespace counterclaim::vocabulary_files
