// What sets a figure apart and is no word beside it, as more words of its scope: people of which ages it is of ("aged over
// 60"), over how long it was added up ("over 3 months"), that it was only meant ("once meant"), that it is of one place ("in a
// place") or once ("formerly"), under which setting ("set at 8 bits"), that it is of one way
// ("each way").
#pragma once
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

class ScopeWords {
 public:
  enum class Share : std::uint8_t { no, yes };

  explicit ScopeWords(Context const& context);
  // `figure` is one of the article's mentions, not a copy.
  void add(QuantityMention const& figure, Frame const& frame, Share share, Claim& claim,
           std::vector<std::string_view>& scratch) const;

 private:
  // The ages as the text writes them; empty if the clause of the figure bounds none.
  std::string_view ages(QuantityMention const& figure, Frame const& frame) const;
  QuantityMention const* setting_of(QuantityMention const& figure) const;

  Context const& c_;
  std::vector<std::uint32_t> bounds_;  // of mentions.quantities: ages that are no exact ones
};

}  // namespace counterclaim
