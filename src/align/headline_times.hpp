// Dates and lengths of time of headlines, held to those of the article below.
#pragma once
#include <cstdint>
#include <span>

#include "src/align/surroundings.hpp"

namespace counterclaim {

// The body's day (or week, month, year) that the headline's event is on, where the body tells none that is in the headline's:
// the one day to come, or the one day of that event. The headline's own index where there is none. `body` are dates.
std::uint32_t date_below(Surroundings const& surroundings, std::uint32_t headline, std::span<std::uint32_t const> body);
// The same of a length of time: of what is told by a row of concepts.tsv or a verb that both have.
std::uint32_t length_below(Surroundings const& surroundings, std::uint32_t headline, std::span<std::uint32_t const> body);

// Does the article say what stands at `span` in other sentences too, as a whole word?
bool stands_elsewhere(Article const& article, Span span, Span sentence);
// "Euro 2028", "Expo 2030": the year is part of a name.
bool is_year_of_name(Claim const& claim, Article const& article);
// Does the claim speak of a time before: "previous", "last", "ago", or of one that the text dates so?
bool is_long_past(Claim const& claim, Article const& article);
// "Tunnel to cost $500 million", and below it "by the end of March $215 million had gone into it": a plan, and what there is.
bool is_plan_and_progress(Claim const& headline, Claim const& body, Article const& article);
// A word, row of concepts.tsv or name in the sentences of both.
bool is_of_one_story(Claim const& headline, Claim const& body);

}  // namespace counterclaim
