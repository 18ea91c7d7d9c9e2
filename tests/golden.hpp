// Golden files: what a function printed once and somebody read. UPDATE_EXPECT=1 in the environment rewrites them; read the
// difference before it is committed.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace counterclaim::test {

inline std::string source_path(std::string const& relative) { return std::string(COUNTERCLAIM_SOURCE_DIR) + "/" + relative; }

inline std::string bytes_of(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline bool is_update() {
  char const* const update = std::getenv("UPDATE_EXPECT");
  return update && *update == '1';
}

// `relative`: the golden file's path in the repository.
inline void expect_golden(std::string const& relative, std::string const& actual) {
  auto const path = source_path(relative);
  if (is_update()) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  EXPECT_EQ(bytes_of(path), actual) << "differs from " << relative << "; UPDATE_EXPECT=1 rewrites it";
}

}  // namespace counterclaim::test
