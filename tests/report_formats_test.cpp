// The formats that other programs read: golden files of one report, and texts that try to be more than text.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "counterclaim/report.hpp"
#include "counterclaim/units.hpp"
#include "src/report/markup.hpp"
#include "src/report/sarif_uri.hpp"
#include "tests/golden.hpp"
#include "tests/report_fixture.hpp"

namespace counterclaim {
namespace {

using test::expect_golden;
using test::lakes;

std::vector<RuleSummary> rules() {
  RuleSummary figures;
  figures.id = "figure-conflict";
  figures.title = "Two figures cannot both be true";
  figures.help = "Figures are compared as ranges.";
  figures.tags = {"figures"};
  RuleSummary origin;
  origin.id = "single-origin";
  origin.title = "All articles repeat one source";
  origin.severity = Severity::info;
  auto chain = figures;  // another shape of the same rule
  chain.shape = "chain";
  return {figures, origin, chain};
}

// What could not be read, and two findings that mean the same.
Report troubled() {
  auto r = lakes();
  r.unreadable.resize(1);
  r.unreadable[0].file = "gone & lost.md";
  r.unreadable[0].message = "there is no such file";
  r.findings.push_back(r.findings[1]);
  return r;
}

TEST(ConciseReport, HasALineAFinding) { expect_golden("tests/data/report/lakes.concise.txt", concise_report(lakes(), {})); }
TEST(JsonlReport, HasALineAFinding) { expect_golden("tests/data/report/lakes.jsonl", jsonl_report(lakes())); }
TEST(SarifReport, LinksItsPassages) { expect_golden("tests/data/report/lakes.sarif", sarif_report(troubled(), rules())); }
TEST(JunitReport, HasASuiteAnArticle) { expect_golden("tests/data/report/lakes.junit.xml", junit_report(troubled())); }
TEST(CheckstyleReport, HasAFileAnArticle) {
  expect_golden("tests/data/report/lakes.checkstyle.xml", checkstyle_report(troubled()));
}
TEST(GithubReport, HasACommandAFinding) { expect_golden("tests/data/report/lakes.github.txt", github_report(lakes())); }
TEST(GitlabReport, HasAnIssueAFinding) { expect_golden("tests/data/report/lakes.gitlab.json", gitlab_report(troubled())); }
TEST(MarkdownReport, QuotesPassages) { expect_golden("tests/data/report/lakes.md", markdown_report(lakes())); }
TEST(CsvReport, HasARowAPassage) { expect_golden("tests/data/report/lakes.csv", csv_report(lakes())); }

// What was compared is drawn: the claims get the ranges that the engine gives them.
Report drawn() {
  auto r = lakes();
  auto const km2 = find_unit("km²");
  for (auto& claim : r.set.claims) claim.kind = claim.span.size() > 8 ? ClaimKind::quantity : claim.kind;
  auto& a = r.set.claims[0];
  auto& b = r.set.claims[1];
  a.unit = b.unit = a.basis = b.basis = km2;
  b.kind = ClaimKind::quantity;
  a.compared = to_base(rounded(Interval::exactly(120), 0), km2);
  b.compared = to_base(rounded(Interval::exactly(210), 0), km2);
  b.span = r.findings[0].locations[1].span;
  a.entity = b.entity = "Lake Mora";
  a.attribute = b.attribute = "area";
  r.alignment.groups = {{0, 1}};
  r.set.articles[0].url = "https://example.org/lakes?a=1&b=2";
  r.set.articles[1].url = "javascript:alert(1)";
  return r;
}
TEST(HtmlReport, ShowsPassagesDrawingsAndSubjects) {
  expect_golden("tests/data/report/lakes.html", html_report(drawn(), rules()));
}
TEST(HtmlReport, SaysWhenNothingWasFound) { EXPECT_NE(html_report({}).find("Nothing disagrees"), std::string::npos); }

TEST(HtmlReport, ShowsADozenPassagesAndListsTheRest) {
  Report r;
  std::string text;
  for (int i = 0; i < 300; ++i) text += "Lake Mora\n";
  r.set.articles = {test::article("a.md", text)};
  r.findings.resize(1);
  for (std::uint32_t i = 0; i < 300; ++i) r.findings[0].locations.push_back({0, {i * 10, i * 10 + 4}, "", i == 0});
  auto const out = html_report(r);
  std::size_t passages = 0;
  for (auto at = out.find("<section"); at != out.npos; at = out.find("<section", at + 1)) ++passages;
  EXPECT_EQ(passages, 12u);
  EXPECT_NE(out.find("Also a.md:13:1, a.md:14:1"), out.npos);
}

TEST(HtmlReport, MarksSeveralPlacesOfAParagraphInOnePassage) {
  Report r;
  r.set.articles = {test::article("a.md", "Of 100 seats, Red won 48, Blue 41 and Green 16 (from 12).\n")};
  auto const at = [&](std::string_view text, bool primary) {
    return Location{0, test::span_of(r.set.articles[0], text), std::string(text), primary};
  };
  r.findings.resize(2);
  r.findings[0].locations = {at("100 seats", true), at("48", false), at("Green 16", false), at("16", false)};
  r.findings[1].locations = {at("16 (from 12)", true)};
  auto const out = html_report(r);
  EXPECT_NE(out.find("<blockquote>Of <mark>100 seats</mark>, Red won <mark class=\"other\">48</mark>, Blue 41 and <mark "
                     "class=\"other\">Green 16</mark> <a class=\"see\" href=\"#f2\" title=\"finding 2\">(from 12)</a>."),
            out.npos)
      << out;
  EXPECT_NE(out.find("<mark>16 (from 12)</mark>"), out.npos);
  EXPECT_NE(out.find("a.md:1:4, 1:23, 1:39, 1:45</p>"), out.npos) << out.substr(out.find("<blockquote>"), 900);
}

TEST(HtmlReport, LeavesOutWhatCannotBeDrawn) {
  auto r = drawn();
  r.set.claims[1].compared = Interval::exactly(Decimal::scaled(2, 400));
  EXPECT_EQ(html_report(r).find("<svg"), std::string::npos);
}

TEST(Formats, OfNothingAreStillWhole) {
  EXPECT_EQ(gitlab_report({}), "[]\n");
  EXPECT_EQ(jsonl_report({}), "");
  EXPECT_EQ(nlohmann::json::parse(sarif_report({}, {})).at("runs").at(0).at("results").size(), 0u);
  EXPECT_NE(checkstyle_report({}).find("</checkstyle>"), std::string::npos);
  EXPECT_NE(junit_report({}).find("</testsuites>"), std::string::npos);
}

TEST(GitlabReport, FingerprintsAreUnique) {
  auto r = troubled();
  for (int i = 0; i < 5; ++i) r.findings.push_back(r.findings[0]);
  auto const issues = nlohmann::json::parse(gitlab_report(r));
  std::set<std::string> seen;
  for (auto const& issue : issues) EXPECT_TRUE(seen.insert(issue.at("fingerprint").get<std::string>()).second) << issue;
  EXPECT_EQ(seen.size(), r.findings.size());
}

TEST(SarifUri, IsAReferenceWithoutASchemeOfTheArticlesOwn) {
  struct Row {
    std::string id, uri;
  };
  Row const rows[] = {
      {"a.md", "a.md"},
      {"./lakes/a b.md", "lakes/a%20b.md"},
      {"/srv/a.md", "file:///srv/a.md"},
      {"javascript:alert(1)", "javascript%3Aalert%281%29"},
      {"a%20b", "a%2520b"},
      {"湖", "%E6%B9%96"},
      {"https://example.org/a?b=1&c=%20", "https://example.org/a?b=1&c=%20"},
      {"https://example.org/<b>%zz", "https://example.org/%3Cb%3E%25zz"},
      {"", "-"},
  };
  for (auto const& row : rows) EXPECT_EQ(uri_reference(row.id), row.uri);
}

// About 600 texts: what has opened spreadsheets, pages, logs and comments before, in every dress.
std::vector<std::string> hostile() {
  std::vector<std::string> const seeds = {
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "<svg/onload=alert(1)>",
      "</title><script>alert(1)</script>",
      "</style><script>alert(1)</script>",
      "</mark></p><iframe src=//evil.example>",
      "<!--<script>",
      "--><b>",
      "<![CDATA[<b>]]>",
      "\" onmouseover=\"alert(1)",
      "' onfocus='alert(1)' autofocus='",
      "` onclick=alert(1)",
      "javascript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "<a href=javascript:alert(1)>x</a>",
      "<style>@import 'https://evil.example'</style>",
      "<link rel=stylesheet href=//evil.example>",
      "<meta http-equiv=refresh content=0;url=//evil.example>",
      "<base href=//evil.example>",
      "<form action=//evil.example><input name=a>",
      "&lt;script&gt;",
      "&#60;script&#62;",
      "[x](javascript:alert(1))",
      "![x](https://evil.example/pixel.png)",
      "[x]: https://evil.example",
      "https://evil.example/track",
      "www.evil.example",
      "<https://evil.example>",
      "@everyone look",
      "fixes #12",
      "| a | b |\n|---|---|",
      "```\ncode",
      "# heading",
      "**bold** _it_ ~~no~~",
      "::error file=x::owned",
      "\n::error::owned",
      "\r::set-output name=a::b",
      "\r\n::add-mask::1",
      "##[error]owned",
      "%0A::error::owned",
      "=1+1",
      "=HYPERLINK(\"https://evil.example\")",
      "+cmd|' /C calc'!A0",
      "-2+3",
      "@SUM(1)",
      "＝1+1",
      "\t=1",
      "\"\r\n=1+1,\"",
      "\u202Egnp.exe",
      std::string("\0<b>\x1b[31m\x07", 9),
      "\xFF\xFE<b>\xC3",
      "\uFFFF\uFFFE",
      "$20 to $10 `x` $y$",
      "{{constructor.constructor('alert(1)')()}}",
  };
  std::vector<std::string> all;
  for (auto const& seed : seeds)
    for (auto const* before : {"", " ", "4 ", "\n", "\">", "'>", "x\u3000", "\t", "]", "**", "\\"})
      all.push_back(before + seed);
  return all;
}

// One finding whose every text is `text`.
Report report_of(std::string const& text) {
  auto const quoted = text.empty() ? std::string("x") : text;
  Report r;
  auto a = test::article("id " + text, "Before " + quoted + " behind.\n", text);
  a.id = text;
  a.source = a.author = a.url = text;
  r.set.articles = {a, a};
  Finding f;
  f.rule = "figure-conflict";
  f.fingerprint = "00";
  f.message = f.explanation = f.help = text;
  f.aligned_on = {text, text, text};
  auto const end = static_cast<std::uint32_t>(7 + quoted.size());
  f.locations = {{0, {7, end}, text, true}, {1, {7, end}, text, false}};
  r.findings = {f};
  r.suppressed = {f};
  r.suppressed[0].suppression = Suppression{Suppression::Kind::ledger, text};
  r.notes.resize(1);
  r.notes[0].file = r.notes[0].message = text;
  r.unreadable.resize(1);
  r.unreadable[0].file = r.unreadable[0].message = text;
  return r;
}

// No mark of Markdown but our own, and no tag but <b> and the empty comment.
void expect_only_text_in_markdown(std::string const& markdown) {
  for (std::size_t i = 0; i < markdown.size(); ++i) {
    char const c = markdown[i];
    if (c == '\\') {
      ++i;
      continue;
    }
    EXPECT_EQ(std::string_view("`*_[]|~&$^").find(c), std::string_view::npos) << c << " in " << markdown;
    auto const rest = std::string_view(markdown).substr(i);
    if (c == '<') {
      EXPECT_TRUE(rest.starts_with("<b>") || rest.starts_with("</b>") || rest.starts_with("<!-- -->")) << markdown;
    }
    EXPECT_FALSE(rest.starts_with("://") || rest.starts_with("www.")) << markdown;
    if ((c == '@') && rest.size() > 1 && rest[1] != ' ') {
      EXPECT_TRUE(rest.starts_with("@<!-- -->") || std::ispunct(static_cast<unsigned char>(rest[1]))) << markdown;
    }
  }
}

TEST(Hostile, MarkdownStaysText) {
  for (auto const& text : hostile()) expect_only_text_in_markdown(markdown_report(report_of(text)));
}

TEST(Hostile, WorkflowCommandsAreOurs) {
  for (auto const& text : hostile()) {
    auto const out = github_report(report_of(text));
    std::size_t lines = 0, commands = 0;
    for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1) {
      ++lines;
      if (out.compare(at, 2, "::") == 0) ++commands;
    }
    EXPECT_EQ(lines, 2u) << out;
    EXPECT_EQ(commands, 1u) << out;
    EXPECT_TRUE(out.starts_with("::error file=")) << out;
    EXPECT_EQ(out.find('\r'), out.npos);
    // The properties end where ours end.
    auto const properties = out.substr(13, out.find(",title=") - 13);
    EXPECT_EQ(properties.find("::"), properties.npos) << out;
  }
}

TEST(Hostile, CsvHasNoFormulasAndNoRowsOfItsOwn) {
  for (auto const& text : hostile()) {
    auto const out = csv_report(report_of(text));
    std::vector<std::string> cells(1);
    std::size_t rows = 0;
    bool inside = false;
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (out[i] == '"' && inside && i + 1 < out.size() && out[i + 1] == '"') {
        cells.back() += out[++i];
      } else if (out[i] == '"') {
        inside = !inside;
      } else if (!inside && out[i] == ',') {
        cells.emplace_back();
      } else if (!inside && out[i] == '\n') {
        ++rows;
        cells.emplace_back();
      } else if (out[i] != '\r' || inside) {
        cells.back() += out[i];
      }
    }
    EXPECT_EQ(rows, 3u) << out;
    EXPECT_EQ(cells.size(), 3u * 15 + 1) << out;
    for (auto const& cell : cells) {
      auto const first = cell.find_first_not_of(" \t");
      if (first == cell.npos) continue;
      EXPECT_EQ(std::string_view("=+-@|%").find(cell[first]), std::string_view::npos) << cell;
      EXPECT_NE(cell.substr(first).rfind("＝", 0), 0u) << cell;
    }
  }
}

TEST(Hostile, JsonIsWhole) {
  for (auto const& text : hostile()) {
    auto const r = report_of(text);
    auto const sarif = nlohmann::json::parse(sarif_report(r, rules()));
    EXPECT_TRUE(nlohmann::json::accept(gitlab_report(r)));
    auto const lines = jsonl_report(r);
    EXPECT_EQ(lines.find('\n'), lines.size() - 1);
    EXPECT_TRUE(nlohmann::json::accept(lines));
    // One link, ours: behind an even number of backslashes only one bracket opens.
    auto const message = sarif["runs"][0]["results"][0]["message"]["text"].get<std::string>();
    int links = 0;
    for (std::size_t i = 0; i < message.size(); ++i) {
      if (message[i] == '\\')
        ++i;
      else if (message[i] == '[')
        ++links;
    }
    EXPECT_EQ(links, 1) << message;
  }
}

// Tags, attributes and addresses of the page are the same for every text: none of it becomes markup.
TEST(Hostile, HtmlStaysText) {
  std::set<std::string> const tags = {"!DOCTYPE", "html",   "head",    "meta",    "title",    "style",   "body",   "main",
                                      "h1",       "h2",     "h3",      "p",       "ul",       "li",      "b",      "nav",
                                      "a",        "br",     "details", "summary", "fieldset", "legend",  "label",  "input",
                                      "select",   "option", "article", "span",    "div",      "section", "header", "blockquote",
                                      "mark",     "dl",     "dt",      "dd",      "table",    "thead",   "tbody",  "tr",
                                      "th",       "td",     "footer",  "form",    "button",   "code"};
  for (auto const& text : hostile()) {
    auto r = report_of(text);
    r.findings.push_back(r.findings[0]);
    r.findings[1].locations.front().span.begin -= 3;
    r.findings[1].baseline = Baseline::fresh;
    auto const out = html_report(r);
    auto const body = out.substr(out.find("</style>"));
    for (std::size_t at = body.find('<'); at != body.npos; at = body.find('<', at + 1)) {
      auto const start = body[at + 1] == '/' ? at + 2 : at + 1;
      auto const name = body.substr(start, body.find_first_of(" >", start) - start);
      ASSERT_TRUE(tags.contains(name)) << name << " of " << text;
      auto const tag = body.substr(at, body.find('>', at) - at);
      EXPECT_TRUE(name != "form" || tag == "<form" || tag == "</form") << tag;
      EXPECT_EQ(tag.find(" on"), tag.npos) << tag;
      EXPECT_EQ(tag.find("src="), tag.npos) << tag;
      if (auto const href = tag.find("href=\""); href != tag.npos) {
        auto const to = std::string_view(tag).substr(href + 6);
        EXPECT_TRUE(to.starts_with("#") || to.starts_with("https://") || to.starts_with("http://")) << tag;
      }
    }
    for (unsigned char const c : body) EXPECT_TRUE(c >= 0x20 || c == '\n') << int{c};
  }
}

// Every tag of the XML is one of ours, and attributes hold neither quotation marks nor angle brackets.
TEST(Hostile, XmlHasOnlyOurTags) {
  std::set<std::string> const ours = {"?xml",      "checkstyle", "file",    "error",     "testsuites",
                                      "testsuite", "testcase",   "failure", "system-out"};
  for (auto const& text : hostile()) {
    for (auto const& out : {junit_report(report_of(text)), checkstyle_report(report_of(text))}) {
      for (std::size_t at = out.find('<'); at != out.npos; at = out.find('<', at + 1)) {
        auto const start = out[at + 1] == '/' ? at + 2 : at + 1;
        EXPECT_TRUE(ours.contains(out.substr(start, out.find_first_of(" />\n", start) - start))) << out;
      }
      for (unsigned char const c : out) EXPECT_TRUE(c >= 0x20 || c == '\n') << int{c};
      EXPECT_EQ(out.find("\uFFFF"), out.npos);
    }
  }
}

}  // namespace
}  // namespace counterclaim
