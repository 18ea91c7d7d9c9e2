// GitHub-flavoured Markdown, for comments on pull requests and summaries of jobs. Text of articles stays text: marks are
// escaped, addresses make no links, names after @ and numbers after # reach nobody.
#include "counterclaim/report.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/paint.hpp"
#include "src/report/places.hpp"

namespace counterclaim {
namespace {

bool is_word(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c & 0x80) != 0; }

// Never at the beginning of a line, where more marks than these would count.
std::string escaped(std::string_view text) {
  constexpr std::string_view marks = "\\`*_{}[]<>|~&$^!\"";
  auto const line = one_line(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    char const c = line[i];
    char const next = i + 1 < line.size() ? line[i + 1] : ' ';
    bool const is_mark = marks.find(c) != marks.npos;
    bool const makes_address =
        (c == ':' && (next == '/' || is_word(next))) || (c == '.' && i > 0 && (line[i - 1] | 0x20) == 'w');
    if (is_mark || makes_address || c == '#') out += '\\';
    out += c;
    // An empty comment divides what GitHub would take for a mention or an issue.
    if ((c == '@' || c == '#') && is_word(next)) out += "<!-- -->";
  }
  return out;
}

// The excerpt with its marked part in bold.
std::string passage(Article const& article, Location const& location) {
  auto const e = excerpt(article, location.span, 240);
  auto const [from, to] = marked_bytes(e);
  auto const part = [&](std::size_t begin, std::size_t end) {
    return escaped(std::string_view(e.text).substr(begin, end - begin));
  };
  return part(0, from) + "<b>" + part(from, to) + "</b>" + part(to, e.text.size());
}

void one_finding(std::string& out, Finding const& finding, Places& places) {
  out += "### " + std::string(to_string(finding.severity)) + ": " + escaped(finding.message) + "\n\n";
  for (auto const& location : finding.locations) {
    auto const& article = places.article(location);
    auto const from = origin(article);
    auto const at = places.address(location);
    // Not "a.md:100:5", which GitHub would show as an emoji.
    out += "- " + escaped(article.id) + (at.in_title ? ", title" : ", line " + std::to_string(at.place.line));
    if (!from.empty()) out += " (" + escaped(from) + ")";
    if (!location.label.empty()) out += ", " + escaped(location.label);
    out += "\n  > " + (location.span.size() == 0 ? "" : "“" + passage(article, location) + "”") + "\n";
  }
  out += "\n";
  if (!finding.explanation.empty()) out += escaped(finding.explanation) + "  \n";
  if (auto const on = aligned_on(finding.aligned_on); !on.empty()) out += "Aligned on " + escaped(on) + "  \n";
  out += "Rule " + escaped(finding.rule);
  if (!finding.fingerprint.empty()) out += ", fingerprint " + escaped(finding.fingerprint);
  out += "\n\n";
}

}  // namespace

std::string markdown_report(Report const& report) {
  auto const line = summary_line(summarize(report), {});
  std::string out = "## Facts that disagree\n\n" + line + "\n";
  Places places(report.set.articles);
  for (auto const& finding : report.findings) one_finding(out, finding, places);
  return out;
}

}  // namespace counterclaim
