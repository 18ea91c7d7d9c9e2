// The origin of what "the company", "the firm", "the maker's study" say, as claims have it: which company that is, only the
// other articles of the set may tell.
#pragma once
#include <string_view>

namespace counterclaim {

inline constexpr std::string_view unnamed_company = "the company";

}  // namespace counterclaim
