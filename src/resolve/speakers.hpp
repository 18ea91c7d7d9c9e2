// Who speaks in the sentence of a mention, and that they do: nothing that a figure is about.
#pragma once
#include <array>
#include <cstddef>

#include "src/resolve/context.hpp"

namespace counterclaim {

class Speakers {
 public:
  Speakers(Context const& context, MentionPlace const& at);
  // Is the token a part of "said Ida Moor, who heads the office"?
  bool hold(std::uint32_t token) const {
    for (std::size_t r = 0; r < count_; ++r)
      if (token >= ranges_[r].first && token < ranges_[r].second) return true;
    return false;
  }
  bool empty() const { return count_ == 0; }

 private:
  static constexpr std::size_t most = 4;                              // of one sentence; further ones count as its words
  std::array<std::pair<std::uint32_t, std::uint32_t>, most> ranges_;  // tokens, first and one past the last
  std::size_t count_ = 0;
};

// "Moor quoted $40", "Moor named a price of $40": somebody who gives a figure of something else.
bool gives_figure(Context const& context, Phrase const& who, std::int32_t verb);

}  // namespace counterclaim
