// What the class and id of an element tell of its part in the page. All take Page::hints.
#pragma once
#include <string>

namespace counterclaim {

bool is_foreign(std::string const& hints);         // named after what stands around an article
bool is_surely_foreign(std::string const& hints);  // so too where it holds much text, and not "content-with-sidebar"
bool is_body(std::string const& hints);            // named after an article's body

}  // namespace counterclaim
