// How a text tells a figure: as what is expected, allowed, measured by the writer, summed up so far, or of one row of a table.
#pragma once
#include <optional>

#include "src/align/surroundings.hpp"

namespace counterclaim {

// "By the end of the quarter" lies ahead until the quarter has ended.
bool lies_ahead(DayRange days, Day today);
// Days within which an event that comes again is still the same one; none where one side says no month.
int repeats_after(Claim const& a, Claim const& b);
// Is the word one of the claim's scope?
bool says(Claim const& claim, std::string_view word);
// Still to come, or only expected.
bool is_ahead(Claim const& claim, ClaimSet const& set);
bool other_length(DayRange a, DayRange b);  // a quarter's revenue and a year's
// "Moor, 58, said", "Moor is 56": two ages on the days of their articles, and not "died at 58". false: a birthday may lie
// between.
std::optional<bool> ages_differ(Claim const& a, Claim const& b, ClaimSet const& set);
// In a review "it drew 480 watts"; "it has a bandwidth of 6 TB/s" is copied from the maker's sheet.
bool is_writers_measure(Claim const& claim, Surroundings const& surroundings);
// "South | 65.1" under "Turnout": of the south, and of nothing that does not speak of it. The same number may be in another
// unit.
bool is_of_other_row(Claim const& cell, Claim const& other, ClaimSet const& set);
// "a database may grow to 64 TB", "a database can grow to 48 TB": neither expects anything.
bool are_both_allowed(Claim const& a, Claim const& b, ClaimSet const& set);
// "within two hours of the match"
bool is_away_from(Claim const& claim, ClaimSet const& set);
// "120 of them are nurses", "300 of them live in Orl": parts of one whole, each by something that the other does not speak of.
bool are_parts_apart(Claim const& a, Claim const& b, ClaimSet const& set);
// "Ordered 45 jets", "has 118": some that come and those there are.
bool are_ordered_and_held(Claim const& a, Claim const& b);
// "77% of people over 60", "81%": of people of some ages and of all, or of other ages.
bool ages_apart(Claim const& a, Claim const& b);
// "By May 18 64 patients", "so far 37 patients": what has come together up to a day.
bool tells_so_far(Claim const& claim);
// "By February 16 41 reports", and on March 20 133: what was counted up to a day has gone on since.
bool has_gone_on(Claim const& before, Claim const& after);
// What there is on two days, or has come together by them, told by two articles.
bool are_of_two_days(Claim const& before, Claim const& after);
// The same, or "has risen to", "is now": that it was another figure before.
bool tells_change(Claim const& claim);
bool is_count_of_the_hour(Claim const& claim, ClaimSet const& set);  // "By noon 310 had come"
// "has raised $900 million to date", "raised $310 million in June 2023"
bool is_total_of(Claim const& total, Claim const& part, ClaimSet const& set);

// Does it say of a time that is far from the other article's day?
bool is_long_from(Claim const& stated, Article const& other);
// As two tellings of one figure are that differ: within three tenths.
bool are_close(Claim const& a, Claim const& b);
// "64 wagons with 2,560 seats", "10 wagons with 400": both are of one kind, and of other trains.
bool are_scaled(std::uint32_t a, std::uint32_t b, ClaimSet const& set);
// "A course of three vials costs $870", "$290 a vial": beside one stands by how much, or how many times, it is the other.
bool is_worked_out(std::uint32_t a, std::uint32_t b, ClaimSet const& set);
// Both have it from a study or survey of the same maker, who may be "the company" to one of them.
bool are_of_one_study(Claim const& a, Claim const& b);

// "A population of 681", "the population density is 341": what the one is of only narrows what the other is of.
bool is_compound_of(Claim const& a, Claim const& b);

bool is_small_count(Claim const& claim);  // up to twelve, as are many counts by chance
bool is_rating(Claim const& claim);       // "rated 8.1", "a household size of 2.4": no count

}  // namespace counterclaim
