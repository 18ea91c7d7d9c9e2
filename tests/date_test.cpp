// dates.tsv: the article's date (or '-'), a text, and what the grammar reads in it; '-' when it must read nothing. With
// UPDATE_EXPECT=1 in the environment the last column is written anew: read the difference before it is committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "grammar/productions.hpp"

namespace counterclaim {
namespace {

Article article_of(std::string const& date, std::string const& text) {
  Article a;
  a.raw = a.view = text;
  a.body_size = static_cast<std::uint32_t>(text.size());
  a.date = parse_iso_date(date);
  Block block;
  block.span = {0, static_cast<std::uint32_t>(text.size())};
  a.blocks.push_back(block);
  return a;
}

std::string days(DayRange r) {
  if (r.is_unbounded()) return "";
  if (r.from == r.to) return " " + to_iso(r.from);
  return " " + (r.from == no_lower_day ? "" : to_iso(r.from)) + ".." + (r.to == no_upper_day ? "" : to_iso(r.to));
}

// "2025-01-10 'Jan. 10' 2025-01-10", several divided by " | ".
std::string dump(Article const& article) {
  std::vector<DateMention> dates;
  parse_dates(article, lex(article), dates);
  std::string out;
  for (auto const& d : dates) {
    if (!out.empty()) out += " | ";
    out += d.timex + " '" + article.raw.substr(d.at.span.begin, d.at.span.size()) + "'";
    out += days(d.days);
    if (d.length.low) out += " >=" + to_string(*d.length.low) + "s";
    if (d.length.high) out += " <=" + to_string(*d.length.high) + "s";
    if (d.minute_of_day >= 0) out += " minute " + std::to_string(d.minute_of_day);
    if (d.utc_offset != INT16_MIN) out += " zone " + std::to_string(d.utc_offset);
    if (d.weekday_mismatch) out += " weekday!";
    if (d.impossible) out += " impossible!";
  }
  return out.empty() ? "-" : out;
}

struct Row {
  std::string date, text, expected;
};
std::string const path = COUNTERCLAIM_SOURCE_DIR "/tests/data/grammar/dates.tsv";

std::vector<std::string> lines() {
  std::ifstream in(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

Row row_of(std::string const& line) {
  auto const a = line.find('\t'), b = line.find('\t', a + 1);
  return {line.substr(0, a), line.substr(a + 1, b - a - 1), b == line.npos ? "" : line.substr(b + 1)};
}

TEST(Dates, ReadsTheTable) {
  auto const table = lines();
  ASSERT_GT(table.size(), 150U) << path;
  std::string rewritten;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].empty() || table[i][0] == '#') {
      rewritten += table[i] + "\n";
      continue;
    }
    auto const row = row_of(table[i]);
    auto const got = dump(article_of(row.date, row.text));
    rewritten += row.date + "\t" + row.text + "\t" + got + "\n";
    if (std::getenv("UPDATE_EXPECT") == nullptr) {
      EXPECT_EQ(got, row.expected) << "dates.tsv:" << i + 1 << ": " << row.text;
    }
  }
  if (std::getenv("UPDATE_EXPECT") != nullptr) std::ofstream(path) << rewritten;
}

TEST(Dates, ComeInOrderAndDoNotOverlap) {
  for (auto const& line : lines()) {
    if (line.empty() || line[0] == '#') continue;
    auto const row = row_of(line);
    auto const article = article_of(row.date, row.text);
    std::vector<DateMention> dates;
    parse_dates(article, lex(article), dates);
    for (std::size_t i = 1; i < dates.size(); ++i) EXPECT_LE(dates[i - 1].at.span.end, dates[i].at.span.begin) << row.text;
  }
}

TEST(Dates, LongListsOfFiguresTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "the first week of 2 ";
  auto const article = article_of("2025-01-10", text);
  std::vector<DateMention> dates;
  parse_dates(article, lex(article), dates);
  SUCCEED();
}

}  // namespace
}  // namespace counterclaim
