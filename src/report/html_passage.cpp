#include <algorithm>
#include <string_view>
#include <vector>

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

// The part of the text that a mark covers. Where marks overlap, the graver one is shown.
struct Mark {
  Span span;
  int weight = 0;       // 2 the finding's primary place, 1 its others, 0 places of other findings
  std::size_t see = 0;  // weight 0: that finding's number from 1
};

struct Writer {
  std::string_view view;
  std::string out = {};
  std::uint32_t at = 0;  // written so far

  void plain(std::uint32_t to) {
    if (to <= at) return;
    if (divides(view, at) && !out.ends_with("<blockquote>")) out += ' ';
    out += markup_text(visible(view, {at, to}));
    at = to;
  }
  void marked(Mark const& mark, std::uint32_t to) {
    if (to <= at) return;
    bool const is_apart = divides(view, at) && !out.ends_with("<blockquote>") && !out.ends_with(' ');
    if (is_apart) out += ' ';
    auto const text = markup_text(visible(view, {at, to}));
    at = to;
    auto const number = std::to_string(mark.see);
    if (mark.weight == 0)
      out += "<a class=\"see\" href=\"#f" + number + "\" title=\"finding " + number + "\">" + text + "</a>";
    else
      out += std::string(mark.weight == 2 ? "<mark>" : "<mark class=\"other\">") + text + "</mark>";
  }
};

// Marks as pieces that do not overlap, in order of place.
std::vector<Mark> pieces(std::vector<Mark> marks) {
  std::vector<std::uint32_t> cuts;
  for (auto const& mark : marks) cuts.insert(cuts.end(), {mark.span.begin, mark.span.end});
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::stable_sort(marks.begin(), marks.end(), [](Mark const& a, Mark const& b) { return a.weight > b.weight; });
  std::vector<Mark> out;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    Span const piece{cuts[i], cuts[i + 1]};
    auto const over = std::find_if(marks.begin(), marks.end(), [&](Mark const& m) { return overlap(m.span, piece); });
    if (over == marks.end()) continue;
    bool const goes_on =
        !out.empty() && out.back().span.end == piece.begin && out.back().weight == over->weight && out.back().see == over->see;
    if (goes_on)
      out.back().span.end = piece.end;
    else
      out.push_back({piece, over->weight, over->see});
  }
  return out;
}

Span inside(Span span, std::uint32_t size) {
  auto const begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

}  // namespace

Span block_around(Article const& article, Span span) {
  Block const* block = nullptr;
  return block_of(article, inside(span, static_cast<std::uint32_t>(article.raw.size())), &block);
}

std::string passage(Page const& page, std::vector<Location const*> const& locations, std::size_t number) {
  auto const& article = page.places.article(*locations.front());
  std::string_view const view = article.view.size() == article.raw.size() ? article.view : article.raw;
  auto const size = static_cast<std::uint32_t>(view.size());
  std::vector<Mark> marks;
  Span spans = inside(locations.front()->span, size);
  for (auto const* location : locations) {
    auto const span = inside(location->span, size);
    marks.push_back({span, location->primary ? 2 : 1, 0});
    spans = {std::min(spans.begin, span.begin), std::max(spans.end, span.end)};
  }

  Block const* block = nullptr;
  auto around = block_of(article, inside(locations.front()->span, size), &block);
  around = {std::min(around.begin, spans.begin), std::max(around.end, spans.end)};
  auto from = around.begin, to = around.end;
  if (spans.begin - from > most_context) {
    from = spans.begin - most_context;
    while (from < spans.begin && is_inside_word(view, from)) ++from;
  }
  if (to - spans.end > most_context) {
    to = spans.end + most_context;
    while (to > spans.end && is_inside_word(view, to)) --to;
  }
  for (auto const& other : page.places_found[locations.front()->article])
    if (other.number != number && overlap(other.span, {from, to}) && other.span.begin >= from && other.span.end <= to)
      marks.push_back({other.span, 0, other.number + 1});

  std::string out;
  if (block && block->heading >= 0 && static_cast<std::size_t>(block->heading) < article.blocks.size()) {
    auto const heading = visible(view, article.blocks[static_cast<std::size_t>(block->heading)].span);
    if (!heading.empty()) out += "<p class=\"under\">" + markup_text(fitted(heading, 200)) + "</p>";
  }
  Writer writer{view, "<blockquote>", from};
  if (from > around.begin) writer.out += "…";
  for (auto const& piece : pieces(std::move(marks))) {
    writer.plain(piece.span.begin);
    writer.marked(piece, piece.span.end);
  }
  writer.plain(to);
  if (to < around.end) writer.out += " …";
  return out + writer.out + "</blockquote>";
}

}  // namespace counterclaim::html
