// Files and folders.
#pragma once
#include <string>

namespace counterclaim {

bool is_folder(std::string const& path);

}  // namespace counterclaim
