// Markdown blocks.
#pragma once
#include "counterclaim/article.hpp"

namespace counterclaim {

// Fills blocks and, from front matter or the first level-1 heading, the fields of an article that start_article made.
void read_markdown_blocks(Article& article);

}  // namespace counterclaim
