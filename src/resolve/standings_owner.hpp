// Whose a figure is that stands beside another of its kind.
#pragma once
#include <string_view>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// By the name before the figure in tokens [first, last), or by what the clause is about; `from` and `end` bound what is the
// figure's own of its sentence, `follows`: another figure stands before it there. Empty if nobody can be told.
std::string_view owner_of(Context const& context, Claim const& claim, std::uint32_t sentence, std::uint32_t from,
                          std::uint32_t first, std::uint32_t last, std::uint32_t end, bool follows);
// By a name that "for", "by" or "from" leads right behind it.
std::string_view owner_behind(Context const& context, std::uint32_t last, std::uint32_t end);
// By a name that "at", "in" or "on" leads right behind the figure, which ends at token `last`.
std::string_view place_of(Context const& context, std::uint32_t sentence, std::uint32_t last, std::uint32_t end);
// By a name that "at", "in" or "on" leads before it, where no other stands there: "in Orvel it was 5.8 percent".
std::string_view place_before(Context const& context, Claim const& claim, std::uint32_t from, std::uint32_t first);
// By a subject that has no name: "women earned 2,100 euros and men 1,900".
std::string_view plain_owner(Context const& context, std::uint32_t from, std::uint32_t first);
// By what those came to whom the figure counts: "210,000 people visited Orvel"; `goes_on`: where the figure before is so,
// "180,000 the Norra". Index into Names::uses, -1 if there is none.
std::int32_t receiver_of(Context const& context, std::uint32_t from, std::uint32_t first, std::uint32_t last, std::uint32_t end,
                         bool goes_on);

}  // namespace counterclaim
