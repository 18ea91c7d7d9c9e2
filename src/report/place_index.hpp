// Lines and columns of many places in one article. `place_of` counts from the text's first byte; this counts once, keeps a mark
// every few hundred bytes and counts on from the nearest, so that a file of one endless line costs no more than any other.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "counterclaim/article.hpp"

namespace counterclaim {

// Where a span stands as a reader of the article addresses it: in the body, or in the title given beside it.
struct Address {
  bool in_title = false;
  std::uint32_t begin = 0, end = 0;  // bytes from the start of the part
  Place place;                       // in the part
};

class PlaceIndex {
 public:
  explicit PlaceIndex(Article const& article);  // keeps a reference: the article must live as long
  Address address(Span span) const;
  Address stretch(Span span) const;  // without its place

 private:
  Article const* article_;
  std::vector<Place> marks_;  // of offsets 0, step, 2 x step … of the body
};

}  // namespace counterclaim
