// The report as one file for a browser: no script, no picture, nothing fetched, and a content security policy that holds all of
// this even if a text should break out of its element. The only style allowed is the file's own, by its SHA-256. Filters are
// check boxes and a list that the style sheet looks at with :has(), and counts what is left; a browser without it shows
// everything.
#include <array>
#include <set>

#include "counterclaim/sha256.hpp"
#include "src/report/html_parts.hpp"

namespace counterclaim {
namespace html {

Page::Page(Report const& r, std::span<RuleSummary const> all_rules)
    : report(r), places(r.set.articles), findings(r.set.claims.size()), places_found(r.set.articles.size()) {
  for (std::uint32_t i = 0; i < r.set.claims.size(); ++i) {
    auto const& claim = r.set.claims[i];
    auto& kind = claim.kind == ClaimKind::equation ? equations : claims;
    if (is_public(claim.kind) || claim.kind == ClaimKind::equation)
      kind.try_emplace({claim.article, claim.span.begin, claim.span.end}, i);
  }
  for (std::size_t n = 0; n < r.findings.size(); ++n) {
    rules.try_emplace(r.findings[n].rule, 0);
    for (auto const& at : r.findings[n].locations) places_found[at.article].push_back({at.span, n});
    for (auto const& at : r.findings[n].locations)
      if (auto const* const claim = claim_at(at)) findings[static_cast<std::size_t>(claim - r.set.claims.data())].push_back(n);
  }
  std::size_t number = 0;
  for (auto& [id, index] : rules) index = number++;
  for (auto const& rule : all_rules) titles.try_emplace(rule.id, rule.title);  // several shapes have the first one's
}

namespace {

Claim const* found_in(Page::ByPlace const& places, Location const& at, Report const& report) {
  auto const found = places.find({at.article, at.span.begin, at.span.end});
  return found == places.end() ? nullptr : &report.set.claims[found->second];
}

}  // namespace

Claim const* Page::claim_at(Location const& at) const { return found_in(claims, at, report); }
Claim const* Page::equation_at(Location const& at) const { return found_in(equations, at, report); }

}  // namespace html

namespace {

using namespace html;

constexpr std::array severities = {Severity::error, Severity::warning, Severity::info};

std::set<std::uint32_t> articles_found(Report const& report) {
  std::set<std::uint32_t> articles;
  for (auto const& finding : report.findings)
    for (auto const& location : finding.locations) articles.insert(location.article);
  return articles;
}

std::string check_box(std::string const& id, std::string_view label) {
  return "<label><input type=\"checkbox\" id=\"" + id + "\" checked> " + markup_text(label) + "</label>";
}

std::string filters(Page const& page, std::set<std::uint32_t> const& articles) {
  std::string out = "<form><details class=\"filters\"><summary>Show only …</summary><fieldset><legend>Severity</legend>";
  for (auto const severity : severities) out += check_box("s-" + std::string(to_string(severity)), to_string(severity));
  out += "</fieldset><fieldset><legend>Rule</legend>";
  for (auto const& [rule, index] : page.rules) out += check_box("r-" + std::to_string(index), rule);
  out += "</fieldset><fieldset><legend>Article</legend><select id=\"in\" aria-label=\"Article\"><option>all articles</option>";
  for (auto const article : articles)
    out +=
        "<option value=\"" + std::to_string(article) + "\">" + markup_text(page.report.set.articles[article].id) + "</option>";
  return out + "</select></fieldset><button type=\"reset\">Show everything</button></details></form>\n";
}

std::string filter_style(Page const& page, std::set<std::uint32_t> const& articles) {
  std::string out;
  for (auto const severity : severities) {
    std::string const name(to_string(severity));
    out.append("body:has(#s-").append(name).append(":not(:checked)) .f.").append(name).append("{display:none}\n");
  }
  for (auto const& [rule, index] : page.rules)
    out += "body:has(#r-" + std::to_string(index) + ":not(:checked)) .f.r" + std::to_string(index) + "{display:none}\n";
  for (auto const article : articles)
    out += "body:has(#in option[value=\"" + std::to_string(article) + "\"]:checked) .f:not(.a" + std::to_string(article) +
           "){display:none}\n";
  return out;
}

int nibble(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

// Base64 of 32 bytes given as hexadecimal digits: 43 letters and one mark of padding.
std::string base64(std::string_view hex) {
  static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 6) {
    unsigned bits = 0;
    std::size_t const n = std::min<std::size_t>(6, hex.size() - i);
    for (std::size_t k = 0; k < 6; ++k) bits = bits << 4 | static_cast<unsigned>(k < n ? nibble(hex[i + k]) : 0);
    for (std::size_t k = 0; k < 4; ++k) out += k <= n * 2 / 3 - (n == 6 ? 1 : 0) ? letters[bits >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

std::string count(std::size_t n, std::string_view what, std::string_view kind = {}) {
  return "<li class=\"" + std::string(kind) + "\"><b>" + std::to_string(n) + "</b>" + std::string(what) + "</li>";
}

// "published 2024-05-01 to 2024-06-10"
std::string dates(Report const& report) {
  std::optional<Day> first, last;
  for (auto const& article : report.set.articles) {
    if (!article.date) continue;
    first = std::min(first.value_or(*article.date), *article.date);
    last = std::max(last.value_or(*article.date), *article.date);
  }
  if (!first) return {};
  return *first == *last ? ", published " + to_iso(*first) : ", published " + to_iso(*first) + " to " + to_iso(*last);
}

std::string head(Page const& page) {
  auto const s = summarize(page.report);
  std::string out = "<h1>Facts that disagree</h1><p class=\"lead\">" + counted(s.articles, "article", "articles") +
                    dates(page.report) + ", read by counterclaim " + markup_text(version()) + "</p><ul class=\"counts\">";
  out += count(s.errors, s.errors == 1 ? "error" : "errors", "error");
  out += count(s.warnings, s.warnings == 1 ? "warning" : "warnings", "warning") + count(s.infos, "information", "info");
  out +=
      count(s.claims, "claims read") + count(s.aligned, "aligned with another") + count(s.undecided, "undecided, not judged");
  if (s.fresh) out += count(*s.fresh, "new since the baseline");
  if (s.accepted != 0) out += count(s.accepted, "accepted");
  if (s.unreadable != 0) out += count(s.unreadable, "unreadable", "error");
  out += "</ul><nav><a href=\"#findings\">Findings</a>";
  if (!page.report.alignment.groups.empty()) out += "<a href=\"#subjects\">Subjects</a>";
  return out + "<a href=\"#articles\">Articles</a></nav>\n";
}

// What was reviewed, with why it may stay.
std::string accepted(Report const& report) {
  if (report.suppressed.empty()) return {};
  std::string out = "<details class=\"accepted\"><summary>Accepted <span>" + std::to_string(report.suppressed.size()) +
                    "</span></summary><table><tr><th>Rule</th><th>Finding</th><th>Reason</th></tr>";
  for (auto const& finding : report.suppressed)
    out += "<tr><td>" + markup_text(finding.rule) + "</td><td>" + markup_text(finding.message) + "</td><td>" +
           markup_text(finding.suppression ? finding.suppression->reason : std::string()) + "</td></tr>";
  return out + "</table></details>\n";
}

}  // namespace

std::string html_report(Report const& report, std::span<RuleSummary const> rules) {
  Page page(report, rules);
  auto const articles = articles_found(report);
  auto const css = std::string(style()) + filter_style(page, articles);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" +
      base64(sha256(css)) +
      "'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" "
      "content=\"no-referrer\">\n"
      "<meta name=\"generator\" content=\"counterclaim\"><title>Facts that disagree</title>\n<style>" +
      css + "</style></head>\n<body><main>" + head(page);
  if (!report.findings.empty()) out += filters(page, articles);
  out += "<h2 id=\"findings\">Findings</h2>\n";
  if (report.findings.empty()) out += "<p class=\"none\">Nothing disagrees in what could be compared.</p>\n";
  out += "<div class=\"findings\">";
  for (std::size_t i = 0; i < report.findings.size(); ++i) out += one_finding(page, i);
  out += "<p class=\"shown\">" + (" of " + counted(report.findings.size(), "finding", "findings")) + "</p></div>\n";
  out += accepted(report);
  out += subject_index(page) + article_table(page);
  return out +
         "<footer>Undecided claims have no subject or attribute that could be told, and are not judged. No finding is no proof "
         "that all is true. What a rule looks for, and why: <code>counterclaim explain "
         "RULE</code>.</footer></main></body></html>\n";
}

}  // namespace counterclaim
