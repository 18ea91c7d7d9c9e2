// How many members an aggregate has, so that a list of them that has grown old does not compile.
#pragma once
#include <cstddef>
#include <utility>

namespace counterclaim::store {

struct AnyMember {
  std::size_t index;
  template <typename T>
  operator T() const;  // NOLINT(google-explicit-constructor): stands for a member of any type
};

template <typename T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{AnyMember{I}...}; };
}

template <typename T, std::size_t N = 0>
constexpr std::size_t count_fields() {
  if constexpr (takes<T>(std::make_index_sequence<N + 1>()))
    return count_fields<T, N + 1>();
  else
    return N;
}
template <typename T>
inline constexpr std::size_t field_count = count_fields<T>();

}  // namespace counterclaim::store
