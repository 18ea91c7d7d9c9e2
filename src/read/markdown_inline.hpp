// Marks inside a Markdown block.
#pragma once
#include <string>
#include <unordered_set>

#include "counterclaim/article.hpp"

namespace counterclaim {

using Labels = std::unordered_set<std::string>;  // of reference definitions, in lower case

// Blanks in view[span] what a reader does not see: marks of emphasis, links and their targets, images, inline HTML, comments,
// struck-out text, footnote marks, backslashes; entities are decoded in place. Time in proportion to the span.
void blank_inline_marks(std::string& view, Span span, Labels const& labels);

// Label of "[label]: target" (view begins at the bracket), empty if it is none.
std::string reference_label(std::string_view line);

}  // namespace counterclaim
