#include "src/report/place_index.hpp"

#include <algorithm>

namespace counterclaim {
namespace {

constexpr std::uint32_t step = 128;

}  // namespace

PlaceIndex::PlaceIndex(Article const& article) : article_(&article) {
  std::size_t const size = std::min<std::size_t>(article.body_size, article.raw.size());
  marks_.reserve(size / step + 1);
  marks_.push_back({});
  PlaceCursor cursor{article.raw, 0, {}};
  for (std::uint32_t at = step; at <= size; at += step) marks_.push_back(cursor.at(at));
}

Address PlaceIndex::address(Span span) const {
  auto at = stretch(span);
  std::string_view const raw = article_->raw;
  if (at.in_title) {
    at.place = place_of(raw.substr(std::min<std::size_t>(article_->body_size, raw.size())), at.begin);
    return at;
  }
  std::uint32_t const mark = std::min<std::uint32_t>(at.begin / step, static_cast<std::uint32_t>(marks_.size()) - 1);
  at.place = PlaceCursor{raw, mark * step, marks_[mark]}.at(at.begin);
  return at;
}

Address PlaceIndex::stretch(Span span) const {
  std::string_view const raw = article_->raw;
  auto const size = static_cast<std::uint32_t>(raw.size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);

  auto const body = std::min(article_->body_size, size);
  bool const in_title = span.begin >= body && body < size;
  if (in_title) return {true, span.begin - body, span.end - body, {}};
  return {false, span.begin, span.end, {}};
}

}  // namespace counterclaim
