// Above whom a superlative puts its subject: "the fastest card on the market", "faster than any other".
#pragma once
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

// Sets Claim::whole of a superlative to "all" (whatever there is of the kind) or "named" (whom the article names: "the cheapest
// of the three"; the claim gets those names). Empty where the class has bounds of its own that another text need not keep to
// ("the fastest under $300", "Norra's fastest", "so far").
void set_rivals(Context const& context, ComparisonMention const& mention, Claim& claim);

// "By fleet, Norra is the fourth-largest", "the fourth-largest line by fleet": the token of what a rank is counted by, 0 if
// none.
std::uint32_t ranked_by(Context const& context, MentionPlace const& rank);
// "The country's third-largest port": the token of what the order reaches over, 0 if none.
std::uint32_t ranked_in(Context const& context, MentionPlace const& rank);
// "Its biggest model to date", "the company's fastest chip": among what one owner has or makes. Towns of a country are none.
bool is_ranked_of_own(Context const& context, MentionPlace const& rank);
// "The fourth storm of the season", "the county's third since 2010": "row of season", "row since 2010"; empty for other ranks.
std::string_view row_ranked_in(Context const& context, MentionPlace const& rank);
// Whose rank it is where that is not the subject of its clause: empty, or the article's name for it.
std::string_view ranked_thing(Context const& context, MentionPlace const& rank, std::string_view subject);
// The names of a rank with that one among them.
std::vector<NameRef> with_subject(std::vector<NameRef> names, std::string_view name);

}  // namespace counterclaim
