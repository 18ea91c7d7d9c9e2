// The part of an article that a finding shows: the line of a span, cut to a width, made fit for a terminal.
#pragma once
#include <string>

#include "counterclaim/article.hpp"

namespace counterclaim {

struct Excerpt {
  std::string text;     // one line, "…" where it was cut
  int mark_column = 0;  // columns before the span
  int mark_width = 1;   // columns of the span, at least 1
};
// `width` columns at most (at least 20 are taken). A span over several lines is shown on one. What stands outside the span is
// cut at words; a span wider than the width loses its tail.
Excerpt excerpt(Article const& article, Span span, int width);

// The bytes of Excerpt::text that stand for the span.
struct MarkedBytes {
  std::size_t begin = 0, end = 0;
};
MarkedBytes marked_bytes(Excerpt const& e);

// Article text for one line of output: printable, line ends and runs of blanks as one blank.
std::string one_line(std::string_view text);

// The most of `text` that fits `width` columns, with "…" at its end where something was cut.
std::string fitted(std::string_view text, int width);

}  // namespace counterclaim
