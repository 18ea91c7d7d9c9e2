// "May open a second mill": besides the one there is, which the same words tell of.
#pragma once
#include <algorithm>

#include "counterclaim/claim.hpp"
#include "counterclaim/word_set.hpp"

namespace counterclaim {

inline bool is_of_another(Claim const& c) {
  static WordSet const more{"second", "third", "fourth", "fifth", "further", "additional", "sister"};
  return std::any_of(c.terms.begin(), c.terms.end(),
                     [](Term const& t) { return t.role != TermRole::verb && t.role < TermRole::clause && more.has(t.word); });
}

}  // namespace counterclaim
