// tests/data/arithmetic/*.tsv: the article's date (or -), a text, and the equations it offers, divided by " ;; ": kind, "holds"
// or "fails", and the arithmetic; "impossible" and the problem; "-" for none. In the text "\n" divides paragraphs, and a
// paragraph of the form "| a | b |" is a row of a table whose first row is its head.
#include "src/resolve/equations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "counterclaim/text.hpp"

namespace counterclaim {
namespace {

std::string_view name_of(EquationKind kind) {
  static constexpr std::string_view names[] = {"percent_change", "multiple", "sum",        "shares",     "product",
                                               "conversion",     "span",     "list_count", "difference", "share"};
  return names[std::size_t(kind)];
}

void add_row(Article& a, std::string_view row, int number) {
  int column = 0;
  a.raw += "| ";
  for (auto rest = row.substr(1); rest.find('|') != rest.npos; ++column) {
    auto const cut = rest.find('|');
    auto cell = rest.substr(0, cut);
    rest = rest.substr(cut + 1);
    while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
    while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
    auto const begin = std::uint32_t(a.raw.size());
    a.raw += cell;
    Block b{BlockKind::table_cell, {begin, std::uint32_t(a.raw.size())}};
    b.table = 0, b.row = number, b.column = column, b.head = number == 0;
    a.blocks.push_back(b);
    a.raw += " | ";
  }
  a.raw += "\n";
}

Article article_of(std::string_view date, std::string text) {
  Article a;
  a.id = "a";
  a.date = parse_iso_date(date);
  int row = 0;
  std::int32_t paragraph = -1;
  while (!text.empty()) {
    auto const cut = text.find("\\n");
    std::string const part = text.substr(0, cut);
    text = cut == text.npos ? "" : text.substr(cut + 2);
    if (part.starts_with("|")) {
      add_row(a, part, row++);
      continue;
    }
    bool const item = part.starts_with("- ");
    auto const begin = std::uint32_t(a.raw.size());
    a.raw += item ? part.substr(2) : part;
    a.blocks.push_back({item ? BlockKind::list_item : BlockKind::paragraph, {begin, std::uint32_t(a.raw.size())}});
    if (item)
      a.blocks.back().lead_in = paragraph;
    else
      paragraph = std::int32_t(a.blocks.size()) - 1;
    a.raw += "\n\n";
  }
  a.view = a.raw;
  for (char& ch : a.view)
    if (ch == '|') ch = ' ';
  a.body_size = std::uint32_t(a.raw.size());
  return a;
}

std::string dump(Article const& a) {
  Tokens const tokens = lex(a);
  Mentions const mentions = parse(a, tokens);
  std::vector<Claim> claims;
  Arena kept;
  find_equations(a, tokens, mentions, 0, claims, kept);
  std::string out;
  for (auto const& c : claims) {
    if (!out.empty()) out += " ;; ";
    if (c.kind == ClaimKind::equation)
      out.append(name_of(c.equation)).append(disjoint(c.stated, c.computed) ? " fails: " : " holds: ").append(c.arithmetic);
    else
      out.append("impossible: ").append(c.problem);
  }
  return out.empty() ? "-" : out;
}

TEST(Equations, Tables) {
  int rows = 0;
  std::vector<std::filesystem::path> files;
  for (auto const& e : std::filesystem::directory_iterator(COUNTERCLAIM_SOURCE_DIR "/tests/data/arithmetic"))
    files.push_back(e.path());
  std::sort(files.begin(), files.end());
  for (auto const& file : files) {
    std::ifstream in(file);
    ASSERT_TRUE(in) << file;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      auto const first = line.find('\t'), second = line.find('\t', first + 1);
      ASSERT_NE(second, line.npos) << line;
      std::string const text = line.substr(first + 1, second - first - 1);
      EXPECT_EQ(dump(article_of(line.substr(0, first), text)), line.substr(second + 1)) << file.filename() << ": " << text;
      ++rows;
    }
  }
  EXPECT_GT(rows, 300);
}

// What the row offers is bounded: a paragraph of figures without end costs time in proportion.
TEST(Equations, LongRowsOfFiguresEnd) {
  std::string text = "Of the 100 parts it consists of";
  for (int i = 0; i < 3000; ++i) text += " from 1 to 2, an increase of 3%, and 4 or more";
  Article const a = article_of("2024-05-01", text);
  Tokens const tokens = lex(a);
  Mentions const mentions = parse(a, tokens);
  std::vector<Claim> claims;
  Arena kept;
  find_equations(a, tokens, mentions, 0, claims, kept);
  SUCCEED();
}

}  // namespace
}  // namespace counterclaim
