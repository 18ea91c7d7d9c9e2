// The report for a terminal, in the shape of a compiler's messages:
//
//   error[figure-conflict]: Lake Mora covers 120 km² in one article and 210 km² in another
//     --> lakes/a.md:3:17  (Mora Gazette, 2024-05-01)
//      |
//    3 | … Lake Mora covers 120 square kilometres, making it the largest …
//      |                    ^^^^^^^^^^^^^^^^^^^^^ area 120 km²
//     ::: lakes/b.html:41:9  (Daily Mora, 2024-06-10)
//   41 | … an area of 210 km2 at high water …
//      |              ------- area 210 km²
//      = compared: …
//
// Everything that comes from an article, names of files included, passes through one_line(): no escape sequence reaches the
// terminal.
#include "counterclaim/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "counterclaim/report.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/paint.hpp"
#include "src/report/places.hpp"

namespace counterclaim {
namespace {

std::string blanks(int n) { return std::string(static_cast<std::size_t>(std::max(n, 0)), ' '); }

struct Page {
  TextStyle style;
  Painter paint;
  Places places;
};

// "lakes/a.md:3:17  (Mora Gazette, 2024-05-01)"
std::string where(Page const& page, Article const& article, Address const& at) {
  auto const from = origin(article);
  return linked(page.style, article.id, place_name(article, at)) + (from.empty() ? "" : "  (" + from + ")");
}

// The row of carets or dashes with the label behind it, or below it where it does not fit.
void mark(std::string& out, Page const& page, Finding const& finding, Location const& at, Excerpt const& e,
          std::string const& bar, int room) {
  auto const color = at.primary ? color_of(finding.severity) : frame_color;
  auto const label = fitted(one_line(at.label), room);
  std::string const line(static_cast<std::size_t>(e.mark_width), at.primary ? '^' : '-');
  int const needed = e.mark_column + e.mark_width + 1 + display_width(label);

  out += bar + blanks(e.mark_column) + page.paint(color, line);
  if (!label.empty() && needed <= room) out += " " + page.paint(color, label);
  out += '\n';
  if (!label.empty() && needed > room)
    out += bar + blanks(std::min(e.mark_column, room - display_width(label))) + page.paint(color, label) + "\n";
}

void locations(std::string& out, Page& page, Finding const& finding, int gutter) {
  auto const& paint = page.paint;
  auto const bar = blanks(gutter) + " " + paint(frame_color, "|") + " ";
  int const room = std::max(page.style.width - gutter - 3, 20);
  bool first = true;
  for (auto const& location : finding.locations) {
    auto const& article = page.places.article(location);
    auto const at = page.places.address(location);
    out += blanks(gutter) + paint(frame_color, first ? "-->" : ":::") + " " + where(page, article, at) + "\n";
    if (first) out += blanks(gutter) + " " + paint(frame_color, "|") + "\n";

    auto const line = std::to_string(at.place.line);
    auto const e = excerpt(article, location.span, room);
    out += paint(frame_color, blanks(gutter - static_cast<int>(line.size())) + line + " |") + " " + e.text + "\n";
    mark(out, page, finding, location, e, bar, room);
    first = false;
  }
}

void note(std::string& out, Page const& page, int gutter, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out += blanks(gutter) + " " + page.paint(frame_color, "=") + " " + page.paint(strong, std::string(name) + ":") + " " +
         one_line(text) + "\n";
}

// A rule's explanation may begin with a name for what it says ("compared: …").
void explain(std::string& out, Page const& page, int gutter, std::string_view text) {
  constexpr std::string_view compared = "compared: ";
  if (text.starts_with(compared)) return note(out, page, gutter, "compared", text.substr(compared.size()));
  note(out, page, gutter, "because", text);
}

void one_finding(std::string& out, Page& page, Finding const& finding) {
  std::uint32_t last_line = 1;
  for (auto const& location : finding.locations) last_line = std::max(last_line, page.places.address(location).place.line);
  // Two columns at least, so that arrows and bars of neighbouring findings stand below one another.
  int const gutter = std::max(2, static_cast<int>(std::to_string(last_line).size()));

  auto const head = std::string(to_string(finding.severity)) + "[" + one_line(finding.rule) + "]";
  out += page.paint(color_of(finding.severity), head) + page.paint(strong, ": " + one_line(finding.message)) + "\n";
  locations(out, page, finding, gutter);
  explain(out, page, gutter, finding.explanation);
  note(out, page, gutter, "aligned on", aligned_on(finding.aligned_on));
  note(out, page, gutter, "help", finding.help);
  if (finding.baseline == Baseline::fresh) note(out, page, gutter, "baseline", "new");
  if (!finding.fingerprint.empty())
    note(out, page, gutter, "accept", "counterclaim accept " + finding.fingerprint + " --reason \"…\"");
  note(out, page, gutter, "explain", "counterclaim explain " + finding.rule);
  out += '\n';
}

}  // namespace

std::string text_report(Report const& report, TextStyle style) {
  Page page{style, {style.color}, Places(report.set.articles)};
  std::string out;
  for (auto const& finding : report.findings) one_finding(out, page, finding);
  out += summary_line(summarize(report), page.paint);
  return out;
}

}  // namespace counterclaim
