#include "grammar/erase_quantities.hpp"

namespace counterclaim {

void erase_quantities(std::vector<QuantityMention>& mentions, std::vector<bool> const& gone) {
  std::vector<std::int32_t> moved(mentions.size(), -1);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (gone[i]) continue;
    moved[i] = std::int32_t(kept);
    if (kept != i) mentions[kept] = mentions[i];
    ++kept;
  }
  mentions.resize(kept);
  for (auto& m : mentions) {
    if (m.bracket_of >= 0) m.bracket_of = moved[std::size_t(m.bracket_of)];
    if (m.baseline >= 0) m.baseline = moved[std::size_t(m.baseline)];
  }
}

}  // namespace counterclaim
