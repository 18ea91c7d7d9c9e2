// A page becomes its article in Markdown, and is read on as such: what is quoted of it is this text, not the page's source.
#include "bytes.hpp"
#include "counterclaim/read.hpp"
#include "html_content.hpp"
#include "html_markdown.hpp"
#include "html_metadata.hpp"
#include "html_page.hpp"
#include "markdown.hpp"

namespace counterclaim {

Article read_html(std::string id, std::string bytes, std::string url) {
  Page page(bytes);
  Article found;
  found.url = std::move(url);
  std::string text;
  if (!page.nodes.empty()) {
    auto const linked = read_linked_data(page);
    read_metadata(page, linked, found);
    auto const root = find_content(page);
    if (!found.title.empty()) text = "# " + escaped(found.title) + "\n\n";
    text += to_markdown(page, root, found.title);
  }
  auto article = start_article(std::move(id), std::move(text));
  read_markdown_blocks(article);
  if (!found.title.empty()) article.title = found.title;
  if (found.date) article.date = found.date;
  article.updated = found.updated;
  article.source = found.source;
  article.author = found.author;
  article.url = found.url;
  return article;
}

}  // namespace counterclaim
