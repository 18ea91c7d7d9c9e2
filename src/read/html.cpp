// A page becomes its article in Markdown, and is read on as such: what is quoted of it is this text, not the page's source.
#include "bytes.hpp"
#include "counterclaim/read.hpp"
#include "html_content.hpp"
#include "html_markdown.hpp"
#include "html_metadata.hpp"
#include "html_page.hpp"
#include "markdown.hpp"
#include "source_tier.hpp"

namespace counterclaim {
namespace {

constexpr std::size_t least_body = 300;  // bytes of a body that metadata give, to be worth a look
constexpr int samples = 16;
constexpr std::size_t sample_size = 24;  // bytes

// Is the body that the page's metadata gives found in the text, at least in part? Samples of it are looked for.
bool covers(std::string_view text, std::string_view body) {
  int found = 0;
  for (std::size_t i = 0; i < samples; ++i) {
    auto const sample = body.substr(body.size() / samples * i, sample_size);
    found += text.find(sample) != std::string_view::npos;
  }
  return found * 4 >= samples;
}

// Pages that a script fills on arrival have their text in the metadata alone.
std::string body_of(LinkedData const& linked) {
  if (linked.body.find("</p>") != std::string::npos) {
    Page const page(linked.body);
    return page.nodes.empty() ? std::string() : to_markdown(page, 0, {});
  }
  std::string out;
  for (std::uint32_t at = 0; at < linked.body.size();) {
    auto const line = line_at(linked.body, at);
    out += escaped(visible(linked.body, line)) + "\n\n";
    at = line.end + 1;
  }
  return out;
}

}  // namespace

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
    auto body = to_markdown(page, root, found.title);
    if (linked.body.size() > least_body && !covers(body, linked.body)) body = body_of(linked);
    text += body;
  }
  auto article = start_article(std::move(id), std::move(text));
  read_markdown_blocks(article);
  if (!found.title.empty()) article.title = found.title;
  if (found.date) article.date = found.date;
  article.updated = found.updated;
  article.source = found.source;
  article.author = found.author;
  article.url = found.url;
  if (is_self_published(article.source) || is_self_published_address(article.url)) article.tier = Tier::self;
  return article;
}

}  // namespace counterclaim
