// Whom events are of: the holder of an office, the parties to a contract, the place that something comes to.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// How many names near them both have, and whether each has one beside them that the other lacks.
struct NamesBeside {
  int shared = 0;
  bool others = false;
};
NamesBeside names_beside(Claim const& a, Claim const& b);
// Does the claim's verb or head tell of the row of concepts.tsv?
bool happens(Claim const& claim, std::uint32_t row);
// "The contract with Tarn runs for eight years", "Brill delivers under a contract of four"
bool parties_apart(Claim const& a, Claim const& b);
// Why two events happened to other people, in other posts or places, or bind others; nullptr where nothing says so.
char const* parties_gate(Claim const& a, Claim const& b);

}  // namespace counterclaim
