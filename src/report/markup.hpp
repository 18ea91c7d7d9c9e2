// Text of articles inside XML and HTML.
#pragma once
#include <string>
#include <string_view>

namespace counterclaim {

// For content and for attributes in either kind of quotation marks: & < > " ' as entities, on one line, without control
// characters, bidirectional overrides, invalid bytes and the code points that XML 1.0 forbids.
std::string markup_text(std::string_view text);

// ` name="value"`
std::string attribute(std::string_view name, std::string_view value);

}  // namespace counterclaim
