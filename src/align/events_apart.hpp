// What tells two dates apart: other events; and of one thing and like events its parts, numbers, guests, steps to it.
#pragma once
#include "src/align/surroundings.hpp"

namespace counterclaim {

// Dates speak of the same thing only when what happened is alike.
bool events_apart(Claim const& a, Claim const& b);
// "The weights are due in May", "the weights will be published in June": one of them leaves open how the thing comes out.
bool await_one_thing(Claim const& a, Claim const& b);
// Why two events of the same kind, whose claims these are, are not one; nullptr where nothing says so.
char const* event_scopes_apart(Claim const& a, Claim const& b);
// "Erupted in 1871 and again in 1902": does the article of the claim give a date of the same that is months from it?
bool is_told_of_two(Surroundings const& surroundings, std::uint32_t claim);

}  // namespace counterclaim
