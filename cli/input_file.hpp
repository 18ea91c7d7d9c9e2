// Small files that are read whole.
#pragma once
#include <optional>
#include <string>

namespace counterclaim::cli {

std::optional<std::string> bytes_of(std::string const& path);  // nothing for what cannot be read, folders among it

}  // namespace counterclaim::cli
