#include <algorithm>

#include "grammar/word_class.hpp"

namespace counterclaim {
bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace counterclaim
