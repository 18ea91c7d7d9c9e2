#include "bytes.hpp"
#include "counterclaim/read.hpp"
#include "markdown.hpp"

namespace counterclaim {

Article read_html(std::string id, std::string bytes, std::string url) {
  auto article = start_article(std::move(id), std::move(bytes));
  article.url = std::move(url);
  read_markdown_blocks(article);
  return article;
}

}  // namespace counterclaim
