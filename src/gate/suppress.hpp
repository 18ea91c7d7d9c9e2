// Moving findings out of a report.
#pragma once
#include <functional>
#include <optional>

#include "counterclaim/gate.hpp"

namespace counterclaim {

// Those that `why` gives a reason for, in their order.
void suppress(Report& report, std::function<std::optional<Suppression>(Finding const&)> const& why);

}  // namespace counterclaim
