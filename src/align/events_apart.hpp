// What tells two dates apart that are of one thing and of like happenings: its parts, numbers, guests, steps to it.
#pragma once
#include "src/align/surroundings.hpp"

namespace counterclaim {

// Why two happenings of the same kind, whose claims these are, are not one; nullptr where nothing says so.
char const* happenings_apart(Claim const& a, Claim const& b);
// "Erupted in 1871 and again in 1902": does the article of the claim give a date of the same that is months from it?
bool is_told_of_two(Surroundings const& surroundings, std::uint32_t claim);

}  // namespace counterclaim
