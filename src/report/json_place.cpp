#include "src/report/json_place.hpp"

#include <algorithm>

#include "src/report/json_writer.hpp"

namespace counterclaim::json {

void address(std::string& out, Address const& at) {
  pair(out, "start", std::uint64_t{at.begin});
  pair(out, "end", std::uint64_t{at.end});
  pair(out, "line", std::uint64_t{at.place.line});
  pair(out, "column", std::uint64_t{at.place.column});
}

void quote(std::string& out, std::string_view name, Article const& article, Span span) {
  auto const size = article.raw.size();
  auto const begin = std::min<std::size_t>(span.begin, size);
  auto const end = std::clamp<std::size_t>(span.end, begin, size);
  pair(out, name, std::string_view(article.raw).substr(begin, end - begin));
}

}  // namespace counterclaim::json
