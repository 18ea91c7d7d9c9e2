// Comma-separated values: a row a passage, findings numbered, so that a spreadsheet can sort and filter them.
#include "counterclaim/report.hpp"
#include "counterclaim/text.hpp"
#include "src/report/csv_cell.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/places.hpp"

namespace counterclaim {
namespace {

using csv::cell;

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
  csv::end_row(out);
}

}  // namespace

std::string csv_report(Report const& report) {
  std::string out;
  for (auto const* name : {"finding", "severity", "rule", "message", "article", "part", "line", "column", "source", "date",
                           "says", "passage", "aligned_on", "explanation", "fingerprint"})
    cell(out, name);
  csv::end_row(out);
  Places places(report.set.articles);
  std::size_t number = 0;
  for (auto const& finding : report.findings) {
    ++number;
    for (auto const& location : finding.locations) passage(out, number, finding, location, places);
  }
  return out;
}

}  // namespace counterclaim
