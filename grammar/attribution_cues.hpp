// What the words behind a verb of speech or of expectation say of its reach.
#pragma once
#include "grammar/clause.hpp"

namespace counterclaim {

// "Is projected to shrink", "to reach 40 million": a level or a change, and no event that somebody has planned. `i`: behind
// "to".
bool foretells(Clause const& c, std::uint32_t i);
// "The storm claimed 80 lives", "claimed its third victim": no word of anybody's. Token i is the verb.
bool claims_lives(Clause const& c, std::uint32_t i);
// "Expect $4 billion", "see as much as", "speak of 400 layoffs": where what a verb foretells begins; 0 if it foretells nothing.
// Asked before any phrase: is a verb behind token i that something may be foretold with?
bool may_foretell(Clause const& c, std::uint32_t i);
std::uint32_t foretold_from(Clause const& c, Phrase const& verb);
// "The Orvel Post reported that on Monday", "first reported the talks": what stands before it in the text. Behind "that" only a
// time follows, or who told it. The verb is at i, what it tells begins at `after`.
// Asked before any phrase: may the sentence report what the one before it tells, or say where its figure is from?
bool may_tell_back(Clause const& c);
bool reports_back(Clause const& c, std::uint32_t i, std::uint32_t after);
// "Estimates run to 40,000": guesses at i, and that they reach so far.
bool guesses_reach(Clause const& c, std::uint32_t i, Phrase const& verb);
bool ends_in_or_so(Clause const& c, std::uint32_t i);  // ", or so", ", so" before token i: "…, or so Acme says"
// "She warned, however, that": behind the few words between commas that part a verb of speech from "that"; `after` itself if
// there are none.
std::uint32_t behind_parting(Clause const& c, std::uint32_t after);
// "Seen by late June", "by the end of the week": a time, whom nobody can ask.
bool is_time(Clause const& c, TokenRange source);
// "Norra today said": without the time at its end.
TokenRange without_time(Clause const& c, TokenRange source);
// "On the other hand studies show": what opens the sentence is read as one phrase with what follows.
bool is_behind_opening(Clause const& c, Phrase const& p);

// "a survey of 900 nurses by the Hollin Institute", "a study that Orvel University published": a name follows in its phrase.
bool is_named_behind(Clause const& c, std::uint32_t i);
// ", finance chief Ida Moor told analysts": no participle, for behind it stands who heard it.
bool tells_somebody(Clause const& clause, std::uint32_t token);

}  // namespace counterclaim
