// Columns of a table that are headed by a version alone: "| | 3.8 | 4.0 |" in the notes of "Tarnstore 4.0.1".
#pragma once
#include <string_view>

#include "src/resolve/context.hpp"

namespace counterclaim {

// "Tarnstore 3.8" for the column under 3.8: by the version that the article is about; empty if the block `head` is no bare
// version or the article is about none.
std::string_view version_of_column(Context const& context, std::int32_t head);

}  // namespace counterclaim
