#include "src/report/places.hpp"

#include <algorithm>

#include "src/report/excerpt.hpp"

namespace counterclaim {

PlaceIndex const& Places::of(std::uint32_t article) {
  if (!made_[article]) made_[article].emplace(articles_[article]);
  return *made_[article];
}

Place Places::end(Location const& at) {
  std::string_view const raw = article(at).raw;
  auto const size = static_cast<std::uint32_t>(raw.size());
  auto const begin = std::min(at.span.begin, size);
  // Counted on from the start: past the end of the body another part begins.
  return PlaceCursor{raw, begin, address(at).place}.at(std::clamp(at.span.end, begin, size));
}

std::string place_name(Article const& article, Address const& at) {
  return one_line(article.id) + (at.in_title ? ":title:" : ":") + std::to_string(at.place.line) + ":" +
         std::to_string(at.place.column);
}

std::string origin(Article const& article) {
  std::string text = one_line(article.source);
  if (article.date) text += (text.empty() ? "" : ", ") + to_iso(*article.date);
  return text;
}

std::string aligned_on(AlignedOn const& on) {
  std::string text;
  for (auto const* part : {&on.subject, &on.attribute, &on.period}) {
    if (part->empty()) continue;
    if (!text.empty()) text += " · ";
    text += *part;
  }
  return text;
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + " " + std::string(n == 1 ? one : many);
}

}  // namespace counterclaim
