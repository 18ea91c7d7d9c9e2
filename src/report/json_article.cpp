// An article as a line of `read`.
#include <string>

#include "counterclaim/report.hpp"
#include "src/report/json_writer.hpp"

namespace counterclaim {
namespace {

using namespace json;

}  // namespace

std::string json_article(Article const& article) {
  std::string out;
  open(out, '{');
  pair(out, "id", article.id);
  pair_or_null(out, "title", article.title);
  pair_or_null(out, "date", article.date ? to_iso(*article.date) : std::string());
  pair_or_null(out, "updated", article.updated ? to_iso(*article.updated) : std::string());
  pair_or_null(out, "source", article.source);
  pair_or_null(out, "author", article.author);
  pair_or_null(out, "url", article.url);
  pair(out, "tier", to_string(article.tier));
  pair(out, "text", visible_text(article));
  close(out, '}');
  return out;
}

}  // namespace counterclaim
