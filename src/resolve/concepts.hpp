// Which figures are of one thing though the words differ: "weighed", "a weight of"
// (grammar/vocabulary/concepts.tsv).
#pragma once
#include <string_view>
#include <vector>

#include "src/resolve/frame.hpp"

namespace counterclaim {

// What concepts.tsv calls a figure in this unit: "count", "money", another dimension.
std::string_view measured_by(UnitId unit_id);

// Adds to a frame's terms the rows of concepts.tsv that its sentence names and that fit what is measured, each in the nearest
// role that one of its words plays. One sentence's rows are found once and kept for the mentions that follow.
class Concepts {
 public:
  explicit Concepts(Context const& context) : c_(context) {}
  void add(Frame& frame, std::uint32_t sentence, std::string_view measured);
  // The same of the heads of a table's row and column.
  void add_heads(Frame& frame, std::uint32_t block, std::string_view measured);

 private:
  struct Found {
    std::int32_t row;
    std::uint32_t first, last;
  };
  void find(std::uint32_t sentence);

  Context const& c_;
  std::uint32_t sentence_ = UINT32_MAX;
  std::vector<Found> found_;
  std::vector<Token> lemmas_;      // the sentence's tokens but for figures, words in their base form
  std::vector<std::uint32_t> at_;  // and where they stand
};

}  // namespace counterclaim
