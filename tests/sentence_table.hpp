// Tables of sentences under tests/data/grammar/, and an article of one paragraph.
#pragma once
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "counterclaim/article.hpp"

namespace counterclaim {

inline Article article_of(std::string text) {
  Article a;
  a.raw = a.view = std::move(text);
  a.body_size = std::uint32_t(a.raw.size());
  a.blocks.push_back({BlockKind::paragraph, {0, a.body_size}});
  return a;
}

inline std::vector<std::string> cells_of(std::string const& line) {
  std::vector<std::string> cells(1);
  for (char const c : line) {
    if (c == '\t')
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

// The rows of a table with `columns` cells each, '#' lines left out.
inline std::vector<std::vector<std::string>> sentence_table(std::string const& name, std::size_t columns) {
  std::ifstream in(COUNTERCLAIM_SOURCE_DIR "/tests/data/grammar/" + name);
  EXPECT_TRUE(in) << name;
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    auto cells = cells_of(line);
    EXPECT_EQ(cells.size(), columns) << name << ": " << line;
    if (cells.size() == columns) rows.push_back(std::move(cells));
  }
  EXPECT_FALSE(rows.empty()) << name;
  return rows;
}

}  // namespace counterclaim
