// SARIF 2.1.0 (OASIS; schema: https://json.schemastore.org/sarif-2.1.0.json), for code scanning and editors.
//
// A result has its primary passage as location and all others as related locations, linked from its message as "[text](1)".
// Columns count code points. partialFingerprints carry the meaning of a finding, so a result is known again after its
// paragraph has moved. No clock, machine or folder goes in: the same articles give the same bytes.
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "counterclaim/report.hpp"
#include "counterclaim/text.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/json_place.hpp"
#include "src/report/json_writer.hpp"
#include "src/report/places.hpp"
#include "src/report/sarif_uri.hpp"

namespace counterclaim {
namespace {

using namespace json;

using Numbers = std::map<std::string, std::uint64_t, std::less<>>;  // a rule's index in tool.driver.rules

std::string_view level(Severity severity) { return severity == Severity::info ? "note" : to_string(severity); }

void text_object(std::string& out, std::string_view name, std::string_view text) {
  key(out, name);
  open(out, '{');
  pair(out, "text", text);
  close(out, '}');
}

// In a message, brackets make links.
std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : one_line(text)) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string sentence(std::string text) {
  if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

// Rules of several shapes share an id and are one rule here.
Numbers rules(std::string& out, std::span<RuleSummary const> all) {
  Numbers numbers;
  key(out, "rules");
  open(out, '[');
  for (auto const& rule : all) {
    if (!numbers.try_emplace(rule.id, numbers.size()).second) continue;
    open(out, '{');
    pair(out, "id", rule.id);
    text_object(out, "shortDescription", sentence(rule.title));
    text_object(out, "fullDescription", sentence(rule.title));
    text_object(out, "help", sentence(rule.help.empty() ? rule.title : rule.help));
    key(out, "defaultConfiguration");
    open(out, '{');
    pair(out, "level", level(rule.severity));
    close(out, '}');
    if (!rule.tags.empty()) {
      key(out, "properties");
      open(out, '{');
      key(out, "tags");
      strings(out, rule.tags);
      close(out, '}');
    }
    close(out, '}');
  }
  close(out, ']');
  return numbers;
}

void region(std::string& out, Location const& location, Places& places) {
  auto const at = places.address(location).place;
  auto const end = places.end(location);
  key(out, "region");
  open(out, '{');
  pair(out, "startLine", std::uint64_t{at.line});
  pair(out, "startColumn", std::uint64_t{at.column});
  pair(out, "endLine", std::uint64_t{end.line});
  pair(out, "endColumn", std::uint64_t{end.column});
  key(out, "snippet");
  open(out, '{');
  quote(out, "text", places.article(location), location.span);
  close(out, '}');
  close(out, '}');
}

// The lines that the passage stands in, unless they are all of it or too long to be of use.
void context_region(std::string& out, Location const& location, Places& places) {
  constexpr std::size_t longest = 2000;
  auto const& article = places.article(location);
  auto const text = std::string_view(article.raw).substr(0, article.body_size);
  auto const before = location.span.begin == 0 ? text.npos : text.rfind('\n', location.span.begin - 1);
  auto const begin = before == text.npos ? 0 : before + 1;
  auto end = std::min(text.find('\n', location.span.end), text.size());
  if (end > location.span.end && text[end - 1] == '\r') --end;
  if (end - begin > longest || end - begin <= location.span.size()) return;
  key(out, "contextRegion");
  open(out, '{');
  pair(out, "startLine", std::uint64_t{places.address(location).place.line});
  pair(out, "endLine", std::uint64_t{places.end(location).line});
  key(out, "snippet");
  open(out, '{');
  quote(out, "text", article, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  close(out, '}');
  close(out, '}');
}

enum class Role { primary, related };
void location_object(std::string& out, Location const& location, Places& places, Role role, std::uint64_t id) {
  bool const in_title = places.address(location).in_title;
  open(out, '{');
  if (role == Role::related) pair(out, "id", id);
  key(out, "physicalLocation");
  open(out, '{');
  key(out, "artifactLocation");
  open(out, '{');
  pair(out, "uri", uri_reference(places.article(location).id));
  pair(out, "index", std::uint64_t{location.article});
  close(out, '}');
  if (!in_title) {
    region(out, location, places);
    context_region(out, location, places);
  }
  close(out, '}');
  if (in_title) {  // given beside the text: it has no line there
    key(out, "logicalLocations");
    open(out, '[');
    open(out, '{');
    pair(out, "name", "title");
    pair(out, "kind", "member");
    close(out, '}');
    close(out, ']');
  }
  if (!location.label.empty()) text_object(out, "message", escaped(location.label));
  close(out, '}');
}

std::string message(Finding const& finding, Places& places) {
  auto text = sentence(escaped(finding.message));
  for (std::size_t i = 1; i < finding.locations.size(); ++i) {
    auto const& location = finding.locations[i];
    auto const label = location.label.empty() ? std::string() : location.label + " in ";
    text += i == 1 ? " Compare [" : ", [";
    text += escaped(label + place_name(places.article(location), places.address(location)));
    text += "](" + std::to_string(i) + ")";
  }
  if (finding.locations.size() > 1) text += '.';
  if (!finding.explanation.empty()) text += " " + sentence(escaped(finding.explanation));
  return text;
}

// Either all results of a run have the list or none has, as the format asks.
void suppressions(std::string& out, Finding const& finding) {
  key(out, "suppressions");
  open(out, '[');
  if (finding.suppression) {
    open(out, '{');
    pair(out, "kind", finding.suppression->kind == Suppression::Kind::ledger ? "external" : "inSource");
    pair(out, "status", "accepted");
    pair(out, "justification", finding.suppression->reason);
    close(out, '}');
  }
  close(out, ']');
}

void result(std::string& out, Finding const& finding, Numbers const& numbers, Places& places, bool has_suppressions) {
  open(out, '{');
  pair(out, "ruleId", finding.rule);
  if (auto const rule = numbers.find(finding.rule); rule != numbers.end()) pair(out, "ruleIndex", rule->second);
  pair(out, "level", level(finding.severity));
  text_object(out, "message", message(finding, places));
  key(out, "locations");
  open(out, '[');
  if (!finding.locations.empty()) location_object(out, finding.locations.front(), places, Role::primary, 0);
  close(out, ']');
  if (finding.locations.size() > 1) {
    key(out, "relatedLocations");
    open(out, '[');
    for (std::size_t i = 1; i < finding.locations.size(); ++i)
      location_object(out, finding.locations[i], places, Role::related, i);
    close(out, ']');
  }
  if (!finding.fingerprint.empty()) {
    key(out, "partialFingerprints");
    open(out, '{');
    pair(out, "meaning/v2", finding.fingerprint);
    close(out, '}');
  }
  if (!finding.also.empty()) {
    key(out, "properties");
    open(out, '{');
    key(out, "also");
    strings(out, finding.also);
    close(out, '}');
  }
  if (finding.baseline != Baseline::none) pair(out, "baselineState", finding.baseline == Baseline::fresh ? "new" : "unchanged");
  if (has_suppressions) suppressions(out, finding);
  close(out, '}');
}

void notifications(std::string& out, std::string_view name, std::string_view grade, std::vector<Diagnostic> const& all) {
  if (all.empty()) return;
  key(out, name);
  open(out, '[');
  for (auto const& said : all) {
    open(out, '{');
    pair(out, "level", grade);
    text_object(out, "message", sentence(escaped((said.file.empty() ? "" : said.file + ": ") + said.message)));
    close(out, '}');
  }
  close(out, ']');
}

void invocation(std::string& out, Report const& report) {
  key(out, "invocations");
  open(out, '[');
  open(out, '{');
  flag(out, "executionSuccessful", report.unreadable.empty());
  notifications(out, "toolConfigurationNotifications", "warning", report.notes);
  notifications(out, "toolExecutionNotifications", "error", report.unreadable);
  close(out, '}');
  close(out, ']');
}

void artifacts(std::string& out, std::vector<Article> const& articles) {
  key(out, "artifacts");
  open(out, '[');
  for (auto const& article : articles) {
    open(out, '{');
    key(out, "location");
    open(out, '{');
    pair(out, "uri", uri_reference(article.id));
    close(out, '}');
    key(out, "roles");
    strings(out, std::array{"analysisTarget"});
    close(out, '}');
  }
  close(out, ']');
}

}  // namespace

std::string sarif_report(Report const& report, std::span<RuleSummary const> rule_summaries) {
  std::string out;
  open(out, '{');
  pair(out, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  pair(out, "version", "2.1.0");
  key(out, "runs");
  open(out, '[');
  open(out, '{');
  key(out, "tool");
  open(out, '{');
  key(out, "driver");
  open(out, '{');
  pair(out, "name", "counterclaim");
  pair(out, "version", version());
  if (!homepage().empty()) pair(out, "informationUri", homepage());
  auto const numbers = rules(out, rule_summaries);
  close(out, '}');
  close(out, '}');
  invocation(out, report);
  artifacts(out, report.set.articles);
  pair(out, "columnKind", "unicodeCodePoints");
  key(out, "results");
  open(out, '[');
  Places places(report.set.articles);
  for (auto const* findings : {&report.findings, &report.suppressed})
    for (auto const& finding : *findings) {
      out += out.ends_with('[') ? "\n" : ",\n";
      result(out, finding, numbers, places, !report.suppressed.empty());
    }
  close(out, ']');
  close(out, '}');
  close(out, ']');
  close(out, '}');
  return out + '\n';
}

}  // namespace counterclaim
