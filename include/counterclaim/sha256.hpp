// SHA-256 (FIPS 180-4): what a fetched page is known by.
#pragma once
#include <string>
#include <string_view>

namespace counterclaim {

std::string sha256(std::string_view bytes);  // 64 lower-case hexadecimal digits

}  // namespace counterclaim
