// Character references of HTML: "&amp;", "&#8212;", "&#x2014;".
#pragma once
#include <cstdint>
#include <string_view>

namespace counterclaim {

struct Entity {
  std::uint32_t code_point = 0;
  std::uint32_t bytes = 0;  // with & and ;   0 if there is none
};
// The reference at text[at] == '&'; it must end in ';'. HTML 4 names and &apos;.
Entity entity_at(std::string_view text, std::size_t at);

// The code point of a byte of windows-1252, the character set of web pages that name none.
std::uint32_t windows_1252(unsigned char byte);

}  // namespace counterclaim
