// Whom a participle that opens a sentence is said of: "Trained in 1931, Ida Moor hoped that she would paint".
#pragma once
#include "counterclaim/mention.hpp"
#include "src/resolve/context.hpp"
#include "src/resolve/frame.hpp"

namespace counterclaim {

// The name behind the date of such a participle; empty where the sentence opens otherwise.
std::string_view fronted_subject(Context const& context, DateMention const& date, Frame const& frame);

}  // namespace counterclaim
