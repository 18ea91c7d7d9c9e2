#include "counterclaim/finding.hpp"

namespace counterclaim {

std::string_view to_string(Severity severity) {
  static constexpr std::string_view names[] = {"info", "warning", "error"};
  return names[static_cast<int>(severity)];
}

}  // namespace counterclaim
