// For `compare --why`: the evidence for and against each two claims that alignment weighs.
#pragma once
#include <string>

#include "counterclaim/lint.hpp"

namespace counterclaim::cli {

std::string why_report(Report const& report);

}  // namespace counterclaim::cli
