#include "src/resolve/age_groups.hpp"

#include <string>

namespace counterclaim {

AgeGroups::AgeGroups(Context const& context) : c_(context) {
  auto const& all = c_.mentions.quantities;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (all[i].unit != no_unit && all[i].bound != Bound::exact && all[i].bound != Bound::about &&
        dimension_of(all[i].unit) == "age")
      bounds_.push_back(i);
}

std::string_view AgeGroups::of(QuantityMention const& figure, Frame const& frame) const {
  if (bounds_.empty() || figure.unit == no_unit || dimension_of(figure.unit) == "age") return {};
  QuantityMention const* nearest = nullptr;
  auto const gap = [&](QuantityMention const& ages) {
    return ages.at.first < figure.at.first ? figure.at.first - ages.at.last : ages.at.first - figure.at.last;
  };
  for (auto const i : bounds_) {
    auto const& ages = c_.mentions.quantities[i];
    if (ages.at.sentence != figure.at.sentence || ages.at.first < frame.clause_first || ages.at.first >= frame.clause_last)
      continue;
    if (!nearest || gap(ages) < gap(*nearest)) nearest = &ages;
  }
  if (!nearest) return {};
  auto const written = std::string_view(c_.article.view).substr(nearest->at.span.begin, nearest->at.span.size());
  return c_.kept.keep("aged " + std::string(written));
}

}  // namespace counterclaim
