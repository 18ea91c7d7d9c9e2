// Who stands on the two sides of a comparison, by name where the text lets it be known: "the 2025 Volta", "Norra's K7", "it",
// "the newcomer", "Brill's flagship".
#pragma once
#include <cstdint>
#include <string_view>
#include <utility>

#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"

namespace counterclaim {

struct Side {
  std::string_view name;     // a name, else the words; empty if unknown
  std::string_view part;     // what of it: "the K7's battery", "the price of the K7"; empty where it is the thing itself
  std::string_view written;  // as it stands there
  bool named = false;
};
struct SidePair {
  Side left, right;
};
SidePair sides_of(Context const& context, ComparisonMention const& mention);
// "In throughput Volta 6 beats": the left side without what a preposition leads before it.
ComparisonMention without_lead(Context const& context, ComparisonMention mention);

// The thing a pronoun or "the card" at a token stands for: a name before it in its block that looks like `like` (a model with
// its number, or none), else one that the block or the article is about. Never `other`. Empty if there is none.
std::string_view meant_by(Context const& context, std::uint32_t token, std::uint32_t sentence, std::string_view like,
                          std::string_view other);

// "The K7 was faster": nothing says that two are compared.
bool is_alone(Context const& context, ComparisonMention const& mention);
// The only thing beside `one` that the sentence names before (of what is alone: that no word of the sentence names), else the
// nearest of those before it that names any; empty if there are more or none.
std::string_view only_other(Context const& context, ComparisonMention const& mention, std::string_view one);

// Whom the sentences before name besides `one`: what is written like it ("the Norvik", "the Selma") before anything else.
std::string_view other_of_pair(Context const& context, ComparisonMention const& mention, std::string_view one);

// "Tarn" and "Tarn Aero"
bool is_short_for(std::string_view a, std::string_view b);
// "Ferrin, the older drug": where what is said of the thing begins, `last` if nothing is.
std::uint32_t before_apposition(Context const& context, std::uint32_t first, std::uint32_t last);
// "ferrin": the name of which the article writes the first letter small within a sentence, empty if there is none.
std::string_view known_as(Context const& context, std::string_view written);

// "Zelarin" of "patients on zelarin", "those who were given zelarin", "the zelarin group" in tokens [first, last) of a sentence
// and what is said right behind them; empty if nothing was given to anybody.
std::pair<std::uint32_t, std::uint32_t> treatment_of(Context const& context, std::uint32_t sentence, std::uint32_t first,
                                                     std::uint32_t last);
std::string_view given_to(Context const& context, std::uint32_t sentence, std::uint32_t first, std::uint32_t last);  // its name
// "The northern route is shorter than the southern one": than the southern route.
void name_one(Context const& context, Side& brief, Side const& full);
// A published test, or what is called one: "the Orvel test".
bool is_test(Context const& context, NameUse const& use);
// Token i stands in a relative clause ("the K7, which runs at 3 watts, is") of the stretch that begins at `first`.
bool is_aside(Context const& context, std::uint32_t first, std::uint32_t i);
// Does the name stand where something happens ("in the Orvel test", "on TPC-H", "under WLTP") and not as one who takes part?
bool is_setting(Context const& context, NameUse const& use);

}  // namespace counterclaim
