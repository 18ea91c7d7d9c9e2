// What speaks for and against two claims being about the same thing, as whole numbers: gates that say no at once, and evidence
// that score.cpp weighs. tests/tools/alignment_features prints them for fitting.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/align/surroundings.hpp"

namespace counterclaim {

enum class Feature : std::uint8_t {
  attribute,        // 0..100: how much of the near words of one, weighted by role and rarity, the other has or means
  heads,            // 0..100: likeness of the things measured or counted
  verbs,            // 0..100: likeness of the verbs
  subject_shared,   // 0..100, less for names that are everywhere: one name is the subject of both
  name_near,        // the same, a name near both
  subject_topic,    // 0/100: the subject of one is what the other article is about
  topic_shared,     // 0/100: both articles are about it, nothing nearer is shared
  subjects_differ,  // 0/100: each has a subject of its own
  names_differ,     // 0/100: names on one side or both, none shared; 300 where both are near
  period_shared,    // 0/100: both say when, and it is the same time
  period_far,       // 0/100: one says when, and the other article is of another time
  only_of_unit,     // 0..100: neither article has many figures in this unit (counts: of this thing) about its subject
  only_of_subject,  // the same, where a near name is shared
  context,          // 0..100: rare words of clause and sentence that both have
  headings,         // 0..100: rare words of the headings that both stand under
  siblings,         // 0/100: one stands in a row of figures of its kind, the other alone
  restricted,       // 0..100: words that make one a part, a sum or a rate, which the other lacks
  small_count,      // 0/100: counts up to twelve
  counted_missing,  // 0/100: only one says what is counted
  once_event,       // 0/100: dates of one event that happens to a thing once, and a name is shared
  vectors,          // 0..100: nearness of the clauses' words by vector
  certainty_apart,  // 0/100: one planned or forecast, the other plain
  concept_shared,   // 0..100: one row of concepts.tsv fits both, more the nearer it stands
  concepts_differ,  // 0/100: each has rows near it, and none is shared
  referent,         // 0..100: the rarity of a common noun that both figures hang on
  dimension_tells,  // 0/100: a thing or subject is shared, and the unit says what of it is measured ("61 tons" of a truck)
  known_there,      // 0/100: the other article has the very figure of one, elsewhere
  extreme,          // 0/100: one is the end of a scale ("fastest", "peak"), the other is not
  only_of_concept,  // 0..100: neither article has many figures of the row that both share
  source_shared,    // 0/100: both have it from one source; 300 where it is the same figure too
  same_story,       // 0/100: the headline and its body tell of a change the same way, of one thing
  company,          // 0..100: both sentences tell other figures that are the same
  parallel,         // 0..100: both sentences tell the same figures but these two; up to 40: so do both paragraphs
  copied,           // 0/100: one sentence is a copy of the other but for the figure
  count
};
inline constexpr auto feature_count = static_cast<std::size_t>(Feature::count);
char const* to_string(Feature feature);

struct Features {
  std::array<std::int16_t, feature_count> at{};
  char const* gate = nullptr;            // why the two cannot be the same; nullptr if they can
  std::uint32_t word_a = 0, word_b = 0;  // the words that match best, 0 if none
  std::string name;                      // the name shared, empty if none
  std::uint32_t chances = 1;             // pairs of figures of this dimension that the two articles have
  std::int16_t operator[](Feature f) const { return at[static_cast<std::size_t>(f)]; }
};

Features features(Surroundings const& surroundings, std::uint32_t a, std::uint32_t b);

}  // namespace counterclaim
