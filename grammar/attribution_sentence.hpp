// The attributions of one sentence.
#pragma once
#include <vector>

#include "counterclaim/mention.hpp"
#include "counterclaim/vocabulary.hpp"
#include "grammar/clause.hpp"

namespace counterclaim {

// Words that a cue begins with: a sentence without them attributes nothing.
inline constexpr auto attribution_cues = bits_of(Category::sources, Category::reporting_verbs);
// "It added": who spoke so many sentences before, at most.
inline constexpr std::uint32_t carried_over = 3;

// Whose word the sentences before are.
class SourcesBefore {
 public:
  // The last one before a sentence, null if there is none.
  virtual AttributionMention const* last_before(std::uint32_t sentence) = 0;

 protected:
  ~SourcesBefore() = default;
};

// In order of place; "it added" asks `before` who spoke.
std::vector<AttributionMention> attributions_of(Clause const& sentence, SourcesBefore& before);

}  // namespace counterclaim
