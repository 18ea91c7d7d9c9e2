// Phrases that mean somebody or something else than what the text has named.
#pragma once
#include "src/resolve/topics.hpp"

namespace counterclaim {

// "Its rival", "their parent": not whom "its" means.
bool is_somebody_else(Context const& context, Phrase const& phrase);
// "Those from abroad", "those who pay": whoever they are.
bool is_anybody(Context const& context, Phrase const& phrase);
// "The training center", "the research lab": a place that somebody has, and nobody who was named.
bool is_somebodys_place(Context const& context, Phrase const& phrase);
// "The first film", "the earlier model": another one than the text is about.
bool means_another(Context const& context, Phrase const& phrase);

}  // namespace counterclaim
