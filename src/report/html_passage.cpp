#include <algorithm>

#include "counterclaim/text.hpp"
#include "src/report/excerpt.hpp"
#include "src/report/html_parts.hpp"

namespace counterclaim::html {
namespace {

constexpr std::uint32_t most_context = 420;  // bytes on either side

// The block a span stands in; without blocks its line; in a title beside the text, the title.
Span block_of(Article const& article, Span span, Block const** found) {
  auto const size = static_cast<std::uint32_t>(article.raw.size());
  auto const body = std::min(article.body_size, size);
  if (span.begin >= body && body < size) return {body, size};
  auto const after = std::upper_bound(article.blocks.begin(), article.blocks.end(), span.begin,
                                      [](std::uint32_t at, Block const& block) { return at < block.span.begin; });
  if (after != article.blocks.begin() && std::prev(after)->span.end >= span.end) {
    *found = &*std::prev(after);
    return (*found)->span;
  }
  auto const start = article.raw.rfind('\n', span.begin == 0 ? 0 : span.begin - 1);
  auto const end = article.raw.find('\n', span.end);
  return {start == std::string::npos || span.begin == 0 ? 0 : static_cast<std::uint32_t>(start) + 1,
          end == std::string::npos ? body : static_cast<std::uint32_t>(end)};
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Whether words are divided at `at`; bytes that a reader does not see divide nothing.
bool divides(std::string_view view, std::uint32_t at) {
  auto before = at;
  while (before > 0 && view[before - 1] == '\0') --before;
  while (at < view.size() && view[at] == '\0') ++at;
  return (before > 0 && is_blank(view[before - 1])) || (at < view.size() && is_blank(view[at]));
}

bool is_inside_word(std::string_view view, std::uint32_t at) { return at > 0 && at < view.size() && !divides(view, at); }

}  // namespace

std::string passage(Page const& page, Location const& location) {
  auto const& article = page.places.article(location);
  std::string_view const view = article.view.size() == article.raw.size() ? article.view : article.raw;
  auto const size = static_cast<std::uint32_t>(view.size());
  Span span{std::min(location.span.begin, size), std::clamp(location.span.end, std::min(location.span.begin, size), size)};

  Block const* block = nullptr;
  auto around = block_of(article, span, &block);
  around = {std::min(around.begin, span.begin), std::max(around.end, span.end)};
  auto from = around.begin, to = around.end;
  if (span.begin - from > most_context) {
    from = span.begin - most_context;
    while (from < span.begin && is_inside_word(view, from)) ++from;
  }
  if (to - span.end > most_context) {
    to = span.end + most_context;
    while (to > span.end && is_inside_word(view, to)) --to;
  }

  std::string out;
  if (block && block->heading >= 0 && static_cast<std::size_t>(block->heading) < article.blocks.size()) {
    auto const heading = visible(view, article.blocks[static_cast<std::size_t>(block->heading)].span);
    if (!heading.empty()) out += "<p class=\"under\">" + markup_text(fitted(heading, 200)) + "</p>";
  }
  out += "<blockquote>";
  if (from > around.begin) out += "… ";
  out += markup_text(visible(view, {from, span.begin}));
  if (span.begin > from && divides(view, span.begin)) out += ' ';
  out += std::string(location.primary ? "<mark>" : "<mark class=\"other\">") + markup_text(visible(view, span)) + "</mark>";
  if (span.end < to && divides(view, span.end)) out += ' ';
  out += markup_text(visible(view, {span.end, to}));
  if (to < around.end) out += " …";
  return out + "</blockquote>";
}

}  // namespace counterclaim::html
