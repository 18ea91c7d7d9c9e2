// Which comparisons are about performance: of what is made or run, and not of people, sums, times or parties.
#pragma once
#include <vector>

#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

class Performers {
 public:
  explicit Performers(Context const& context);
  bool is_about_performance(ComparisonMention const& comparison) const;

 private:
  // Can this be what performs: something made or run, by its noun or its name? Not a person's "she", a sum or a time.
  enum class Performer { no, perhaps, surely };
  Performer performer(std::uint32_t first, std::uint32_t last) const;
  bool measures_capability(ComparisonMention const& mention) const;
  bool of_all(std::uint32_t first, std::uint32_t last) const;
  bool is_tried(ComparisonMention const& k) const;
  bool is_denied(ComparisonMention const& mention) const;
  bool is_foreseen(ComparisonMention const& mention) const;
  bool is_another_of_it(std::uint32_t first, std::uint32_t last) const;
  bool of_a_market(ComparisonMention const& comparison) const;

  Context const& c_;
  std::vector<bool> is_place_;  // by name: often behind "in", "near" or "from"
};

}  // namespace counterclaim
