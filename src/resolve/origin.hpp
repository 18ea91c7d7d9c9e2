// Names that tell where something is from, and not whose it is.
#pragma once
#include "src/resolve/context.hpp"

namespace counterclaim {

// "The Tallinn-based firm", "a Tallinn bank", not "the Tallinn plant": which one of its kind it is, nobody else's name tells.
bool tells_origin(Context const& context, NameUse const& use);
// Of one word, by which the lexicon knows a place.
bool is_place_name(Context const& context, NameUse const& use);

// "In Orvel's survey", "in the Orvel poll": behind a preposition.
bool is_led(Context const& context, NameUse const& use);

// "We", "our plant" of a release: the name of who publishes it; empty elsewhere and in quotation marks.
std::string_view publisher_meant(Context const& context, Phrase const* subject);

}  // namespace counterclaim
