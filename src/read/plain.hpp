// Paragraphs of plain text.
#pragma once
#include "counterclaim/article.hpp"

namespace counterclaim {

enum class Headline : bool { look_for, none };
// Fills blocks (and title and date where the text gives them and the article has none) from an article that start_article made.
void read_plain_blocks(Article& article, Headline headline);

}  // namespace counterclaim
