#include "counterclaim/report.hpp"

namespace counterclaim {

std::string_view version() { return COUNTERCLAIM_VERSION; }

}  // namespace counterclaim
