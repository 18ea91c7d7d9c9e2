// Where the findings of a report stand, for every format.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "counterclaim/finding.hpp"
#include "src/report/place_index.hpp"

namespace counterclaim {

// Place indexes of the articles that findings speak of, made when first asked for. Keeps a reference to the articles.
class Places {
 public:
  explicit Places(std::vector<Article> const& articles) : articles_(articles), made_(articles.size()) {}
  Article const& article(Location const& at) const { return articles_[at.article]; }
  PlaceIndex const& of(std::uint32_t article);
  Address address(Location const& at) { return of(at.article).address(at.span); }
  Place end(Location const& at);  // of the byte past the span

 private:
  std::vector<Article> const& articles_;
  std::vector<std::optional<PlaceIndex>> made_;
};

std::string place_name(Article const& article, Address const& at);  // "lakes/a.md:3:17", "c:title:1:11"; on one line
std::string origin(Article const& article);                         // "Mora Gazette, 2024-05-01"; empty if unknown
std::string aligned_on(AlignedOn const& on);                        // "Lake Mora · area · 2024"; empty if nothing is said
std::string counted(std::size_t n, std::string_view one, std::string_view many);  // "1 article", "2 articles"

}  // namespace counterclaim
