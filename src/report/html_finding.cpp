#include <algorithm>

#include "src/report/excerpt.hpp"
#include "src/report/html_parts.hpp"

namespace counterclaim::html {
namespace {

bool is_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

// Places of one paragraph, in order of place; the finding's own first of all.
using Together = std::vector<Location const*>;
std::vector<Together> by_paragraph(Page const& page, Finding const& finding, std::size_t most) {
  std::vector<Together> all;
  for (std::size_t i = 0; i < std::min(finding.locations.size(), most); ++i) {
    auto const& location = finding.locations[i];
    auto const block = block_around(page.places.article(location), location.span);
    auto const same = std::find_if(all.begin(), all.end(), [&](Together const& t) {
      return t.front()->article == location.article && block_around(page.places.article(*t.front()), t.front()->span) == block;
    });
    if (same == all.end())
      all.push_back({&location});
    else
      same->push_back(&location);
  }
  return all;
}

std::string one_passage(Page& page, Together const& locations, std::size_t number) {
  auto const& article = page.places.article(*locations.front());
  std::string out = "<section class=\"passage\"><header><b>" + linked(name_of(article), article.url) + "</b>";
  if (article.date) out += " <time" + attribute("datetime", to_iso(*article.date)) + ">" + to_iso(*article.date) + "</time>";
  if (article.tier != Tier::press) out += " <span class=\"tier\">" + markup_text(to_string(article.tier)) + "</span>";
  if (!article.title.empty())
    out += "<br><span class=\"title\">" + markup_text(fitted(one_line(article.title), 200)) + "</span>";
  out += "</header>" + passage(page, locations, number);
  std::string labels, at;
  for (auto const* location : locations) {
    if (!location->label.empty())
      labels += std::string("<p class=\"says") + (location->primary ? " primary" : "") + "\">" + markup_text(location->label) +
                "</p>";
    auto const place = page.places.address(*location).place;
    at += at.empty() ? markup_text(place_name(article, page.places.address(*location)))
                     : ", " + std::to_string(place.line) + ":" + std::to_string(place.column);
  }
  return out + "<div class=\"foot\">" + labels + "<p class=\"place\">" + at + "</p></div></section>";
}

std::string other_places(Page& page, Finding const& finding, std::size_t from) {
  if (from >= finding.locations.size()) return {};
  std::string out = "<p class=\"place\">Also";
  for (auto i = from; i < finding.locations.size(); ++i) {
    auto const& location = finding.locations[i];
    out += (i == from ? " " : ", ") + markup_text(place_name(page.places.article(location), page.places.address(location)));
  }
  return out + "</p>";
}

std::string row(std::string_view name, std::string_view text) {
  if (text.empty()) return {};
  return "<dt>" + std::string(name) + "</dt><dd>" + markup_text(text) + "</dd>";
}

std::string reasons(Finding const& finding) {
  std::string_view because = finding.explanation;
  constexpr std::string_view compared = "compared: ";
  auto out = because.starts_with(compared) ? row("Compared", because.substr(compared.size())) : row("Because", because);
  out += row("Aligned on", aligned_on(finding.aligned_on));
  out += row("Help", finding.help);
  return "<dl>" + out + row("Fingerprint", finding.fingerprint) + "</dl>";
}

std::string rule_title(Page const& page, std::string const& rule) {
  auto const found = page.titles.find(rule);
  return found == page.titles.end() ? std::string() : ": " + markup_text(found->second);
}

}  // namespace

std::string linked(std::string_view text, std::string_view url) {
  if (!is_address(url)) return markup_text(text);
  return "<a rel=\"noopener noreferrer\"" + attribute("href", url) + ">" + markup_text(text) + "</a>";
}

std::string name_of(Article const& article) {
  auto const source = one_line(article.source);
  return source.empty() || source == " " ? one_line(article.id) : source;
}

std::string one_finding(Page& page, std::size_t number) {
  auto const& finding = page.report.findings[number];
  std::string classes = "f " + std::string(to_string(finding.severity)) + " r" + std::to_string(page.rules.at(finding.rule));
  for (auto const& location : finding.locations) classes += " a" + std::to_string(location.article);

  auto const id = "f" + std::to_string(number + 1);
  std::string out =
      "<article id=\"" + id + "\" class=\"" + classes + "\"><h3><a class=\"number\" href=\"#" + id + "\">" +
      std::to_string(number + 1) + "</a> " + markup_text(finding.message) + "</h3><p class=\"kind\"><span class=\"severity\">" +
      std::string(to_string(finding.severity)) + "</span> " + markup_text(finding.rule) + rule_title(page, finding.rule) +
      (finding.baseline == Baseline::fresh ? " <span class=\"tier\">new</span>" : "") + "</p><div class=\"passages\">";
  auto const shown = std::min(finding.locations.size(), most_passages);
  for (auto const& locations : by_paragraph(page, finding, shown)) out += one_passage(page, locations, number);
  out += "</div>" + other_places(page, finding, shown);
  return out + drawing(page, finding) + reasons(finding) + "</article>\n";
}

}  // namespace counterclaim::html
