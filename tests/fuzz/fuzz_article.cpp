// Any bytes as an article: read, lexed, parsed, resolved and printed. The first byte chooses the reader. Spans must stay inside
// the text and the output must be printable.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "counterclaim/claim.hpp"
#include "counterclaim/read.hpp"
#include "counterclaim/report.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace counterclaim;
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<char const*>(data + 1), size - 1);
  Article const article = data[0] % 3 == 0   ? read_plain("a.txt", std::move(bytes))
                          : data[0] % 3 == 1 ? read_markdown("a.md", std::move(bytes))
                                             : read_html("a.html", std::move(bytes));
  if (article.view.size() != article.raw.size()) std::abort();
  Arena kept;
  auto const claims = resolve(article, 0, kept);
  for (auto const& claim : claims)
    if (claim.span.begin > claim.span.end || claim.span.end > article.raw.size()) std::abort();
  json_claims(claims, article);
  json_article(article);
  return 0;
}
