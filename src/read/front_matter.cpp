#include "front_matter.hpp"

#include <array>
#include <functional>

#include "bytes.hpp"
#include "counterclaim/text.hpp"
#include "prose_date.hpp"
#include "source_tier.hpp"

namespace counterclaim {
namespace {

struct Field {
  std::string key;
  std::vector<Span> values;
};

bool is_fence(std::string_view line) { return line == "---" || line == "..."; }

// A bare or quoted scalar without its quotes and comment; escapes inside double quotes are blanked in the view.
Span scalar(std::string& view, Span span) {
  span = trimmed(view, span);
  if (span.size() == 0) return span;
  char const quote = view[span.begin];
  if (quote == '"' || quote == '\'') {
    auto at = span.begin + 1;
    for (; at < span.end && view[at] != quote; ++at) {
      if (quote != '"' || view[at] != '\\' || at + 1 >= span.end) continue;
      view[at++] = '\0';
      if (view[at] == 'n' || view[at] == 't') view[at] = ' ';
      if (view[at] == quote) continue;
    }
    while (quote == '\'' && at + 1 < span.end && view[at + 1] == '\'') {  // '' is an apostrophe
      view[at] = '\0';
      for (at += 2; at < span.end && view[at] != quote;) ++at;
    }
    return {span.begin + 1, at};
  }
  for (auto at = span.begin; at + 1 < span.end; ++at)
    if ((view[at] == ' ' || at == span.begin) && view[at == span.begin ? at : at + 1] == '#')
      return trimmed(view, {span.begin, at});
  return span;
}

void add_values(std::string& view, Span span, std::vector<Span>& values) {
  span = trimmed(view, span);
  if (span.size() < 2 || view[span.begin] != '[' || view[span.end - 1] != ']') {
    if (auto const value = scalar(view, span); value.size() > 0) values.push_back(value);
    return;
  }
  auto item = span.begin + 1;
  for (auto at = item; at < span.end; ++at) {
    if (view[at] != ',' && at + 1 != span.end) continue;
    if (auto const value = scalar(view, {item, at}); value.size() > 0) values.push_back(value);
    item = at + 1;
  }
}

std::vector<Field> fields_of(std::string& view, Span body) {
  std::vector<Field> fields;
  bool folded = false;  // inside "key: >" or "key: |"
  for (auto at = body.begin; at < body.end;) {
    auto const line = line_at(view, at);
    at = line.end + 1;
    auto const shown = trimmed(view, line);
    if (shown.size() == 0 || view[shown.begin] == '#') continue;
    bool const indented = shown.begin > line.begin;
    bool const item = view[shown.begin] == '-' && shown.begin + 1 < shown.end && view[shown.begin + 1] == ' ';
    if (!fields.empty() && item) {
      add_values(view, {shown.begin + 2, shown.end}, fields.back().values);
    } else if (!fields.empty() && indented) {
      auto& values = fields.back().values;
      if (values.empty() && folded)
        values.push_back(shown);
      else if (values.size() == 1)
        values.back().end = shown.end;
    } else if (auto const colon = slice(view, shown).find(':'); colon != std::string_view::npos) {
      fields.push_back({lower(slice(view, {shown.begin, shown.begin + static_cast<std::uint32_t>(colon)})), {}});
      Span const value = trimmed(view, {shown.begin + static_cast<std::uint32_t>(colon) + 1, shown.end});
      folded = value.size() > 0 && value.size() <= 2 && (view[value.begin] == '>' || view[value.begin] == '|');
      if (!folded) add_values(view, value, fields.back().values);
    }
  }
  return fields;
}

std::optional<Day> day_of(std::string const& text) {
  if (auto const day = parse_iso_date(text)) return day;
  auto const date = find_date(text);
  return date ? std::optional(date->day) : std::nullopt;
}

void fill(Article& article, std::string const& key, std::vector<std::string> const& values) {
  auto const& value = values.front();
  if (key == "title" || key == "headline") article.title = value;
  if (key == "source" || key == "publisher" || key == "publication") article.source = value;
  if (key == "author" || key == "authors" || key == "byline")
    for (auto const& name : values) article.author += (article.author.empty() ? "" : ", ") + name;
  if (key == "date" || key == "published") article.date = day_of(value);
  if (key == "updated" || key == "modified" || key == "lastmod") article.updated = day_of(value);
  if (key == "url" || key == "link") article.url = value;
  if (key == "corrects") article.corrects = values;
  if (key != "tier") return;
  if (auto const tier = parse_tier(value))
    article.tier = *tier;
  else
    article.warnings.push_back("unknown tier '" + value + "' in the front matter");
}

}  // namespace

std::uint32_t read_front_matter(Article& article, Outline& outline) {
  auto& view = article.view;
  auto const bom = static_cast<std::uint32_t>(std::min(view.find_first_not_of('\0'), view.size()));
  auto const opening = line_at(view, bom);
  if (slice(view, trimmed(view, opening)) != "---") return 0;
  Span body{opening.end + 1, opening.end + 1};
  Span line = opening;
  do {
    if (line.end >= view.size()) return 0;  // never closed: a thematic break and text
    line = line_at(view, line.end + 1);
  } while (!is_fence(slice(view, trimmed(view, line))));
  body.end = line.begin;
  bool tier_given = false;
  for (auto const& field : fields_of(view, body)) {
    if (field.values.empty()) continue;
    std::vector<std::string> values;
    for (auto const span : field.values) values.push_back(visible(view, span));
    tier_given = tier_given || field.key == "tier";
    bool const had_title = !article.title.empty();
    fill(article, field.key, values);
    if (!had_title && !article.title.empty()) outline.add(BlockKind::title, field.values.front());
  }
  if (!tier_given && (is_self_published(article.source) || is_self_published_address(article.url))) article.tier = Tier::self;
  return std::min<std::uint32_t>(line.end + 1, static_cast<std::uint32_t>(view.size()));
}

}  // namespace counterclaim
