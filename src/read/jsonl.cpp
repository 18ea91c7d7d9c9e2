// JSON lines: an article a line. The fields are in the README; unknown ones are passed over.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bytes.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/text.hpp"
#include "files.hpp"
#include "markdown.hpp"
#include "plain.hpp"
#include "source_tier.hpp"

namespace counterclaim {
namespace {

using nlohmann::json;

std::string field(json const& record, char const* name) {
  auto const at = record.find(name);
  if (at == record.end() || at->is_null()) return {};
  if (at->is_string()) return at->get<std::string>();
  return at->is_number() ? at->dump() : std::string();
}

void append_title(Article& article, std::string const& title) {
  auto const begin = static_cast<std::uint32_t>(article.raw.size());
  auto const clean = start_article({}, title);
  article.raw += title;
  article.view += clean.view;
  auto const span = trimmed(article.view, {begin, static_cast<std::uint32_t>(article.raw.size())});
  if (span.size() == 0) return;
  for (auto& block : article.blocks)  // an article has one title
    if (block.kind == BlockKind::title) block.kind = BlockKind::heading;
  article.blocks.push_back({BlockKind::title, span});
  article.title = visible(article.view, span);
}

bool names_markdown(std::string_view id) { return id.ends_with(".md") || id.ends_with(".markdown"); }

Article read_record(json const& record, std::string id) {
  auto const title = field(record, "title"), html = field(record, "html"), url = field(record, "url");
  Article article;
  if (!html.empty()) {
    article = read_html(std::move(id), html, url);
    if (!title.empty()) article.title = title;
  } else if (names_markdown(id)) {
    article = read_markdown(std::move(id), field(record, "text"));
    if (!title.empty()) append_title(article, title);
  } else {
    article = start_article(std::move(id), field(record, "text"));
    read_plain_blocks(article, title.empty() ? Headline::look_for : Headline::none);
    if (!title.empty()) append_title(article, title);
  }
  if (auto const day = parse_iso_date(field(record, "date"))) article.date = day;
  if (auto const day = parse_iso_date(field(record, "updated"))) article.updated = day;
  if (auto source = field(record, "source"); !source.empty()) article.source = std::move(source);
  if (auto author = field(record, "author"); !author.empty()) article.author = std::move(author);
  if (!url.empty()) article.url = url;
  auto const tier = field(record, "tier");
  if (auto const parsed = parse_tier(tier))
    article.tier = *parsed;
  else if (!tier.empty())
    article.warnings.push_back("unknown tier '" + tier + "'");
  else if (is_self_published(article.source) || is_self_published_address(article.url))
    article.tier = Tier::self;
  if (auto const corrects = record.find("corrects"); corrects != record.end()) {
    for (auto const& item : corrects->is_array() ? *corrects : json::array({*corrects}))
      if (item.is_string()) article.corrects.push_back(item.get<std::string>());
  }
  return article;
}

void read_line(std::string const& line, std::string const& file, std::uint32_t number, ReadResult& result) {
  auto const complain = [&](std::string message) {
    result.unreadable.push_back({file, number, 0, std::move(message), {}, {}});
  };
  auto const record = json::parse(line, nullptr, false);
  if (record.is_discarded()) return complain("not a JSON object");
  if (!record.is_object()) return complain("a JSON object is expected on each line");
  if (!record.contains("text") && !record.contains("html")) return complain("neither 'text' nor 'html' in the record");
  auto id = field(record, "id");
  if (id.empty()) id = file + ':' + std::to_string(number);
  result.articles.push_back(read_record(record, std::move(id)));
}

}  // namespace

ReadResult read_jsonl(std::string const& path) {
  ReadResult result;
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file || is_folder(path)) {
      result.unreadable.push_back({path, 0, 0, "cannot be read", {}, {}});
      return result;
    }
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::string const name = path == "-" ? "<stdin>" : path;
  std::string line;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (!is_blank(line)) read_line(line, name, number, result);
  }
  return result;
}

}  // namespace counterclaim
