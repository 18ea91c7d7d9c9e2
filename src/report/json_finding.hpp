// A finding as an object, for json and jsonl.
#pragma once
#include <string>

#include "src/report/places.hpp"

namespace counterclaim::json {

void finding_object(std::string& out, Finding const& finding, Places& places);

}  // namespace counterclaim::json
