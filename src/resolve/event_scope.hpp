// What sets the event of a date apart from others of its thing: the part of it that it happened to, its number, for whom.
#pragma once
#include <string_view>
#include <vector>

#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// Adds words of scope for the event of a frame, one each: "part wing" ("the new wing of Orla Hospital opened"), "number version
// 3" ("version 3 came out"), "for member" ("opened to members"). Nouns stand in their base form.
void add_event_scope(Context const& context, Frame const& frame, std::vector<std::string_view>& out);

}  // namespace counterclaim
