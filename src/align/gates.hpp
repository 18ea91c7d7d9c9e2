// What two claims cannot differ in and still be about the same thing.
#pragma once
#include "counterclaim/claim.hpp"

namespace counterclaim {

// What the sentences of two claims have in common: nothing that matters here, the same figures but these two (parallel.hpp), or
// all but the figure.
enum class Sentences : std::uint8_t { own, parallel, copied };
// Why they cannot be the same ("a level and a change"); nullptr if nothing forbids it. Any order of the two gives the same.
char const* closed_gate(Claim const& a, Claim const& b, Sentences sentences);
// Whether that is only about words, which sentences that tell the same figures choose differently.
bool is_about_words(char const* gate);

// The very same weeks of one name or thing, which one side is not sure of and the other takes for granted.
bool in_one_future(Claim const& a, Claim const& b);
// Two dates that are the very same weeks, month or season, of one name: one event in whatever words.
bool in_one_span_of_one_thing(Claim const& a, Claim const& b);

inline bool is_near(TermRole r) { return r <= TermRole::modifier; }

}  // namespace counterclaim
