// Rows of grammar/vocabulary/concepts.tsv, by the phrase that each begins with.
#pragma once
#include <cstdint>
#include <string_view>

namespace counterclaim {

// The term (claim.hpp) of the first row that begins with a phrase; 0 if there is none.
std::uint32_t concept_of(std::string_view first);
// The same among rows that dates are of.
std::uint32_t dated_concept_of(std::string_view first);

}  // namespace counterclaim
