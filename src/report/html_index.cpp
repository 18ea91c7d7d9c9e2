#include <algorithm>
#include <set>

#include "counterclaim/amount.hpp"
#include "counterclaim/text.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/html_parts.hpp"

namespace counterclaim::html {
namespace {

struct Entry {
  std::string subject, attribute, period;
  std::vector<std::uint32_t> const* claims = nullptr;
};

// What the first pair of each group was aligned on names the group.
std::vector<Entry> entries(Report const& report) {
  std::map<std::uint32_t, AlignedPair const*> named;  // by claim
  for (auto const& pair : report.alignment.pairs) named.try_emplace(pair.a, &pair);
  std::vector<Entry> all;
  for (auto const& group : report.alignment.groups) {
    if (group.empty()) continue;
    auto const& first = report.set.claims[group.front()];
    Entry entry{std::string(first.entity.empty() ? first.subject : first.entity), std::string(first.attribute), {}, &group};
    if (auto const pair = named.find(group.front()); pair != named.end()) {
      if (!pair->second->subject.empty()) entry.subject = pair->second->subject;
      if (!pair->second->attribute.empty()) entry.attribute = pair->second->attribute;
      entry.period = pair->second->period;
    }
    all.push_back(std::move(entry));
  }
  std::stable_sort(all.begin(), all.end(), [](Entry const& a, Entry const& b) {
    return std::pair(lower(a.subject), a.attribute) < std::pair(lower(b.subject), b.attribute);
  });
  return all;
}

// The range compared, in the unit that the text uses.
std::string range_in_unit(Claim const& claim) {
  auto v = claim.compared;
  if (!v.low && !v.high) return {};
  if (claim.unit != no_unit && claim.change != Change::level)  // a difference of temperatures has no offset
    for (auto* const end : {&v.low, &v.high})
      if (*end) *end = **end + unit(claim.unit).offset;
  return amount_text(v, claim.unit);
}

std::string range(Claim const& claim) {
  if (claim.kind == ClaimKind::date) return days_text(claim.days);
  bool const is_figure = claim.kind == ClaimKind::quantity || claim.kind == ClaimKind::rank;
  return is_figure ? range_in_unit(claim) : std::string();
}

std::string links(std::vector<std::size_t> const& findings, Report const& report) {
  std::string out;
  for (auto const number : findings)
    out += (out.empty() ? "" : " ") + std::string("<a class=\"") + std::string(to_string(report.findings[number].severity)) +
           "\" href=\"#f" + std::to_string(number + 1) + "\">" + std::to_string(number + 1) + "</a>";
  return out;
}

std::string day_cell(Article const& article) {
  return "<td class=\"day\">" + (article.date ? to_iso(*article.date) : std::string("–")) + "</td>";
}

std::string claim_row(Page const& page, std::uint32_t index) {
  auto const& claim = page.report.set.claims[index];
  auto const& article = page.report.set.articles[claim.article];
  auto const text = visible(article.view.size() == article.raw.size() ? article.view : article.raw, claim.span);
  return "<tr><td>" + linked(name_of(article), article.url) + "</td>" + day_cell(article) + "<td>" +
         markup_text(fitted(one_line(text), 80)) + "</td><td>" + markup_text(range(claim)) + "</td><td>" +
         links(page.findings[index], page.report) + "</td></tr>";
}

std::string table(Page const& page, Entry const& entry) {
  std::string name = entry.attribute.empty() ? "not named" : entry.attribute;
  if (!entry.period.empty()) name += " · " + entry.period;
  std::string out = "<table class=\"claims\"><caption>" + markup_text(name) +
                    "</caption><thead><tr><th>Source</th><th>Date</th><th>Says</th><th>Compared as</th><th>Findings</th></tr>"
                    "</thead><tbody>";
  for (auto const claim : *entry.claims) out += claim_row(page, claim);
  return out + "</tbody></table>";
}

}  // namespace

std::string subject_index(Page const& page) {
  auto const all = entries(page.report);
  if (all.empty()) return {};
  std::string out = "<h2 id=\"subjects\">What each article says of each subject</h2>";
  for (std::size_t i = 0; i < all.size();) {
    auto const subject = lower(all[i].subject);
    std::string tables;
    std::size_t figures = 0;
    auto const first = i;
    for (; i < all.size() && lower(all[i].subject) == subject; ++i) {
      tables += table(page, all[i]);
      figures += all[i].claims->size();
    }
    auto const name = subject.empty() ? std::string("No subject named") : all[first].subject;
    out += "<details open><summary><b>" + markup_text(name) + "</b> <span>" + counted(figures, "claim", "claims") +
           "</span></summary><div class=\"scroll\">" + tables + "</div></details>\n";
  }
  return out;
}

std::string article_table(Page const& page) {
  auto const& set = page.report.set;
  std::vector<std::size_t> claims(set.articles.size());
  std::vector<std::set<std::size_t>> findings(set.articles.size());
  for (auto const& claim : set.claims)
    if (is_public(claim.kind)) ++claims[claim.article];
  for (std::size_t i = 0; i < page.report.findings.size(); ++i)
    for (auto const& location : page.report.findings[i].locations) findings[location.article].insert(i);

  std::string out =
      "<h2 id=\"articles\">What was read</h2><div "
      "class=\"scroll\"><table><thead><tr><th>Article</th><th>Title</th><th>Source</th>"
      "<th>Date</th><th class=\"n\">Claims</th><th class=\"n\">Findings</th></tr></thead><tbody>";
  for (std::size_t i = 0; i < set.articles.size(); ++i) {
    auto const& a = set.articles[i];
    out += "<tr><td>" + linked(a.id, a.url) + "</td><td>" + markup_text(a.title) + "</td><td>" + markup_text(a.source) +
           "</td>" + day_cell(a) + "<td class=\"n\">" + std::to_string(claims[i]) + "</td><td class=\"n\">" +
           std::to_string(findings[i].size()) + "</td></tr>";
  }
  for (auto const& input : page.report.unreadable)
    out += "<tr class=\"unreadable\"><td>" + markup_text(input.file) +
           "</td><td colspan=\"5\">could not be read: " + markup_text(input.message) + "</td></tr>";
  return out + "</tbody></table></div>\n";
}

}  // namespace counterclaim::html
