// For `compare --why`: the evidence for and against every two claims of the two texts.
#pragma once
#include <string>

#include "counterclaim/lint.hpp"

namespace counterclaim::cli {

std::string why_report(Report const& report);

}  // namespace counterclaim::cli
