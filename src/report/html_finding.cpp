#include <algorithm>

#include "src/report/excerpt.hpp"
#include "src/report/html_parts.hpp"

namespace counterclaim::html {
namespace {

bool is_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

// A link only where it leads to the web: never "javascript:" or a file.
std::string linked(std::string_view text, std::string_view url) {
  if (!is_address(url)) return markup_text(text);
  return "<a rel=\"noopener noreferrer\"" + attribute("href", url) + ">" + markup_text(text) + "</a>";
}

std::string one_passage(Page& page, Location const& location) {
  auto const& article = page.places.article(location);
  auto const place = place_name(article, page.places.address(location));
  std::string out = "<section class=\"passage\"><header><b>" + linked(name_of(article), article.url) + "</b>";
  if (article.date) out += " <time" + attribute("datetime", to_iso(*article.date)) + ">" + to_iso(*article.date) + "</time>";
  if (article.tier != Tier::press) out += " <span class=\"tier\">" + markup_text(to_string(article.tier)) + "</span>";
  if (!article.title.empty())
    out += "<br><span class=\"title\">" + markup_text(fitted(one_line(article.title), 200)) + "</span>";
  out += "</header>" + passage(page, location);
  if (!location.label.empty())
    out += std::string("<p class=\"says") + (location.primary ? " primary" : "") + "\">" + markup_text(location.label) + "</p>";
  return out + "<p class=\"place\">" + markup_text(place) + "</p></section>";
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
  out += row("Explain", "counterclaim explain " + finding.rule);
  return "<dl>" + out + row("Fingerprint", finding.fingerprint) + "</dl>";
}

}  // namespace

std::string name_of(Article const& article) {
  auto const source = one_line(article.source);
  return source.empty() || source == " " ? one_line(article.id) : source;
}

std::string one_finding(Page& page, std::size_t number) {
  auto const& finding = page.report.findings[number];
  std::string classes = "f " + std::string(to_string(finding.severity)) + " r" + std::to_string(page.rules.at(finding.rule));
  for (auto const& location : finding.locations) classes += " a" + std::to_string(location.article);

  auto const id = "f" + std::to_string(number + 1);
  std::string out = "<article id=\"" + id + "\" class=\"" + classes + "\"><h3><a class=\"number\" href=\"#" + id + "\">" +
                    std::to_string(number + 1) + "</a> " + markup_text(finding.message) +
                    "</h3><p class=\"kind\"><span class=\"severity\">" + std::string(to_string(finding.severity)) + "</span> " +
                    markup_text(finding.rule) + "</p><div class=\"passages\">";
  auto const shown = std::min(finding.locations.size(), most_passages);
  for (std::size_t i = 0; i < shown; ++i) out += one_passage(page, finding.locations[i]);
  out += "</div>" + other_places(page, finding, shown);
  return out + drawing(page, finding) + reasons(finding) + "</article>\n";
}

}  // namespace counterclaim::html
