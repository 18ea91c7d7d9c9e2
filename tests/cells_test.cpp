// Figures in table cells and the units that the heads of their columns and rows give.
#include <gtest/gtest.h>

#include <algorithm>

#include "counterclaim/mention.hpp"
#include "counterclaim/read.hpp"

namespace counterclaim {
namespace {

// The figures of the second row of a table with this head, by column.
std::string figures(std::string const& head, std::string const& row) {
  std::string rule = "|";
  for (auto bars = std::count(head.begin(), head.end(), '|'); bars > 1; --bars) rule += "---|";
  auto const a = read_markdown("a.md", head + "\n" + rule + "\n" + row + "\n");
  auto const tokens = lex(a);
  std::string out;
  for (auto const& m : parse(a, tokens).quantities) {
    if (!out.empty()) out += "; ";
    out += to_string(m.value);
    if (m.unit != no_unit) out += ' ' + std::string(unit(m.unit).symbol);
  }
  return out;
}

struct Row {
  char const *head, *row, *figures;
};

TEST(Cells, TakeTheUnitOfTheirHead) {
  Row const rows[] = {
      {"| Pump | Price (USD) |", "| Norra | 899 |", "899 USD"},
      {"| Pump | Price, EUR | Weight in kg |", "| Norra | 899 | 1.2 |", "899 EUR; 1.2 kg"},
      {"| Region | Sales (€m) | Share (%) |", "| Lyon | 1,204 | 12.5 |", "1,204,000,000 EUR; 12.5 %"},
      {"| Region | Sales ($ million) | Staff (thousands) |", "| Lyon | 12.5 | 3.1 |", "12,500,000 USD; 3100"},
      {"| Item | May | June |", "| Sales (£bn) | 1.2 | 1.4 |", "1,200,000,000 GBP; 1,400,000,000 GBP"},
      {"| Well | Depth (m) | People (m) |", "| Orvel | 120 | 3 |", "120 m; 3"},
      {"| Route | Speed (km/h) | Fare |", "| Quay | 120 | 14 |", "120 km/h; 14"},
      // Millions of people are no meters.
      {"| Town | Visitors | Tower height |", "| Orvel | 9.4m | 45m |", "9,400,000; 45 m"},
      // What the cell says itself stands.
      {"| Pump | Price (USD) |", "| Norra | €640 |", "640 EUR"},
      {"| Pump | Price (USD) |", "| Norra | 12 models |", "12"},
      {"| Pump | Price (from May) |", "| Norra | 899 |", "899"},
  };
  for (auto const& r : rows) EXPECT_EQ(figures(r.head, r.row), r.figures) << r.head;
}

}  // namespace
}  // namespace counterclaim
