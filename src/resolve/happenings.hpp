// What happens and carries no figure: "Norra may sell its foundry", "Norra is selling its foundry".
//
// Statements that `measure` calls "happening", of the verbs and nouns whose row of concepts.tsv is an event. Terms: the rows
// and the verb (role verb), the words of whom it is said (subject), of the object its head and what narrows it (head,
// modifier), the other nouns of the clause (clause), those of the sentence before what is hedged (sentence). Names are in
// `about` (subject) and `scope` (the rest), a date of the clause in `days`; `past` is told of the past. `certainty` is stated
// or hedged: what is attributed, planned, denied, quoted or under a condition is left out.
#pragma once
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/voice.hpp"

namespace counterclaim {

// Appends them to `claims`. Where an article is sure of a happening in one place and not in another, it is left out.
void find_happenings(Context const& context, Voices& voices, std::uint32_t article, std::vector<Claim>& claims);

}  // namespace counterclaim
