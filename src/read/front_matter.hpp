// YAML front matter: the block between two "---" lines that a Markdown file begins with.
//
// Read of YAML: "key: value" at the start of a line, values bare or in quotes, lists in brackets or a "- value" a line, values
// folded over indented lines ("title: >" and the like), comments. Anything else is passed over.
#pragma once
#include <cstdint>

#include "outline.hpp"

namespace counterclaim {

// Fills the article's fields, adds the title as a block and returns the offset of the line after the front matter (0 if there
// is none).
std::uint32_t read_front_matter(Article& article, Outline& outline);

}  // namespace counterclaim
