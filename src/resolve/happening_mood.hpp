// Is it said that something happens, or that it may?
#pragma once
#include "src/resolve/context.hpp"

namespace counterclaim {

struct Mood {
  enum Kind : std::uint8_t { none, flat, hedged };  // none: planned, denied, asked, under a condition, only named
  Kind kind = none;
  bool past = false;
};

// Not "is", "has 40 rooms" or "comes with": of a verb group, does it say that something happens, or what a thing has?
bool happens(Context const& context, Phrase const& verb);
// Of a verb group: "is selling", "will open"; "may sell", "hopes to sell", "whether it sold".
Mood mood_of_verb(Context const& context, Phrase const& verb);
// Of a noun phrase in a sentence that holds a hedge: "a sale is an option", "may end in a recall". Never flat.
Mood mood_of_noun(Context const& context, Phrase const& noun);
// Does the sentence hold what any mood_of_noun() of it hangs on?
bool may_hedge_nouns(Context const& context, std::uint32_t sentence);

}  // namespace counterclaim
