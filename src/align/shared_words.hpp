// What two sentences both say: names, nouns, verbs, sources, rows of concepts.tsv.
#pragma once
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"

namespace counterclaim {

std::vector<std::string_view> capitalized(std::string_view text);  // words: "Ida Moor, a surgeon" has two
bool share_any_name(Claim const& a, Claim const& b);               // in their sentences
int near_names_shared(Claim const& a, Claim const& b);             // how many, in their clauses
bool share_figures_noun(Claim const& a, Claim const& b);           // what both are of or count, and no whole of a share
bool share_verb(Claim const& a, Claim const& b);                   // a verb of the one that is like the other's verb or head
bool share_noun(Claim const& a, Claim const& b);                   // in their clauses, a noun that means the same
// Of one office, institute or person that is named in both: nobody whom every article quotes, and no pronoun.
bool share_source(Claim const& a, Claim const& b);
// One thing measured or one event, near one of them at least.
bool concept_in_common(Claim const& a, Claim const& b, bool what_is_counted = false);

}  // namespace counterclaim
