// Whose firm a person of an article runs or founded: "Odile Moor, chief executive of Orla", "her firm Orla".
#pragma once
#include <string_view>

#include "src/resolve/context.hpp"

namespace counterclaim {

// Fills Context::employer.
void find_employers(Context& context);
// Empty if `person` (of Names::names) is nobody whose firm is told.
std::string_view employer_of(Context const& context, std::uint32_t person);

}  // namespace counterclaim
