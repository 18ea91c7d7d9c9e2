// Comma-separated values after RFC 4180: a row a passage, findings numbered, so that a spreadsheet can sort and filter them.
//
// A spreadsheet takes a cell that begins with = + - @ (also full-width, also behind blanks) for a formula and may run it; such
// a cell of ours begins with an apostrophe, which spreadsheets hide. Every cell is quoted and on one line.
#include <array>

#include "counterclaim/report.hpp"
#include "counterclaim/text.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/places.hpp"

namespace counterclaim {
namespace {

bool begins_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> marks = {"=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"};
  // Blanks that a spreadsheet may strip.
  constexpr std::array<std::string_view, 6> blanks = {" ", "\t", "\u00A0", "\u3000", "\u200B", "\uFEFF"};
  for (bool again = true; again;) {
    again = false;
    for (auto const blank : blanks) {
      if (!text.starts_with(blank)) continue;
      text.remove_prefix(blank.size());
      again = true;
    }
  }
  for (auto const mark : marks)
    if (text.starts_with(mark)) return true;
  return false;
}

void cell(std::string& row, std::string_view text) {
  auto const line = one_line(text);
  if (!row.empty() && row.back() != '\n') row += ',';
  row += begins_formula(line) ? "\"'" : "\"";
  for (char const c : line) row += c == '"' ? std::string("\"\"") : std::string(1, c);
  row += '"';
}

void passage(std::string& out, std::size_t number, Finding const& finding, Location const& location, Places& places) {
  auto const& article = places.article(location);
  auto const at = places.address(location);
  cell(out, std::to_string(number));
  cell(out, to_string(finding.severity));
  cell(out, finding.rule);
  cell(out, finding.message);
  cell(out, article.id);
  cell(out, at.in_title ? "title" : "body");
  cell(out, std::to_string(at.place.line));
  cell(out, std::to_string(at.place.column));
  cell(out, article.source);
  cell(out, article.date ? to_iso(*article.date) : std::string());
  cell(out, location.label);
  cell(out, excerpt(article, location.span, 200).text);
  cell(out, aligned_on(finding.aligned_on));
  cell(out, finding.explanation);
  cell(out, finding.fingerprint);
  out += "\r\n";
}

}  // namespace

std::string csv_report(Report const& report) {
  std::string out;
  for (auto const* name : {"finding", "severity", "rule", "message", "article", "part", "line", "column", "source", "date",
                           "says", "passage", "aligned_on", "explanation", "fingerprint"})
    cell(out, name);
  out += "\r\n";
  Places places(report.set.articles);
  std::size_t number = 0;
  for (auto const& finding : report.findings) {
    ++number;
    for (auto const& location : finding.locations) passage(out, number, finding, location, places);
  }
  return out;
}

}  // namespace counterclaim
