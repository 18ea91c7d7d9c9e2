// What claims made by hand hold: kept until the tests end.
#pragma once
#include <initializer_list>
#include <span>
#include <string_view>

#include "counterclaim/arena.hpp"

namespace counterclaim::test {

inline Arena& kept() {
  static Arena arena;
  return arena;
}
template <class T>
std::span<T const> list_of(std::initializer_list<T> items) {
  return kept().keep(std::span<T const>(items.begin(), items.size()));
}
inline std::span<std::string_view const> list(std::initializer_list<std::string_view> words) { return list_of(words); }

}  // namespace counterclaim::test
