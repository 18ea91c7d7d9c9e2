#include "counterclaim/report.hpp"

namespace counterclaim {

std::string_view version() { return COUNTERCLAIM_VERSION; }
std::string_view homepage() { return COUNTERCLAIM_HOMEPAGE; }

}  // namespace counterclaim
