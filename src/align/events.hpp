// When two dates may be of one event.
#pragma once
#include "src/align/features.hpp"

namespace counterclaim {

// Why two dates whose events are alike in words are of two events; nullptr where they need not be. Names, words and concepts
// are in the features by then.
char const* event_gate(Surroundings const& surroundings, std::uint32_t a, std::uint32_t b, Features const& features);
// The same of two lengths of time: one is told of a time long before the other article, which names none.
char const* length_gate(ClaimSet const& set, Claim const& a, Claim const& b);
// An event that happens once, and that each article has one date of: "broke out on Sunday", "has been burning since
// Saturday"; or the last of its kind.
bool is_only_event(Surroundings const& surroundings, std::uint32_t a, std::uint32_t b);
// One date hedged, the other stated, and both can be true; of one thing ("the branch could follow by 2031", "the branch opens
// in 2031"); of things that they name apart ("its Dorn plant", "its Velt plant").
bool are_hope_and_fact(Claim const& a, Claim const& b);
bool hope_and_fact_of_one(Claim const& a, Claim const& b);
bool name_other_objects(Claim const& a, Claim const& b);
bool share_once_event(Claim const& a, Claim const& b);  // a row of once_events.tsv
// 0..100, how sure it is by its kind that both tell of one event; `named` where a name says that they speak of one thing.
int told_once(Features const& features, Claim const& a, Claim const& b, bool named);
// 0..100, of what it happened to: 100 for "the dam opened", "the dam, which opened".
int thing_likeness(Claim const& a, Claim const& b);
// One is a stretch of days or hours ("runs from May 3 to June 9"), the other tells when that thing begins or ends ("ends on
// June 30").
bool tell_stretch_and_end(Claim const& a, Claim const& b);

}  // namespace counterclaim
