#include "outline.hpp"

#include "bytes.hpp"
#include "prose_date.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t blocks_with_dateline = 4;

}  // namespace

bool Outline::add(BlockKind kind, Span span) {
  span = trimmed(article_.view, span);
  if (span.size() == 0) return false;
  Block block{kind, span};
  block.heading = kind == BlockKind::title || kind == BlockKind::heading ? -1 : heading_;
  if (kind == BlockKind::list_item) block.lead_in = paragraph_;
  if (kind == BlockKind::heading) heading_ = next();
  if (kind == BlockKind::paragraph) paragraph_ = next();
  if (kind == BlockKind::heading || kind == BlockKind::title || kind == BlockKind::quote) paragraph_ = -1;
  article_.blocks.push_back(block);
  return true;
}

void Outline::begin_table() { ++table_; }

void Outline::cell(Span span, int row, int column, bool head) {
  span = trimmed(article_.view, span);
  if (span.size() == 0) return;
  article_.blocks.push_back({BlockKind::table_cell, span, heading_, paragraph_, table_, row, column, head});
}

void Outline::finish() {
  auto& view = article_.view;
  std::uint32_t at = 0;
  auto const blank_to = [&](std::uint32_t end) {
    for (; at < end; ++at)
      if (view[at] != '\n') view[at] = ' ';
  };
  for (auto const& block : article_.blocks) {
    blank_to(block.span.begin);
    at = block.span.end;
  }
  blank_to(static_cast<std::uint32_t>(view.size()));
}

void date_from_text(Article& article) {
  for (std::size_t i = 0; i < article.blocks.size() && i < blocks_with_dateline && !article.date; ++i)
    if (article.blocks[i].kind != BlockKind::title) article.date = own_date(slice(article.view, article.blocks[i].span));
  for (std::size_t i = 0; i < article.blocks.size() && i < blocks_with_dateline && !article.date; ++i)
    if (article.blocks[i].kind == BlockKind::paragraph)
      article.date = dateline_of_year(slice(article.view, article.blocks[i].span), article.view);
}

}  // namespace counterclaim
