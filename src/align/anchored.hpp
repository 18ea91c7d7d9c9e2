// What two figures must have in common before anything else is weighed.
#pragma once
#include "src/align/features.hpp"
#include "src/align/surroundings.hpp"

namespace counterclaim {

// A name, a source, a rare thing, a measure that each text gives once, or digits that are no chance: without one of them two
// figures of one kind are as likely of two things, a set of many teams, models or shops being full of such figures.
// `rows_shared`: rows of concepts.tsv that stand near both.
bool is_anchored(Surroundings const& surroundings, std::uint32_t a, std::uint32_t b, Features const& features, int rows_shared);

}  // namespace counterclaim
