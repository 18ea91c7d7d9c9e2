// A change or share that a headline tells ("cuts fares by a third", "twice as fast", "one in four") against what its article
// gives. Found inside one article: in the figures below it that tell a change themselves, and in two levels that stand side by
// side ("the fare was $12; now it is $9"). What some of them bears out is left alone; where none does, the headline is set
// against the one that shares most words with it.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/concepts.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Appends claims of kind equation whose `measure` is "headline". The first claims of `claims` are those of the quantities, in
// the order of their mentions.
void find_headline_changes(Context const& context, Concepts& concepts, std::uint32_t article, std::vector<Claim>& claims);

}  // namespace counterclaim
