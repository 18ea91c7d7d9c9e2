// What the words near a figure say of its kind: the end of a scale, the first or last of its kind, a part of something.
#pragma once
#include <string_view>
#include <vector>

#include "counterclaim/claim.hpp"
#include "counterclaim/vocabulary.hpp"

namespace counterclaim {

// The row of a vocabulary that a term's word is in, -1 if in none.
std::int32_t row_of(Category category, std::uint32_t word);
bool is_noun(std::uint32_t word);
bool is_anything(std::uint32_t word);  // "the company", "the group", "the site": may be whatever the other text names
// 0 and up, 50 or 100 for each word of restrictors.tsv near the one that the other lacks. With one subject by name, "the larger
// phone" only says which it is.
int restrictions(Claim const& from, Claim const& to, bool one_subject);
bool is_extreme(Claim const& claim);
bool is_partitive(Claim const& claim);    // "nineteen of the vehicles": some of those that were counted before
bool is_each(Claim const& claim);         // "700 W each", "per card"
bool is_limit(Claim const& claim);        // "the maximum is 64", "a cap of 64", "up to 64"
bool is_aim(Claim const& claim);          // "a target of 400", "the required 400": whatever there is
bool is_of_others(Claim const& claim);    // "20 more", "another 20": on top of those that were counted before
bool is_of_builders(Claim const& claim);  // "During construction 1,400 people work there": gone when it is built
bool is_trial(Claim const& claim);        // "the release candidate", "a beta": of what comes before the thing itself
bool of_a_rival(Claim const& claim);      // "a rival vaccine", "its predecessor": of another maker's or model
bool is_payers(Claim const& claim);       // "The company spent $212 million on the study": said of who pays
bool has_more(Claim const& claim, Claim const& other);
bool has_end(Claim const& claim);
// "The first patient was enrolled", "he was the first patient": one event, in whatever words.
bool firsts_of_one_kind(Claim const& a, Claim const& b);
// What happened happened to other things: "the tram stop opens", "the museum opened". Both name a common noun, and the two mean
// nothing alike.
bool things_apart(Claim const& a, Claim const& b);
// "The first hall opened", "four more halls open": the first and such as follow it.
bool is_first_and_later(Claim const& a, Claim const& b);
// "Began work on the pump", "work began": on something that the other sentence does not know.
bool works_apart(Claim const& a, Claim const& b);
// "Opened its stroke ward", "opened its burns ward": one noun, and each says which of them in words that the other lacks.
bool kinds_apart(Claim const& a, Claim const& b);
// "Announced its results", "announced a recall".
bool objects_apart(Claim const& a, Claim const& b);
// "Acme filed its complaint", "Orl filed an answer to the complaint": two names did it, to two things.
bool acts_apart(Claim const& a, Claim const& b);

// "a mast 52 m high", "a barn 52 feet long": each figure is of a thing of its own, and not of the same.
bool heads_apart(Claim const& a, Claim const& b);

}  // namespace counterclaim
