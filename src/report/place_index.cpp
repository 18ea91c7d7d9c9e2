#include "src/report/place_index.hpp"

#include <algorithm>

namespace counterclaim {
namespace {

constexpr std::uint32_t step = 512;

// Moves `place`, which is that of `from`, on to `to`.
Place counted_on(Place place, std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (text[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((text[i] & 0xC0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace

PlaceIndex::PlaceIndex(Article const& article) : article_(&article) {
  std::size_t const size = std::min<std::size_t>(article.body_size, article.raw.size());
  marks_.reserve(size / step + 1);
  marks_.push_back({});
  for (std::size_t at = step; at <= size; at += step) marks_.push_back(counted_on(marks_.back(), article.raw, at - step, at));
}

Address PlaceIndex::address(Span span) const {
  std::string_view const raw = article_->raw;
  auto const size = static_cast<std::uint32_t>(raw.size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);

  auto const body = std::min(article_->body_size, size);
  bool const in_title = span.begin >= body && body < size;
  if (in_title) {
    auto const title = raw.substr(body);
    return {true, span.begin - body, span.end - body, counted_on({}, title, 0, span.begin - body)};
  }
  std::uint32_t const mark = std::min<std::uint32_t>(span.begin / step, static_cast<std::uint32_t>(marks_.size()) - 1);
  return {false, span.begin, span.end, counted_on(marks_[mark], raw, mark * step, span.begin)};
}

}  // namespace counterclaim
