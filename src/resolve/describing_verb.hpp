// Verbs that stand before a mention and are not what it hangs on: they only say more of a thing or a party.
#pragma once
#include "src/resolve/clause_at.hpp"

namespace counterclaim {

// "Bought Velin, founded in 1987, for $30 million", "its model for programming, on May 3": is `verb`, which stands before the
// mention in its clause, such a one?
bool only_describes(Context const& context, MentionPlace const& at, ClauseAt const& clause, Phrase const& verb);

}  // namespace counterclaim
