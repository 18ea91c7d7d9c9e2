// An article as a line of `read`.
#include <string>

#include "counterclaim/report.hpp"
#include "src/report/json_writer.hpp"

namespace counterclaim {
namespace {

using namespace json;

std::string_view between(Block const& before, Block const& after) {
  if (before.kind != BlockKind::table_cell || after.table != before.table) return "\n\n";
  return after.row == before.row ? " | " : "\n";
}

// The text a reader sees: blocks with their marks taken out, a blank line between them; a table's row on one line.
std::string visible_text(Article const& article) {
  std::string text;
  Block const* last = nullptr;
  for (auto const& block : article.blocks) {
    if (block.span.begin >= article.body_size) continue;
    std::size_t const before = text.size();
    if (last) text += between(*last, block);
    std::size_t const start = text.size();
    for (char const c : std::string_view(article.view).substr(block.span.begin, block.span.size()))
      if (c != '\0') text += c;
    while (text.size() > start && text.back() == ' ') text.pop_back();
    if (text.size() == start)
      text.resize(before);
    else
      last = &block;
  }
  return text;
}

}  // namespace

std::string json_article(Article const& article) {
  std::string out;
  open(out, '{');
  pair(out, "id", article.id);
  pair_or_null(out, "title", article.title);
  pair_or_null(out, "date", article.date ? to_iso(*article.date) : std::string());
  pair_or_null(out, "updated", article.updated ? to_iso(*article.updated) : std::string());
  pair_or_null(out, "source", article.source);
  pair_or_null(out, "author", article.author);
  pair_or_null(out, "url", article.url);
  pair(out, "tier", to_string(article.tier));
  pair(out, "text", visible_text(article));
  close(out, '}');
  return out;
}

}  // namespace counterclaim
