// Figures that are of people of some ages: "efficacy in adults over 60 was 77%".
#pragma once
#include <string_view>
#include <vector>

#include "src/resolve/frame.hpp"

namespace counterclaim {

class AgeGroups {
 public:
  explicit AgeGroups(Context const& context);
  // "aged over 60", with the ages as the text writes them, of a figure with a unit; empty if its clause bounds none.
  std::string_view of(QuantityMention const& figure, Frame const& frame) const;

 private:
  Context const& c_;
  std::vector<std::uint32_t> bounds_;  // of mentions.quantities: ages that are no exact ones
};

}  // namespace counterclaim
