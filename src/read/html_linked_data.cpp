// JSON-LD: one or several scripts, each an object, an array or a "@graph"; an article may hang anywhere inside.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes.hpp"
#include "counterclaim/text.hpp"
#include "entities.hpp"
#include "html_metadata.hpp"

namespace counterclaim {
namespace {

using nlohmann::json;

constexpr std::size_t most_objects = 2000;  // of one script

// Pages put line breaks and tabs into JSON strings, which JSON forbids.
std::string mended(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  if (auto const comment = out.find("<!--"); comment < out.find('{')) out.erase(0, comment + 4);
  return out;
}

std::string decoded(std::string const& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const entity = text[at] == '&' ? entity_at(text, at) : Entity{};
    if (entity.bytes > 0)
      append_utf8(out, entity.code_point);
    else
      out += text[at];
    at += std::max(entity.bytes, 1u);
  }
  return out;
}

// A string, the name of an object, or those of an array joined by commas.
std::string name_in(json const& value) {
  if (value.is_string()) return decoded(value.get<std::string>());
  if (value.is_object()) return value.contains("name") && value["name"].is_string() ? name_in(value["name"]) : std::string();
  std::string out;
  if (value.is_array())
    for (auto const& item : value)
      if (auto const name = item.is_array() ? std::string() : name_in(item); !name.empty())
        out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string field(json const& object, char const* key) {
  auto const at = object.find(key);
  return at == object.end() ? std::string() : name_in(*at);
}

// 2 for an article of any kind, 1 for a page, 0 for anything else.
int rank_of(json const& object) {
  auto const type = field(object, "@type");
  for (auto const* suffix : {"Article", "Posting", "Report", "Review", "BackgroundNews", "OpinionNews"})
    if (type.find(suffix) != std::string::npos) return 2;
  return type.find("WebPage") != std::string::npos || type.find("CreativeWork") != std::string::npos ? 1 : 0;
}

void take(LinkedData& data, json const& object) {
  auto const fill = [&](std::string& to, char const* key) {
    if (to.empty()) to = field(object, key);
  };
  fill(data.headline, "headline");
  fill(data.published, "datePublished");
  fill(data.modified, "dateModified");
  fill(data.author, "author");
  fill(data.publisher, "publisher");
  fill(data.body, "articleBody");
  fill(data.url, "url");
}

void collect(json const& root, std::vector<std::pair<int, json const*>>& objects) {
  std::vector<json const*> open{&root};
  for (std::size_t seen = 0; !open.empty() && seen < most_objects; ++seen) {
    auto const* value = open.back();
    open.pop_back();
    if (!value->is_structured()) continue;
    if (value->is_object())
      if (int const rank = rank_of(*value); rank > 0) objects.emplace_back(rank, value);
    for (auto child = value->crbegin(); child != value->crend(); ++child) open.push_back(&*child);
  }
}

// The value of "key" in a script that is no JSON, for all that it looks like it.
std::string salvaged(std::string_view text, std::string_view key) {
  auto at = text.find('"' + std::string(key) + '"');
  if (at == std::string_view::npos) return {};
  at = text.find_first_not_of(" \t\n\r:", at + key.size() + 2);
  if (at == std::string_view::npos || text[at] != '"') return {};
  return decoded(std::string(text.substr(at + 1, std::min(text.find('"', at + 1), text.size()) - at - 1)));
}

}  // namespace

LinkedData read_linked_data(Page const& page) {
  std::vector<json> roots;
  LinkedData data;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag != Tag::script || lower(page.attribute(i, "type")).find("ld+json") == std::string::npos) continue;
    std::string text;
    for (auto at = i + 1; at < page.nodes[i].end; ++at) text += page.nodes[at].value;
    auto root = json::parse(mended(text), nullptr, false, true);
    if (!root.is_discarded()) {
      roots.push_back(std::move(root));
      continue;
    }
    if (data.published.empty()) data.published = salvaged(text, "datePublished");
    if (data.modified.empty()) data.modified = salvaged(text, "dateModified");
  }
  std::vector<std::pair<int, json const*>> objects;
  for (auto const& root : roots) collect(root, objects);
  std::stable_sort(objects.begin(), objects.end(), [](auto const& a, auto const& b) { return a.first > b.first; });
  auto const salvage = data;
  data = {};
  for (auto const& [rank, object] : objects) take(data, *object);
  if (data.published.empty()) data.published = salvage.published;
  if (data.modified.empty()) data.modified = salvage.modified;
  return data;
}

}  // namespace counterclaim
