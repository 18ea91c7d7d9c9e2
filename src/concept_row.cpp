#include "src/concept_row.hpp"

#include <algorithm>

#include "counterclaim/claim.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {
namespace {

template <class Fits>
std::uint32_t first_that(Fits fits) {
  auto const rows = vocabulary(Category::concepts);
  auto const found = std::find_if(rows.begin(), rows.end(), fits);
  return found == rows.end() ? 0 : concept_term | std::uint32_t(found - rows.begin());
}

}  // namespace

std::uint32_t concept_of(std::string_view first) {
  return first_that([&](VocabularyRow const& r) { return r.phrase == first; });
}
std::uint32_t dated_concept_of(std::string_view first) {
  return first_that(
      [&](VocabularyRow const& r) { return r.phrase == first && r.column[0].find("date") != std::string_view::npos; });
}

}  // namespace counterclaim
