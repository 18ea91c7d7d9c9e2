// tests/data/grammar/quantities.tsv: a sentence, and its quantities in one line, divided by "; ". Each is its value ("5",
// "3..5", ">5",
// ">=5", "<5", "<=5", "~5"), then its unit, +/- for up and down, the counted thing in quotes, and marks: %of for a share, 1of
// for "one of", vague, (n for what restates quantity n in brackets, from n for its baseline. "-" stands for none.
#include <gtest/gtest.h>

#include "grammar/productions.hpp"
#include "tests/sentence_table.hpp"

namespace counterclaim {
namespace {

std::string value_of(QuantityMention const& m) {
  auto const text = [](std::optional<Decimal> const& d) { return d ? to_string(*d) : std::string(); };
  std::string const about = m.bound == Bound::about ? "~" : "";
  if (m.value.low && m.value.high && *m.value.low == *m.value.high) return about + text(m.value.low);
  if (m.value.low && m.value.high)
    return about + text(m.value.low) + (m.value.low_open ? "<" : "") + ".." + (m.value.high_open ? "<" : "") +
           text(m.value.high);
  if (m.value.low) return (m.value.low_open ? ">" : ">=") + text(m.value.low);
  return (m.value.high_open ? "<" : "<=") + text(m.value.high);
}

std::string dump(Article const& a, Tokens const& t, std::vector<QuantityMention> const& mentions) {
  std::string out;
  for (auto const& m : mentions) {
    if (!out.empty()) out += "; ";
    out += value_of(m);
    if (m.unit != no_unit) out += " " + std::string(unit(m.unit).symbol);
    if (m.change != Change::level) out += m.change == Change::up ? " +" : " -";
    if (m.counted_last > m.counted_first) {
      auto const from = t.tokens[m.counted_first].begin;
      out += " '" + a.view.substr(from, t.tokens[m.counted_last - 1].end - from) + "'";
    }
    if (m.share) out += " %of";
    if (m.one_of) out += " 1of";
    if (m.vague) out += " vague";
    if (m.bracket_of >= 0) out += " (" + std::to_string(m.bracket_of);
    if (m.baseline >= 0) out += " from " + std::to_string(m.baseline);
  }
  return out.empty() ? "-" : out;
}

TEST(Quantity, Table) {
  for (auto const& row : sentence_table("quantities.tsv", 2)) {
    auto const a = article_of(row[0]);
    auto const t = lex(a);
    std::vector<DateMention> dates;
    parse_dates(a, t, dates);
    std::vector<QuantityMention> quantities;
    parse_quantities(a, t, dates, quantities);
    EXPECT_EQ(dump(a, t, quantities), row[1]) << row[0];
  }
}

TEST(Quantity, SpansAndTokensLieInOrder) {
  for (auto const& row : sentence_table("quantities.tsv", 2)) {
    auto const a = article_of(row[0]);
    auto const t = lex(a);
    std::vector<QuantityMention> quantities;
    parse_quantities(a, t, {}, quantities);
    std::uint32_t end = 0;
    for (auto const& m : quantities) {
      EXPECT_LE(end, m.at.span.begin) << row[0];
      EXPECT_LT(m.at.span.begin, m.at.span.end) << row[0];
      EXPECT_EQ(m.at.span.begin, t.tokens[m.at.first].begin);
      EXPECT_EQ(m.at.span.end, t.tokens[m.at.last - 1].end);
      end = m.at.span.end;
    }
  }
}

}  // namespace
}  // namespace counterclaim
