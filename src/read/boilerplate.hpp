// Lines that pages put between the paragraphs of an article.
#pragma once
#include <string_view>

namespace counterclaim {

// "Advertisement", "Read more: …", "Sign up for our newsletter": short, and addressed to the reader of the page.
bool is_boilerplate(std::string_view line);

}  // namespace counterclaim
