// Where something stands, as both claims and findings write it.
#pragma once
#include <string>

#include "counterclaim/article.hpp"
#include "src/report/place_index.hpp"

namespace counterclaim::json {

void address(std::string& out, Address const& at);                               // "start", "end", "line", "column"
void quote(std::string& out, std::string_view name, Article const&, Span span);  // the raw text, byte for byte

}  // namespace counterclaim::json
